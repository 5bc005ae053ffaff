// SPDX-License-Identifier: Apache-2.0
import { get, type Schema } from "../base/api";
import { LinkButton } from "../base/button";
import { CheckField, maskCpf } from "../base/field";
import { useInside } from "../base/inside";
import { Filters, List, type Column } from "../base/list";
import { useLoad } from "../base/load";
import { MoreMenu } from "../base/more_menu";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { setQuery, useQuery } from "../base/router";
import { Section } from "../base/screen";
import { Tag } from "../base/tag";
import { useActs } from "../profissionais/acts";
import { kProfissionais } from "../profissionais/places";

type Lotado = Schema<"Lotados">["itens"][number];

/** Who works in a unit or in one of its teams; who no longer does, when one asks. */
export function Lotados({ cnes, ine = "" }: { cnes: string; ine?: string }) {
    const query = useQuery();
    const municipio = askedMunicipio(useMunicipios());
    const [inativos, pagina] = [query.get("inativos") ?? "", Number(query.get("pagina") ?? 1)];
    const load = useLoad(
        (signal) => get("/api/v1/unidades/{cnes}/profissionais", { path: { cnes }, query: { ine, inativos, pagina: String(pagina), municipio }, signal }),
        [cnes, ine, inativos, pagina],
    );
    const { may } = useInside();
    const { actsOf, dialogs } = useActs(load.reload);
    const columns: Column<Lotado>[] = [
        { title: "Nome", cell: ({ nome, ativa }) => <span class="long">{nome} {!ativa && <Tag tone="off">Sem lotação ativa</Tag>}</span>, heads: true },
        { title: "CNS", cell: ({ cns }) => cns || "–" },
        { title: "CPF", cell: ({ cpf }) => <span class="whole">{maskCpf(cpf)}</span> },
        {
            title: "CBO",
            cell: ({ cbo, cbo_titulo, equipe, microarea }) => (
                <span class="long">
                    {cbo} – {cbo_titulo}
                    {!ine && equipe && <small>{equipe}</small>}
                    {microarea && <small>Microárea {microarea}</small>}
                </span>
            ),
        },
        ...(may("profissionais_ver")
            ? [
                  {
                      title: "Ações",
                      actions: true,
                      cell: ({ profissional, nome, cbo }: Lotado) => {
                          // Whether she is locked is seen where she is: a reset unlocks her in any case.
                          const acts = actsOf({ id: profissional, nome, ativo: true, bloqueado: false });
                          return (
                              <>
                                  <LinkButton small look="plain" icon="search" to={`${kProfissionais}/${profissional}`} aria-label={`Visualizar ${nome}, CBO ${cbo}`}>Visualizar</LinkButton>
                                  {acts.length > 0 && <MoreMenu of={`${nome}, CBO ${cbo}`} acts={acts} />}
                              </>
                          );
                      },
                  },
              ]
            : []),
    ];
    return (
        <Section id="profissionais" title="Profissionais">
            <Filters>
                <CheckField id="inativos" label="Mostrar profissionais sem lotação ativa" checked={inativos === "true"} onInput={(checked) => setQuery({ inativos: checked ? "true" : undefined, pagina: undefined })} />
            </Filters>
            <List
                load={load}
                caption="Profissionais"
                columns={columns}
                rowKey={({ profissional, cbo, equipe }) => `${profissional} ${cbo} ${equipe}`}
                one="lotação"
                many="lotações"
                page={pagina}
                onPage={(page) => setQuery({ pagina: page > 1 ? String(page) : undefined })}
                empty={{ title: ine ? "Nenhum profissional lotado nesta equipe." : "Nenhum profissional lotado nesta unidade." }}
            />
            {dialogs}
        </Section>
    );
}
