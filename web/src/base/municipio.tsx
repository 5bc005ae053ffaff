// SPDX-License-Identifier: Apache-2.0
// The município one works on: the acesso's own, or the one the administrador da instalação chose.
import { useEffect } from "preact/hooks";
import { get, type Schema } from "./api";
import { setZone } from "./format";
import { activeAcesso, type Sessao } from "./session";
import { createStore, useStore } from "./store";
import { SelectField } from "./field";

export type Municipio = Schema<"Municipios">["itens"][number];

interface Municipios {
    list: Municipio[];
    chosen?: string | undefined;
    fixed: boolean;
}
export const municipios = createStore<Municipios>({ list: [], fixed: true });
const kChosen = "aroeira.municipio";

/** Loads the list once per acesso, before the first screen that needs a zone is drawn. */
export async function loadMunicipios(sessao: Sessao): Promise<void> {
    const own = activeAcesso(sessao)?.municipio;
    const list = sessao.permissoes.includes("municipios_ver") ? (await get("/api/v1/municipios")).itens : [];
    const kept = sessionStorage.getItem(kChosen) ?? undefined;
    const only = list.length === 1 ? list[0]?.ibge : undefined;
    const chosen = own ?? only ?? list.find(({ ibge }) => ibge === kept)?.ibge;
    setZone(list.find(({ ibge }) => ibge === chosen)?.fuso);
    municipios.set({ list, chosen, fixed: own !== undefined });
}

export function chooseMunicipio(ibge: string): void {
    const now = municipios.get();
    sessionStorage.setItem(kChosen, ibge);
    setZone(now.list.find((one) => one.ibge === ibge)?.fuso);
    municipios.set({ ...now, chosen: ibge || undefined });
}

export function useMunicipios(): Municipios {
    return useStore(municipios);
}

/** The `municipio` parameter of a call: only who may work on several has to say which. */
export function askedMunicipio({ fixed, chosen }: Municipios): string | undefined {
    return fixed ? undefined : chosen;
}

/** Asks the administrador da instalação for the município; invisible to who has only one. */
export function MunicipioChoice({ onChange }: { onChange?: () => void }) {
    const { list, chosen, fixed } = useMunicipios();
    useEffect(() => onChange?.(), [chosen]);
    if (fixed) return null;
    return (
        <div class="municipio-choice">
            <SelectField
                id="municipio"
                label="Município"
                value={chosen ?? ""}
                onInput={chooseMunicipio}
                options={[{ value: "", label: "Selecione o município" }, ...list.map((one) => ({ value: one.ibge, label: `${one.nome} – ${one.uf}` }))]}
                hint={list.length === 0 ? "Nenhum município ativo nesta instalação." : undefined}
            />
        </div>
    );
}
