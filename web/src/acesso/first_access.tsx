// SPDX-License-Identifier: Apache-2.0
import { maskCpf, PasswordField, TextField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { go } from "../base/router";
import { enterFirstTime } from "../base/session";
import { Entrance } from "./entrance";
import { kPasswordHint, wrongPassword } from "./password";

const kLabels = { cpf: "CPF", nome: "Nome completo", senha: "Senha", repetida: "Confirme a senha" };

/** Where the one-time link leads. The code is behind the `#`, which browsers never send anywhere. */
export function FirstAccess() {
    const link = new URLSearchParams(location.hash.slice(1));
    const codigo = link.get("codigo") ?? "";
    // Only the first administrator of an installation is not registered yet.
    const first = link.has("primeiro");
    // What «Esqueci minha senha» sent.
    const again = link.has("senha");
    const form = useForm({
        initial: { cpf: "", nome: "", senha: "", repetida: "" },
        check: ({ cpf, nome, senha, repetida }) => {
            const wrong = wrongPassword(senha);
            return {
                ...(cpf.replace(/\D/g, "").length === 11 ? {} : { cpf: "Informe os 11 dígitos do CPF." }),
                ...(first && !nome.trim() ? { nome: "Informe o nome completo." } : {}),
                ...(wrong ? { senha: wrong } : {}),
                ...(senha === repetida ? {} : { repetida: "As duas senhas são diferentes." }),
            };
        },
        submit: async ({ cpf, nome, senha }) => {
            await enterFirstTime({ codigo, cpf: cpf.replace(/\D/g, ""), senha, ...(nome.trim() ? { nome: nome.trim() } : {}) });
            go("/", { replace: true });
        },
    });
    return (
        <Entrance title={again ? "Redefinir senha" : "Primeiro acesso"} lead="Confirme quem você é e escolha uma senha que só você conheça.">
            <FormFrame form={form} submit="Acessar" labels={kLabels}>
                <TextField id="cpf" label={kLabels.cpf} inputMode="numeric" autoComplete="username" value={form.values.cpf} error={form.errors.cpf} onInput={(text) => form.set("cpf", maskCpf(text))} />
                {first && <TextField id="nome" label={kLabels.nome} autoComplete="name" value={form.values.nome} error={form.errors.nome} onInput={(text) => form.set("nome", text)} />}
                <PasswordField id="senha" label={kLabels.senha} hint={kPasswordHint} autoComplete="new-password" value={form.values.senha} error={form.errors.senha} onInput={(text) => form.set("senha", text)} />
                <PasswordField id="repetida" label={kLabels.repetida} autoComplete="new-password" value={form.values.repetida} error={form.errors.repetida} onInput={(text) => form.set("repetida", text)} />
            </FormFrame>
        </Entrance>
    );
}
