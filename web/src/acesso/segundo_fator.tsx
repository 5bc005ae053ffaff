// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { post, put, type Schema } from "../base/api";
import { Button } from "../base/button";
import { Dialog } from "../base/dialog";
import { TextField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { useInside } from "../base/inside";
import { asProblem, Message, notify } from "../base/message";
import { Qr } from "../base/qr";
import { Section } from "../base/screen";
import { refresh } from "../base/session";
import { Tag } from "../base/tag";
import { clean } from "./code";

export type Novo = Schema<"SegundoFatorNovo">;

/** A code of the telephone, besides the password: for who administers above all. */
export function SegundoFator() {
    const { sessao } = useInside();
    const [fresh, setFresh] = useState<Novo>();
    const [codes, setCodes] = useState<string[]>();
    const [ending, setEnding] = useState(false);
    const on = sessao?.segundo_fator ?? false;
    async function begin(): Promise<void> {
        try {
            setFresh(await post("/api/v1/segundo-fator"));
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
    }
    const close = () => {
        setFresh(undefined);
        setCodes(undefined);
        setEnding(false);
        void refresh();
    };
    return (
        <Section
            title="Verificação em duas etapas"
            id="segundo-fator"
            actions={on ? <Button small onClick={() => setEnding(true)}>Desligar</Button> : <Button small look="primary" onClick={() => void begin()}>Ligar</Button>}
        >
            <p>{on ? <Tag tone="good">Ligada</Tag> : <Tag tone="off">Desligada</Tag>} Além da senha, a entrada pede um código do aplicativo de códigos do seu telefone. Recomendada a quem administra.</p>
            {fresh && !codes && (
                <Dialog title="Ligar a verificação em duas etapas" onClose={close}>
                    <TurnOn fresh={fresh} onDone={setCodes} onClose={close} />
                </Dialog>
            )}
            {codes && (
                <Dialog title="Guarde os códigos de recuperação" onClose={close} actions={<Button look="primary" onClick={close}>Já guardei os códigos</Button>}>
                    <RecoveryCodes codes={codes} />
                </Dialog>
            )}
            {ending && (
                <Dialog title="Desligar a verificação em duas etapas" onClose={close}>
                    <CodeForm
                        submit="Desligar"
                        act={async (codigo) => {
                            await post("/api/v1/segundo-fator/desligar", { body: { codigo } });
                            close();
                        }}
                        onClose={close}
                    />
                </Dialog>
            )}
        </Section>
    );
}

/** What the telephone is told, and the first code that it shows. */
export function TurnOn({ fresh, onDone, onClose }: { fresh: Novo; onDone: (codes: string[]) => void; onClose?: (() => void) | undefined }) {
    return (
        <>
            <ol>
                <li>No aplicativo de códigos do telefone, acrescente uma conta: fotografe este QR code ou digite a chave <strong class="code" data-chave>{fresh.chave}</strong></li>
                <li>Digite o código que ele mostra.</li>
            </ol>
            <Qr text={fresh.uri} label="QR code da verificação em duas etapas" />
            <CodeForm submit="Ligar" act={async (codigo) => onDone((await put("/api/v1/segundo-fator", { body: { codigo } })).codigos)} onClose={onClose} />
        </>
    );
}

export function RecoveryCodes({ codes }: { codes: string[] }) {
    return (
        <>
            <Message kind="warning" title="Os códigos só são mostrados agora.">Cada um vale uma vez, se você ficar sem o telefone.</Message>
            <ul class="codes">{codes.map((one) => <li key={one} class="code">{one}</li>)}</ul>
        </>
    );
}

function CodeForm({ submit, act, onClose }: { submit: string; act: (codigo: string) => Promise<void>; onClose?: (() => void) | undefined }) {
    const form = useForm({
        initial: { codigo: "" },
        check: ({ codigo }) => (clean(codigo).length >= 6 ? {} : { codigo: "Digite os seis dígitos que o aplicativo mostra." }),
        submit: ({ codigo }) => act(clean(codigo)),
    });
    return (
        <FormFrame form={form} submit={submit} labels={{ codigo: "Código" }} {...(onClose ? { cancel: onClose } : {})}>
            <TextField id="codigo" label="Código" autoComplete="one-time-code" maxLength={24} value={form.values.codigo} error={form.errors.codigo} onInput={(text) => form.set("codigo", text)} />
        </FormFrame>
    );
}
