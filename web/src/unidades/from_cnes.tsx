// SPDX-License-Identifier: Apache-2.0
import { Message } from "../base/message";

/** Why nothing here can be changed, and where it is. */
export function FromCnes() {
    return (
        <Message kind="info" title="Estes dados vêm do SCNES e não podem ser alterados aqui.">
            Corrija-os no SCNES e importe o arquivo de novo. Mantenha as informações sempre atualizadas no SCNES, a fim de evitar erros de validação das informações enviadas ao SISAB.
        </Message>
    );
}
