// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, post, put, remove, type Schema } from "../base/api";
import { Button } from "../base/button";
import { Dialog } from "../base/dialog";
import { TextField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { Filters, List, type Column } from "../base/list";
import { useLoad } from "../base/load";
import { notify } from "../base/message";
import { setQuery, useQuery } from "../base/router";
import { GestaoFrame } from "./frame";
import { RemoveDialog } from "./remove_dialog";

type Tipo = Schema<"TipoDeServico">;

/** «Tipos de serviço» the município offers. Source: manual, 3.11.3. */
export function Tipos() {
    const query = useQuery();
    const busca = query.get("busca") ?? "";
    const pagina = Number(query.get("pagina") ?? "1");
    const [editing, setEditing] = useState<Tipo | "novo">();
    const [removing, setRemoving] = useState<Tipo>();
    const load = useLoad((signal) => get("/api/v1/gestao/tipos-de-servico", { query: { busca, pagina: String(pagina) }, signal }), [busca, pagina]);
    const columns: Column<Tipo>[] = [
        { title: "Tipo de serviço", cell: ({ nome }) => <span class="long">{nome}</span>, heads: true },
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
        <GestaoFrame aba="Tipos de serviço" actions={<Button look="primary" icon="plus" onClick={() => setEditing("novo")}>Adicionar tipo de serviço</Button>}>
            <Filters>
                <TextField id="busca" label="Pesquisar tipo de serviço" required={false} autoComplete="off" value={busca} onInput={(text) => setQuery({ busca: text, pagina: undefined })} />
            </Filters>
            <List
                load={load}
                caption="Tipos de serviço"
                columns={columns}
                rowKey={({ id }) => id}
                one="tipo de serviço"
                many="tipos de serviço"
                page={pagina}
                onPage={(page) => setQuery({ pagina: String(page) })}
                empty={busca ? { title: "Nenhum tipo de serviço com este nome.", text: "Confira o que digitou na pesquisa." } : { title: "Nenhum tipo de serviço.", text: "Use «Adicionar tipo de serviço»." }}
            />
            {editing && <TipoDialog {...(editing === "novo" ? {} : { tipo: load.data?.itens.find(({ id }) => id === editing.id) ?? editing })} onSaved={load.reload} onClose={() => setEditing(undefined)} />}
            {removing && (
                <RemoveDialog
                    nome={removing.nome}
                    text="As unidades de saúde deixam de poder oferecê-lo."
                    act={() => remove("/api/v1/gestao/tipos-de-servico/{tipo}", { path: { tipo: removing.id } })}
                    onDone={load.reload}
                    onClose={() => setRemoving(undefined)}
                />
            )}
        </GestaoFrame>
    );
}

function TipoDialog({ tipo, onSaved, onClose }: { tipo?: Tipo; onSaved: () => void; onClose: () => void }) {
    const form = useForm({
        initial: { nome: tipo?.nome ?? "" },
        check: ({ nome }) => (nome.trim() ? {} : { nome: "Informe o nome do tipo de serviço." }),
        submit: async ({ nome }) => {
            const body = { nome: nome.trim() };
            if (tipo) await put("/api/v1/gestao/tipos-de-servico/{tipo}", { path: { tipo: tipo.id }, body: { ...body, versao: tipo.versao } });
            else await post("/api/v1/gestao/tipos-de-servico", { body });
            notify("success", tipo ? `${body.nome}: alteração gravada.` : `${body.nome}: tipo de serviço adicionado.`);
            onSaved();
            onClose();
        },
        onStale: onSaved,
    });
    return (
        <Dialog title={tipo ? `Editar ${tipo.nome}` : "Adicionar tipo de serviço"} onClose={onClose}>
            <FormFrame form={form} submit={tipo ? "Salvar" : "Adicionar"} labels={{ nome: "Nome do tipo de serviço" }} cancel={onClose}>
                <TextField id="nome" label="Nome do tipo de serviço" maxLength={100} autoComplete="off" value={form.values.nome} error={form.errors.nome} onInput={(text) => form.set("nome", text)} />
            </FormFrame>
        </Dialog>
    );
}
