// SPDX-License-Identifier: Apache-2.0
import type { Module } from "../base/modules";
import { Lotes } from "./lotes";

const permission = "lotes_imunobiologicos";
export const kTitulo = "Lotes de Imunobiológico";

export const imunobiologicos: Module = {
    title: kTitulo,
    summary: "Fabricante, lote e validade, para achá-los ao registrar uma dose.",
    icon: "syringe",
    path: "/imunobiologicos",
    permission,
    area: "Atendimento",
    routes: [{ path: "/imunobiologicos", title: kTitulo, permission, screen: Lotes, listed: true }],
};
