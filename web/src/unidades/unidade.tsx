// SPDX-License-Identifier: Apache-2.0
import { get, type Schema } from "../base/api";
import { Empty, Table } from "../base/list";
import { Loaded, useLoad } from "../base/load";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { Facts, Screen, Section } from "../base/screen";
import { Tabs } from "../base/tabs";
import { Equipes } from "./equipes";
import { FromCnes } from "./from_cnes";
import { Lotados } from "./lotados";
import { kTrilha, kUnidades } from "./places";

type Unidade = Schema<"UnidadeDeSaude">;

const kAbas = [
    { title: "Informações", path: "" },
    { title: "Tipos de serviço", path: "tipos-de-servico" },
    { title: "Equipes", path: "equipes" },
    { title: "Profissionais", path: "profissionais" },
];

/** «Visualizar» of a unit and its four sections. */
export function UnidadeScreen({ captures }: { captures: Record<string, string> }) {
    const municipio = askedMunicipio(useMunicipios());
    const cnes = captures["cnes"] ?? "";
    const aba = captures["aba"] ?? "";
    const load = useLoad((signal) => get("/api/v1/unidades/{cnes}", { path: { cnes }, query: { municipio }, signal }), [cnes]);
    const here = `${kUnidades}/${cnes}`;
    return (
        <Screen title={load.data?.nome ?? `CNES ${cnes}`} trail={kTrilha} lead={load.data && `CNES ${cnes}`}>
            <Tabs label="Unidade de saúde" tabs={kAbas.map(({ title, path }) => ({ title, to: path ? `${here}/${path}` : here, current: path === aba }))} />
            <FromCnes />
            <Loaded load={load}>
                {(unidade) => {
                    switch (aba) {
                        case "tipos-de-servico": return <TiposDeServico unidade={unidade} />;
                        case "equipes": return <Equipes cnes={cnes} />;
                        case "profissionais": return <Lotados cnes={cnes} />;
                        default: return <UnitFacts unidade={unidade} />;
                    }
                }}
            </Loaded>
        </Screen>
    );
}

const orDash = (text: string) => text || "–";

function UnitFacts({ unidade: u }: { unidade: Unidade }) {
    return (
        <>
            <Section id="informacoes" title="Informações">
                <Facts
                    items={[
                        ["Nome", u.nome],
                        ["CNES", u.cnes],
                        ["CNPJ", u.cnpj.replace(/^(.{2})(.{3})(.{3})(.{4})(.{2})$/, "$1.$2.$3/$4-$5")],
                        ["Tipo de unidade", u.tipo],
                        ["Subtipo", orDash(u.subtipo)],
                        ["Complexidade", u.complexidades],
                        ["Situação", u.ativa ? "Ativa" : "Inativa: não veio no último arquivo do CNES"],
                    ]}
                />
            </Section>
            <Section id="contato" title="Contato">
                <Facts
                    items={[
                        ["Telefone", orDash([u.telefone1, u.telefone2].filter(Boolean).join(" / "))],
                        ["Fax", orDash(u.fax)],
                        ["E-mail", orDash(u.email)],
                        ["CEP", u.cep.replace(/^(\d{5})(\d{3})$/, "$1-$2")],
                        ["Logradouro", `${u.logradouro}, ${u.numero}`],
                        ["Complemento", orDash(u.complemento)],
                        ["Bairro", `${u.bairro} – ${u.uf}`],
                        ["Ponto de referência", orDash(u.referencia)],
                    ]}
                />
            </Section>
        </>
    );
}

function TiposDeServico({ unidade: { tipos_servico } }: { unidade: Unidade }) {
    return (
        <Section id="tipos" title="Tipos de serviço">
            <p>Importados de forma automática do SCNES: o arquivo diz a complexidade da unidade e os tipos das suas equipes.</p>
            {tipos_servico.length === 0 ? (
                <Empty title="O CNES não diz que serviços esta unidade oferece." />
            ) : (
                <Table
                    caption="Tipos de serviço"
                    rows={tipos_servico}
                    rowKey={({ nome }) => nome}
                    columns={[
                        { title: "Tipo de serviço", cell: ({ nome }) => nome, heads: true },
                        { title: "Origem", cell: ({ origem }) => origem },
                    ]}
                />
            )}
        </Section>
    );
}
