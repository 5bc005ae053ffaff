// SPDX-License-Identifier: Apache-2.0
// Lotes and fichas as the server tells them, in the words of the screens.
import type { Schema } from "../../base/api";
import { StackedBars } from "../../base/chart";
import { number, percent } from "../../base/format";
import { Table } from "../../base/list";
import { Tag } from "../../base/tag";
import { kRecebimento, kTransmissao, kTransmissaoDeDados } from "../places";

export type LoteRecebido = Schema<"Lotes">["itens"][number];
export type FichaRecebida = Schema<"Fichas">["itens"][number];
export type TotalPorTipo = Schema<"LoteComTotais">["por_tipo"][number];

export const kTrilha = [
    { title: kTransmissaoDeDados, to: kTransmissao },
    { title: "Recebimento", to: kRecebimento },
];
export const kCanais = [
    { value: "", label: "Todos" },
    { value: "arquivo", label: "Arquivo" },
    { value: "online", label: "Online" },
];
export const nomeDoCanal = (tipo: LoteRecebido["tipo"]): string => (tipo === "arquivo" ? "Arquivo" : "Online");
export const pendente = ({ situacao }: LoteRecebido): boolean => situacao === "aguardando" || situacao === "processando";

export function SituacaoDoLote({ situacao }: { situacao: LoteRecebido["situacao"] }) {
    switch (situacao) {
        case "aguardando": return <Tag tone="wait">Aguardando</Tag>;
        case "processando": return <Tag tone="run">Processando</Tag>;
        case "processado": return <Tag tone="good">Processado</Tag>;
        case "falhou": return <Tag tone="bad">Não processado</Tag>;
    }
}

export function SituacaoDaFicha({ situacao }: { situacao: string }) {
    switch (situacao) {
        case "valida": return <Tag tone="good">Válida</Tag>;
        case "ilegivel": return <Tag tone="bad">Ilegível</Tag>;
        default: return <Tag tone="bad">Inválida</Tag>;
    }
}

/** «Quantidade de fichas recebidas por tipo», as table and picture. */
export function Totals({ totals }: { totals: TotalPorTipo[] }) {
    return (
        <div class="totals">
            <Table
                caption="Fichas recebidas por tipo"
                rows={totals}
                rowKey={({ tipo }) => String(tipo)}
                columns={[
                    { title: "Tipo de ficha", cell: (one) => one.nome, heads: true },
                    { title: "Recebidas", cell: (one) => number(one.validas + one.invalidas), numeric: true },
                    { title: "Válidas", cell: (one) => number(one.validas), numeric: true },
                    { title: "Inválidas", cell: (one) => number(one.invalidas), numeric: true },
                    { title: "% válidas", cell: (one) => percent(one.validas, one.validas + one.invalidas), numeric: true },
                ]}
            />
            <StackedBars
                title="Fichas por tipo"
                series={[{ name: "Válidas", look: "good" }, { name: "Inválidas", look: "bad" }]}
                bars={totals.map((one) => ({ name: one.nome, values: [one.validas, one.invalidas] }))}
            />
        </div>
    );
}
