// SPDX-License-Identifier: Apache-2.0
import { get, type Schema } from "../base/api";
import { LinkButton } from "../base/button";
import { ForMunicipio } from "../base/for_municipio";
import { Filters, List, type Column } from "../base/list";
import { useLoad } from "../base/load";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { setQuery, useQuery } from "../base/router";
import { Screen } from "../base/screen";
import { SearchField } from "../base/search_field";
import { Tag } from "../base/tag";
import { FromCnes } from "./from_cnes";
import { kUnidades } from "./places";

type Unidade = Schema<"UnidadesDeSaude">["itens"][number];

/** «Unidades de Saúde»: what the CNES knows, to be looked at. */
export function Unidades() {
    return (
        <Screen title="Unidades de Saúde" lead="Os estabelecimentos do município, importados do SCNES.">
            <FromCnes />
            <ForMunicipio what="as suas unidades de saúde"><UnidadeList /></ForMunicipio>
        </Screen>
    );
}

function UnidadeList() {
    const query = useQuery();
    const municipios = useMunicipios();
    const [busca, pagina] = [query.get("busca") ?? "", Number(query.get("pagina") ?? 1)];
    const load = useLoad(
        (signal) => get("/api/v1/unidades", { query: { pagina: String(pagina), busca, municipio: askedMunicipio(municipios) }, signal }),
        [busca, pagina, municipios.chosen],
    );
    return (
        <>
            <Filters>
                <SearchField id="busca" label="Pesquisar por nome ou CNES" value={busca} onSearch={(text) => setQuery({ busca: text || undefined, pagina: undefined })} />
            </Filters>
            <List
                load={load}
                caption="Unidades de Saúde"
                columns={columns}
                rowKey={({ cnes }) => cnes}
                one="unidade de saúde"
                many="unidades de saúde"
                page={pagina}
                onPage={(page) => setQuery({ pagina: page > 1 ? String(page) : undefined })}
                empty={busca ? { title: "Nenhuma unidade de saúde com este nome ou CNES." } : { title: "Nenhuma unidade de saúde ainda.", text: "Importe o arquivo do CNES do município." }}
            />
        </>
    );
}

const columns: Column<Unidade>[] = [
    { title: "Unidade de saúde", cell: ({ nome }) => <span class="long">{nome}</span>, heads: true },
    { title: "CNES", cell: ({ cnes }) => <span class="code">{cnes}</span> },
    { title: "Tipo", cell: ({ tipo }) => <span class="long">{tipo}</span> },
    { title: "Situação", cell: ({ ativa }) => (ativa ? <Tag tone="good">Ativa</Tag> : <Tag tone="off">Inativa</Tag>) },
    {
        title: "Ações",
        actions: true,
        cell: ({ cnes, nome }) => (
            <>
                <LinkButton small look="plain" icon="search" to={`${kUnidades}/${cnes}`} aria-label={`Visualizar ${nome}`}>Visualizar</LinkButton>
                <LinkButton small look="plain" icon="users" to={`${kUnidades}/${cnes}/equipes`} aria-label={`Equipe de ${nome}`}>Equipe</LinkButton>
            </>
        ),
    },
];
