// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { Screen } from "../base/screen";
import { Tabs } from "../base/tabs";
import { kAbas, kTitulo, type Aba } from "./places";

export function GestaoFrame({ aba, actions, children }: { aba: Aba; actions?: ComponentChildren; children: ComponentChildren }) {
    return (
        <Screen title={kTitulo} actions={actions}>
            <Tabs label={kTitulo} tabs={kAbas.map((one) => ({ ...one, current: one.title === aba }))} />
            {children}
        </Screen>
    );
}
