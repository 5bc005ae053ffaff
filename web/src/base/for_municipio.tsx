// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { Message } from "./message";
import { MunicipioChoice, useMunicipios } from "./municipio";

/** What belongs to a município: who may work on several chooses first. `what` ends «Selecione o município para ver …». */
export function ForMunicipio({ what, children }: { what: string; children: ComponentChildren }) {
    const { fixed, chosen } = useMunicipios();
    return (
        <>
            <MunicipioChoice />
            {fixed || chosen ? children : <Message kind="info" title={`Selecione o município para ver ${what}.`} />}
        </>
    );
}
