// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get } from "../base/api";
import { Button } from "../base/button";
import { useLoad } from "../base/load";
import { maskCpf, PasswordField, TextField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { Message } from "../base/message";
import { logIn } from "../base/session";
import { Entrance } from "./entrance";
import { Forgotten } from "./forgotten";

export function Login({ reason }: { reason?: string | undefined }) {
    const form = useForm({
        initial: { cpf: "", senha: "" },
        check: ({ cpf, senha }) => ({
            ...(cpf.replace(/\D/g, "").length === 11 ? {} : { cpf: "Informe os 11 dígitos do CPF." }),
            ...(senha ? {} : { senha: "Informe a senha." }),
        }),
        submit: ({ cpf, senha }) => logIn(cpf.replace(/\D/g, ""), senha),
    });
    const [forgotten, setForgotten] = useState(false);
    const { data } = useLoad((signal) => get("/api/v1/entrada", { signal }), []);
    if (forgotten) return <Forgotten cpf={form.values.cpf} onClose={() => setForgotten(false)} />;
    return (
        <Entrance title="Acessar o sistema">
            {reason && <div role="status"><Message kind="warning" title={reason} /></div>}
            <FormFrame form={form} submit="Acessar" labels={{ cpf: "CPF", senha: "Senha" }}>
                <TextField id="cpf" label="CPF" inputMode="numeric" autoComplete="username" value={form.values.cpf} error={form.errors.cpf} onInput={(text) => form.set("cpf", maskCpf(text))} />
                <PasswordField id="senha" label="Senha" autoComplete="current-password" value={form.values.senha} error={form.errors.senha} onInput={(text) => form.set("senha", text)} />
            </FormFrame>
            {data?.esqueci_minha_senha ? (
                <Button look="plain" onClick={() => setForgotten(true)}>Esqueci minha senha</Button>
            ) : (
                <p class="fine">Esqueceu a senha? Peça ao administrador municipal um novo link de acesso.</p>
            )}
        </Entrance>
    );
}
