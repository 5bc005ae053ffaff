// SPDX-License-Identifier: Apache-2.0
import { get, type Schema } from "../base/api";
import { LinkButton } from "../base/button";
import { CheckField } from "../base/field";
import { Filters, List, type Column } from "../base/list";
import { useLoad } from "../base/load";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { setQuery, useQuery } from "../base/router";
import { Section } from "../base/screen";
import { Tag } from "../base/tag";
import { kUnidades } from "./places";

type Equipe = Schema<"Equipes">["itens"][number];

/** «Equipes» of a unit: those that work, and the others when one asks. */
export function Equipes({ cnes }: { cnes: string }) {
    const municipio = askedMunicipio(useMunicipios());
    const inativas = useQuery().get("inativas") ?? "";
    const load = useLoad(
        async (signal) => {
            const { itens } = await get("/api/v1/unidades/{cnes}/equipes", { path: { cnes }, query: { inativas, municipio }, signal });
            return { itens, total: itens.length };
        },
        [cnes, inativas],
    );
    const columns: Column<Equipe>[] = [
        { title: "Tipo de equipe", cell: ({ tipo }) => tipo },
        { title: "INE", cell: ({ ine }) => <span class="code">{ine}</span> },
        { title: "Código da área", cell: ({ area }) => area || "–" },
        { title: "Nome da equipe", cell: ({ nome, ativa }) => <span class="long">{nome} {!ativa && <Tag tone="off">Inativa</Tag>}</span>, heads: true },
        {
            title: "Ações",
            actions: true,
            cell: ({ ine, nome }) => <LinkButton small look="plain" icon="search" to={`${kUnidades}/${cnes}/equipes/${ine}`} aria-label={`Visualizar a equipe ${nome}`}>Visualizar</LinkButton>,
        },
    ];
    return (
        <Section id="equipes" title="Equipes">
            <Filters>
                <CheckField id="inativas" label="Mostrar equipes inativas" checked={inativas === "true"} onInput={(checked) => setQuery({ inativas: checked ? "true" : undefined })} />
            </Filters>
            <List
                load={load}
                caption="Equipes"
                columns={columns}
                rowKey={({ ine }) => ine}
                one="equipe"
                many="equipes"
                empty={inativas === "true" ? { title: "Esta unidade não tem equipes no CNES." } : { title: "Nenhuma equipe ativa nesta unidade.", text: "Marque «Mostrar equipes inativas» para ver as outras." }}
            />
        </Section>
    );
}
