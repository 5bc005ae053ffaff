// SPDX-License-Identifier: Apache-2.0
import type { Module } from "../base/modules";
import { Catalogo } from "./catalogo";
import { ConfiguracaoDeImpressao } from "./impressao";
import { kImpressao, kProcessamento, kRelatorios, kTitle } from "./places";
import { Processamento } from "./processamento";
import { Relatorio } from "./relatorio";

/** What managers, coordinators and professionals see. Source: manual PEC, 8. */
export const relatorios: Module = {
    title: kTitle,
    summary: "Veja a produção e os cadastros em números, por período, unidade, equipe e profissional.",
    icon: "chartBar",
    path: kRelatorios,
    permission: "relatorios_ver",
    area: "Acompanhamento",
    routes: [
        { path: kRelatorios, title: kTitle, permission: "relatorios_ver", screen: Catalogo, listed: true },
        { path: `${kRelatorios}/:relatorio`, title: "Relatório", permission: "relatorios_ver", screen: Relatorio },
    ],
};

/** What the administrador da instalação manages. Source: manual, 3.7.6. */
export const gestaoDeRelatorios: Module = {
    title: kTitle,
    summary: "Limite o que cada relatório pode pedir ao servidor e processe os números quando precisar.",
    icon: "chartBar",
    path: kImpressao,
    permission: "relatorios_configurar",
    routes: [
        { path: kImpressao, title: "Configuração de impressão", permission: "relatorios_configurar", screen: ConfiguracaoDeImpressao, listed: true },
        { path: kProcessamento, title: "Processamento de relatórios", permission: "relatorios_configurar", screen: Processamento, listed: true },
    ],
};
