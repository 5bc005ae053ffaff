// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { Button } from "../../base/button";
import { asProblem, notify } from "../../base/message";
import { askedMunicipio, useMunicipios } from "../../base/municipio";
import { download } from "../../base/transfer";
import type { LoteRecebido } from "./lotes_recebidos";

/** «Imprimir relatório de inconsistências» of one lote, as a CSV file. */
export function LoteCsvButton({ lote, small = false }: { lote: LoteRecebido; small?: boolean }) {
    const municipio = askedMunicipio(useMunicipios());
    const [busy, setBusy] = useState(false);
    async function fetchReport(): Promise<void> {
        setBusy(true);
        try {
            await download(`/api/v1/recebimento/lotes/${encodeURIComponent(lote.id)}/inconsistencias.csv`, { municipio }, "inconsistencias-do-lote.csv");
            notify("success", "Relatório de inconsistências gerado. Procure o arquivo CSV entre os seus downloads.");
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        } finally {
            setBusy(false);
        }
    }
    const name = "Imprimir relatório de inconsistências";
    return (
        <Button small={small} look={small ? "plain" : "secondary"} icon="print" busy={busy} onClick={() => void fetchReport()} {...(small ? { "aria-label": `${name} do lote ${lote.arquivo}`, title: name } : {})}>
            {small ? "Imprimir" : name}
        </Button>
    );
}
