// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, post, put, type Schema } from "../base/api";
import { Button } from "../base/button";
import { Confirm } from "../base/dialog";
import { SelectField, type Option } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { Loaded, useLoad } from "../base/load";
import { asProblem, Message, notify } from "../base/message";
import { Section } from "../base/screen";
import { InstalacaoFrame } from "./frame";

type Now = Schema<"ConfiguracaoDeSeguranca">;
type Values = Record<"redefinicao" | "inatividade" | "tentativas" | "senha_inicial" | "segundo_fator", string>;

const kLabels: Record<keyof Values, string> = {
    redefinicao: "Período para redefinição de senha",
    inatividade: "Período máximo de inatividade",
    tentativas: "Máximo de tentativas consecutivas de login com autenticação inválida",
    senha_inicial: "Senha inicial",
    segundo_fator: "Verificação em duas etapas",
};
const counted = (most: number, one: string, many: string): Option[] =>
    Array.from({ length: most }, (_, i) => ({ value: String(i + 1), label: `${i + 1} ${i === 0 ? one : many}` }));
const kRedefinicao: Option[] = [...counted(6, "Mês", "Meses"), { value: "nunca", label: "Nunca" }];
const kInatividade: Option[] = [
    { value: "30", label: "30 minutos" },
    { value: "60", label: "1 hora" },
    { value: "120", label: "2 horas" },
    { value: "180", label: "3 horas" },
    { value: "240", label: "4 horas" },
];
const kTentativas: Option[] = counted(10, "Tentativa", "Tentativas");
const kSenhaInicial: Option[] = [
    { value: "link", label: "Link de uso único" },
    { value: "cns_esus", label: "CNS + esus" },
];
const kSegundoFator: Option[] = [
    { value: "ninguem", label: "De quem a ligar" },
    { value: "administradores", label: "Exigida de quem administra" },
];

/** «Segurança»: the limits of passwords and sessions. Source: manual, 3.1.2. */
export function Seguranca() {
    const load = useLoad((signal) => get("/api/v1/instalacao/seguranca", { signal }), []);
    return (
        <InstalacaoFrame aba="Segurança">
            <div class="columns">
                <section class="card" aria-labelledby="limites">
                    <h2 id="limites">Senhas e sessões</h2>
                    <Loaded load={load}>{(now) => <SegurancaForm now={now} onSaved={load.reload} />}</Loaded>
                </section>
                <Redefinir />
            </div>
        </InstalacaoFrame>
    );
}

function SegurancaForm({ now, onSaved }: { now: Now; onSaved: () => void }) {
    const { versao, ...saved } = now;
    const form = useForm<Values>({
        initial: saved,
        check: () => ({}),
        submit: async (values) => {
            await put("/api/v1/instalacao/seguranca", { body: { ...(values as Omit<Now, "versao">), versao } });
            notify("success", "Configuração de segurança gravada. Vale para quem entrar a partir de agora.");
            onSaved();
        },
        onStale: onSaved,
    });
    const select = (name: keyof Values, options: Option[], hint?: string) => (
        <SelectField id={name} label={kLabels[name]} hint={hint} value={form.values[name]} error={form.errors[name]} onInput={(value) => form.set(name, value)} options={options} />
    );
    return (
        <FormFrame form={form} submit="Salvar" labels={kLabels}>
            {select("redefinicao", kRedefinicao, "Depois dele, a pessoa escolhe outra senha ao entrar.")}
            {select("inatividade", kInatividade, "Tempo sem uso até a sessão terminar.")}
            {select("tentativas", kTentativas, "Ao chegar nelas, o acesso é bloqueado até um administrador o desbloquear.")}
            {select("senha_inicial", kSenhaInicial, "Como entra quem ainda não escolheu uma senha. Nos dois casos ela é trocada na primeira entrada.")}
            {select("segundo_fator", kSegundoFator, "Um código do telefone, além da senha. Exigida, os administradores da instalação e municipais a ligam antes de continuar, também quem já entrou.")}
            {form.values.senha_inicial === "cns_esus" && (
                <Message kind="warning" title="Quem conhece o CNS de um profissional pode entrar por ele.">
                    O CNS não é segredo. Prefira o link de uso único, que vale 24 horas e só serve a quem o recebeu. Esta escolha fica registrada na auditoria.
                </Message>
            )}
        </FormFrame>
    );
}

function Redefinir() {
    const [asking, setAsking] = useState(false);
    const [busy, setBusy] = useState(false);
    async function act(): Promise<void> {
        setBusy(true);
        try {
            await post("/api/v1/instalacao/seguranca/redefinir-senhas");
            notify("success", "Pedido gravado: cada usuário redefine a senha na próxima entrada.");
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        setBusy(false);
        setAsking(false);
    }
    return (
        <Section id="redefinir" title="Redefinição de todas as senhas">
            <p>Em condições excepcionais, como a suspeita de que senhas foram descobertas, peça que todos os usuários do sistema escolham outra na próxima entrada.</p>
            <div class="form-actions">
                <Button icon="key" onClick={() => setAsking(true)}>Redefinir a senha de todos</Button>
            </div>
            {asking && (
                <Confirm title="Redefinir a senha de todos os usuários?" act="Redefinir a senha de todos" busy={busy} onAct={() => void act()} onClose={() => setAsking(false)}>
                    <p>Cada usuário, você também, terá de escolher outra senha ao entrar. Quem está no sistema agora continua até sair.</p>
                </Confirm>
            )}
        </Section>
    );
}
