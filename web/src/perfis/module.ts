// SPDX-License-Identifier: Apache-2.0
import type { Module } from "../base/modules";
import { EditPerfil, ViewPerfil } from "./edit";
import { Perfis } from "./list";
import { CopyPerfil, NewPerfil } from "./new";

export const perfis: Module = {
    title: "Perfis",
    summary: "O que cada perfil de acesso pode fazer no sistema.",
    icon: "usersCog",
    path: "/perfis",
    permission: "perfis_ver",
    routes: [
        { path: "/perfis", title: "Perfis", permission: "perfis_ver", screen: Perfis, listed: true },
        { path: "/perfis/novo", title: "Cadastrar perfil", permission: "perfis_gerenciar", screen: NewPerfil, listed: true },
        { path: "/perfis/:perfil", title: "Visualizar perfil", permission: "perfis_ver", screen: ViewPerfil },
        { path: "/perfis/:perfil/editar", title: "Editar perfil", permission: "perfis_gerenciar", screen: EditPerfil },
        { path: "/perfis/:perfil/copiar", title: "Copiar perfil", permission: "perfis_gerenciar", screen: CopyPerfil },
    ],
};
