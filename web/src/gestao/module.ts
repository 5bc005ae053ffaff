// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from "preact";
import type { Module } from "../base/modules";
import { Agenda } from "./agenda";
import { Grupos } from "./grupos";
import { kAbas, kGestao, kTitulo, type Aba } from "./places";
import { Tipos } from "./tipos";

const permission = "gestao_municipal";
const kScreens: Record<Aba, ComponentType<{ captures: Record<string, string> }>> = {
    "Configuração da agenda padrão": Agenda,
    "Grupos de exames": Grupos,
    "Tipos de serviço": Tipos,
};

export const gestao: Module = {
    title: kTitulo,
    summary: "Agenda padrão, grupos de exames e tipos de serviço do município.",
    icon: "city",
    path: kGestao,
    permission,
    routes: [
        { path: kGestao, title: kTitulo, permission, screen: Agenda },
        ...kAbas.map(({ title, to }) => ({ path: to, title, permission, screen: kScreens[title], listed: true })),
    ],
};
