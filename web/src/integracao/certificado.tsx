// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { put, remove, type Schema } from "../base/api";
import { Button } from "../base/button";
import { CertificateFacts } from "../base/certificate";
import { Confirm, Dialog } from "../base/dialog";
import { FileField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { asProblem, notify } from "../base/message";

type Credencial = Schema<"Credenciais">["itens"][number];
interface Props {
    credencial: Credencial;
    onDone: () => void;
    onClose: () => void;
}
const kLabels = { arquivo: "Arquivo do certificado" };

/** The certificate with which another installation enters in place of its password: shown, registered, removed. */
export function Certificado({ credencial, onDone, onClose }: Props) {
    const [removing, setRemoving] = useState(false);
    const { certificado } = credencial;
    const form = useForm({
        initial: { arquivo: "" },
        check: ({ arquivo }) => (arquivo ? {} : { arquivo: "Escolha o arquivo do certificado." }),
        submit: async ({ arquivo }) => {
            const { certificado: made } = await put("/api/v1/integracao/credenciais/{credencial}/certificado", { path: { credencial: credencial.id }, body: { arquivo } });
            notify("success", `Certificado de ${made?.titular ?? credencial.nome} registrado na credencial ${credencial.nome}.`);
            onDone();
            onClose();
        },
    });
    if (removing) return <Remove credencial={credencial} onDone={onDone} onClose={onClose} />;
    return (
        <Dialog title={`Certificado da credencial ${credencial.nome}`} onClose={onClose} wide>
            {certificado ? (
                <>
                    <CertificateFacts titular={certificado.titular} impressao={certificado.impressao} from={certificado.valido_de_ms} until={certificado.valido_ate_ms} />
                    <p><Button look="secondary" icon="trash" onClick={() => setRemoving(true)}>Remover certificado</Button></p>
                </>
            ) : (
                <p>Nenhum certificado registrado: o sistema entra com usuário e senha.</p>
            )}
            <FormFrame form={form} submit={certificado ? "Trocar certificado" : "Registrar certificado"} labels={kLabels} cancel={onClose}>
                <FileField
                    id="arquivo"
                    label={kLabels.arquivo}
                    hint="O .cer, .crt ou .pem de quem vai enviar, sem a chave. Vale em HTTPS, se for de uma autoridade indicada na configuração do servidor (autoridade_clientes)."
                    accept=".cer,.crt,.pem,.der"
                    error={form.errors.arquivo}
                    onInput={(base64) => form.set("arquivo", base64)}
                />
            </FormFrame>
        </Dialog>
    );
}

function Remove({ credencial: { id, nome, certificado }, onDone, onClose }: Props) {
    const [busy, setBusy] = useState(false);
    async function act(): Promise<void> {
        setBusy(true);
        try {
            await remove("/api/v1/integracao/credenciais/{credencial}/certificado", { path: { credencial: id } });
            notify("success", `Certificado removido da credencial ${nome}.`);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        onDone();
        onClose();
    }
    return (
        <Confirm title={`Remover o certificado da credencial ${nome}?`} act="Remover certificado" busy={busy} onAct={() => void act()} onClose={onClose}>
            <p>Quem se apresenta com o certificado de {certificado?.titular} deixa de entrar na hora. Com usuário e senha, continua.</p>
        </Confirm>
    );
}
