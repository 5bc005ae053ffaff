// SPDX-License-Identifier: Apache-2.0
import type { Crumb } from "../base/screen";
import { kProfissionais, kTrilha } from "../profissionais/places";

/** The three screens of the agenda of a lotação. */
export const agendaOf = (profissional: string, lotacao: string): string => `${kProfissionais}/${profissional}/lotacoes/${lotacao}/agenda`;
export const fechamentoOf = (profissional: string, lotacao: string): string => `${kProfissionais}/${profissional}/lotacoes/${lotacao}/fechamento`;
export const onlineOf = (profissional: string, lotacao: string): string => `${kProfissionais}/${profissional}/lotacoes/${lotacao}/agenda-online`;

export const trailOf = (profissional: string, nome: string | undefined): Crumb[] => [...kTrilha, ...(nome ? [{ title: nome, to: `${kProfissionais}/${profissional}` }] : [])];

export const kDias = ["Segunda-feira", "Terça-feira", "Quarta-feira", "Quinta-feira", "Sexta-feira", "Sábado", "Domingo"];
export const kUteis = 5;
