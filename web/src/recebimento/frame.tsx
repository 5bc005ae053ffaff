// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { useInside } from "../base/inside";
import { Message } from "../base/message";
import { MunicipioChoice, useMunicipios } from "../base/municipio";
import { Screen } from "../base/screen";
import { Tabs } from "../base/tabs";
import { kRecebimento } from "./lotes_recebidos";

type View = "lote" | "cnes" | "processamento";

/** The module's tabs around its three views. */
export function RecebimentoFrame({ view, actions, children }: { view: View; actions?: ComponentChildren; children: ComponentChildren }) {
    const { may } = useInside();
    const { fixed, chosen } = useMunicipios();
    const needsMunicipio = view !== "processamento" && !fixed;
    const tabs = [
        { title: "Recebimento por lote", to: kRecebimento, current: view === "lote" },
        { title: "Recebimento por CNES", to: `${kRecebimento}/cnes`, current: view === "cnes" },
        ...(may("processamento_configurar") ? [{ title: "Configurar processamento", to: `${kRecebimento}/processamento`, current: view === "processamento" }] : []),
    ];
    return (
        <Screen title="Transmissão de Dados" actions={needsMunicipio && !chosen ? undefined : actions}>
            <Tabs label="Transmissão de Dados" tabs={[{ title: "Recebimento", to: kRecebimento, current: true }]} />
            <Tabs label="Recebimento" tabs={tabs} sub />
            {needsMunicipio && <MunicipioChoice />}
            {needsMunicipio && !chosen ? <Message kind="info" title="Selecione o município para ver o que ele recebeu." /> : children}
        </Screen>
    );
}
