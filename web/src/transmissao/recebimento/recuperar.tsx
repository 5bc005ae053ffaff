// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { address } from "../../base/api";
import { Button } from "../../base/button";
import { Confirm } from "../../base/dialog";
import { useInside } from "../../base/inside";
import { asProblem, notify } from "../../base/message";
import { askedMunicipio, useMunicipios } from "../../base/municipio";
import { download } from "../../base/transfer";

/** The larger base feeds the smaller one: what is kept of an establishment, as a file it can import. Source: manual, 3.7. */
export function RecuperarButton({ cnes }: { cnes: string }) {
    const { may } = useInside();
    const [asking, setAsking] = useState(false);
    if (!may("transmissao_gerenciar")) return null;
    return (
        <>
            <Button icon="saveFile" onClick={() => setAsking(true)}>Recuperar fichas em arquivo</Button>
            {asking && <Ask cnes={cnes} onClose={() => setAsking(false)} />}
        </>
    );
}

function Ask({ cnes, onClose }: { cnes: string; onClose: () => void }) {
    const municipio = askedMunicipio(useMunicipios());
    const [busy, setBusy] = useState(false);
    async function save(): Promise<void> {
        setBusy(true);
        try {
            const name = `recuperacao-${cnes}.zip`;
            await download(address("/api/v1/transmissao/recuperacao"), { cnes, municipio }, name);
            notify("success", "Fichas salvas em arquivo. Na instalação da unidade, use «Importar Arquivo».");
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        onClose();
    }
    return (
        <Confirm title={`Recuperar as fichas do CNES ${cnes}?`} act="Salvar em Arquivo" look="primary" busy={busy} onAct={() => void save()} onClose={onClose}>
            <p>O arquivo tem todas as fichas desta unidade guardadas aqui, de todos os meses, na versão atual, cada uma com o seu identificador. Serve para recompor a base da unidade em uma instalação nova, antes de voltar a ser usada.</p>
        </Confirm>
    );
}
