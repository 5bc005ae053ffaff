// SPDX-License-Identifier: Apache-2.0
import { Button } from "../base/button";
import { TextField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { logOut, proveCode } from "../base/session";
import { Entrance } from "./entrance";

/** What was typed, as the server compares it: digits of the application, or letters of a recovery code. */
export const clean = (text: string) => text.replace(/[\s-]/g, "").toUpperCase();

/** The second step of the entry. */
export function SecondStep() {
    const form = useForm({
        initial: { codigo: "" },
        check: ({ codigo }) => (clean(codigo).length >= 6 ? {} : { codigo: "Digite os seis dígitos que o aplicativo mostra." }),
        submit: ({ codigo }) => proveCode(clean(codigo)),
    });
    return (
        <Entrance title="Código de verificação" lead="Abra o aplicativo de códigos do seu telefone.">
            <FormFrame form={form} submit="Confirmar" labels={{ codigo: "Código" }}>
                <TextField id="codigo" label="Código" hint="Sem o telefone, use um dos códigos de recuperação que você guardou." autoComplete="one-time-code" maxLength={24} value={form.values.codigo} error={form.errors.codigo} onInput={(text) => form.set("codigo", text)} />
            </FormFrame>
            <Button look="plain" icon="logOut" onClick={() => void logOut()}>Sair</Button>
        </Entrance>
    );
}
