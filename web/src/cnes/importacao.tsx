// SPDX-License-Identifier: Apache-2.0
import { get } from "../base/api";
import { MunicipioChoice, askedMunicipio, useMunicipios } from "../base/municipio";
import { useLoad, usePolling } from "../base/load";
import { Screen, Section } from "../base/screen";
import { DownloadSteps } from "./download_steps";
import { History } from "./history";
import { emAndamento } from "./importacoes";
import { ImportPanel } from "./import_panel";

/** «Importação de CNES»: the file in, and what became of the earlier ones. */
export function Importacao() {
    const municipios = useMunicipios();
    const municipio = askedMunicipio(municipios);
    const load = useLoad((signal) => get("/api/v1/cnes/importacoes", { query: { municipio }, signal }), [municipios.chosen]);
    const running = load.data?.itens.find((one) => emAndamento(one) && one.trabalho);
    usePolling(load.data?.itens.some(emAndamento) ?? false, 3000, load.reload);
    return (
        <Screen
            title="Importação de CNES"
            lead="Traga para o sistema as unidades de saúde, equipes e profissionais do arquivo XML gerado pelo CNES. Importe de novo a cada atualização feita no SCNES."
        >
            <div class="card">
                <MunicipioChoice />
                <ImportPanel key={municipios.chosen} running={running} onChange={load.reload} />
            </div>
            <DownloadSteps />
            <Section id="historico" title="Histórico de Importações">
                <History load={load} withMunicipio={!municipios.fixed} />
            </Section>
        </Screen>
    );
}
