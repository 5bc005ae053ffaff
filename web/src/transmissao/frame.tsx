// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { useInside } from "../base/inside";
import { Message } from "../base/message";
import { MunicipioChoice, useMunicipios } from "../base/municipio";
import { Screen } from "../base/screen";
import { Tabs } from "../base/tabs";
import { kConfiguracao, kEnvio, kRecebimento, kTransmissaoDeDados } from "./places";

interface Props {
    tab: "configuracao" | "envio" | "recebimento";
    actions?: ComponentChildren;
    /** The views of the tab. */
    views?: ComponentChildren;
    /** What a município has to be chosen for; nothing when the view is of the whole installation. */
    municipioFor?: string;
    children: ComponentChildren;
}

/** The three functions of the module, around each of its views. Source: manual, 3.7.3. */
export function TransmissaoFrame({ tab, actions, views, municipioFor, children }: Props) {
    const { may } = useInside();
    const { fixed, chosen } = useMunicipios();
    const asks = municipioFor !== undefined && !fixed;
    const tabs = [
        ...(may("transmissao_gerenciar")
            ? [
                  { title: "Configuração", to: kConfiguracao, current: tab === "configuracao" },
                  { title: "Envio", to: kEnvio, current: tab === "envio" },
              ]
            : []),
        ...(may("fichas_ver") ? [{ title: "Recebimento", to: kRecebimento, current: tab === "recebimento" }] : []),
    ];
    return (
        <Screen title={kTransmissaoDeDados} actions={asks && !chosen ? undefined : actions}>
            <Tabs label={kTransmissaoDeDados} tabs={tabs} />
            {views}
            {asks && <MunicipioChoice />}
            {asks && !chosen ? <Message kind="info" title={`Selecione o município para ver ${municipioFor}.`} /> : children}
        </Screen>
    );
}
