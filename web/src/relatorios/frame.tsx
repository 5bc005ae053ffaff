// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { Screen } from "../base/screen";
import { Tabs } from "../base/tabs";
import { kImpressao, kProcessamento, kTitle } from "./places";

/** The two parts of the module of the administrador da instalação. Source: manual, 3.7.6. */
export function GestaoFrame({ tab, children }: { tab: "impressao" | "processamento"; children: ComponentChildren }) {
    return (
        <Screen title={kTitle}>
            <Tabs
                label={kTitle}
                tabs={[
                    { title: "Configuração de impressão", to: kImpressao, current: tab === "impressao" },
                    { title: "Processamento", to: kProcessamento, current: tab === "processamento" },
                ]}
            />
            {children}
        </Screen>
    );
}
