// SPDX-License-Identifier: Apache-2.0
// What is chosen in the steps 1 to 4, as the screen types it and as the server takes it.
import type { Schema } from "../base/api";
import { readDay } from "../base/dates";
import { day, isoDay } from "../base/format";
import type { Errors } from "../base/form";

export const kLabels = {
    inicio: "Período: início",
    fim: "Período: fim",
    tipo: "Tipo de evento",
    registro: "Tipo de registro afetado",
    usuario: "Usuário gerador do evento",
    detalhes: "Detalhes do evento",
    identificador: "Identificador do registro afetado",
    componente: "Componente gerador",
    formato: "Formato",
};
export type Typed = Record<keyof typeof kLabels, string>;
export type Filtros = Schema<"TrilhaPedida">["filtros"];

const kWeekMs = 7 * 24 * 3600 * 1000;

export function untouched(now: number): Typed {
    return { inicio: day(isoDay(now - kWeekMs)), fim: day(isoDay(now)), tipo: "", registro: "", usuario: "", detalhes: "", identificador: "", componente: "", formato: "csv" };
}

/** The period is mandatory; the rest is as one prefers. */
export function check(typed: Typed): Errors<Typed> {
    const [inicio, fim] = [readDay(typed.inicio), readDay(typed.fim)];
    return {
        ...(inicio ? {} : { inicio: "Informe o primeiro dia do período, como 01/10/2026." }),
        ...(!fim ? { fim: "Informe o último dia do período, como 31/10/2026." } : inicio && fim < inicio ? { fim: "O último dia vem antes do primeiro." } : {}),
    };
}

export function filtersOf({ formato: _, ...typed }: Typed): Filtros {
    return {
        ...typed,
        inicio: readDay(typed.inicio) ?? "",
        fim: readDay(typed.fim) ?? "",
        detalhes: typed.detalhes.trim(),
        identificador: typed.identificador.trim(),
        componente: typed.componente.trim(),
    };
}
