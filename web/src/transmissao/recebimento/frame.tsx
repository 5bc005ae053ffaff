// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { useInside } from "../../base/inside";
import { Tabs } from "../../base/tabs";
import { TransmissaoFrame } from "../frame";
import { kRecebimento } from "../places";

type View = "lote" | "cnes" | "processamento";

/** «Recebimento» and its views. */
export function RecebimentoFrame({ view, actions, children }: { view: View; actions?: ComponentChildren; children: ComponentChildren }) {
    const { may } = useInside();
    const views = [
        { title: "Recebimento por lote", to: kRecebimento, current: view === "lote" },
        { title: "Recebimento por CNES", to: `${kRecebimento}/cnes`, current: view === "cnes" },
        ...(may("processamento_configurar") ? [{ title: "Configurar processamento", to: `${kRecebimento}/processamento`, current: view === "processamento" }] : []),
    ];
    return (
        <TransmissaoFrame tab="recebimento" actions={actions} views={<Tabs label="Recebimento" tabs={views} sub />} {...(view === "processamento" ? {} : { municipioFor: "o que ele recebeu" })}>
            {children}
        </TransmissaoFrame>
    );
}
