// SPDX-License-Identifier: Apache-2.0
// Lotes that go out as the server tells them, in the words of the screens.
import type { Schema } from "../../base/api";
import { hour, percent } from "../../base/format";
import { Tag } from "../../base/tag";
import { novoHorario } from "../configuracao/destinos";
import { kEnvio, kTransmissao, kTransmissaoDeDados } from "../places";

export type LoteEnviado = Schema<"LotesEnviados">["itens"][number];
export type FichaEnviada = Schema<"FichasEnviadas">["itens"][number];

export const kTrilha = [
    { title: kTransmissaoDeDados, to: kTransmissao },
    { title: "Envio", to: kEnvio },
];

export const kSituacoes: { value: LoteEnviado["situacao"] | ""; label: string }[] = [
    { value: "", label: "Todas" },
    { value: "gerado", label: "Gerado" },
    { value: "salvo", label: "Salvo em arquivo" },
    { value: "enviando", label: "Enviando" },
    { value: "enviado", label: "Enviado" },
    { value: "concluido", label: "Concluído" },
    { value: "parado", label: "Parado" },
];

/** How often one looks for the answers of the destino. */
export const kVerdictsMs = 5000;

/** Neither sent yet nor stopped. */
export const toSend = ({ situacao }: LoteEnviado): boolean => situacao === "gerado" || situacao === "salvo" || situacao === "enviando";
/** Changes by itself within seconds: worth looking again. */
export const moving = (lote: LoteEnviado): boolean => lote.situacao === "enviando" || (toSend(lote) && lote.enviar_ja && lote.proxima === undefined);

export function SituacaoDoEnvio({ lote }: { lote: LoteEnviado }) {
    if (lote.enviar_ja && (lote.situacao === "gerado" || lote.situacao === "salvo")) return <Tag tone="wait">Marcado para envio</Tag>;
    switch (lote.situacao) {
        case "gerado": return <Tag tone="wait">Gerado</Tag>;
        case "salvo": return <Tag tone="off">Salvo em arquivo</Tag>;
        case "enviando": return <Tag tone="run">Enviando</Tag>;
        case "enviado": return <Tag tone="good">Enviado</Tag>;
        case "concluido": return <Tag tone="good">Concluído</Tag>;
        case "parado": return <Tag tone="bad">Parado</Tag>;
    }
}

/** Under the situação: how much went, when it is tried again and why not before. */
export function Andamento({ lote }: { lote: LoteEnviado }) {
    const given = toSend(lote) ? novoHorario(lote) : undefined;
    return (
        <>
            {lote.situacao === "enviando" && (
                <>
                    <progress class="bar-small" aria-label={`Envio do lote ${lote.numero}`} max={lote.tamanho} value={lote.enviados} />
                    <small>{percent(lote.enviados, lote.tamanho)} enviados</small>
                </>
            )}
            {given && <small><strong>{given}</strong></small>}
            {!given && toSend(lote) && lote.proxima !== undefined && <small>{lote.causa ? "Nova tentativa" : "Envio previsto"}: {hour(lote.proxima)}</small>}
            {!given && lote.causa && <small class="reason">{lote.causa}</small>}
        </>
    );
}
