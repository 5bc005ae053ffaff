// SPDX-License-Identifier: Apache-2.0
// One of many, found by typing a part of the name: the list comes from the server.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Option } from "../base/field";
import { Icon } from "../base/icons";

interface Props {
    id: string;
    label: string;
    hint?: string;
    error?: string | undefined;
    /** The chosen one; "" when none is. */
    value: string;
    onInput: (value: string) => void;
    find: (text: string, signal: AbortSignal) => Promise<Option[]>;
    /** What was typed and not found, "Ninguém com este nome." */
    nothing: string;
}

const kPauseMs = 250;

export function FindField({ id, label, hint, error, value, onInput, find, nothing }: Props) {
    const [text, setText] = useState("");
    const [found, setFound] = useState<Option[]>();
    const [active, setActive] = useState(-1);
    const list = useId();
    const latest = useRef(find);
    latest.current = find;
    const open = found !== undefined && !value;
    useEffect(() => {
        if (!value) return;
        setFound(undefined);
    }, [value]);
    useEffect(() => {
        if (value || text.trim().length < 2) return setFound(undefined);
        const controller = new AbortController();
        const timer = setTimeout(() => {
            latest.current(text.trim(), controller.signal).then(
                (options) => { setFound(options); setActive(-1); },
                () => {},
            );
        }, kPauseMs);
        return () => {
            clearTimeout(timer);
            controller.abort();
        };
    }, [text, value]);

    function choose(option: Option): void {
        setText(option.label);
        onInput(option.value);
    }
    function type(typed: string): void {
        setText(typed);
        if (value) onInput("");
    }
    function onKeyDown(event: KeyboardEvent): void {
        if (!open || !found) return;
        if (event.key === "Escape") setFound(undefined);
        else if (event.key === "ArrowDown") setActive(Math.min(active + 1, found.length - 1));
        else if (event.key === "ArrowUp") setActive(Math.max(active - 1, 0));
        else if (event.key === "Enter" && found[active]) choose(found[active]);
        else return;
        event.preventDefault();
    }
    return (
        <div class={error ? "field field-wrong" : "field"}>
            <label for={id}>{label} <span class="optional">(opcional)</span></label>
            {hint && <p class="hint" id={`${id}-dica`}>{hint}</p>}
            <div class="search-field">
                <input
                    id={id}
                    name={id}
                    role="combobox"
                    autoComplete="off"
                    aria-expanded={open && found.length > 0}
                    aria-controls={list}
                    aria-autocomplete="list"
                    aria-activedescendant={open && active >= 0 ? `${list}-${active}` : undefined}
                    aria-describedby={[hint && `${id}-dica`, error && `${id}-erro`].filter(Boolean).join(" ") || undefined}
                    aria-invalid={error ? true : undefined}
                    value={text}
                    onInput={(event) => type(event.currentTarget.value)}
                    onKeyDown={onKeyDown}
                    onBlur={() => setTimeout(() => setFound(undefined), 150)}
                />
                <ul id={list} role="listbox" aria-label={label} class="pop-menu search-options" hidden={!open || found.length === 0}>
                    {(found ?? []).map((option, i) => (
                        <li key={option.value} id={`${list}-${i}`} role="option" aria-selected={i === active} onPointerDown={(event) => { event.preventDefault(); choose(option); }}>
                            {option.label}
                        </li>
                    ))}
                </ul>
            </div>
            <p class="hint" role="status">
                {value ? <><Icon name="check" /> Escolhido: {text}</> : open && found.length === 0 ? nothing : text.trim().length >= 2 ? "Escolha um da lista." : ""}
            </p>
            {error && <p class="field-error" id={`${id}-erro`}><Icon name="error" /> {error}</p>}
        </div>
    );
}
