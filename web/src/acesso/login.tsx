// SPDX-License-Identifier: Apache-2.0
import { maskCpf, PasswordField, TextField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { Message } from "../base/message";
import { logIn } from "../base/session";
import { Entrance } from "./entrance";

export function Login({ reason }: { reason?: string | undefined }) {
    const form = useForm({
        initial: { cpf: "", senha: "" },
        check: ({ cpf, senha }) => ({
            ...(cpf.replace(/\D/g, "").length === 11 ? {} : { cpf: "Informe os 11 dígitos do CPF." }),
            ...(senha ? {} : { senha: "Informe a senha." }),
        }),
        submit: ({ cpf, senha }) => logIn(cpf.replace(/\D/g, ""), senha),
    });
    return (
        <Entrance title="Acessar o sistema">
            {reason && <div role="status"><Message kind="warning" title={reason} /></div>}
            <FormFrame form={form} submit="Acessar" labels={{ cpf: "CPF", senha: "Senha" }}>
                <TextField id="cpf" label="CPF" inputMode="numeric" autoComplete="username" value={form.values.cpf} error={form.errors.cpf} onInput={(text) => form.set("cpf", maskCpf(text))} />
                <PasswordField id="senha" label="Senha" autoComplete="current-password" value={form.values.senha} error={form.errors.senha} onInput={(text) => form.set("senha", text)} />
            </FormFrame>
            <p class="fine">Esqueceu a senha? Peça ao administrador municipal um novo link de acesso.</p>
        </Entrance>
    );
}
