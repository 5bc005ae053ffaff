// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, post, type Schema } from "../base/api";
import { Button } from "../base/button";
import { Confirm } from "../base/dialog";
import { CheckField, LinesField, PasswordField, TextField } from "../base/field";
import { FormFrame, useForm, type Errors } from "../base/form";
import { TrabalhoProgress, type Trabalho } from "../base/job";
import { Loaded, useLoad, type Load } from "../base/load";
import { asProblem, notify } from "../base/message";
import { Facts } from "../base/screen";
import { Tag } from "../base/tag";

type Now = Schema<"ServidorDeEmail">;
type Values = Record<"servidor" | "porta" | "login" | "login_remetente" | "senha" | "remetente" | "autoridade", string>;

const kLabels: Record<keyof Values, string> = {
    servidor: "Endereço do servidor do e-mail (SMTP)",
    porta: "Porta",
    login: "Login",
    login_remetente: "Usar como e-mail remetente",
    senha: "Senha",
    remetente: "E-mail remetente",
    autoridade: "Certificado da autoridade",
};
const isEmail = (text: string): boolean => /^[^\s@]+@[^\s@]+$/.test(text.trim());

/** «Servidor SMTP»: enabled only when it lets us in. */
export function Email() {
    const load = useLoad((signal) => get("/api/v1/instalacao/email", { signal }), []);
    const [testing, setTesting] = useState<string>();
    function finish({ situacao, mensagem, resultado }: Trabalho): void {
        setTesting(undefined);
        load.reload();
        const found = resultado as { situacao: string; mensagem: string } | null;
        if (situacao === "cancelado") return notify("info", "Teste cancelado. O envio de e-mail está desabilitado.");
        notify(found?.situacao === "bem_sucedida" ? "success" : "danger", found?.mensagem || mensagem);
    }
    return (
        <section class="card" aria-labelledby="servidor-smtp">
            <h2 id="servidor-smtp">Servidor SMTP</h2>
            <p>Para que o login ofereça «Esqueci minha senha», que manda um link por e-mail.</p>
            <Loaded load={load}>
                {(now) => (
                    <>
                        <Facts items={[["Envio de e-mail", now.habilitado ? <Tag tone="good">Habilitado</Tag> : <Tag tone="off">Desabilitado</Tag>]]} />
                        {testing && <TrabalhoProgress id={testing} label="Conexão com o servidor de e-mail" onEnd={finish} />}
                        {now.habilitado ? <Enabled now={now} load={load} /> : <EmailForm now={now} busy={testing !== undefined} onTest={setTesting} onStale={load.reload} />}
                    </>
                )}
            </Loaded>
        </section>
    );
}

function Enabled({ now, load }: { now: Now; load: Load<Now> }) {
    const [asking, setAsking] = useState(false);
    const [busy, setBusy] = useState(false);
    async function act(): Promise<void> {
        setBusy(true);
        try {
            await post("/api/v1/instalacao/email/desabilitar", { body: { versao: now.versao } });
            notify("success", "Envio de e-mail desabilitado.");
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        setBusy(false);
        setAsking(false);
        load.reload();
    }
    return (
        <>
            <Facts
                items={[
                    [kLabels.servidor, <span class="code">{now.servidor}:{now.porta}</span>],
                    [kLabels.login, now.login],
                    [kLabels.remetente, now.login_remetente ? now.login : now.remetente],
                ]}
            />
            <div class="form-actions"><Button icon="ban" onClick={() => setAsking(true)}>Desabilitar</Button></div>
            {asking && (
                <Confirm title="Desabilitar o envio de e-mail?" act="Desabilitar" busy={busy} onAct={() => void act()} onClose={() => setAsking(false)}>
                    <p>O login deixa de oferecer «Esqueci minha senha». O que foi configurado continua aqui.</p>
                </Confirm>
            )}
        </>
    );
}

function EmailForm({ now, busy, onTest, onStale }: { now: Now; busy: boolean; onTest: (trabalho: string) => void; onStale: () => void }) {
    const form = useForm<Values>({
        initial: {
            servidor: now.servidor,
            porta: String(now.porta),
            login: now.login,
            login_remetente: now.login_remetente ? "sim" : "",
            senha: "",
            remetente: now.remetente,
            autoridade: now.autoridade,
        },
        check: (values) => check(values, now),
        submit: async ({ servidor, porta, login, login_remetente, senha, remetente, autoridade }) => {
            const body = { servidor: servidor.trim(), porta: Number(porta), login: login.trim(), senha, login_remetente: login_remetente !== "", remetente: login_remetente ? "" : remetente.trim(), autoridade: autoridade.trim(), versao: now.versao };
            const { trabalho } = await post("/api/v1/instalacao/email/habilitar", { body });
            onTest(trabalho);
            onStale();
        },
        onStale,
    });
    const { values, errors, set } = form;
    return (
        <FormFrame form={form} submit="Habilitar" labels={kLabels} busy={busy}>
            <div class="pair">
                <TextField id="servidor" label={kLabels.servidor} hint="Como smtp.municipio.gov.br." maxLength={200} autoComplete="off" value={values.servidor} error={errors.servidor} onInput={(text) => set("servidor", text)} />
                <TextField id="porta" label={kLabels.porta} hint="Em geral, 587 ou 465." inputMode="numeric" maxLength={5} autoComplete="off" value={values.porta} error={errors.porta} onInput={(text) => set("porta", text.replace(/\D/g, ""))} />
            </div>
            <TextField id="login" label={kLabels.login} hint="O e-mail com que se entra no servidor." type="email" maxLength={254} autoComplete="off" value={values.login} error={errors.login} onInput={(text) => set("login", text)} />
            <CheckField id="login_remetente" label={kLabels.login_remetente} checked={values.login_remetente !== ""} onInput={(checked) => set("login_remetente", checked ? "sim" : "")} />
            <PasswordField id="senha" label={kLabels.senha} autoComplete="new-password" maxLength={200} required={!now.tem_senha} {...(now.tem_senha ? { placeholder: "Manter a atual" } : {})} value={values.senha} error={errors.senha} onInput={(text) => set("senha", text)} />
            {!values.login_remetente && <TextField id="remetente" label={kLabels.remetente} type="email" maxLength={254} autoComplete="off" value={values.remetente} error={errors.remetente} onInput={(text) => set("remetente", text)} />}
            <details class="advanced" open={values.autoridade !== "" || errors.autoridade !== undefined}>
                <summary>Certificado próprio do servidor</summary>
                <LinesField id="autoridade" label={kLabels.autoridade} hint="Em PEM, quando o certificado do servidor não é de uma autoridade pública." rows={4} placeholder="-----BEGIN CERTIFICATE-----" required={false} value={values.autoridade} error={errors.autoridade} onInput={(text) => set("autoridade", text)} />
            </details>
        </FormFrame>
    );
}

function check(values: Values, now: Now): Errors<Values> {
    const errors: Errors<Values> = {};
    if (!/^[A-Za-z0-9.-]+$/.test(values.servidor.trim())) errors.servidor = "Informe o endereço do servidor, sem http:// e sem a porta.";
    if (!(Number(values.porta) >= 1 && Number(values.porta) <= 65535)) errors.porta = "Informe a porta, de 1 a 65535.";
    if (!isEmail(values.login)) errors.login = "Informe um e-mail válido.";
    if (!values.senha && !now.tem_senha) errors.senha = "Informe a senha de acesso ao servidor de e-mail.";
    if (!values.login_remetente && !isEmail(values.remetente)) errors.remetente = "Informe um e-mail válido, ou marque «Usar como e-mail remetente».";
    return errors;
}
