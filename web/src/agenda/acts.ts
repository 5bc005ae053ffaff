// SPDX-License-Identifier: Apache-2.0
import { get, type Schema } from "../base/api";
import type { IconName } from "../base/icons";
import { useInside } from "../base/inside";
import { useLoad } from "../base/load";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { go } from "../base/router";
import { agendaOf, fechamentoOf, onlineOf } from "./places";

type Estado = Schema<"Agendas">["itens"][number];

/** What «Mais opções» of a lotação offers of its agenda; nothing to who does not coordinate its unit. */
export function useAgendaActs(profissional: string, imported: boolean): (lotacao: string) => { title: string; icon: IconName; onAct: () => void }[] {
    const { may } = useInside();
    const municipio = askedMunicipio(useMunicipios());
    const manages = may("agenda_gerenciar");
    const { data } = useLoad(
        async (signal): Promise<Estado[]> => (manages ? (await get("/api/v1/profissionais/{profissional}/agendas", { path: { profissional }, query: { municipio }, signal })).itens : []),
        [profissional, manages],
    );
    return (lotacao) => {
        const one = data?.find((estado) => estado.lotacao === lotacao);
        if (!one) return [];
        return [
            { title: one.situacao === "nenhuma" ? "Criar configuração de agenda" : "Editar configuração de agenda", icon: "calendar", onAct: () => go(agendaOf(profissional, lotacao)) },
            { title: "Visualizar fechamento de agenda", icon: "ban", onAct: () => go(fechamentoOf(profissional, lotacao)) },
            ...(imported ? [{ title: one.online ? "Editar configuração de agenda online" : "Criar configuração de agenda online", icon: "clock" as const, onAct: () => go(onlineOf(profissional, lotacao)) }] : []),
        ];
    };
}
