// SPDX-License-Identifier: Apache-2.0
import type { Module } from "../base/modules";
import { Auditoria } from "./auditoria";

export const auditoria: Module = {
    title: "Auditoria",
    summary: "Saiba quais ações foram executadas no sistema e por quem.",
    icon: "history",
    path: "/auditoria",
    permission: "auditoria_gerar",
    routes: [{ path: "/auditoria", title: "Auditoria", permission: "auditoria_gerar", screen: Auditoria, listed: true }],
};
