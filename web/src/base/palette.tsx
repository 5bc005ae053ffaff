// SPDX-License-Identifier: Apache-2.0
// Ctrl+K: any screen or act by a few letters of its name.
import { useEffect, useRef, useState } from "preact/hooks";
import { Dialog } from "./dialog";
import { folded } from "./format";
import { Icon, type IconName } from "./icons";

export interface Command {
    title: string;
    where: string;
    icon: IconName;
    run: () => void;
}

export function Palette({ commands, onClose }: { commands: Command[]; onClose: () => void }) {
    const [text, setText] = useState("");
    const [at, setAt] = useState(0);
    const list = useRef<HTMLUListElement>(null);
    const words = folded(text).split(/\s+/).filter(Boolean);
    const found = commands.filter(({ title, where }) => words.every((word) => folded(`${where} ${title}`).includes(word)));
    const current = Math.min(at, found.length - 1);
    useEffect(() => list.current?.querySelector("[aria-selected=true]")?.scrollIntoView({ block: "nearest" }), [current]);

    const run = (command: Command | undefined) => {
        if (!command) return;
        onClose();
        command.run();
    };
    const move = (event: KeyboardEvent) => {
        const steps: Record<string, number> = { ArrowDown: 1, ArrowUp: -1 };
        const step = steps[event.key];
        if (step !== undefined && found.length > 0) {
            event.preventDefault();
            setAt((current + step + found.length) % found.length);
        } else if (event.key === "Enter") {
            event.preventDefault();
            run(found[current]);
        }
    };
    return (
        <Dialog title="Ir para…" onClose={onClose}>
            <div class="palette-search">
                <Icon name="search" />
                <input
                    type="text"
                    role="combobox"
                    aria-label="O que você procura?"
                    placeholder="Digite o nome de uma tela ou ação"
                    aria-expanded="true"
                    aria-controls="palette-list"
                    aria-autocomplete="list"
                    aria-activedescendant={found.length > 0 ? `palette-${current}` : undefined}
                    autoComplete="off"
                    value={text}
                    onInput={(event) => {
                        setText(event.currentTarget.value);
                        setAt(0);
                    }}
                    onKeyDown={move}
                />
            </div>
            <ul class="palette-list" id="palette-list" role="listbox" aria-label="Telas e ações" ref={list}>
                {found.map((command, i) => (
                    <li key={command.where + command.title} id={`palette-${i}`} role="option" aria-selected={i === current} onClick={() => run(command)}>
                        <Icon name={command.icon} />
                        <span>{command.title}</span>
                        <span class="palette-where">{command.where}</span>
                    </li>
                ))}
            </ul>
            {found.length === 0 && <p role="status">Nada encontrado com esse nome.</p>}
        </Dialog>
    );
}
