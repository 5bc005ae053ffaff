// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { post } from "../../base/api";
import { Confirm } from "../../base/dialog";
import { count } from "../../base/format";
import { TrabalhoProgress, type Trabalho } from "../../base/job";
import { asProblem, notify } from "../../base/message";
import { askedMunicipio, useMunicipios } from "../../base/municipio";

/** «Gerar novo lote»: asks, and hands on the work that «Gerar lotes» began. */
export function GenerateDialog({ onBegun, onClose }: { onBegun: (trabalho: string) => void; onClose: () => void }) {
    const municipio = askedMunicipio(useMunicipios());
    const [busy, setBusy] = useState(false);
    async function generate(): Promise<void> {
        setBusy(true);
        try {
            onBegun((await post("/api/v1/transmissao/lotes", { query: { municipio } })).trabalho);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        onClose();
    }
    return (
        <Confirm title="Gerar novo lote" act="Gerar lotes" look="primary" busy={busy} onAct={() => void generate()} onClose={onClose}>
            <p>Todos os dados que ainda não foram enviados serão preparados em um lote de envio para cada instalação ativa.</p>
        </Confirm>
    );
}

/** The work on its way, and what came of it. */
export function GenerateProgress({ trabalho, onEnd }: { trabalho: string; onEnd: () => void }) {
    const end = (ended: Trabalho): void => {
        tellOutcome(ended);
        onEnd();
    };
    return <TrabalhoProgress id={trabalho} label="Gerar novo lote" onEnd={end} />;
}

function tellOutcome({ situacao, mensagem, resultado }: Trabalho): void {
    if (situacao === "falhou") return notify("danger", mensagem);
    if (situacao === "cancelado") return notify("info", "Geração cancelada. Os lotes já gerados ficam na lista.");
    const { lotes = 0, fichas = 0 } = (resultado ?? {}) as { lotes?: number; fichas?: number };
    if (lotes === 0) notify("info", "Nenhum lote gerado: todos os dados já estão em algum lote.");
    else notify("success", `${count(lotes, "lote gerado", "lotes gerados")}, com ${count(fichas, "ficha", "fichas")}.`);
}
