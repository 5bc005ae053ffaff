// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { get } from "../base/api";
import { useInside } from "../base/inside";
import { useLoad } from "../base/load";
import { Message } from "../base/message";
import { MunicipioChoice, useMunicipios } from "../base/municipio";
import { Link } from "../base/router";
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
            {tab !== "recebimento" && may("transmissao_gerenciar") && <SemInternet />}
            {asks && <MunicipioChoice />}
            {asks && !chosen ? <Message kind="info" title={`Selecione o município para ver ${municipioFor}.`} /> : children}
        </Screen>
    );
}

/** Sending depends on the internet: it is off while the connection is, and says so. */
function SemInternet() {
    const { may } = useInside();
    const { data } = useLoad((signal) => get("/api/v1/instalacao", { signal }), []);
    if (data?.internet !== false) return null;
    return (
        <Message kind="warning" title="O envio está parado: a conexão com a internet está desabilitada.">
            Os lotes continuam a ser gerados e podem ser salvos em arquivo. {may("instalacao_configurar") && <>Para enviar pela rede, <Link to="/instalacao/conexao">habilite a conexão</Link>.</>}
        </Message>
    );
}
