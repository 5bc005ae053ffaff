// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { get, type Schema } from "../base/api";
import { SelectField, TextField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { Loaded, useLoad } from "../base/load";
import { go } from "../base/router";
import { grow, type Node } from "./recursos";
import { RecursoTree } from "./tree";

export type Described = Schema<"PerfilDescrito">;
export const kAbove = [{ title: "Perfis", to: "/perfis" }];
const kLabels = { nome: "Nome", tipo_acesso: "Tipo de acesso", recursos: "Recursos" };
const kAcessos = [
    { value: "", label: "Selecione" },
    { value: "lotacao", label: "Lotação" },
    { value: "gestor_municipal", label: "Gestor municipal" },
    { value: "gestor_estadual", label: "Gestor estadual" },
];

/** The tree a município chooses from; read only, with what is of the installation. */
export function WithTree({ all = false, children }: { all?: boolean; children: (nodes: Node[]) => ComponentChildren }) {
    const load = useLoad((signal) => get("/api/v1/recursos", { signal }), []);
    return <Loaded load={load}>{({ itens }) => children(grow(itens.filter(({ da_instalacao }) => all || !da_instalacao)))}</Loaded>;
}

export interface Saved {
    nome: string;
    tipo_acesso: string;
    recursos: string[];
}

interface Props {
    nodes: Node[];
    /** What it begins with; the kind of acesso is fixed then. */
    from?: Described | undefined;
    nome: string;
    /** The name of a standard perfil stays. */
    named?: boolean;
    withTree: boolean;
    save: (saved: Saved) => Promise<void>;
}

export function PerfilForm({ nodes, from, nome, named = false, withTree, save }: Props) {
    const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set(from?.recursos ?? []));
    const form = useForm({
        initial: { nome, tipo_acesso: from?.perfil.tipo_acesso ?? "", recursos: "" },
        check: (values) => ({
            ...(values.nome.trim().length < 3 ? { nome: "Informe um nome de 3 a 100 caracteres." } : {}),
            ...(values.tipo_acesso ? {} : { tipo_acesso: "Escolha o tipo de acesso." }),
        }),
        submit: (values) => save({ nome: values.nome.trim(), tipo_acesso: values.tipo_acesso, recursos: [...chosen] }),
    });
    return (
        <FormFrame form={form} submit="Salvar" labels={kLabels} cancel={() => go("/perfis")}>
            {named ? (
                <p><strong>Nome</strong>: {nome}</p>
            ) : (
                <TextField id="nome" label={kLabels.nome} maxLength={100} autoComplete="off" value={form.values.nome} error={form.errors.nome} onInput={(text) => form.set("nome", text)} />
            )}
            {from ? (
                <p><strong>Tipo de acesso</strong>: {from.perfil.tipo_acesso_titulo} <span class="hint">Não é possível alterar o tipo de acesso.</span></p>
            ) : (
                <SelectField id="tipo_acesso" label={kLabels.tipo_acesso} value={form.values.tipo_acesso} error={form.errors.tipo_acesso} onInput={(value) => form.set("tipo_acesso", value)} options={kAcessos} />
            )}
            {form.errors.recursos && <p class="field-error" id="recursos">{form.errors.recursos}</p>}
            {withTree && <RecursoTree nodes={nodes} chosen={chosen} onChange={setChosen} />}
        </FormFrame>
    );
}
