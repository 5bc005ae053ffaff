// SPDX-License-Identifier: Apache-2.0
// The installations that receive our data as the server tells them, in the words of the screens.
import { get, type Schema } from "../../base/api";
import { hour } from "../../base/format";
import { useLoad } from "../../base/load";
import { Tag } from "../../base/tag";

export type Destino = Schema<"Destinos">["itens"][number];

export function useDestinos() {
    return useLoad(async (signal) => {
        const { itens } = await get("/api/v1/transmissao/destinos", { signal });
        return { itens, total: itens.length };
    }, []);
}

export function EstadoDaConexao({ conexao }: { conexao: Destino["conexao"] }) {
    switch (conexao.situacao) {
        case "estabelecida": return <Tag tone="good">Estabelecida</Tag>;
        case "falhou": return <Tag tone="bad">Falhou</Tag>;
        case "nao_testada": return <Tag tone="off">Não testada</Tag>;
    }
}

export const kProtocolos: Record<Destino["protocolo"], string> = { aroeira: "Entre instalações Aroeira", ledi: "API LEDI" };

/** «Novo horário de envio: HH:MM», when the receiver said when to come. */
export function novoHorario({ agendada, proxima }: { agendada: boolean; proxima?: number }): string | undefined {
    return agendada && proxima !== undefined ? `Novo horário de envio: ${hour(proxima)}` : undefined;
}
