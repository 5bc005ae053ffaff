// SPDX-License-Identifier: Apache-2.0
import { get, type Schema } from "../base/api";
import { count, dateTime } from "../base/format";
import { useLoad } from "../base/load";
import { Message } from "../base/message";

type Sincronia = Schema<"Sincronias">["itens"][number];

/** The bases that have not had the same data as this one for close to a month, or more. Source: manual, 3.7.1. */
export function SincroniaWarnings() {
    const { data } = useLoad((signal) => get("/api/v1/transmissao/sincronia", { signal }), []);
    if (!data || data.itens.length === 0) return null;
    return (
        <>
            {data.itens.map((one) => (
                <Message key={`${one.lado}${one.nome}${one.desde}`} kind={one.atrasada ? "danger" : "warning"} title={titleOf(one)}>
                    {sinceOf(one)} O prazo entre duas sincronizações é de um mês ({data.prazo_dias} dias). {whatToDo(one)}
                </Message>
            ))}
        </>
    );
}

const nameOf = ({ nome }: Sincronia): string => nome || "uma instalação que envia por arquivo";
const titleOf = (one: Sincronia): string => `Sem sincronizar há ${count(one.dias, "dia", "dias")}: ${nameOf(one)}`;

function sinceOf({ nunca, desde, lado }: Sincronia): string {
    if (nunca) return `Nenhum lote foi enviado; o primeiro foi gerado em ${dateTime(desde)}.`;
    return lado === "destino" ? `O último lote foi enviado ou salvo em arquivo em ${dateTime(desde)}.` : `O último lote dela chegou em ${dateTime(desde)}.`;
}

function whatToDo({ lado }: Sincronia): string {
    return lado === "destino" ? "Envie os lotes pendentes, pela rede ou com «Salvar em Arquivo»." : "Peça que envie os seus dados, pela rede ou por arquivo.";
}
