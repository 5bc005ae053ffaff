// SPDX-License-Identifier: Apache-2.0
// A choice among too many for a list that opens: a few letters, and the server says what has them.
import { useEffect, useId, useRef, useState } from "preact/hooks";
import type { Option } from "./field";
import { Frame, described } from "./field";
import { Icon } from "./icons";
import { announce } from "./message";

const kPauseMs = 200;

interface Props {
    id: string;
    label: string;
    hint?: string;
    error?: string | undefined;
    required?: boolean;
    placeholder?: string;
    /** What has this text, thirty at most; of an empty text, the first ones. */
    search: (text: string, signal: AbortSignal) => Promise<Option[]>;
}

/** One of them. What is typed and not chosen is not a choice. */
export function ComboField({ chosen, onChoose, ...props }: Props & { chosen: Option | undefined; onChoose: (option: Option | undefined) => void }) {
    return <Combo {...props} text={chosen?.label ?? ""} onType={() => chosen && onChoose(undefined)} onChoose={onChoose} />;
}

/** Several, each with a button that takes it away. */
export function MultiComboField({ chosen, onChange, ...props }: Props & { chosen: Option[]; onChange: (chosen: Option[]) => void }) {
    const { label, search } = props;
    const taken = new Set(chosen.map(({ value }) => value));
    return (
        <div class="multi">
            <Combo {...props} clears text="" search={async (text, signal) => (await search(text, signal)).filter(({ value }) => !taken.has(value))} onChoose={(option) => onChange([...chosen, option])} />
            {chosen.length > 0 && (
                <ul class="chips" aria-label={`${label}: escolhidos`}>
                    {chosen.map((one) => (
                        <li key={one.value}>
                            {one.label}
                            <button type="button" aria-label={`Retirar ${one.label}`} onClick={() => onChange(chosen.filter(({ value }) => value !== one.value))}><Icon name="close" /></button>
                        </li>
                    ))}
                </ul>
            )}
        </div>
    );
}

interface ComboProps extends Props {
    text: string;
    /** The text goes when one is chosen: another may follow. */
    clears?: boolean;
    onType?: () => void;
    onChoose: (option: Option) => void;
}

function Combo({ id, label, hint, error, required, placeholder, search, text, clears = false, onType, onChoose }: ComboProps) {
    const [typed, setTyped] = useState<string>();
    const [found, setFound] = useState<Option[]>();
    const [at, setAt] = useState(0);
    const list = useRef<HTMLUListElement>(null);
    const listId = useId();
    const open = typed !== undefined;
    const latest = useRef(search);
    latest.current = search;

    useEffect(() => {
        if (typed === undefined) return setFound(undefined);
        const controller = new AbortController();
        const timer = setTimeout(() => {
            latest.current(typed.trim(), controller.signal).then(
                (options) => {
                    if (controller.signal.aborted) return;
                    setFound(options);
                    setAt(0);
                    announce(options.length === 0 ? "Nada encontrado." : `${options.length} ${options.length === 1 ? "opção" : "opções"}.`);
                },
                () => controller.signal.aborted || setFound([]),
            );
        }, kPauseMs);
        return () => {
            controller.abort();
            clearTimeout(timer);
        };
    }, [typed]);
    useEffect(() => list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }), [at, found]);

    function choose(option: Option | undefined): void {
        if (!option) return;
        setTyped(clears ? "" : undefined);
        onChoose(option);
        if (clears) setTyped(undefined);
    }
    function onKeyDown(event: KeyboardEvent): void {
        const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
        const step = steps[event.key];
        if (step !== undefined) {
            event.preventDefault();
            if (!open) return setTyped("");
            if (found?.length) setAt((at + step + found.length) % found.length);
        } else if (event.key === "Enter" && open) {
            // It chooses, and sends no form.
            event.preventDefault();
            choose(found?.[at]);
        } else if (event.key === "Escape" && open) {
            event.preventDefault();
            event.stopPropagation();
            setTyped(undefined);
        }
    }
    return (
        <Frame {...{ id, label, hint, error, required }}>
            <div class="combo">
                <Icon name="search" />
                <input
                    type="text"
                    id={id}
                    name={id}
                    role="combobox"
                    autoComplete="off"
                    placeholder={placeholder ?? "Digite para procurar"}
                    aria-expanded={open}
                    aria-controls={listId}
                    aria-autocomplete="list"
                    aria-activedescendant={open && found?.length ? `${listId}-${at}` : undefined}
                    aria-describedby={described(id, hint, error)}
                    aria-invalid={error ? true : undefined}
                    aria-required={required === false ? undefined : true}
                    value={typed ?? text}
                    onInput={(event) => {
                        setTyped(event.currentTarget.value);
                        onType?.();
                    }}
                    onFocus={(event) => event.currentTarget.select()}
                    onClick={() => open || setTyped("")}
                    onBlur={() => setTyped(undefined)}
                    onKeyDown={onKeyDown}
                />
                <ul id={listId} class="combo-list" role="listbox" aria-label={label} hidden={!open || !found?.length} ref={list}>
                    {found?.map((option, i) => (
                        // The press comes before the field loses the focus, and with it the list.
                        <li key={option.value} id={`${listId}-${i}`} role="option" aria-selected={i === at} onPointerDown={(event) => { event.preventDefault(); choose(option); }}>
                            {option.label}
                        </li>
                    ))}
                </ul>
                {open && found?.length === 0 && <p class="combo-none">Nada encontrado.</p>}
            </div>
        </Frame>
    );
}
