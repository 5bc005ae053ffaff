// SPDX-License-Identifier: Apache-2.0
import { get, post, put } from "../base/api";
import { readDay } from "../base/dates";
import { day } from "../base/format";
import { ForMunicipio } from "../base/for_municipio";
import { FormFrame, useForm, type Errors } from "../base/form";
import { Loaded, useLoad } from "../base/load";
import { Message, notify } from "../base/message";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { go } from "../base/router";
import { Screen } from "../base/screen";
import type { Detalhe } from "./acts";
import { AddressFields, PersonFields } from "./fields";
import { isCns, isCpf, maskCep, maskCns, maskPhone, onlyDigits } from "./masks";
import { useOpcoes } from "./opcoes";
import { kProfissionais, kTrilha } from "./places";

export const kLabels = {
    cpf: "CPF",
    cns: "CNS",
    nome: "Nome completo",
    nascimento: "Data de nascimento",
    sexo: "Sexo",
    conselho: "Conselho de classe",
    conselho_uf: "Estado emissor",
    registro: "Registro",
    telefone: "Telefone",
    email: "E-mail",
    cep: "CEP",
    uf: "Estado",
    cidade: "Município",
    bairro: "Bairro",
    logradouro: "Logradouro",
    numero: "Número",
    complemento: "Complemento",
    referencia: "Ponto de referência",
};
export type Values = Record<keyof typeof kLabels, string>;

/** «Cadastrar profissional». */
export function RegisterProfissional() {
    return (
        <Screen title="Cadastrar profissional" trail={kTrilha}>
            <Message kind="warning" title="Evite utilizar esta funcionalidade para cadastrar profissionais de saúde que registram os atendimentos e ações de saúde.">
                Se esses profissionais não estiverem inscritos no SCNES ao enviar os dados para o SISAB, os dados de atendimentos serão invalidados por inconsistências no CNES, ou seja, serão rejeitados pelo SISAB caso o cadastro do profissional não seja atualizado antes do fechamento da competência.
            </Message>
            <ForMunicipio what="onde cadastrar"><ProfissionalForm /></ForMunicipio>
        </Screen>
    );
}

/** «Editar». */
export function EditProfissional({ captures }: { captures: Record<string, string> }) {
    const municipio = askedMunicipio(useMunicipios());
    const profissional = captures["profissional"] ?? "";
    const load = useLoad((signal) => get("/api/v1/profissionais/{profissional}", { path: { profissional }, query: { municipio }, signal }), [profissional]);
    return (
        <Screen title="Editar profissional" trail={[...kTrilha, ...(load.data ? [{ title: load.data.nome, to: `${kProfissionais}/${profissional}` }] : [])]}>
            {load.data?.origem === "cnes" && <Message kind="info" title="Este profissional vem do SCNES.">O que o SCNES mudar nele substitui o que for alterado aqui, na próxima importação.</Message>}
            <Loaded load={load}>{(detalhe) => <ProfissionalForm detalhe={detalhe} />}</Loaded>
        </Screen>
    );
}

const kFirstPassword = {
    link: "Cadastre uma lotação e, em «Mais opções», use «Redefinir Senha» para entregar a primeira senha.",
    cns_esus: "A primeira senha é o número do CNS, ou o CPF de quem não o possui, acrescido da palavra esus. Cadastre uma lotação para que entre.",
};

function ProfissionalForm({ detalhe }: { detalhe?: Detalhe }) {
    const municipio = askedMunicipio(useMunicipios());
    const imported = detalhe?.origem === "cnes";
    const opcoes = useOpcoes();
    const form = useForm<Values>({
        initial: initialOf(detalhe),
        check: (values) => check(values, imported),
        submit: async (values) => {
            const body = bodyOf(values);
            const { id } = detalhe
                ? await put("/api/v1/profissionais/{profissional}", { path: { profissional: detalhe.id }, query: { municipio }, body: { ...body, versao: detalhe.versao } })
                : await post("/api/v1/profissionais", { query: { municipio }, body });
            go(`${kProfissionais}/${id}`);
            notify("success", detalhe ? `${body.nome}: alterações gravadas.` : `${body.nome}: cadastrado. O login é o CPF. ${kFirstPassword[opcoes?.senha_inicial ?? "link"]}`);
        },
    });
    return (
        <FormFrame form={form} submit="Salvar" labels={kLabels} cancel={() => go(detalhe ? `${kProfissionais}/${detalhe.id}` : kProfissionais)}>
            <PersonFields form={form} fixedCpf={detalhe !== undefined} optional={imported} />
            <AddressFields form={form} />
        </FormFrame>
    );
}

