// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { address } from "../../base/api";
import { Button } from "../../base/button";
import { asProblem, notify } from "../../base/message";
import { askedMunicipio, useMunicipios } from "../../base/municipio";
import { download } from "../../base/transfer";
import type { LoteEnviado } from "./lotes_enviados";

/** «Salvar em Arquivo»: the zip of the lote, to be carried to who receives it. */
export function SaveButton({ lote, small = false, onSaved }: { lote: LoteEnviado; small?: boolean; onSaved: () => void }) {
    const municipio = askedMunicipio(useMunicipios());
    const [busy, setBusy] = useState(false);
    async function save(): Promise<void> {
        setBusy(true);
        try {
            await download(address("/api/v1/transmissao/lotes/{lote}/arquivo", { path: { lote: lote.id } }), { municipio }, lote.arquivo);
            notify("success", `Lote ${lote.numero} salvo. Procure ${lote.arquivo} entre os seus downloads.`);
            onSaved();
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        } finally {
            setBusy(false);
        }
    }
    return (
        <Button small={small} look={small ? "plain" : "secondary"} icon="saveFile" busy={busy} onClick={() => void save()} {...(small ? { "aria-label": `Salvar em Arquivo o lote ${lote.numero}` } : {})}>
            Salvar em Arquivo
        </Button>
    );
}
