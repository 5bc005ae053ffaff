// SPDX-License-Identifier: Apache-2.0
import { Button } from "../base/button";
import { count } from "../base/format";
import { Icon } from "../base/icons";

interface Props {
    id: string;
    label: string;
    grupos: { codigo: string; titulo: string }[];
    chosen: string[];
    error?: string | undefined;
    onChange: (chosen: string[]) => void;
}

/** Which groups of information are shown and printed. */
export function Grupos({ id, label, grupos, chosen, error, onChange }: Props) {
    const toggle = (codigo: string) => onChange(grupos.map((one) => one.codigo).filter((one) => (one === codigo) !== chosen.includes(one)));
    return (
        <fieldset class={error ? "field radios field-wrong" : "field radios"} id={id} tabIndex={-1} aria-describedby={error ? `${id}-erro` : undefined}>
            <legend>{label} <span class="optional">({count(chosen.length, "escolhido", "escolhidos")})</span></legend>
            <div class="choices">
                {grupos.map(({ codigo, titulo }) => (
                    <label key={codigo} class="radio">
                        <input type="checkbox" checked={chosen.includes(codigo)} onChange={() => toggle(codigo)} />
                        <span>{titulo}</span>
                    </label>
                ))}
            </div>
            {error && <p class="field-error" id={`${id}-erro`}><Icon name="error" /> {error}</p>}
            <Button small look="plain" onClick={() => onChange(grupos.map(({ codigo }) => codigo))}>Marcar todos</Button>
            <Button small look="plain" onClick={() => onChange([])}>Desmarcar todos</Button>
        </fieldset>
    );
}
