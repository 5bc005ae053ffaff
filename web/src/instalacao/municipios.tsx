// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, put, type Schema } from "../base/api";
import { Button } from "../base/button";
import { ComboField } from "../base/combo";
import { Confirm } from "../base/dialog";
import type { Option } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { dateTime } from "../base/format";
import { List, type Column } from "../base/list";
import { useLoad, type Load } from "../base/load";
import { notify } from "../base/message";
import { loadMunicipios } from "../base/municipio";
import { useInside } from "../base/inside";
import { setQuery, useQuery } from "../base/router";
import { Section } from "../base/screen";
import { InstalacaoFrame } from "./frame";

type Municipio = Schema<"MunicipioDaInstalacao">;
type Page = Schema<"MunicipiosDaInstalacao">;

const kLabels = { municipio: "Município", responsavel: "Responsável" };

async function searchMunicipios(busca: string, signal: AbortSignal): Promise<Option[]> {
    const { itens } = await get("/api/v1/instalacao/municipios-nacionais", { query: { busca }, signal });
    return itens.map(({ ibge, nome, uf }) => ({ value: ibge, label: `${nome} – ${uf}` }));
}

/** The base goes with the id: the same person may be in the registry of several municípios. */
async function searchProfissionais(busca: string, signal: AbortSignal): Promise<Option[]> {
    const { itens } = await get("/api/v1/instalacao/profissionais", { query: { busca }, signal });
    return itens.map(({ base, id, nome, cpf }) => ({ value: `${base}/${id}`, label: `${nome} (CPF ${cpf})` }));
}

/** «Municípios e Responsáveis»: one administrador municipal for each. Source: manual, 3.1.4. */
export function Municipios() {
    const query = useQuery();
    const pagina = Number(query.get("pagina") ?? "1");
    const [chosen, setChosen] = useState<Option>();
    const load = useLoad((signal) => get("/api/v1/instalacao/responsaveis", { query: { pagina: String(pagina) }, signal }), [pagina]);
    const columns: Column<Municipio>[] = [
        { title: "Município", cell: ({ nome, uf }) => `${nome} – ${uf}`, heads: true },
        { title: "Responsável", cell: ({ responsavel }) => responsavel?.nome ?? "Nenhum" },
        { title: "Desde", cell: ({ responsavel }) => dateTime(responsavel?.desde_ms) },
        {
            title: "Ações",
            actions: true,
            cell: ({ ibge, nome, uf, responsavel }) => (
                <Button small look="plain" icon="edit" aria-label={`${responsavel ? "Trocar" : "Escolher"} o responsável de ${nome}`} onClick={() => setChosen({ value: ibge, label: `${nome} – ${uf}` })}>
                    {responsavel ? "Trocar" : "Escolher"}
                </Button>
            ),
        },
    ];
    return (
        <InstalacaoFrame aba="Municípios e Responsáveis">
            <section class="card" aria-labelledby="responsavel-municipal">
                <h2 id="responsavel-municipal">Responsável municipal</h2>
                <Choose key={chosen?.value ?? ""} municipio={chosen} load={load} onSaved={() => { setChosen(undefined); load.reload(); }} />
            </section>
            <Section id="municipios-da-instalacao" title="Municípios da instalação">
                <List
                    load={load}
                    caption="Municípios da instalação e seus responsáveis"
                    columns={columns}
                    rowKey={({ ibge }) => ibge}
                    one="município"
                    many="municípios"
                    page={pagina}
                    onPage={(page) => setQuery({ pagina: String(page) })}
                    empty={{ title: "Nenhum município nesta instalação.", text: "Escolha acima o município e o seu responsável." }}
                />
            </Section>
        </InstalacaoFrame>
    );
}

function Choose({ municipio: given, load, onSaved }: { municipio: Option | undefined; load: Load<Page>; onSaved: () => void }) {
    const { sessao } = useInside();
    const [municipio, setMunicipio] = useState(given);
    const [responsavel, setResponsavel] = useState<Option>();
    const [replacing, setReplacing] = useState<Municipio>();
    const known = load.data?.itens.find(({ ibge }) => ibge === municipio?.value);
    const form = useForm({
        initial: { municipio: "", responsavel: "" },
        check: () => ({
            ...(municipio ? {} : { municipio: "Escolha o município ou o Distrito Federal na lista." }),
            ...(responsavel ? {} : { responsavel: "Escolha um profissional da base local na lista." }),
        }),
        submit: async () => {
            if (known?.responsavel && !replacing) return setReplacing(known);
            await save();
        },
        onStale: load.reload,
    });
    async function save(): Promise<void> {
        setReplacing(undefined);
        const [base = "", profissional = ""] = responsavel?.value.split("/") ?? [];
        await put("/api/v1/instalacao/responsaveis/{municipio}", { path: { municipio: municipio?.value ?? "" }, body: { base, profissional, versao: known?.responsavel?.versao ?? 0 } });
        notify("success", `${responsavel?.label.replace(/ \(CPF .*/, "")} responde por ${municipio?.label} e tem o acesso de administrador municipal.`);
        // A município that was not of the installation is now one of those to choose from.
        if (sessao) await loadMunicipios(sessao);
        setMunicipio(undefined);
        setResponsavel(undefined);
        onSaved();
    }
    return (
        <>
            <FormFrame form={form} submit="Salvar" labels={kLabels}>
                <p class="hint">O responsável recebe o perfil de administrador municipal. Cada município tem um só: quem respondia por ele perde o acesso.</p>
                <ComboField id="municipio" label={kLabels.municipio} hint="Município ou Distrito Federal." error={form.errors.municipio} search={searchMunicipios} chosen={municipio} onChoose={(option) => { setMunicipio(option); form.set("municipio", ""); }} />
                <ComboField id="responsavel" label={kLabels.responsavel} hint="Um profissional da base local." error={form.errors.responsavel} search={searchProfissionais} chosen={responsavel} onChoose={(option) => { setResponsavel(option); form.set("responsavel", ""); }} />
            </FormFrame>
            {replacing && (
                <Confirm title={`Trocar o responsável de ${replacing.nome}?`} act="Trocar" busy={form.busy} onAct={() => void form.send()} onClose={() => setReplacing(undefined)}>
                    <p>{replacing.responsavel?.nome} deixa de ser administrador municipal de {replacing.nome}. O acesso passa a {responsavel?.label.replace(/ \(CPF .*/, "")}.</p>
                </Confirm>
            )}
        </>
    );
}
