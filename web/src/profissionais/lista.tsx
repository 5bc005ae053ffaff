// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { post, type Schema } from "../base/api";
import { LinkButton } from "../base/button";
import { CheckField, maskCpf } from "../base/field";
import { ForMunicipio } from "../base/for_municipio";
import { useInside } from "../base/inside";
import { Filters, List, type Column } from "../base/list";
import { useLoad } from "../base/load";
import { Message } from "../base/message";
import { MoreMenu } from "../base/more_menu";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { Screen } from "../base/screen";
import { SearchField } from "../base/search_field";
import { Tag } from "../base/tag";
import { useActs } from "./acts";
import { kProfissionais } from "./places";

type Profissional = Schema<"Profissionais">["itens"][number];

/** «Profissionais»: the users of the system. What is searched stays out of the address: it may be a CPF. */
export function Profissionais() {
    const { may } = useInside();
    const { fixed, chosen } = useMunicipios();
    return (
        <Screen
            title="Profissionais"
            lead="Quem usa o sistema: os profissionais importados do SCNES e, excepcionalmente, os cadastrados aqui. Cada um entra com o CPF e a senha pessoal."
            actions={may("profissionais_gerenciar") && (fixed || chosen) && <LinkButton look="primary" icon="plus" to={`${kProfissionais}/cadastrar`}>Cadastrar profissional</LinkButton>}
        >
            <ForMunicipio what="os seus profissionais"><ProfissionalList /></ForMunicipio>
        </Screen>
    );
}

function ProfissionalList() {
    const municipios = useMunicipios();
    const municipio = askedMunicipio(municipios);
    const [{ texto, inativos, pagina }, setSearch] = useState({ texto: "", inativos: false, pagina: 1 });
    const load = useLoad(
        (signal) => post("/api/v1/profissionais/busca", { query: { municipio }, body: { texto, inativos, pagina }, signal }),
        [texto, inativos, pagina, municipios.chosen],
    );
    const { actsOf, dialogs } = useActs(load.reload);
    const columns: Column<Profissional>[] = [
        { title: "Nome", cell: (one) => <Name profissional={one} />, heads: true },
        { title: "CPF", cell: ({ cpf, bloqueado }) => <span class={bloqueado ? "whole blocked" : "whole"}>{maskCpf(cpf)}</span> },
        { title: "CNS", cell: ({ cns, bloqueado }) => <span class={bloqueado ? "blocked" : undefined}>{cns || "–"}</span> },
        { title: "Origem", cell: ({ origem }) => (origem === "cnes" ? "SCNES" : "Cadastrado no sistema") },
        {
            title: "Ações",
            actions: true,
            cell: (one) => (
                <>
                    <LinkButton small look="plain" icon="search" to={`${kProfissionais}/${one.id}`} aria-label={`Visualizar ${one.nome}`}>Visualizar</LinkButton>
                    {actsOf(one).length > 0 && <MoreMenu of={one.nome} acts={actsOf(one)} />}
                </>
            ),
        },
    ];
    return (
        <>
            <Filters>
                <SearchField id="busca" label="Pesquisar por nome, CPF ou CNS" value="" onSearch={(text) => setSearch({ texto: text, inativos, pagina: 1 })} />
                <CheckField id="inativos" label="Mostrar profissionais inativos" checked={inativos} onInput={(checked) => setSearch({ texto, inativos: checked, pagina: 1 })} />
            </Filters>
            {load.data?.itens.some(({ bloqueado }) => bloqueado) && (
                <Message kind="warning" title="Os profissionais em vermelho, com a indicação «Bloqueado», erraram a senha além do limite.">Use «Mais opções» e «Desbloquear e redefinir senha».</Message>
            )}
            <List
                load={load}
                caption="Profissionais"
                columns={columns}
                rowKey={({ id }) => id}
                one="profissional"
                many="profissionais"
                page={pagina}
                onPage={(page) => setSearch({ texto, inativos, pagina: page })}
                empty={texto ? { title: "Nenhum profissional com este nome, CPF ou CNS." } : { title: "Nenhum profissional ainda.", text: "Importe o arquivo do CNES do município." }}
            />
            {dialogs}
        </>
    );
}

function Name({ profissional: { nome, ativo, bloqueado } }: { profissional: Profissional }) {
    return (
        <span class={bloqueado ? "long blocked" : "long"}>
            {nome} {bloqueado && <Tag tone="bad">Bloqueado</Tag>} {!ativo && <Tag tone="off">Inativo</Tag>}
        </span>
    );
}
