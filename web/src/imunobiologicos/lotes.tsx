// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, put, remove, type Schema } from "../base/api";
import { Button } from "../base/button";
import { Confirm } from "../base/dialog";
import { CheckField, SelectField, TextField } from "../base/field";
import { day } from "../base/format";
import { Filters, List, type Column } from "../base/list";
import { Loaded, useLoad } from "../base/load";
import { asProblem, notify } from "../base/message";
import { MoreMenu } from "../base/more_menu";
import { setQuery, useQuery } from "../base/router";
import { Screen } from "../base/screen";
import { Tag } from "../base/tag";
import { LoteDialog } from "./lote_dialog";

export type Lote = Schema<"LoteDeImunobiologico">;
export type Tabelas = Schema<"Imunobiologicos">;

/** «Lotes de Imunobiológico»: what a dose is chosen from. Source: manual, 3.10. */
export function Lotes() {
    const [adding, setAdding] = useState(false);
    const [editing, setEditing] = useState<Lote>();
    const [removing, setRemoving] = useState<Lote>();
    const query = useQuery();
    const [lote, imunobiologico, inativos] = [query.get("lote") ?? "", query.get("imunobiologico") ?? "", query.get("inativos") === "sim"];
    const pagina = Number(query.get("pagina") ?? "1");
    const tabelas = useLoad((signal) => get("/api/v1/imunobiologicos", { signal }), []);
    const load = useLoad(
        (signal) => get("/api/v1/imunobiologicos/lotes", { query: { lote, imunobiologico, pagina: String(pagina), ...(inativos ? { inativos: "sim" } : {}) }, signal }),
        [lote, imunobiologico, inativos, pagina],
    );
    const filter = (changes: Record<string, string | undefined>) => setQuery({ ...changes, pagina: undefined });
    const columns: Column<Lote>[] = [
        { title: "Imunobiológico", cell: (one) => <span class="long">{one.imunobiologico.nome}</span>, heads: true },
        { title: "Lote", cell: (one) => <span class="code">{one.lote}</span> },
        { title: "Fabricante", cell: (one) => one.fabricante.nome },
        { title: "Data de validade", cell: (one) => <>{day(one.validade)} {one.vencido && <Tag tone="bad">Vencido</Tag>}</> },
        { title: "Situação", cell: (one) => (one.ativo ? <Tag tone="good">Ativo</Tag> : <Tag tone="off">Inativo</Tag>) },
        {
            title: "Ações",
            actions: true,
            cell: (one) => (
                <>
                    <Button small look="plain" icon="edit" aria-label={`Editar o lote ${one.lote}`} onClick={() => setEditing(one)}>Editar</Button>
                    <MoreMenu
                        of={`o lote ${one.lote}`}
                        acts={[
                            { title: one.ativo ? "Inativar" : "Ativar", icon: one.ativo ? "ban" : "play", onAct: () => void turn(one, load.reload) },
                            { title: "Excluir", icon: "trash", onAct: () => setRemoving(one) },
                        ]}
                    />
                </>
            ),
        },
    ];
    return (
        <Screen
            title="Lotes de Imunobiológico"
            lead="Um lote ativo e dentro da validade aparece no campo «Lote fabricante» ao registrar uma dose."
            actions={<Button look="primary" icon="plus" onClick={() => setAdding(true)}>Cadastrar lote</Button>}
        >
            <Loaded load={tabelas}>
                {(known) => (
                    <>
                        <Filters>
                            <TextField id="filtro-lote" label="Pesquisar lote" required={false} autoComplete="off" value={lote} onInput={(text) => filter({ lote: text })} />
                            <SelectField
                                id="filtro-imunobiologico"
                                label="Imunobiológico"
                                value={imunobiologico}
                                onInput={(value) => filter({ imunobiologico: value })}
                                options={[{ value: "", label: "Todos" }, ...known.imunobiologicos.map(({ codigo, nome }) => ({ value: codigo, label: nome }))]}
                            />
                            <CheckField id="inativos" label="Mostrar lotes inativos" checked={inativos} onInput={(checked) => filter({ inativos: checked ? "sim" : undefined })} />
                        </Filters>
                        <List
                            load={load}
                            caption="Lotes de imunobiológico"
                            columns={columns}
                            rowKey={({ id }) => id}
                            one="lote"
                            many="lotes"
                            page={pagina}
                            onPage={(page) => setQuery({ pagina: String(page) })}
                            empty={lote || imunobiologico ? { title: "Nenhum lote com estes filtros.", text: "Confira os filtros, ou mostre também os inativos." } : { title: "Nenhum lote cadastrado.", text: "Use «Cadastrar lote»." }}
                        />
                        {adding && <LoteDialog tabelas={known} onSaved={load.reload} onClose={() => setAdding(false)} />}
                        {editing && <LoteDialog tabelas={known} lote={load.data?.itens.find(({ id }) => id === editing.id) ?? editing} onSaved={load.reload} onClose={() => setEditing(undefined)} />}
                    </>
                )}
            </Loaded>
            {removing && <Remove lote={removing} onDone={load.reload} onClose={() => setRemoving(undefined)} />}
        </Screen>
    );
}

async function turn({ id, lote, ativo, versao }: Lote, done: () => void): Promise<void> {
    try {
        await put("/api/v1/imunobiologicos/lotes/{lote}/situacao", { path: { lote: id }, body: { ativo: !ativo, versao } });
        notify("success", ativo ? `Lote ${lote}: inativado. Ele deixa de ser oferecido no registro de doses.` : `Lote ${lote}: ativado.`);
    } catch (failure) {
        notify("danger", asProblem(failure).message);
    }
    done();
}

function Remove({ lote: { id, lote, versao }, onDone, onClose }: { lote: Lote; onDone: () => void; onClose: () => void }) {
    const [busy, setBusy] = useState(false);
    async function act(): Promise<void> {
        setBusy(true);
        try {
            await remove("/api/v1/imunobiologicos/lotes/{lote}", { path: { lote: id }, query: { versao: String(versao) } });
            notify("success", `Lote ${lote}: excluído.`);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        onDone();
        onClose();
    }
    return (
        <Confirm title={`Excluir o lote ${lote}?`} act="Excluir" busy={busy} onAct={() => void act()} onClose={onClose}>
            <p>Ele deixa a lista. Um lote que já está vinculado a um registro de aplicação de vacina não pode ser excluído, só inativado.</p>
        </Confirm>
    );
}