function initialOf(one?: Detalhe): Values {
    const e = one?.endereco;
    return {
        cpf: one ? one.cpf : "",
        cns: maskCns(one?.cns ?? ""),
        nome: one?.nome ?? "",
        nascimento: one?.nascimento ? day(one.nascimento) : "",
        sexo: one?.sexo === "N" ? "" : (one?.sexo ?? ""),
        conselho: one?.conselho ?? "",
        conselho_uf: one?.conselho_uf ?? "",
        registro: one?.registro ?? "",
        telefone: maskPhone(one?.telefone ?? ""),
        email: one?.email ?? "",
        cep: maskCep(e?.cep ?? ""),
        uf: e?.uf ?? "",
        cidade: e?.cidade ?? "",
        bairro: e?.bairro ?? "",
        logradouro: e?.logradouro ?? "",
        numero: e?.numero ?? "",
        complemento: e?.complemento ?? "",
        referencia: e?.referencia ?? "",
    };
}

function check(values: Values, imported: boolean): Errors<Values> {
    const errors: Errors<Values> = {};
    if (!isCpf(values.cpf)) errors.cpf = values.cpf ? "O CPF é inválido. Confira os 11 dígitos." : "Informe o CPF.";
    if (values.cns && !isCns(values.cns)) errors.cns = "O CNS é inválido. Confira os 15 dígitos, ou deixe em branco.";
    if (values.nome.trim().length < 3) errors.nome = "Informe o nome completo.";
    const born = readDay(values.nascimento);
    if (values.nascimento ? !born || born > new Date().toISOString().slice(0, 10) || born < "1900-01-01" : !imported) errors.nascimento = "Informe a data de nascimento, como 20/05/1980.";
    if (!values.sexo && !imported) errors.sexo = "Escolha o sexo.";
    const council = [values.conselho, values.conselho_uf, values.registro.trim()].filter(Boolean).length;
    if (council > 0 && council < 3) {
        if (!values.conselho) errors.conselho = "Escolha o conselho de classe.";
        if (!values.conselho_uf) errors.conselho_uf = "Escolha o estado emissor.";
        if (!values.registro.trim()) errors.registro = "Informe o número do registro, ou retire o conselho.";
    }
    if (values.telefone && ![10, 11].includes(onlyDigits(values.telefone).length)) errors.telefone = "Informe o DDD e os 8 ou 9 dígitos.";
    if (values.email && !/^[^\s@,;<>"()]+@[^\s@.]+(\.[^\s@.]+)*\.[^\s@.]{2,}$/.test(values.email.trim())) errors.email = "Confira o e-mail, como em nome@municipio.gov.br.";
    if (values.cep && onlyDigits(values.cep).length !== 8) errors.cep = "O CEP tem 8 dígitos.";
    if (values.uf && !values.cidade) errors.cidade = "Escolha o município.";
    return errors;
}

function bodyOf(v: Values) {
    return {
        cpf: onlyDigits(v.cpf),
        cns: onlyDigits(v.cns),
        nome: v.nome.trim(),
        nascimento: readDay(v.nascimento) ?? "",
        sexo: v.sexo,
        conselho: v.conselho,
        conselho_uf: v.conselho_uf,
        registro: v.registro.trim(),
        telefone: onlyDigits(v.telefone),
        email: v.email.trim(),
        endereco: {
            cep: onlyDigits(v.cep),
            uf: v.uf,
            cidade: v.cidade,
            bairro: v.bairro.trim(),
            logradouro: v.logradouro.trim(),
            numero: v.numero.trim(),
            complemento: v.complemento.trim(),
            referencia: v.referencia.trim(),
        },
    };
}
