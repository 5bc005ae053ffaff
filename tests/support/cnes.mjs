// SPDX-License-Identifier: Apache-2.0
// The file a município downloads from the CNES (layout 3.1), written for tests, and the way it goes in.
import { must, until } from "./checks.mjs";
import { kCnes, kIne, zipOf } from "./fichas.mjs";
import { kMunicipio } from "./server.mjs";

const kCnpj = "11222333000181";

/** A CPF with right digits, the same for the same number. */
export function cpfOf(number) {
    const digits = String(number).padStart(9, "0").split("").map(Number);
    for (const first of [10, 11]) {
        const rest = digits.reduce((sum, digit, i) => sum + digit * (first - i), 0) % 11;
        digits.push(rest < 2 ? 0 : 11 - rest);
    }
    return digits.join("");
}

/** A CNS with the right sum, the same for the same number. */
export function cnsOf(number) {
    const body = `7${String(number).padStart(12, "0")}`;
    for (let end = 0; end < 100; ++end) {
        const text = `${body}${String(end).padStart(2, "0")}`;
        const sum = [...text].reduce((total, digit, i) => total + Number(digit) * (15 - i), 0);
        if (sum % 11 === 0) return text;
    }
    throw new Error("no CNS ends this number");
}

/** Who made the fichas of fichas.mjs, and somebody who works in two places. */
export const registry = () => ({
    unidades: [
        { cnes: kCnes, nome: "UBS CENTRO", equipes: [{ ine: kIne, nome: "EQUIPE AZUL" }] },
        { cnes: "2269759", nome: "UBS LAGOA SECA", equipes: [] },
    ],
    profissionais: [
        { nome: "ANA DOS TESTES", cpf: cpfOf(1), cns: "700000000000005", lotacoes: [{ cnes: kCnes, ine: kIne, cbo: "515105" }] },
        { nome: "JOÃO DAS DUAS UNIDADES", cpf: cpfOf(2), cns: cnsOf(2), lotacoes: [{ cnes: kCnes, ine: "", cbo: "223565" }, { cnes: "2269759", ine: "", cbo: "223565" }] },
    ],
});

const escaped = (text) => String(text).replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll('"', "&quot;");
const element = (name, attributes, content = "") =>
    `<${name}${Object.entries(attributes).map(([key, value]) => ` ${key}="${escaped(value)}"`).join("")}>${content}</${name}>`;

function unidade({ cnes, nome, equipes }, ibge) {
    const address = element("DADOS_ENDERECO", { CO_CEP: "70000000", SG_UF: "DF", CO_IBGE_MUN: ibge, BAIRRO: "CENTRO", LOGRADOURO: "RUA DA FRENTE", NUMERO: "S/N", COMPLEMENT: "", PONTO_REF: " " });
    const teams = equipes.map(({ ine, nome }) => element("DADOS_EQUIPES", { ID_TP_EQUIPE: "", TP_EQUIPE: "70", SG_EQUIPE: "ESF", DS_EQUIPE: "ESF - EQUIPE DE SAUDE DA FAMILIA", CO_INE: ine, CO_AREA: "0001", DS_AREA: "", NM_REFERENCIA: nome, DT_DESATIVACAO: "" }));
    return element(
        "DADOS_GERAIS_ESTABELECIMENTOS",
        { NM_FANTA: nome, CNPJ: kCnpj, CNES: cnes, TP_UNID_ID: "02", DS_TP_UNID: "CENTRO DE SAUDE/UNIDADE BASICA", TELEFONE1: "(61)30000000", TELEFONE2: " ", FAX: "", E_MAIL: "" },
        element("ENDERECO", {}, address) + element("COMPLEXIDADE", {}, element("DADOS_COMPLEXIDADE", { SG_COMPLEXIDADE: "AB" })) + element("EQUIPES", {}, teams.join("")),
    );
}

function profissional({ nome, cpf, cns, email = "", lotacoes }) {
    const places = lotacoes.map(({ cnes, ine, cbo }) => element("DADOS_LOTACOES", { CNES: cnes, CO_INE: ine, CO_CBO: cbo, MICROAREA: "" }));
    return element("DADOS_PROFISSIONAIS", { NM_PROF: nome, CPF_PROF: cpf, CO_CNS: cns, DT_NASC: "20/05/1980", SEXO: "N", E_MAIL: email, TELEFONE: "" }, element("LOTACOES", {}, places.join("")));
}

export function cnesXml({ unidades, profissionais }, { ibge = kMunicipio } = {}) {
    const identification = { DATA: new Date().toISOString().slice(0, 10), ORIGEM: "PORTAL", DESTINO: "ESUS_AB", CO_IBGE_MUN: ibge, VERSAO_XSD: "3.1" };
    const content = element("ESTABELECIMENTOS", {}, unidades.map((one) => unidade(one, ibge)).join("\n")) + element("PROFISSIONAIS", {}, profissionais.map(profissional).join("\n"));
    return `<?xml version="1.0" encoding="UTF-8"?>\n${element("ImportarXMLCNES", {}, element("IDENTIFICACAO", identification, content))}\n`;
}

export const cnesZip = (content, options) => zipOf([{ name: `XmlParaESUS31_${kMunicipio.slice(0, 6)}.xml`, bytes: Buffer.from(cnesXml(content, options)) }]);

/** Brings the registry in by the API, as `who`, and waits for its end. */
export async function importCnes(url, who, content = registry()) {
    const form = new FormData();
    form.append("arquivo", new Blob([await cnesZip(content)]), `XMLPARAESUS_${kMunicipio.slice(0, 6)}.ZIP`);
    const answer = await fetch(`${url}/api/v1/cnes/importacoes`, { method: "POST", headers: who, body: form });
    must(answer.status === 202, `the CNES was refused: ${answer.status}`);
    const { trabalho } = await answer.json();
    await until(async () => {
        const job = await (await fetch(`${url}/api/v1/trabalhos/${trabalho}`, { headers: who })).json();
        must(!["falhou", "cancelado"].includes(job.situacao), `the CNES did not come in: ${job.mensagem}`);
        return job.situacao === "concluido";
    }, "the CNES to come in");
}
