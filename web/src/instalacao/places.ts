// SPDX-License-Identifier: Apache-2.0
export const kInstalacao = "/instalacao";
export const kTitulo = "Configurações da instalação";

/** The tabs of the manual, in its order. Source: manual, 3.1. */
export const kAbas = [
    { title: "Conexão", to: `${kInstalacao}/conexao` },
    { title: "Segurança", to: `${kInstalacao}/seguranca` },
    { title: "Servidores", to: `${kInstalacao}/servidores` },
    { title: "Municípios e Responsáveis", to: `${kInstalacao}/municipios` },
    { title: "Configurações avançadas", to: `${kInstalacao}/avancadas` },
] as const;
export type Aba = (typeof kAbas)[number]["title"];
