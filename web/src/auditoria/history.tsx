// SPDX-License-Identifier: Apache-2.0
import type { Schema } from "../base/api";
import { Button } from "../base/button";
import { bytes, count, dateTime, day } from "../base/format";
import { TrabalhoProgress } from "../base/job";
import { List, type Column } from "../base/list";
import type { Load } from "../base/load";
import { asProblem, notify } from "../base/message";
import { Tag } from "../base/tag";
import { download } from "../base/transfer";

type Trilhas = Schema<"TrilhasGeradas">;
type Trilha = Trilhas["itens"][number];
export const running = (one: Trilha): boolean => one.situacao === "gerando";

function Situacao({ trilha }: { trilha: Trilha }) {
    switch (trilha.situacao) {
        case "gerando": return <Tag tone="run">Gerando</Tag>;
        case "concluida": return <Tag tone="good">Concluída</Tag>;
        case "falhou": return <><Tag tone="bad">Não gerada</Tag><small class="long">{trilha.motivo}</small></>;
        case "cancelada": return <Tag tone="off">Cancelada</Tag>;
        case "expirada": return <Tag tone="off">Descartada</Tag>;
    }
}

async function save(one: Trilha): Promise<void> {
    try {
        await download(`/api/v1/auditoria/trilhas/${one.id}/arquivo`, {}, `trilha-de-auditoria.${one.formato}`);
    } catch (failure) {
        notify("danger", asProblem(failure).message);
    }
}

/** What was generated, by whom, and the file while it is kept. */
export function History({ load, page, onPage }: { load: Load<Trilhas>; page: number; onPage: (page: number) => void }) {
    const columns: Column<Trilha>[] = [
        { title: "Gerada em", cell: (one) => dateTime(one.criada_ms), heads: true },
        { title: "Período", cell: (one) => <span class="long">{day(one.inicio)} a {day(one.fim)}{one.filtros.map((text) => <small key={text}>{text}</small>)}</span> },
        { title: "Formato", cell: (one) => one.formato.toUpperCase() },
        { title: "Gerada por", cell: (one) => one.gerada_por },
        { title: "Situação", cell: (one) => <Situacao trilha={one} /> },
        {
            title: "Conteúdo",
            cell: (one) =>
                one.situacao === "concluida" ? (
                    <span class="long">{count(one.eventos, "evento", "eventos")}, {bytes(one.tamanho)}<small>Disponível até {dateTime(one.expira_ms)}</small></span>
                ) : "–",
        },
        {
            title: "Ações",
            actions: true,
            cell: (one) =>
                one.situacao === "concluida" ? (
                    <Button small look="plain" icon="saveFile" aria-label={`Baixar a trilha gerada em ${dateTime(one.criada_ms)}, em ${one.formato.toUpperCase()}`} onClick={() => void save(one)}>Baixar</Button>
                ) : null,
        },
    ];
    return (
        <>
            {load.data?.itens.filter(running).map((one) => (
                <TrabalhoProgress key={one.id} id={one.trabalho} label={`Trilha de ${day(one.inicio)} a ${day(one.fim)}, em ${one.formato.toUpperCase()}`} onEnd={load.reload} />
            ))}
            <List
                load={load}
                caption="Histórico de trilhas de auditoria"
                columns={columns}
                rowKey={({ id }) => id}
                one="trilha"
                many="trilhas"
                page={page}
                onPage={onPage}
                empty={{ title: "Nenhuma trilha de auditoria foi gerada ainda.", text: "Cada trilha gerada aparece aqui, com o seu arquivo por sete dias." }}
            />
        </>
    );
}
