// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { post, type Schema } from "../base/api";
import { Button } from "../base/button";
import { Copyable } from "../base/copyable";
import { Confirm, Dialog } from "../base/dialog";
import { dateTime } from "../base/format";
import { asProblem, Message, notify } from "../base/message";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { Qr } from "../base/qr";
import type { Pessoa } from "./acts";

type Redefinida = Schema<"SenhaRedefinida">;

/** «Redefinir Senha», and «Desbloquear e redefinir senha» of who is locked: asks, does it, and shows with what the person enters. */
export function SenhaDialog({ pessoa, onDone, onClose }: { pessoa: Pessoa; onDone: () => void; onClose: () => void }) {
    const [done, setDone] = useState<Redefinida>();
    return done ? (
        <Handover pessoa={pessoa} redefinida={done} onClose={onClose} />
    ) : (
        <Ask
            pessoa={pessoa}
            onClose={onClose}
            onDone={(redefinida) => {
                setDone(redefinida);
                onDone();
            }}
        />
    );
}

function Ask({ pessoa: { id, nome, bloqueado }, onDone, onClose }: { pessoa: Pessoa; onDone: (redefinida: Redefinida) => void; onClose: () => void }) {
    const municipio = askedMunicipio(useMunicipios());
    const [busy, setBusy] = useState(false);
    async function act(): Promise<void> {
        setBusy(true);
        try {
            onDone(await post("/api/v1/profissionais/{profissional}/senha", { path: { profissional: id }, query: { municipio } }));
        } catch (failure) {
            notify("danger", asProblem(failure).message);
            onClose();
        }
    }
    return (
        <Confirm title={bloqueado ? `Desbloquear e redefinir a senha de ${nome}?` : `Redefinir a senha de ${nome}?`} act={bloqueado ? "Desbloquear e redefinir senha" : "Redefinir senha"} look="primary" busy={busy} onAct={() => void act()} onClose={onClose}>
            <p>A senha atual deixa de valer na hora e as sessões abertas são encerradas. No próximo acesso o sistema pede uma senha nova.</p>
            <p>Evite utilizar esta funcionalidade sem que o profissional solicite, pois isso poderá gerar insegurança no uso do sistema.</p>
        </Confirm>
    );
}

/** The only time the link is seen. */
export function Handover({ pessoa: { nome }, redefinida: { modo, codigo, expira_ms }, onClose }: { pessoa: Pick<Pessoa, "nome">; redefinida: Redefinida; onClose: () => void }) {
    const link = `${location.origin}/primeiro-acesso#codigo=${codigo ?? ""}`;
    return (
        <Dialog title={`Senha redefinida: ${nome}`} onClose={onClose} actions={<Button look="primary" onClick={onClose}>Fechar</Button>}>
            {modo === "link" ? (
                <>
                    <p>Entregue este link a {nome}. Com ele e o CPF, a pessoa escolhe a própria senha. Vale uma vez, até {dateTime(expira_ms)}.</p>
                    <Message kind="warning" title="O link só é mostrado agora.">Entregue-o em mãos ou por um meio que só a pessoa lê.</Message>
                    <Qr text={link} label={`QR code do link de ${nome}`} />
                    <Copyable label="Link de uso único" text={link} />
                </>
            ) : (
                <p>O login é o CPF. A senha é o número do CNS acrescido da palavra esus; de quem não possui o CNS, o CPF acrescido da palavra esus. No primeiro acesso o sistema solicitará a mudança de senha.</p>
            )}
        </Dialog>
    );
}
