// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, put, remove } from "../base/api";
import { Button } from "../base/button";
import { Confirm, Dialog } from "../base/dialog";
import { count } from "../base/format";
import { Loaded, useLoad } from "../base/load";
import { asProblem, notify } from "../base/message";
import type { Perfil } from "./list";

interface Props {
    perfil: Perfil;
    onDone: () => void;
    onClose: () => void;
}

/** Does something with a perfil, says how it went, and closes. */
function useAct({ onDone, onClose }: Props) {
    const [busy, setBusy] = useState(false);
    const act = async (doing: () => Promise<unknown>, done: string) => {
        setBusy(true);
        try {
            await doing();
            notify("success", done);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        onDone();
        onClose();
    };
    return { busy, act };
}

/** «Inativar», and back. */
export function SwitchPerfil(props: Props) {
    const { perfil, onClose } = props;
    const { busy, act } = useAct(props);
    const ativo = !perfil.ativo;
    const change = () => act(() => put("/api/v1/perfis/{perfil}/situacao", { path: { perfil: perfil.id }, body: { ativo, versao: perfil.versao } }), `Perfil ${perfil.nome} ${ativo ? "ativado" : "inativado"}.`);
    return (
        <Confirm title={`${ativo ? "Ativar" : "Inativar"} o perfil ${perfil.nome}?`} act={ativo ? "Ativar" : "Inativar"} look={ativo ? "primary" : "danger"} busy={busy} onAct={() => void change()} onClose={onClose}>
            <p>{ativo ? "Quem tem este perfil volta a poder usá-lo." : "Quem tem este perfil deixa de poder usá-lo na hora, neste município. Ele pode ser ativado de novo."}</p>
        </Confirm>
    );
}

/** «Excluir»: says who has the perfil when somebody has it. */
export function ExcludePerfil(props: Props) {
    const { perfil, onClose } = props;
    const { busy, act } = useAct(props);
    const load = useLoad((signal) => get("/api/v1/perfis/{perfil}", { path: { perfil: perfil.id }, signal }), [perfil.id]);
    if (load.data && load.data.usuarios === 0) {
        const exclude = () => act(() => remove("/api/v1/perfis/{perfil}", { path: { perfil: perfil.id } }), `Perfil ${perfil.nome} excluído.`);
        return (
            <Confirm title={`Excluir o perfil ${perfil.nome}?`} act="Excluir" busy={busy} onAct={() => void exclude()} onClose={onClose}>
                <p>O perfil deixa de existir e não volta. Ninguém o tem agora.</p>
            </Confirm>
        );
    }
    return (
        <Dialog title={`O perfil ${perfil.nome} está em uso`} role="alertdialog" onClose={onClose} actions={<Button onClick={onClose}>Fechar</Button>}>
            <Loaded load={load}>
                {({ usuarios, usuarios_nomes }) => (
                    <>
                        <p>Só um perfil sem usuários pode ser excluído, e {count(usuarios, "usuário tem", "usuários têm")} este:</p>
                        <ul>
                            {usuarios_nomes.map((nome, i) => <li key={i}>{nome}</li>)}
                            {usuarios > usuarios_nomes.length && <li>e mais {usuarios - usuarios_nomes.length}</li>}
                        </ul>
                        <p>Retire-o das lotações deles, ou inative o perfil.</p>
                    </>
                )}
            </Loaded>
        </Dialog>
    );
}
