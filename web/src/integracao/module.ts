// SPDX-License-Identifier: Apache-2.0
import type { Module } from "../base/modules";
import { Credenciais } from "./credenciais";

export const integracao: Module = {
    title: "Integração",
    summary: "Credenciais para que outros sistemas enviem fichas pela rede.",
    icon: "key",
    path: "/integracao",
    permission: "credenciais_gerenciar",
    routes: [
        { path: "/integracao", title: "Integração", permission: "credenciais_gerenciar", screen: Credenciais },
        { path: "/integracao/credenciais", title: "Credenciais de integração", permission: "credenciais_gerenciar", screen: Credenciais, listed: true },
    ],
};
