// SPDX-License-Identifier: Apache-2.0
import { get } from "../../base/api";
import { isoDay, month, number } from "../../base/format";
import { Empty } from "../../base/list";
import { Loaded, useLoad } from "../../base/load";
import { askedMunicipio, useMunicipios } from "../../base/municipio";
import { useQuery } from "../../base/router";
import { Facts, Screen, Section } from "../../base/screen";
import { kRecebimento } from "../places";
import { RecuperarButton } from "./recuperar";
import { kTrilha, Totals } from "./lotes_recebidos";

/** «Visualizar» of one CNES: the number of fichas by tipo. */
export function DoCnes({ captures }: { captures: Record<string, string> }) {
    const municipio = askedMunicipio(useMunicipios());
    const cnes = captures["cnes"] ?? "";
    const mes = useQuery().get("mes") ?? isoDay(Date.now()).slice(0, 7).replace("-", "");
    const load = useLoad((signal) => get("/api/v1/recebimento/cnes/{cnes}", { path: { cnes }, query: { mes, municipio }, signal }), [cnes, mes]);
    return (
        <Screen title={`CNES ${cnes}`} trail={[...kTrilha, { title: "Recebimento por CNES", to: `${kRecebimento}/cnes?mes=${mes}` }]} lead={load.data?.unidade} actions={<RecuperarButton cnes={cnes} />}>
            <Loaded load={load}>
                {({ por_tipo, unidade }) => (
                    <>
                        <Facts
                            items={[
                                ["CNES", cnes],
                                ["Unidade de saúde", unidade ?? "Não consta no CNES importado"],
                                ["Mês de recebimento", month(mes)],
                                ["Fichas recebidas", number(por_tipo.reduce((sum, one) => sum + one.validas + one.invalidas, 0))],
                            ]}
                        />
                        <Section id="por-tipo" title="Fichas recebidas por tipo">
                            {por_tipo.length === 0 ? <Empty title={`Nenhuma ficha recebida em ${month(mes)}.`} /> : <Totals totals={por_tipo} />}
                        </Section>
                    </>
                )}
            </Loaded>
        </Screen>
    );
}
