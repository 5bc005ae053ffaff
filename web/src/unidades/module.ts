// SPDX-License-Identifier: Apache-2.0
import type { Module } from "../base/modules";
import { EquipeScreen } from "./equipe";
import { Unidades } from "./lista";
import { kUnidades } from "./places";
import { UnidadeScreen } from "./unidade";

export const unidades: Module = {
    title: "Unidades de Saúde",
    summary: "Veja os estabelecimentos, as equipes e os profissionais como estão no CNES.",
    icon: "clinic",
    path: kUnidades,
    permission: "unidades_ver",
    routes: [
        { path: kUnidades, title: "Unidades de Saúde", permission: "unidades_ver", screen: Unidades, listed: true },
        { path: `${kUnidades}/:cnes`, title: "Unidade de saúde", permission: "unidades_ver", screen: UnidadeScreen },
        { path: `${kUnidades}/:cnes/:aba`, title: "Unidade de saúde", permission: "unidades_ver", screen: UnidadeScreen },
        { path: `${kUnidades}/:cnes/equipes/:ine`, title: "Equipe", permission: "unidades_ver", screen: EquipeScreen },
    ],
};
