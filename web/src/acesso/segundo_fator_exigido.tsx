// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { post, type Problem } from "../base/api";
import { Button } from "../base/button";
import { asProblem, Message, ProblemMessage } from "../base/message";
import { logOut, refresh, type Sessao } from "../base/session";
import { Entrance } from "./entrance";
import { RecoveryCodes, TurnOn, type Novo } from "./segundo_fator";

/** Where the installation asks it of who administers, nothing is done before the second factor is on. */
export function RequiredSecondFactor({ sessao, another }: { sessao: Sessao; another: () => void }) {
    const [fresh, setFresh] = useState<Novo>();
    const [codes, setCodes] = useState<string[]>();
    const [problem, setProblem] = useState<Problem>();
    const [busy, setBusy] = useState(false);
    async function begin(): Promise<void> {
        setBusy(true);
        setProblem(undefined);
        try {
            setFresh(await post("/api/v1/segundo-fator"));
        } catch (failure) {
            setProblem(asProblem(failure));
        }
        setBusy(false);
    }
    if (codes)
        return (
            <Entrance title="Guarde os códigos de recuperação">
                <RecoveryCodes codes={codes} />
                <Button look="primary" onClick={() => void refresh()}>Já guardei os códigos</Button>
            </Entrance>
        );
    return (
        <Entrance title="Ligue a verificação em duas etapas" lead="Esta instalação a exige de quem administra: além da senha, a entrada pede um código do aplicativo de códigos do seu telefone.">
            {problem && <ProblemMessage problem={problem} />}
            {fresh ? <TurnOn fresh={fresh} onDone={setCodes} /> : (
                <>
                    <Message kind="info" title="Tenha o telefone à mão.">Serve qualquer aplicativo de códigos (TOTP), mesmo sem internet no telefone.</Message>
                    <Button look="primary" busy={busy} onClick={() => void begin()}>Começar</Button>
                </>
            )}
            {sessao.acessos.length > 1 && <Button look="plain" onClick={another}>Trocar de acesso</Button>}
            <Button look="plain" icon="logOut" onClick={() => void logOut()}>Sair</Button>
        </Entrance>
    );
}
