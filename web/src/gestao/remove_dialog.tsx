// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { Confirm } from "../base/dialog";
import { asProblem, notify } from "../base/message";

interface Props {
    nome: string;
    /** What comes of it. */
    text: string;
    act: () => Promise<unknown>;
    onDone: () => void;
    onClose: () => void;
}

/** Asks before something is deleted, by its name, and says how it went. */
export function RemoveDialog({ nome, text, act, onDone, onClose }: Props) {
    const [busy, setBusy] = useState(false);
    async function run(): Promise<void> {
        setBusy(true);
        try {
            await act();
            notify("success", `${nome}: excluído.`);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        onDone();
        onClose();
    }
    return (
        <Confirm title={`Excluir ${nome}?`} act="Excluir" busy={busy} onAct={() => void run()} onClose={onClose}>
            <p>{text}</p>
        </Confirm>
    );
}
