// SPDX-License-Identifier: Apache-2.0
// Every operation × every standard perfil × two municípios, from the description: what each may, and that nobody reads
// or changes what is the neighbour's.
import { readFile } from "node:fs/promises";
import { must, mustEqual } from "../support/checks.mjs";
import { accounts, kMunicipio, kSenha } from "../support/server.mjs";
import { enter, formOf } from "./people.mjs";

const kNeighbour = "2408102";
const kNobody = "01890000-0000-7000-8000-000000000000";
const kUnguarded = ["publico", "autenticado"];

/** The n-th CPF with right check digits. */
function cpfOf(n) {
    let text = String(200000000 + n);
    for (let round = 0; round < 2; round++) {
        const sum = [...text].reduce((total, digit, i) => total + Number(digit) * (text.length + 1 - i), 0);
        text += String(((sum * 10) % 11) % 10);
    }
    return text;
}

/** The standard perfis, from the table the program is built with. */
async function standardPerfis() {
    const table = await readFile(new URL("../../db/reference/perfil_padrao.csv", import.meta.url), "utf8");
    const rows = table.trim().split("\n").slice(2).map((line) => line.split(","));
    return rows.map((columns) => ({ codigo: columns[0], acesso: columns.at(-2) }));
}

/** Somebody with each perfil in each município; lotações, which would give them acessos, are of another module. */
async function hire(write, perfis) {
    const lines = [];
    const people = [];
    for (const { codigo, acesso } of perfis) {
        for (const municipio of [kMunicipio, kNeighbour]) {
            const n = people.length;
            const id = (kind) => `0189${kind}000-0000-7000-8000-${String(n).padStart(12, "0")}`;
            const everywhere = ["administrador_instalacao", "gestor_estadual"].includes(acesso);
            people.push({ codigo, municipio: everywhere ? undefined : municipio, cpf: cpfOf(n), senha: kSenha });
            lines.push(
                `INSERT INTO usuario (id, cpf, nome, senha, senha_anterior, trocar_senha, ativo, criado_ms, termo)
                 SELECT '${id("1")}', '${cpfOf(n)}', 'Pessoa ${n}', senha, '', 0, 1, criado_ms, termo FROM usuario WHERE cpf = '${accounts.municipal.cpf}';
                 INSERT INTO acesso (id, usuario, perfil, municipio, ativo) VALUES ('${id("2")}', '${id("1")}', '${codigo}', ${everywhere ? "NULL" : `'${municipio}'`}, 1);`,
            );
        }
    }
    await write(lines.join("\n"));
    return people;
}

const addressOf = (contract, { path }, ids, query) => {
    const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(ids[name] ?? (name === "cnes" ? "9999999" : name === "uuid" ? `9999999-${kNobody}` : kNobody)));
    return `${contract.url}${filled}?${new URLSearchParams(query)}`;
};

/** With a body of the right kind and nothing in it: enough to reach who may. */
async function ask(contract, operation, who, { ids = {}, query = {} } = {}) {
    const kinds = operation.requestBody?.content ?? {};
    const body = kinds["application/json"] ? { body: "{}", type: { "Content-Type": "application/json" } } : kinds["multipart/form-data"] ? { body: formOf({ nada: "nada" }) } : kinds["application/octet-stream"] ? { body: "" } : {};
    const answer = await fetch(addressOf(contract, operation, ids, query), {
        method: operation.verb.toUpperCase(),
        headers: { ...who, ...body.type },
        ...(body.body === undefined ? {} : { body: body.body }),
    });
    return { status: answer.status, text: await answer.text() };
}

/** Something of the first município for each name a path captures. */
async function belongings(contract, people) {
    const first = async (key, query = {}) => (await contract.call(key, { who: people.municipal, query, status: 200 })).body.itens[0];
    const lote = await first("GET /api/v1/recebimento/lotes");
    const { body: fichas } = await contract.call("GET /api/v1/recebimento/lotes/{lote}/fichas", { who: people.municipal, path: { lote: lote.id }, status: 200 });
    const importacao = await first("GET /api/v1/cnes/importacoes");
    const { body: perfil } = await contract.call("POST /api/v1/perfis", { who: people.municipal, json: { nome: "Só deste município", tipo_acesso: "lotacao", recursos: [] }, status: 201 });
    const credencial = (await contract.call("POST /api/v1/integracao/credenciais", { who: people.municipal, json: { nome: "Do vizinho" }, status: 201 })).body.credencial;
    return { lote: lote.id, uuid: fichas.itens[0].uuid, importacao: importacao.id, perfil: perfil.id, credencial: credencial.id };
}

export async function matrix({ contract, checks, people, write }) {
    const guarded = contract.operations().filter((one) => !kUnguarded.includes(one["x-permissao"]));
    const perfis = await standardPerfis();
    mustEqual(perfis.length, 26, "the standard perfis");
    const hired = await hire(write, perfis);
    const theirs = await belongings(contract, people);
    for (const one of hired) {
        const { who, sessao } = await enter(contract, { cpf: one.cpf, senha: one.senha });
        const where = one.municipio ?? "the installation";
        await checks.check(`${one.codigo} of ${where} may exactly what the session says, of ${guarded.length} operations`, async () => {
            for (const operation of guarded) {
                const may = sessao.permissoes.includes(operation["x-permissao"]);
                const { status, text } = await ask(contract, operation, who);
                if (may) must(status !== 401 && !text.includes("ACESSO-0002"), `${operation.key} refuses ${one.codigo}, who has ${operation["x-permissao"]}: ${status} ${text.slice(0, 200)}`);
                else mustEqual(status, 403, `${operation.key} to ${one.codigo}, who lacks ${operation["x-permissao"]}: the status`);
            }
        });
        if (one.municipio !== kNeighbour || sessao.permissoes.length < 2) continue;
        await checks.check(`${one.codigo} of ${where} neither reads nor changes what is of ${kMunicipio}`, async () => {
            for (const operation of guarded.filter((op) => sessao.permissoes.includes(op["x-permissao"]))) {
                const captures = [...operation.path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
                if (captures.some((name) => name in theirs)) {
                    const { status } = await ask(contract, operation, who, { ids: theirs });
                    must([403, 404, 409, 422].includes(status), `${operation.key} answered ${status} about what is the neighbour's`);
                }
                const asks = (operation.parameters ?? []).some(({ name }) => name === "municipio");
                const { status, text } = await ask(contract, operation, who, { query: asks ? { municipio: kMunicipio } : {} });
                must(!asks || status >= 400, `${operation.key} answered ${status} for the neighbour's município`);
                for (const id of Object.values(theirs)) must(!text.includes(id), `${operation.key} shows what is the neighbour's`);
            }
        });
    }
    await checks.check(`what is of ${kMunicipio} is as it was`, async () => {
        const { body: perfil } = await contract.call("GET /api/v1/perfis/{perfil}", { who: people.municipal, path: { perfil: theirs.perfil }, status: 200 });
        mustEqual([perfil.perfil.nome, perfil.perfil.ativo, perfil.perfil.versao], ["Só deste município", true, 1], "the perfil");
        const { body: credenciais } = await contract.call("GET /api/v1/integracao/credenciais", { who: people.municipal, status: 200 });
        mustEqual(credenciais.itens.find(({ id }) => id === theirs.credencial).ativa, true, "the credencial");
        await contract.call("GET /api/v1/recebimento/lotes/{lote}", { who: people.municipal, path: { lote: theirs.lote }, status: 200 });
    });
}
