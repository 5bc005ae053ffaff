// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get } from "../base/api";
import { Button } from "../base/button";
import { Loaded, useLoad } from "../base/load";
import { asProblem, notify } from "../base/message";
import { acceptTermo, logOut } from "../base/session";
import { Entrance } from "./entrance";

/** «Termos de uso»: read and accepted once, and again when the text changes. */
export function AcceptTermo() {
    const load = useLoad((signal) => get("/api/v1/termo", { signal }), []);
    const [busy, setBusy] = useState(false);
    async function accept(versao: number): Promise<void> {
        setBusy(true);
        try {
            await acceptTermo(versao);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
            load.reload();
            setBusy(false);
        }
    }
    return (
        <Entrance title="Termos de uso" lead="Leia e aceite para continuar. O aceite fica registrado em seu nome.">
            <Loaded load={load}>
                {({ versao, texto }) => (
                    <>
                        <div class="termo" tabIndex={0} role="region" aria-label="Texto dos termos de uso">{texto.split("\n").map((line) => <p key={line}>{line}</p>)}</div>
                        <div class="form-actions">
                            <Button look="primary" busy={busy} onClick={() => void accept(versao)}>Li e aceito os termos de uso</Button>
                            <Button look="plain" icon="logOut" onClick={() => void logOut()}>Sair</Button>
                        </div>
                    </>
                )}
            </Loaded>
        </Entrance>
    );
}
