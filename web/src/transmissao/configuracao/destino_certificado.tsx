// SPDX-License-Identifier: Apache-2.0
import { useRef } from "preact/hooks";
import { CertificateFacts } from "../../base/certificate";
import { FileField, PasswordField, RadioField } from "../../base/field";
import type { Form } from "../../base/form";
import type { Destino } from "./destinos";

/** What the form of a destino has about the certificate we show there. Files are in base64. */
export type CertificateValues = Record<"certificado" | "chave" | "senha_do_certificado" | "fica", string>;
export const kCertificateLabels: Record<keyof CertificateValues, string> = {
    certificado: "Arquivo do certificado",
    chave: "Arquivo da chave",
    senha_do_certificado: "Senha do certificado",
    fica: "Certificado atual",
};
export const kNoCertificate: CertificateValues = { certificado: "", chave: "", senha_do_certificado: "", fica: "manter" };

export function certificateBody({ certificado, chave, senha_do_certificado, fica }: CertificateValues) {
    return {
        ...(certificado ? { certificado, senha_do_certificado } : {}),
        ...(chave ? { chave } : {}),
        ...(fica === "tirar" ? { sem_certificado: true } : {}),
    };
}

/** For a destino that knows us by a certificate in place of usuário and senha. */
export function OurCertificate<Values extends CertificateValues>({ form: { values, errors, set }, current }: { form: Form<Values>; current: Destino["certificado"] }) {
    const opened = useRef(false);
    opened.current ||= current !== undefined || Boolean(errors.certificado ?? errors.chave ?? errors.senha_do_certificado);
    const name = (field: keyof CertificateValues) => field as keyof Values & string;
    return (
        <details class="advanced" open={opened.current}>
            <summary>Certificado desta instalação</summary>
            <p class="hint">Só se a instalação que recebe o registrou em uma credencial: então o usuário e a senha ficam vazios. Vale em endereço https://.</p>
            {current && (
                <>
                    <CertificateFacts titular={current.titular} impressao={current.impressao} from={current.valido_de} until={current.valido_ate} />
                    <RadioField
                        id="fica"
                        label={kCertificateLabels.fica}
                        value={values.fica}
                        onInput={(value) => set(name("fica"), value)}
                        options={[
                            { value: "manter", label: "Manter, ou trocar pelo arquivo escolhido abaixo" },
                            { value: "tirar", label: "Tirar" },
                        ]}
                    />
                </>
            )}
            <FileField id="certificado" label={kCertificateLabels.certificado} hint="O .pfx ou .p12, ou um .pem." accept=".pfx,.p12,.pem,.crt,.cer" required={false} error={errors.certificado} onInput={(base64) => set(name("certificado"), base64)} />
            <FileField id="chave" label={kCertificateLabels.chave} hint="Só quando não está no arquivo do certificado." accept=".key,.pem" required={false} error={errors.chave} onInput={(base64) => set(name("chave"), base64)} />
            <PasswordField
                id="senha_do_certificado"
                label={kCertificateLabels.senha_do_certificado}
                hint="A que abre o arquivo, se houver. Fica guardada só a chave, cifrada."
                autoComplete="new-password"
                maxLength={200}
                required={false}
                value={values.senha_do_certificado}
                error={errors.senha_do_certificado}
                onInput={(text) => set(name("senha_do_certificado"), text)}
            />
        </details>
    );
}
