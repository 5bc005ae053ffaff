// SPDX-License-Identifier: Apache-2.0
import type { Module } from "../base/modules";
import { Importacao } from "./importacao";
import { Report } from "./report";

export const cnes: Module = {
    title: "CNES",
    summary: "Importe unidades, equipes e profissionais do cadastro nacional.",
    icon: "hospital",
    path: "/cnes",
    permission: "cnes_ver",
    routes: [
        { path: "/cnes", title: "Importação de CNES", permission: "cnes_ver", screen: Importacao, listed: true },
        { path: "/cnes/importacoes/:importacao", title: "Relatório da importação", permission: "cnes_ver", screen: Report },
    ],
};
