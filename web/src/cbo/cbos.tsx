// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, post, type Schema } from "../base/api";
import { Button } from "../base/button";
import { CheckField } from "../base/field";
import { ForMunicipio } from "../base/for_municipio";
import { count } from "../base/format";
import { useInside } from "../base/inside";
import { Filters, List, type Column } from "../base/list";
import { useLoad } from "../base/load";
import { asProblem, notify } from "../base/message";
import { MoreMenu } from "../base/more_menu";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { setQuery, useQuery } from "../base/router";
import { Screen } from "../base/screen";
import { SearchField } from "../base/search_field";
import { Tag } from "../base/tag";
import { EditCbo } from "./edit_cbo";

export type Cbo = Schema<"Cbo">;

/** «CBO»: who may have a lotação in the município, and how long an appointment of each takes. */
export function Cbos() {
    return (
        <Screen title="CBO" lead="As ocupações da Classificação Brasileira de Ocupações que podem ser lotadas nas unidades de saúde e o intervalo de agendamento de cada uma.">
            <ForMunicipio what="os seus CBOs"><CboList /></ForMunicipio>
        </Screen>
    );
}

function CboList() {
    const query = useQuery();
    const municipios = useMunicipios();
    const municipio = askedMunicipio(municipios);
    const { may } = useInside();
    const [editing, setEditing] = useState<Cbo>();
    const [busca, indisponiveis, pagina] = [query.get("busca") ?? "", query.get("indisponiveis") ?? "", Number(query.get("pagina") ?? 1)];
    const load = useLoad(
        (signal) => get("/api/v1/cbo", { query: { pagina: String(pagina), busca, indisponiveis, municipio }, signal }),
        [busca, indisponiveis, pagina, municipios.chosen],
    );
    async function turn(one: Cbo): Promise<void> {
        try {
            const options = { path: { cbo: one.cbo }, query: { municipio } };
            if (one.disponivel) await post("/api/v1/cbo/{cbo}/indisponibilizar", options);
            else await post("/api/v1/cbo/{cbo}/disponibilizar", options);
            notify("success", one.disponivel ? `${one.cbo} – ${one.titulo}: indisponível para lotação. As lotações que já existem continuam.` : `${one.cbo} – ${one.titulo}: disponível para lotação.`);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        load.reload();
    }
    const columns: Column<Cbo>[] = [
        { title: "Código", cell: ({ cbo }) => <span class="code">{cbo}</span>, heads: true },
        { title: "Nome", cell: ({ titulo }) => <span class="long">{titulo}</span> },
        { title: "Intervalo entre as consultas", cell: ({ intervalo_minutos }) => (intervalo_minutos === undefined ? "Padrão do município" : count(intervalo_minutos, "minuto", "minutos")) },
        { title: "Situação", cell: ({ disponivel }) => (disponivel ? <Tag tone="good">Disponível</Tag> : <Tag tone="off">Indisponível para lotação</Tag>) },
        ...(may("cbo_gerenciar")
            ? [
                  {
                      title: "Ações",
                      actions: true,
                      cell: (one: Cbo) => (
                          <>
                              <Button small look="plain" icon="edit" aria-label={`Editar ${one.cbo} – ${one.titulo}`} onClick={() => setEditing(one)}>Editar</Button>
                              <MoreMenu
                                  of={`${one.cbo} – ${one.titulo}`}
                                  acts={[{ title: one.disponivel ? "Indisponível para lotação" : "Disponibilizar para lotação", icon: one.disponivel ? "ban" : "play", onAct: () => void turn(one) }]}
                              />
                          </>
                      ),
                  },
              ]
            : []),
    ];
    return (
        <>
            <Filters>
                <SearchField id="busca" label="Pesquisar por nome ou código" value={busca} onSearch={(text) => setQuery({ busca: text || undefined, pagina: undefined })} />
                <CheckField
                    id="indisponiveis"
                    label="Mostrar CBOs indisponíveis para lotação"
                    checked={indisponiveis === "true"}
                    onInput={(checked) => setQuery({ indisponiveis: checked ? "true" : undefined, pagina: undefined })}
                />
            </Filters>
            <List
                load={load}
                caption="CBOs"
                columns={columns}
                rowKey={({ cbo }) => cbo}
                one="CBO"
                many="CBOs"
                page={pagina}
                onPage={(page) => setQuery({ pagina: page > 1 ? String(page) : undefined })}
                empty={
                    indisponiveis === "true"
                        ? { title: "Nenhum CBO com este nome ou código.", text: "Confira o que foi digitado." }
                        : { title: "Nenhum CBO disponível com este nome ou código.", text: "Marque «Mostrar CBOs indisponíveis para lotação» para procurar também entre os outros." }
                }
            />
            {editing && <EditCbo cbo={editing} onSaved={load.reload} onClose={() => setEditing(undefined)} />}
        </>
    );
}
