// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, post, put, remove, type Schema } from "../base/api";
import { Button } from "../base/button";
import { MultiComboField } from "../base/combo";
import { Dialog } from "../base/dialog";
import { TextField, type Option } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { count } from "../base/format";
import { Filters, List, type Column } from "../base/list";
import { useLoad } from "../base/load";
import { notify } from "../base/message";
import { setQuery, useQuery } from "../base/router";
import { GestaoFrame } from "./frame";
import { RemoveDialog } from "./remove_dialog";

type Grupo = Schema<"GrupoDeExames">;

const optionOf = ({ codigo, nome }: Grupo["exames"][number]): Option => ({ value: codigo, label: `${codigo} – ${nome}` });

async function searchExames(busca: string, signal: AbortSignal): Promise<Option[]> {
    const { itens } = await get("/api/v1/gestao/exames", { query: { busca }, signal });
    return itens.map(optionOf);
}

/** «Grupos de exames»: what is asked for together. Source: manual, 3.11.2. */
export function Grupos() {
    const query = useQuery();
    const busca = query.get("busca") ?? "";
    const pagina = Number(query.get("pagina") ?? "1");
    const [editing, setEditing] = useState<Grupo | "novo">();
    const [removing, setRemoving] = useState<Grupo>();
    const load = useLoad((signal) => get("/api/v1/gestao/grupos-de-exames", { query: { busca, pagina: String(pagina) }, signal }), [busca, pagina]);
    const columns: Column<Grupo>[] = [
        { title: "Nome do grupo", cell: ({ nome }) => <span class="long">{nome}</span>, heads: true },
        {
            title: "Exames",
            cell: ({ exames }) => (
                <>
                    {count(exames.length, "exame", "exames")}
                    <small class="long">{exames.slice(0, 3).map(({ nome }) => nome).join(" · ")}{exames.length > 3 && " …"}</small>
                </>
            ),
        },
        {
            title: "Ações",
            actions: true,
            cell: (one) => (
                <>
                    <Button small look="plain" icon="edit" aria-label={`Editar ${one.nome}`} onClick={() => setEditing(one)}>Editar</Button>
                    <Button small look="plain" icon="trash" aria-label={`Excluir ${one.nome}`} onClick={() => setRemoving(one)}>Excluir</Button>
                </>
            ),
        },
    ];
    return (
        <GestaoFrame aba="Grupos de exames" actions={<Button look="primary" icon="plus" onClick={() => setEditing("novo")}>Adicionar grupo de exames</Button>}>
            <Filters>
                <TextField id="busca" label="Pesquisar grupo" required={false} autoComplete="off" value={busca} onInput={(text) => setQuery({ busca: text, pagina: undefined })} />
            </Filters>
            <List
                load={load}
                caption="Grupos de exames"
                columns={columns}
                rowKey={({ id }) => id}
                one="grupo"
                many="grupos"
                page={pagina}
                onPage={(page) => setQuery({ pagina: String(page) })}
                empty={busca ? { title: "Nenhum grupo com este nome.", text: "Confira o que digitou na pesquisa." } : { title: "Nenhum grupo de exames.", text: "Use «Adicionar grupo de exames»." }}
            />
            {editing && <GrupoDialog {...(editing === "novo" ? {} : { grupo: load.data?.itens.find(({ id }) => id === editing.id) ?? editing })} onSaved={load.reload} onClose={() => setEditing(undefined)} />}
            {removing && (
                <RemoveDialog
                    nome={removing.nome}
                    text="O grupo deixa de aparecer nas «Opções rápidas» da solicitação de exames. O que já foi solicitado não muda."
                    act={() => remove("/api/v1/gestao/grupos-de-exames/{grupo}", { path: { grupo: removing.id } })}
                    onDone={load.reload}
                    onClose={() => setRemoving(undefined)}
                />
            )}
        </GestaoFrame>
    );
}

const kLabels = { nome: "Nome do grupo", exames: "Exames" };

function GrupoDialog({ grupo, onSaved, onClose }: { grupo?: Grupo; onSaved: () => void; onClose: () => void }) {
    const [chosen, setChosen] = useState<Option[]>(grupo?.exames.map(optionOf) ?? []);
    const form = useForm({
        initial: { nome: grupo?.nome ?? "", exames: "" },
        check: ({ nome }) => ({ ...(nome.trim() ? {} : { nome: "Informe o nome do grupo." }), ...(chosen.length > 0 ? {} : { exames: "Escolha ao menos um exame." }) }),
        submit: async ({ nome }) => {
            const body = { nome: nome.trim(), exames: chosen.map(({ value }) => value) };
            if (grupo) await put("/api/v1/gestao/grupos-de-exames/{grupo}", { path: { grupo: grupo.id }, body: { ...body, versao: grupo.versao } });
            else await post("/api/v1/gestao/grupos-de-exames", { body });
            notify("success", grupo ? `${body.nome}: alterações gravadas.` : `${body.nome}: grupo adicionado.`);
            onSaved();
            onClose();
        },
        onStale: onSaved,
    });
    return (
        <Dialog title={grupo ? `Editar ${grupo.nome}` : "Adicionar grupo de exames"} onClose={onClose} wide>
            <FormFrame form={form} submit={grupo ? "Salvar" : "Adicionar"} labels={kLabels} cancel={onClose}>
                <TextField id="nome" label={kLabels.nome} maxLength={100} autoComplete="off" value={form.values.nome} error={form.errors.nome} onInput={(text) => form.set("nome", text)} />
                <MultiComboField
                    id="exames"
                    label={kLabels.exames}
                    hint="Procure pelo nome ou pelo código do SIGTAP. Na solicitação, cada cidadão vê só os exames para a sua idade e o seu sexo."
                    error={form.errors.exames}
                    search={searchExames}
                    chosen={chosen}
                    onChange={(exames) => {
                        setChosen(exames);
                        form.set("exames", "");
                    }}
                />
            </FormFrame>
        </Dialog>
    );
}
