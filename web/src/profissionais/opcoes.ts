// SPDX-License-Identifier: Apache-2.0
import { get, type Schema } from "../base/api";
import { useLoad } from "../base/load";

export type Opcoes = Schema<"OpcoesDoCadastro">;

/** States and class councils; nothing until they are here. */
export function useOpcoes(): Opcoes | undefined {
    return useLoad((signal) => get("/api/v1/enderecos/opcoes", { signal }), []).data;
}

/** The municípios of a state. */
export function useCidades(uf: string): { codigo: string; nome: string }[] {
    return useLoad(async (signal) => (uf ? (await get("/api/v1/enderecos/cidades/{uf}", { path: { uf }, signal })).itens : []), [uf]).data ?? [];
}

export function useCidade(uf: string, ibge: string): string | undefined {
    return useCidades(uf).find(({ codigo }) => codigo === ibge)?.nome;
}
