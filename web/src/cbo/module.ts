// SPDX-License-Identifier: Apache-2.0
import type { Module } from "../base/modules";
import { Cbos } from "./cbos";

export const cbo: Module = {
    title: "CBO",
    summary: "Escolha que ocupações podem ser lotadas nas unidades e o intervalo entre as consultas de cada uma.",
    icon: "briefcase",
    path: "/cbo",
    permission: "cbo_ver",
    routes: [{ path: "/cbo", title: "CBO", permission: "cbo_ver", screen: Cbos, listed: true }],
};
