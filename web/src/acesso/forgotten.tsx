// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { post } from "../base/api";
import { Button } from "../base/button";
import { maskCpf, TextField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { Message } from "../base/message";
import { Entrance } from "./entrance";

/** «Esqueci minha senha»: what is said afterwards does not tell whether somebody has this CPF. Source: manual, 3.1.3. */
export function Forgotten({ cpf, onClose }: { cpf: string; onClose: () => void }) {
    const [asked, setAsked] = useState(false);
    const form = useForm({
        initial: { cpf },
        check: ({ cpf }) => (cpf.replace(/\D/g, "").length === 11 ? {} : { cpf: "Informe os 11 dígitos do CPF." }),
        submit: async ({ cpf }) => {
            await post("/api/v1/esqueci-minha-senha", { body: { cpf: cpf.replace(/\D/g, "") } });
            setAsked(true);
        },
    });
    if (asked)
        return (
            <Entrance title="Esqueci minha senha">
                <div role="status">
                    <Message kind="success" title="Pedido recebido.">
                        Se este CPF tem acesso e um e-mail cadastrado, um link para escolher outra senha chega em alguns minutos. Ele vale 30 minutos e serve uma vez. Confira também a caixa de spam; se não chegar, procure o administrador.
                    </Message>
                </div>
                <div class="form-actions"><Button look="primary" onClick={onClose}>Voltar para o acesso</Button></div>
            </Entrance>
        );
    return (
        <Entrance title="Esqueci minha senha" lead="Informe o seu CPF: um link para escolher outra senha vai para o e-mail do seu cadastro.">
            <FormFrame form={form} submit="Enviar link" labels={{ cpf: "CPF" }} cancel={onClose}>
                <TextField id="cpf" label="CPF" inputMode="numeric" autoComplete="username" value={form.values.cpf} error={form.errors.cpf} onInput={(text) => form.set("cpf", maskCpf(text))} />
            </FormFrame>
        </Entrance>
    );
}
