// SPDX-License-Identifier: Apache-2.0
// The import of a CNES file as the server tells it.
import type { Schema } from "../base/api";

export type Importacao = Schema<"Importacoes">["itens"][number];
export type Relatorio = Schema<"Importacao">;
export type Contagem = Relatorio["unidades"];

export const kGrupos = [
    ["unidades", "Unidades de saúde"],
    ["equipes", "Equipes"],
    ["profissionais", "Profissionais"],
    ["lotacoes", "Lotações"],
] as const;

/** What one group counts, with the words of the report. */
export const kContagens = [
    ["novas", "Novos"],
    ["atualizadas", "Atualizados"],
    ["inativadas", "Inativados"],
    ["inalteradas", "Inalterados"],
    ["rejeitadas", "Rejeitados"],
] as const;

const kTipos: Record<string, string> = { unidade: "Unidade de saúde", equipe: "Equipe", profissional: "Profissional", lotacao: "Lotação" };
export const nomeDoTipo = (tipo: string): string => kTipos[tipo] ?? tipo;

export const emAndamento = ({ situacao }: Importacao): boolean => situacao === "aguardando" || situacao === "executando";

export function soma(relatorio: Relatorio, what: keyof Contagem): number {
    return kGrupos.reduce((sum, [group]) => sum + relatorio[group][what], 0);
}
