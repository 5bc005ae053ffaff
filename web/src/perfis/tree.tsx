// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from "preact/hooks";
import { Button } from "../base/button";
import { Icon } from "../base/icons";
import { allBelow, authorise, revoke, stateOf, type Node } from "./recursos";

interface Props {
    nodes: Node[];
    chosen: ReadonlySet<string>;
    /** Absent: only to be read. */
    onChange?: ((chosen: Set<string>) => void) | undefined;
}

const kWords = { all: "Autorizado", part: "Autorizado em parte", none: "Não autorizado" };

/** «Recursos»: the tree, closed at first but for what the reader opens. */
export function RecursoTree({ nodes, chosen, onChange }: Props) {
    const [open, setOpen] = useState<ReadonlySet<string>>(new Set());
    const every = nodes.flatMap(allBelow);
    return (
        <section class="section" aria-labelledby="recursos-titulo">
            <div class="section-head">
                <h2 id="recursos-titulo">Recursos</h2>
                <div class="tree-tools">
                    <Button small look="plain" onClick={() => setOpen(new Set(every))}>Expandir tudo</Button>
                    <Button small look="plain" onClick={() => setOpen(new Set())}>Recolher tudo</Button>
                </div>
            </div>
            <p class="hint" id="recursos-dica">
                {onChange ? "Autorizar um recurso autoriza também os que estão acima dele; revogar, revoga o que está abaixo." : "O que este perfil pode fazer."}
            </p>
            <ul class="tree" aria-labelledby="recursos-titulo" aria-describedby="recursos-dica">
                {nodes.map((node) => <Branch key={node.recurso.caminho} {...{ node, chosen, onChange, open, setOpen }} />)}
            </ul>
        </section>
    );
}

interface BranchProps extends Omit<Props, "nodes"> {
    node: Node;
    open: ReadonlySet<string>;
    setOpen: (open: ReadonlySet<string>) => void;
}

function Branch({ node, chosen, onChange, open, setOpen }: BranchProps) {
    const { caminho, nome, nosso } = node.recurso;
    const shown = open.has(caminho);
    const state = stateOf(node, chosen);
    const toggle = () => {
        const next = new Set(open);
        if (!next.delete(caminho)) next.add(caminho);
        setOpen(next);
    };
    return (
        <li>
            <div class="tree-row">
                {node.below.length > 0 ? (
                    <button type="button" class="br-button circle small" aria-expanded={shown} aria-label={`${shown ? "Recolher" : "Expandir"} ${caminho}`} onClick={toggle}>
                        <Icon name={shown ? "chevronDown" : "chevronRight"} />
                    </button>
                ) : <span class="tree-gap" />}
                <Mark caminho={caminho} nome={nome} state={state} onToggle={onChange && (() => onChange(state === "none" ? authorise(chosen, [caminho]) : revoke(chosen, caminho)))} />
                {nosso && <span class="hint">deste sistema</span>}
                {onChange && node.below.length > 0 && state !== "all" && (
                    <Button small look="plain" aria-label={`Autorizar tudo em ${caminho}`} onClick={() => onChange(authorise(chosen, allBelow(node)))}>Autorizar tudo</Button>
                )}
            </div>
            {shown && <ul>{node.below.map((one) => <Branch key={one.recurso.caminho} {...{ node: one, chosen, onChange, open, setOpen }} />)}</ul>}
        </li>
    );
}

/** The browser's own box: it is spoken, reached and switched as any other; the third state is its «mixed». */
function Mark({ caminho, nome, state, onToggle }: { caminho: string; nome: string; state: keyof typeof kWords; onToggle: (() => void) | undefined }) {
    const box = useRef<HTMLInputElement>(null);
    useEffect(() => {
        if (box.current) box.current.indeterminate = state === "part";
    });
    if (!onToggle) {
        return (
            <span class={`tree-name tree-${state}`}>
                <Icon name={state === "none" ? "minus" : state === "all" ? "check" : "part"} /> {nome} <span class="only-heard">: {kWords[state]}</span>
            </span>
        );
    }
    return (
        <label class={`tree-name tree-${state}`}>
            <input ref={box} type="checkbox" checked={state === "all"} aria-label={caminho} title={kWords[state]} onChange={onToggle} />
            <span>{nome}</span>
        </label>
    );
}
