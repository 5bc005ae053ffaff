// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from "preact";
import type { Module } from "../base/modules";
import { Avancadas } from "./avancadas";
import { Conexao } from "./conexao";
import { Municipios } from "./municipios";
import { kAbas, kInstalacao, kTitulo, type Aba } from "./places";
import { Seguranca } from "./seguranca";
import { Servidores } from "./servidores";

const permission = "instalacao_configurar";
const kScreens: Record<Aba, ComponentType<{ captures: Record<string, string> }>> = {
    "Conexão": Conexao,
    "Segurança": Seguranca,
    "Servidores": Servidores,
    "Municípios e Responsáveis": Municipios,
    "Configurações avançadas": Avancadas,
};

export const instalacao: Module = {
    title: kTitulo,
    summary: "Conexão, segurança, servidores, municípios e desempenho.",
    icon: "settings",
    path: kInstalacao,
    permission,
    routes: [
        { path: kInstalacao, title: kTitulo, permission, screen: Conexao },
        ...kAbas.map(({ title, to }) => ({ path: to, title, permission, screen: kScreens[title], listed: true })),
    ],
};
