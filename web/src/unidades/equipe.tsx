// SPDX-License-Identifier: Apache-2.0
import { get } from "../base/api";
import { day } from "../base/format";
import { Loaded, useLoad } from "../base/load";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { Facts, Screen } from "../base/screen";
import { FromCnes } from "./from_cnes";
import { Lotados } from "./lotados";
import { kTrilha, kUnidades } from "./places";

/** «Visualizar» of a team, with who is in it. */
export function EquipeScreen({ captures }: { captures: Record<string, string> }) {
    const municipio = askedMunicipio(useMunicipios());
    const [cnes, ine] = [captures["cnes"] ?? "", captures["ine"] ?? ""];
    const load = useLoad((signal) => get("/api/v1/unidades/{cnes}/equipes/{ine}", { path: { cnes, ine }, query: { municipio }, signal }), [cnes, ine]);
    const trail = [...kTrilha, { title: `CNES ${cnes}`, to: `${kUnidades}/${cnes}` }, { title: "Equipes", to: `${kUnidades}/${cnes}/equipes` }];
    return (
        <Screen title={load.data?.nome ?? `INE ${ine}`} trail={trail}>
            <FromCnes />
            <Loaded load={load}>
                {(equipe) => (
                    <>
                        <Facts
                            items={[
                                ["Tipo de equipe", equipe.tipo],
                                ["Descrição do tipo", equipe.descricao],
                                ["INE", equipe.ine],
                                ["Código da área", equipe.area || "–"],
                                ["Descrição da área", equipe.area_descricao || "–"],
                                ["Situação", equipe.ativa ? "Ativa" : equipe.desativada_em ? `Inativa desde ${day(equipe.desativada_em)}` : "Inativa: não veio no último arquivo do CNES"],
                            ]}
                        />
                        <Lotados cnes={cnes} ine={ine} />
                    </>
                )}
            </Loaded>
        </Screen>
    );
}
