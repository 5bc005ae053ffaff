// SPDX-License-Identifier: Apache-2.0
import { count, number } from "../base/format";
import { Message } from "../base/message";
import { Table } from "../base/list";
import { kContagens, kGrupos, soma, type Contagem, type Relatorio } from "./importacoes";

interface Row {
    name: string;
    counts: Contagem;
}
export const rowsOf = (relatorio: Relatorio): Row[] => kGrupos.map(([group, name]) => ({ name, counts: relatorio[group] }));

/** The counts of an import or simulation, and what it does to fichas already here. */
export function Summary({ relatorio }: { relatorio: Relatorio }) {
    const unchanged = soma(relatorio, "novas") + soma(relatorio, "atualizadas") + soma(relatorio, "inativadas") === 0;
    return (
        <>
            {relatorio.fichas_invalidadas !== undefined && relatorio.fichas_invalidadas > 0 && (
                <Message kind="warning" title={`${count(relatorio.fichas_invalidadas, "ficha recebida deixaria", "fichas recebidas deixariam")} de ser válidas se fossem processadas de novo.`}>
                    A unidade, equipe ou lotação delas é inativada por este arquivo.
                </Message>
            )}
            {unchanged && <Message kind="info" title="O arquivo não traz nenhuma mudança em relação ao que já está no sistema." />}
            <Table
                caption="Registros importados"
                columns={[
                    { title: "Registros", cell: ({ name }) => name, heads: true },
                    ...kContagens.map(([what, title]) => ({ title, numeric: true, cell: ({ counts }: Row) => number(counts[what]) })),
                ]}
                rows={rowsOf(relatorio)}
                rowKey={({ name }) => name}
            />
        </>
    );
}
