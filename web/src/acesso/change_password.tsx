// SPDX-License-Identifier: Apache-2.0
import { PasswordField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { notify } from "../base/message";
import { go } from "../base/router";
import { changePassword } from "../base/session";
import { Screen } from "../base/screen";
import { Button } from "../base/button";
import { logOut } from "../base/session";
import { Entrance } from "./entrance";
import { kPasswordHint, wrongPassword } from "./password";

const kLabels = { atual: "Senha atual", nova: "Nova senha", repetida: "Confirme a nova senha" };

function PasswordForm({ onDone, cancel }: { onDone?: () => void; cancel?: () => void }) {
    const form = useForm({
        initial: { atual: "", nova: "", repetida: "" },
        check: ({ atual, nova, repetida }) => {
            const wrong = wrongPassword(nova);
            return {
                ...(atual ? {} : { atual: "Informe a senha atual." }),
                ...(wrong ? { nova: wrong } : {}),
                ...(nova === repetida ? {} : { repetida: "As duas senhas são diferentes." }),
            };
        },
        submit: async ({ atual, nova }) => {
            await changePassword(atual, nova);
            onDone?.();
        },
    });
    return (
        <FormFrame form={form} submit="Trocar senha" labels={kLabels} {...(cancel ? { cancel } : {})}>
            <PasswordField id="atual" label={kLabels.atual} autoComplete="current-password" value={form.values.atual} error={form.errors.atual} onInput={(text) => form.set("atual", text)} />
            <PasswordField id="nova" label={kLabels.nova} hint={kPasswordHint} autoComplete="new-password" value={form.values.nova} error={form.errors.nova} onInput={(text) => form.set("nova", text)} />
            <PasswordField id="repetida" label={kLabels.repetida} autoComplete="new-password" value={form.values.repetida} error={form.errors.repetida} onInput={(text) => form.set("repetida", text)} />
        </FormFrame>
    );
}

/** Before anything else: the password somebody else knows has to go. */
export function ForcedPasswordChange() {
    return (
        <Entrance title="Troque sua senha" lead="A senha atual foi criada por outra pessoa. Escolha uma que só você conheça para continuar.">
            <PasswordForm />
            <Button look="plain" icon="logOut" onClick={() => void logOut()}>Sair</Button>
        </Entrance>
    );
}

export function ChangePassword() {
    const home = () => go("/");
    return (
        <Screen title="Trocar senha">
            <div class="card narrow">
                <PasswordForm
                    cancel={home}
                    onDone={() => {
                        home();
                        notify("success", "Senha trocada. Use a nova senha na próxima vez que entrar.");
                    }}
                />
            </div>
        </Screen>
    );
}
