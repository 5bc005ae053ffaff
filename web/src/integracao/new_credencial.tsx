// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { post, type Schema } from "../base/api";
import { Button } from "../base/button";
import { Copyable } from "../base/copyable";
import { Dialog } from "../base/dialog";
import { SelectField, TextField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { Message } from "../base/message";
import { useMunicipios } from "../base/municipio";

type Criada = Schema<"CredencialComSegredo">;
const kLabels = { nome: "Nome do sistema", municipio: "Município" };

export function NewCredencial({ onCreated, onClose }: { onCreated: () => void; onClose: () => void }) {
    const [created, setCreated] = useState<Criada>();
    return created ? (
        <Secret created={created} onClose={onClose} />
    ) : (
        <NameIt
            onClose={onClose}
            onCreated={(one) => {
                setCreated(one);
                onCreated();
            }}
        />
    );
}

function NameIt({ onCreated, onClose }: { onCreated: (created: Criada) => void; onClose: () => void }) {
    const { list, fixed } = useMunicipios();
    const form = useForm({
        initial: { nome: "", municipio: "" },
        check: ({ nome }) => (nome.trim() ? {} : { nome: "Informe o nome do sistema que vai enviar as fichas." }),
        submit: async ({ nome, municipio }) => onCreated(await post("/api/v1/integracao/credenciais", { body: { nome: nome.trim(), ...(municipio ? { municipio } : {}) } })),
    });
    return (
        <Dialog title="Criar credencial" onClose={onClose}>
            <FormFrame form={form} submit="Criar credencial" labels={kLabels} cancel={onClose}>
                <TextField id="nome" label={kLabels.nome} hint="Por exemplo, o nome do fornecedor e da unidade." maxLength={100} autoComplete="off" value={form.values.nome} error={form.errors.nome} onInput={(text) => form.set("nome", text)} />
                {!fixed && (
                    <SelectField
                        id="municipio-credencial"
                        label={kLabels.municipio}
                        value={form.values.municipio}
                        error={form.errors.municipio}
                        onInput={(value) => form.set("municipio", value)}
                        options={[{ value: "", label: "Todos os da instalação" }, ...list.map((one) => ({ value: one.ibge, label: `${one.nome} – ${one.uf}` }))]}
                    />
                )}
            </FormFrame>
        </Dialog>
    );
}

/** The only time the password is seen: the server keeps nothing it could be read from. */
function Secret({ created, onClose }: { created: Criada; onClose: () => void }) {
    return (
        <Dialog title={`Credencial criada: ${created.credencial.nome}`} onClose={onClose} actions={<Button look="primary" onClick={onClose}>Já guardei a senha</Button>}>
            <Message kind="warning" title="A senha só é mostrada agora.">Copie e guarde em lugar seguro antes de fechar. Se for perdida, crie outra credencial e inative esta.</Message>
            <Copyable label="Usuário" text={created.usuario} />
            <Copyable label="Senha" text={created.senha} />
        </Dialog>
    );
}
