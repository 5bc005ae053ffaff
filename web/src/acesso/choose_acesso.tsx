// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import type { Problem } from "../base/api";
import { Button } from "../base/button";
import { Icon } from "../base/icons";
import { asProblem, Message, ProblemMessage } from "../base/message";
import { go } from "../base/router";
import { Screen } from "../base/screen";
import { chooseAcesso, logOut, type Acesso, type Sessao } from "../base/session";
import { Entrance } from "./entrance";

function detail(acesso: Acesso): string {
    return [acesso.municipio_nome ?? "Toda a instalação", acesso.unidade, acesso.equipe, acesso.cbo].filter(Boolean).join(" · ");
}

function AcessoList({ sessao, onChosen }: { sessao: Sessao; onChosen?: () => void }) {
    const [problem, setProblem] = useState<Problem>();
    const [chosen, setChosen] = useState<string>();
    async function choose(id: string): Promise<void> {
        setChosen(id);
        setProblem(undefined);
        try {
            await chooseAcesso(id);
            onChosen?.();
        } catch (failure) {
            setProblem(asProblem(failure));
            setChosen(undefined);
        }
    }
    return (
        <>
            {problem && <ProblemMessage problem={problem} />}
            <ul class="choices">
                {sessao.acessos.map((acesso) => (
                    <li key={acesso.id}>
                        <button type="button" aria-disabled={chosen !== undefined} aria-current={acesso.id === sessao.acesso_ativo ? "true" : undefined} onClick={() => chosen ?? void choose(acesso.id)}>
                            <Icon name={chosen === acesso.id ? "spinner" : "user"} spin={chosen === acesso.id} />
                            <span><strong>{acesso.titulo}</strong><small>{detail(acesso)}</small></span>
                            <Icon name="chevronRight" />
                        </button>
                    </li>
                ))}
            </ul>
        </>
    );
}

/** After the login of a person with several acessos, or with none. */
export function ChooseAcesso({ sessao }: { sessao: Sessao }) {
    const none = sessao.acessos.length === 0;
    return (
        <Entrance title="Escolha o acesso" lead={none ? undefined : `${sessao.usuario.nome}, com qual acesso você vai trabalhar agora?`}>
            {none ? (
                <Message kind="warning" title="Você ainda não tem nenhum acesso ativo.">Peça ao administrador municipal que lhe dê um perfil e entre de novo.</Message>
            ) : (
                <AcessoList sessao={sessao} />
            )}
            <Button look="plain" icon="logOut" onClick={() => void logOut()}>Sair</Button>
        </Entrance>
    );
}

export function ChangeAcesso({ sessao }: { sessao: Sessao }) {
    return (
        <Screen title="Trocar acesso" lead="O que você vê e pode fazer depende do acesso escolhido.">
            <div class="narrow"><AcessoList sessao={sessao} onChosen={() => go("/")} /></div>
        </Screen>
    );
}
