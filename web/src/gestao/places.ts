// SPDX-License-Identifier: Apache-2.0
export const kGestao = "/gestao";
export const kTitulo = "Gestão municipal";

/** The tabs of the manual, in its order. Source: manual, 3.11. */
export const kAbas = [
    { title: "Configuração da agenda padrão", to: `${kGestao}/agenda` },
    { title: "Grupos de exames", to: `${kGestao}/grupos-de-exames` },
    { title: "Tipos de serviço", to: `${kGestao}/tipos-de-servico` },
] as const;
export type Aba = (typeof kAbas)[number]["title"];
