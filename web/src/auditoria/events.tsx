// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, type Schema } from "../base/api";
import { Button } from "../base/button";
import { dateTime } from "../base/format";
import { Empty, Table, type Column } from "../base/list";
import { Loaded, useLoad } from "../base/load";
import type { Filtros } from "./search";

type Evento = Schema<"EventosDeAuditoria">["itens"][number];

const kColumns: Column<Evento>[] = [
    { title: "Data e hora", cell: (one) => dateTime(one.instante_ms), heads: true },
    { title: "Tipo de evento", cell: (one) => one.tipo },
    { title: "Usuário gerador do evento", cell: (one) => one.usuario },
    { title: "Componente gerador", cell: (one) => one.componente || "–" },
    { title: "Tipo de registro afetado", cell: (one) => <span class="long">{one.registro || "–"}<Identificador of={one} /></span> },
    { title: "Detalhes do evento", cell: (one) => <span class="long wide">{one.detalhes}</span> },
];

/** Under the type of the record, for a column of its own would push the details out of sight. */
function Identificador({ of: { identificador } }: { of: Evento }) {
    if (!identificador) return null;
    return <small><span class="only-heard">Identificador do registro afetado: </span><span class="code">{identificador}</span></small>;
}

/** The events a filter lets through, the newest first. Older pages are reached one by one: nobody counts millions. */
export function Events({ filtros }: { filtros: Filtros }) {
    const [cursors, setCursors] = useState<string[]>([""]);
    const here = cursors[cursors.length - 1] ?? "";
    const load = useLoad((signal) => get("/api/v1/auditoria/eventos", { query: { ...filtros, depois_de: here }, signal }), [here]);
    return (
        <Loaded load={load}>
            {({ itens, proxima }) => (
                <>
                    {itens.length > 0 ? (
                        <Table caption="Eventos da trilha de auditoria" columns={kColumns} rows={itens} rowKey={({ id }) => id} />
                    ) : proxima ? (
                        <p role="status">Nada neste trecho do período. A busca ainda não chegou ao começo.</p>
                    ) : (
                        <Empty title="Nenhum evento com estes filtros.">Aumente o período ou retire filtros.</Empty>
                    )}
                    {(cursors.length > 1 || proxima) && (
                        <nav class="pages" aria-label="Páginas de eventos">
                            <Button small disabled={cursors.length === 1} icon="chevronLeft" onClick={() => setCursors(cursors.slice(0, -1))}>Mais novos</Button>
                            <span aria-current="page">Página {cursors.length}</span>
                            <Button small disabled={!proxima} icon="chevronRight" onClick={() => setCursors([...cursors, proxima])}>Mais antigos</Button>
                        </nav>
                    )}
                </>
            )}
        </Loaded>
    );
}
