// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, post, Problem, put, type Schema } from "../base/api";
import { Button } from "../base/button";
import { Confirm } from "../base/dialog";
import { dateTime } from "../base/format";
import { TrabalhoProgress, type Trabalho } from "../base/job";
import { Loaded, useLoad, type Load } from "../base/load";
import { asProblem, Message, notify } from "../base/message";
import { Facts, Section } from "../base/screen";
import { Tag } from "../base/tag";
import { InstalacaoFrame } from "./frame";

type Now = Schema<"ConexaoComAInternet">;

/** «Conexão»: whether the installation may use the internet, and whether there is one. Source: manual, 3.1.1. */
export function Conexao() {
    const load = useLoad((signal) => get("/api/v1/instalacao/conexao", { signal }), []);
    return (
        <InstalacaoFrame aba="Conexão">
            <Section id="internet" title="Conexão com a internet">
                <Loaded load={load}>{(now) => <State now={now} load={load} />}</Loaded>
            </Section>
        </InstalacaoFrame>
    );
}

function State({ now, load }: { now: Now; load: Load<Now> }) {
    const [asking, setAsking] = useState(false);
    const [busy, setBusy] = useState(false);
    const [trabalho, setTrabalho] = useState<string>();

    async function turn(habilitada: boolean): Promise<void> {
        setBusy(true);
        try {
            await put("/api/v1/instalacao/conexao", { body: { habilitada, versao: now.versao } });
            notify("success", habilitada ? "Conexão com a internet habilitada." : "Conexão com a internet desabilitada. Nada é enviado até ser habilitada de novo.");
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        setBusy(false);
        setAsking(false);
        load.reload();
    }
    async function test(): Promise<void> {
        setBusy(true);
        try {
            setTrabalho((await post("/api/v1/instalacao/conexao/testar")).trabalho);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
            // Somebody else disabled it, or is testing: what is on the screen is old.
            if (failure instanceof Problem && failure.status === 409) load.reload();
        }
        setBusy(false);
    }
    function finish({ situacao, mensagem, resultado }: Trabalho): void {
        setTrabalho(undefined);
        load.reload();
        const found = resultado as { situacao: string; mensagem: string } | null;
        if (situacao === "cancelado") return notify("info", "Teste cancelado.");
        notify(found?.situacao === "bem_sucedida" ? "success" : "danger", found?.mensagem ?? mensagem);
    }
    return (
        <>
            {!now.habilitada && (
                <Message kind="warning" title="A conexão com a internet está desabilitada.">
                    O envio de dados, o e-mail e o que mais depende da internet ficam parados. O que já estava na fila espera, e segue quando ela for habilitada.
                </Message>
            )}
            <Facts items={[["Conexão com a internet", now.habilitada ? <Tag tone="good">Habilitada</Tag> : <Tag tone="off">Desabilitada</Tag>], ["Último teste", <Tested teste={now.teste} />]]} />
            {trabalho && <TrabalhoProgress id={trabalho} label="Teste de conexão" onEnd={finish} />}
            <div class="form-actions">
                {now.habilitada ? (
                    <>
                        <Button look="primary" icon="plug" busy={busy || trabalho !== undefined} onClick={() => void test()}>Testar conexão com a internet</Button>
                        <Button icon="ban" busy={busy} onClick={() => setAsking(true)}>Desabilitar</Button>
                    </>
                ) : (
                    <Button look="primary" icon="play" busy={busy} onClick={() => void turn(true)}>Habilitar</Button>
                )}
            </div>
            {asking && (
                <Confirm title="Desabilitar a conexão com a internet?" act="Desabilitar" busy={busy} onAct={() => void turn(false)} onClose={() => setAsking(false)}>
                    <p>Os lotes deixam de ser enviados e os e-mails deixam de sair, até que ela seja habilitada de novo. Nada é perdido.</p>
                </Confirm>
            )}
        </>
    );
}

function Tested({ teste }: { teste: Now["teste"] }) {
    if (!teste) return <>Nenhum ainda</>;
    const ok = teste.situacao === "bem_sucedida";
    return (
        <>
            {ok ? <Tag tone="good">{teste.mensagem}</Tag> : <Tag tone="bad">Sem conexão</Tag>} em {dateTime(teste.em)}
            {!ok && <small class="reason">{teste.mensagem}</small>}
        </>
    );
}
