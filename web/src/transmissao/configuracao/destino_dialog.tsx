// SPDX-License-Identifier: Apache-2.0
import { useRef } from "preact/hooks";
import { post, put, type Schema } from "../../base/api";
import { isTime, TimeField } from "../../base/dates";
import { Dialog } from "../../base/dialog";
import { LinesField, PasswordField, RadioField, TextField } from "../../base/field";
import { FormFrame, useForm, type Errors, type Form } from "../../base/form";
import { notify } from "../../base/message";
import { Facts } from "../../base/screen";
import { certificateBody, kCertificateLabels, kNoCertificate, OurCertificate, type CertificateValues } from "./destino_certificado";
import { kProtocolos, type Destino } from "./destinos";

type Novo = Schema<"NovoDestino">;
type Values = Record<"nome" | "endereco" | "protocolo" | "usuario" | "senha" | "autoridade" | "quando" | "inicio" | "fim", string> & CertificateValues;

const kLabels: Record<keyof Values, string> = {
    nome: "Nome da instalação",
    endereco: "Endereço do servidor",
    protocolo: "Forma de envio",
    usuario: "Usuário",
    senha: "Senha",
    autoridade: "Certificado da autoridade",
    quando: "Horário de envio",
    inicio: "Início",
    fim: "Fim",
    ...kCertificateLabels,
};
const kExample = "http://enderecoeletronico.municipio.gov.br:8080/esus";
// What the server takes: http or https, a host, no user, no query.
const kAddress = /^https?:\/\/[^\s/?#@]+(\/[^\s?#]*)?$/i;

/** «Adicionar instalação» and «Editar»; of the Centralizador Nacional the name and the address are given. */
export function DestinoDialog({ destino, onSaved, onClose }: { destino?: Destino; onSaved: () => void; onClose: () => void }) {
    const given = destino?.origem === "nacional";
    const form = useForm<Values>({
        initial: initialOf(destino),
        check: (values) => check(values, given),
        submit: async (values) => {
            const body = bodyOf(values);
            if (destino) await put("/api/v1/transmissao/destinos/{destino}", { path: { destino: destino.id }, body });
            else await post("/api/v1/transmissao/destinos", { body });
            notify("success", destino ? `${body.nome}: alterações gravadas.` : `${body.nome}: adicionada. Use «Testar conexão» para conferir o endereço.`);
            onSaved();
            onClose();
        },
    });
    return (
        <Dialog title={destino ? `Editar ${destino.nome}` : "Adicionar instalação"} onClose={onClose} wide>
            <FormFrame form={form} submit={destino ? "Salvar" : "Adicionar"} labels={kLabels} cancel={onClose}>
                {given ? <Facts items={[[kLabels.nome, destino.nome], [kLabels.endereco, <span class="code">{destino.endereco || "Definido na configuração do servidor"}</span>]]} /> : <Place form={form} />}
                <Way form={form} hasPassword={destino?.tem_senha ?? false} />
                <OurCertificate form={form} current={destino?.certificado} />
                <Advanced form={form} />
            </FormFrame>
        </Dialog>
    );
}

function Place({ form: { values, errors, set } }: { form: Form<Values> }) {
    return (
        <>
            <TextField id="nome" label={kLabels.nome} hint="Sugestão: Centralizador do Estado XX, Centralizador do Município XX." maxLength={100} autoComplete="off" value={values.nome} error={errors.nome} onInput={(text) => set("nome", text)} />
            <TextField
                id="endereco"
                label={kLabels.endereco}
                hint={`Por exemplo, ${kExample}. Na configuração nativa, a porta é 8080. Sem endereço, os lotes são só salvos em arquivo.`}
                required={false}
                type="url"
                inputMode="url"
                maxLength={300}
                autoComplete="off"
                value={values.endereco}
                error={errors.endereco}
                onInput={(text) => set("endereco", text)}
            />
        </>
    );
}

function Way({ form: { values, errors, set }, hasPassword }: { form: Form<Values>; hasPassword: boolean }) {
    return (
        <>
            <RadioField
                id="protocolo"
                label={kLabels.protocolo}
                value={values.protocolo}
                error={errors.protocolo}
                onInput={(value) => set("protocolo", value)}
                options={[
                    { value: "aroeira", label: kProtocolos.aroeira, hint: "Lotes inteiros, que continuam de onde pararam; cada ficha volta como aceita ou rejeitada." },
                    { value: "ledi", label: kProtocolos.ledi, hint: "Para um PEC ou outro sistema: uma ficha por vez." },
                ]}
            />
            <fieldset class="pair">
                <legend>Credencial de integração criada na instalação que recebe</legend>
                <TextField id="usuario" label={kLabels.usuario} maxLength={100} autoComplete="off" required={false} value={values.usuario} error={errors.usuario} onInput={(text) => set("usuario", text)} />
                <PasswordField
                    id="senha"
                    label={kLabels.senha}
                    autoComplete="new-password"
                    maxLength={200}
                    required={false}
                    {...(hasPassword ? { placeholder: "Manter a atual" } : {})}
                    value={values.senha}
                    error={errors.senha}
                    onInput={(text) => set("senha", text)}
                />
            </fieldset>
        </>
    );
}

/** What few need. */
function Advanced({ form: { values, errors, set } }: { form: Form<Values> }) {
    // Once open it stays so: what one corrects must not vanish with its error.
    const opened = useRef(false);
    opened.current ||= values.autoridade !== "" || values.quando === "proprio" || Boolean(errors.autoridade ?? errors.inicio ?? errors.fim);
    return (
        <details class="advanced" open={opened.current}>
            <summary>Autoridade e horário próprios</summary>
            <LinesField
                id="autoridade"
                label={kLabels.autoridade}
                hint="Em PEM, quando o certificado do servidor não é de uma autoridade pública."
                rows={4}
                placeholder="-----BEGIN CERTIFICATE-----"
                required={false}
                value={values.autoridade}
                error={errors.autoridade}
                onInput={(text) => set("autoridade", text)}
            />
            <RadioField
                id="quando"
                label={kLabels.quando}
                value={values.quando}
                onInput={(value) => set("quando", value)}
                options={[
                    { value: "instalacao", label: "O desta instalação" },
                    { value: "proprio", label: "Outro, só para este servidor" },
                ]}
            />
            {values.quando === "proprio" && (
                <div class="period">
                    <TimeField id="inicio" label={kLabels.inicio} value={values.inicio} error={errors.inicio} onInput={(text) => set("inicio", text)} />
                    <TimeField id="fim" label={kLabels.fim} value={values.fim} error={errors.fim} onInput={(text) => set("fim", text)} />
                </div>
            )}
        </details>
    );
}

function initialOf(destino?: Destino): Values {
    return {
        nome: destino?.nome ?? "",
        endereco: destino?.endereco ?? "",
        protocolo: destino?.protocolo ?? "aroeira",
        usuario: destino?.usuario ?? "",
        senha: "",
        autoridade: destino?.autoridade ?? "",
        quando: destino?.janela ? "proprio" : "instalacao",
        inicio: destino?.janela?.inicio ?? "00:00",
        fim: destino?.janela?.fim ?? "06:00",
        ...kNoCertificate,
    };
}

function check(values: Values, given: boolean): Errors<Values> {
    const errors: Errors<Values> = {};
    if (!given && !values.nome.trim()) errors.nome = "Informe o nome do local para onde serão enviados os dados.";
    if (!given && values.endereco.trim() && !kAddress.test(values.endereco.trim())) errors.endereco = `Informe o endereço com http:// ou https://, como ${kExample}.`;
    if (values.quando !== "proprio") return errors;
    if (!isTime(values.inicio)) errors.inicio = "Informe a hora de início, de 00:00 a 23:59.";
    if (!isTime(values.fim)) errors.fim = "Informe a hora de fim, de 00:00 a 23:59.";
    else if (values.fim === values.inicio) errors.fim = "O fim deve ser diferente do início.";
    return errors;
}

function bodyOf({ nome, endereco, protocolo, usuario, senha, autoridade, quando, inicio, fim, ...others }: Values): Novo {
    return {
        nome: nome.trim(),
        endereco: endereco.trim(),
        protocolo: protocolo as Novo["protocolo"],
        usuario: usuario.trim(),
        senha,
        autoridade: autoridade.trim(),
        ...certificateBody(others),
        ...(quando === "proprio" ? { janela: { inicio, fim } } : {}),
    };
}
