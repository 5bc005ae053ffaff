// SPDX-License-Identifier: Apache-2.0
// What each operation does when all is well, one scenario after another over the same server.
import { createHash } from "node:crypto";
import { must, mustEqual, until } from "../support/checks.mjs";
import { cnesZip, registry } from "../support/cnes.mjs";
import { kCnes, loteOf, thriftOf, uuidOf, visita } from "../support/fichas.mjs";
import { accounts, kMunicipio, kSenha, startServer } from "../support/server.mjs";
import { agendas } from "./agendas.mjs";
import { chegadas } from "./arrivals.mjs";
import { certificates } from "./certificates.mjs";
import { Contract } from "./contract.mjs";
import { cadastro } from "./cadastro.mjs";
import { bases, destinos, instalacao, transmissionHours } from "./destinos.mjs";
import { enter, enterSystem, formOf } from "./people.mjs";
import { reports } from "./reports.mjs";
import { sending } from "./sending.mjs";
import { gestao, imunobiologicos, responsaveis, servers, settings as configurations } from "./settings.mjs";

const kMonth = new Date().toISOString().slice(0, 7).replace("-", "");
const kToday = new Date().toISOString().slice(0, 10);
const kDayMs = 86_400_000;
const yesterday = new Date(Date.now() - kDayMs).toISOString().slice(0, 10);
const tomorrow = new Date(Date.now() + kDayMs).toISOString().slice(0, 10);

const send = (contract, who, name, bytes) =>
    contract.call("POST /api/v1/recebimento/lotes", { who, form: formOf({ arquivo: { name, bytes } }), status: 202 }).then(({ body }) => body);

const finished = (contract, who, { trabalho }) =>
    until(async () => {
        const { body } = await contract.call("GET /api/v1/trabalhos/{trabalho}", { who, path: { trabalho }, status: 200 });
        must(body.situacao !== "falhou", body.mensagem);
        return body.situacao === "concluido" && body;
    }, "the job to end");

async function copias({ contract, people }) {
    const { body } = await contract.call("GET /api/v1/copias/situacao", { who: people.instalacao, status: 200 });
    mustEqual(body, { situacao: "sem_agenda" }, "a new installation");
}

async function session({ contract }) {
    await contract.call("POST /api/v1/sessao", { json: { ...accounts.municipal, senha: "outra-senha-9" }, status: 401 });
    const { who, sessao } = await enter(contract, accounts.coordenacao);
    must(sessao.acessos.length === 2 && sessao.acesso_ativo === undefined, "the session chose an acesso by itself");
    await contract.call("GET /api/v1/municipios", { who, status: 403 });
    const acesso = sessao.acessos.find(({ perfil }) => perfil === "administrador_municipal").id;
    const chosen = await contract.call("PUT /api/v1/sessao/acesso", { who, json: { acesso }, status: 200 });
    const inside = { Cookie: chosen.headers.get("Set-Cookie").split(";")[0], "X-CSRF": chosen.body.csrf };
    mustEqual((await contract.call("GET /api/v1/sessao", { who: inside, status: 200 })).body.acesso_ativo, acesso, "the active acesso");
    await contract.call("PUT /api/v1/sessao/senha", { who: inside, json: { atual: kSenha, nova: "curta" }, status: 422 });
    const changed = await contract.call("PUT /api/v1/sessao/senha", { who: inside, json: { atual: kSenha, nova: "outra-senha-2026" }, status: 200 });
    const renewed = { Cookie: changed.headers.get("Set-Cookie").split(";")[0], "X-CSRF": changed.body.csrf };
    await contract.call("DELETE /api/v1/sessao", { who: renewed, status: 204 });
    await contract.call("GET /api/v1/sessao", { who: renewed, status: 401 });
}

/** Another server, empty, with the same description. */
async function firstAccess({ contract }) {
    const empty = await startServer({ demo: false });
    try {
        const there = new Contract(empty.url, contract.document);
        const codigo = new URLSearchParams(empty.link.split("#")[1]).get("codigo");
        const json = { codigo, cpf: accounts.instalacao.cpf, nome: "Marina Duarte", senha: "ipe-amarelo-2026" };
        await there.call("POST /api/v1/primeiro-acesso", { json: { ...json, codigo: "outro" }, status: 422 });
        await there.call("POST /api/v1/primeiro-acesso", { json, status: 200 });
        await there.call("POST /api/v1/primeiro-acesso", { json, status: 422 });
        for (const status of there.statuses("POST /api/v1/primeiro-acesso")) contract.remember("POST /api/v1/primeiro-acesso", status);
    } finally {
        await empty.stop();
    }
}

async function municipios({ contract, people }) {
    const { body } = await contract.call("POST /api/v1/municipios", { who: people.instalacao, json: { ibge: "2408102" }, status: 201 });
    mustEqual(body.nome, "Natal", "the name of the município");
    await contract.call("POST /api/v1/municipios", { who: people.instalacao, json: { ibge: "9999999" }, status: 422 });
    const all = await contract.call("GET /api/v1/municipios", { who: people.instalacao, status: 200 });
    const own = await contract.call("GET /api/v1/municipios", { who: people.municipal, status: 200 });
    mustEqual([all.body.itens.length, own.body.itens.map(({ ibge }) => ibge)], [2, [kMunicipio]], "the municípios of each");
}

async function perfis({ contract, people }) {
    const who = people.municipal;
    const all = await contract.call("GET /api/v1/perfis", { who, query: { busca: "medico", pagina: "1" }, status: 200 });
    mustEqual(all.body.itens.map(({ id }) => id), ["medico", "medico_ad"], "the perfis found");
    await contract.call("GET /api/v1/perfis", { who, query: { situacao: "outra" }, status: 422 });
    await contract.call("GET /api/v1/recursos", { who, status: 200 });
    const json = { nome: "Do contrato", tipo_acesso: "lotacao", recursos: ["Visualizar agenda > Excluir"] };
    const { body: made } = await contract.call("POST /api/v1/perfis", { who, json, status: 201 });
    await contract.call("POST /api/v1/perfis", { who, json, status: 409 });
    const path = { perfil: made.id };
    const { body: read } = await contract.call("GET /api/v1/perfis/{perfil}", { who, path, status: 200 });
    mustEqual(read.recursos, ["Visualizar agenda", "Visualizar agenda > Excluir"], "its recursos");
    const change = { nome: "Do contrato, mudado", recursos: [], versao: made.versao };
    const { body: kept } = await contract.call("PUT /api/v1/perfis/{perfil}", { who, path, json: change, status: 200 });
    await contract.call("PUT /api/v1/perfis/{perfil}", { who, path, json: change, status: 409 });
    await contract.call("PUT /api/v1/perfis/{perfil}/situacao", { who, path, json: { ativo: false, versao: kept.versao }, status: 200 });
    await contract.call("DELETE /api/v1/perfis/{perfil}", { who, path, status: 204 });
    await contract.call("DELETE /api/v1/perfis/{perfil}", { who, path, status: 404 });
}

async function acessos({ contract, people }) {
    const who = people.instalacao;
    const { body } = await contract.call("GET /api/v1/sessao", { who: people.enfermeiro, status: 200 });
    const usuario = body.usuario.id;
    const give = (json, status) => contract.call("POST /api/v1/usuarios/{usuario}/acessos", { who, path: { usuario }, json, status });
    await give({ perfil: "medico", municipio: kMunicipio }, 422);
    const { body: given } = await give({ perfil: "gestor_municipal", municipio: kMunicipio }, 201);
    await give({ perfil: "gestor_municipal", municipio: kMunicipio }, 409);
    const all = await contract.call("GET /api/v1/usuarios/{usuario}/acessos", { who: people.municipal, path: { usuario }, status: 200 });
    mustEqual(all.body.itens.map(({ perfil }) => perfil), ["gestor_municipal"], "the acessos that are of no lotação");
    await contract.call("DELETE /api/v1/usuarios/{usuario}/acessos/{acesso}", { who: people.municipal, path: { usuario, acesso: given.id }, status: 204 });
}

async function settings({ contract, people }) {
    const hours = (who, json, status) => contract.call("PUT /api/v1/recebimento/configuracao", { who, json, status });
    await hours(people.instalacao, { modo: "janela", inicio: "22:00", fim: "06:00" }, 200);
    mustEqual((await contract.call("GET /api/v1/recebimento/configuracao", { who: people.municipal, status: 200 })).body, { modo: "janela", inicio: "22:00", fim: "06:00" }, "the hours");
    await hours(people.instalacao, { modo: "janela", inicio: "25:00", fim: "06:00" }, 422);
    await hours(people.instalacao, { modo: "continuo", inicio: "00:00", fim: "06:00" }, 200);
    await contract.call("PUT /api/v1/integracao/configuracao", { who: people.instalacao, json: { ligado: true, novo_endereco: "" }, status: 200 });
    mustEqual((await contract.call("GET /api/v1/integracao/configuracao", { who: people.municipal, status: 200 })).body.ligado, true, "receiving");
}

async function cnes({ contract, people }) {
    const who = people.municipal;
    const file = { name: "XMLPARAESUS_530010.ZIP", bytes: await cnesZip(registry()) };
    const post = (fields, status) => contract.call("POST /api/v1/cnes/importacoes", { who, form: formOf({ arquivo: file, ...fields }), status }).then(({ body }) => body);
    const report = (importacao, as = who) => contract.call("GET /api/v1/cnes/importacoes/{importacao}", { who: as, path: { importacao }, status: 200 }).then(({ body }) => body);
    const simulated = await post({ simular: "true" }, 202);
    await finished(contract, who, simulated);
    mustEqual([(await report(simulated.importacao)).simulada, (await report(simulated.importacao)).unidades.novas], [true, 2], "what would come in");
    const imported = await post({}, 202);
    await finished(contract, who, imported);
    const { unidades, profissionais, lotacoes, sem_agenda } = await report(imported.importacao, people.instalacao);
    mustEqual([unidades.novas, profissionais.novas, lotacoes.novas, sem_agenda.length > 0], [2, 2, 3, true], "what came in");
    const { body } = await contract.call("GET /api/v1/cnes/importacoes", { who, query: { municipio: kMunicipio }, status: 200 });
    mustEqual(body.itens.slice(0, 2).map(({ id }) => id), [imported.importacao, simulated.importacao], "the history, newest first");
    await contract.call("GET /api/v1/cnes/importacoes", { who, query: { municipio: "2408102" }, status: 403 });
    await post({ arquivo: { name: "vazio.xml", bytes: "" } }, 422);
    await contract.call("POST /api/v1/cnes/importacoes", { who: people.instalacao, form: formOf({ arquivo: file }), status: 422 });
}

async function lotes({ contract, people }) {
    const who = people.municipal;
    const wrong = visita(2, { visit: { pressaoDiastolica: undefined } });
    const bytes = await loteOf([visita(1), wrong]);
    const accepted = await send(contract, who, "contrato.zip", bytes);
    await finished(contract, who, accepted);
    const path = { lote: accepted.lote };
    const { body } = await contract.call("GET /api/v1/recebimento/lotes/{lote}", { who, path, status: 200 });
    mustEqual([body.lote.recebidas, body.lote.invalidas, body.por_tipo.length], [2, 1, 1], "received, invalid, types");
    const list = await contract.call("GET /api/v1/recebimento/lotes", { who, query: { pagina: "1", situacao: "processado", tipo: "arquivo" }, status: 200 });
    must(list.body.itens.some(({ id }) => id === accepted.lote), "the lote is not in the list");
    const bad = await contract.call("GET /api/v1/recebimento/lotes/{lote}/fichas", { who, path, query: { situacao: "invalida" }, status: 200 });
    mustEqual(bad.body.itens.map(({ uuid }) => uuid), [uuidOf(2)], "the invalid fichas");
    const one = await contract.call("GET /api/v1/recebimento/fichas/{uuid}", { who, path: { uuid: uuidOf(2) }, status: 200 });
    must(one.body.erros.every(({ mensagem, correcao }) => mensagem && correcao), "a rule without cause or correction");
    const original = (query, status) => contract.call("GET /api/v1/recebimento/fichas/{uuid}/original", { who, path: { uuid: uuidOf(2) }, query, status });
    must((await original({}, 200)).bytes.equals((await thriftOf([wrong]))[0].bytes), "the ficha is not given back as it came");
    mustEqual(JSON.parse((await original({ formato: "json" }, 200)).body).uuidDadoSerializado, uuidOf(2), "the ficha in JSON");
    await original({ formato: "pdf" }, 422);
    await original({ versao: "9" }, 404);
    const csv = await contract.call("GET /api/v1/recebimento/lotes/{lote}/inconsistencias.csv", { who, path, status: 200 });
    must(csv.body.includes(uuidOf(2)) && !csv.body.includes(uuidOf(1)), csv.body);
    for (const [query, status] of [[{ pagina: "0" }, 422], [{ municipio: "2408102" }, 403], [{ municipio: "12" }, 422]])
        await contract.call("GET /api/v1/recebimento/lotes", { who, query, status });
}

async function refusedFile({ contract, people }) {
    await contract.call("POST /api/v1/recebimento/lotes", { who: people.municipal, form: formOf({ arquivo: { name: "texto.zip", bytes: "PK nada" } }), status: 422 });
    await contract.call("POST /api/v1/recebimento/lotes", { who: people.instalacao, form: formOf({ arquivo: { name: "a.zip", bytes: "PK" } }), status: 422 });
}

async function byCnes({ contract, people }) {
    const who = people.municipal;
    const { body } = await contract.call("GET /api/v1/recebimento/cnes", { who, query: { mes: kMonth, cnes: kCnes }, status: 200 });
    must(body.itens.length === 1 && body.itens[0].recebidas >= 2, JSON.stringify(body));
    await contract.call("GET /api/v1/recebimento/cnes/{cnes}", { who, path: { cnes: kCnes }, query: { mes: kMonth }, status: 200 });
    await contract.call("GET /api/v1/recebimento/cnes", { who, query: { mes: "202613" }, status: 422 });
    const period = { inicio: yesterday, fim: tomorrow, responsavel: "", tipo: "arquivo" };
    const csv = await contract.call("GET /api/v1/recebimento/inconsistencias.csv", { who, query: period, status: 200 });
    must(csv.body.includes(uuidOf(2)), "the period does not tell of what came in it");
    await contract.call("GET /api/v1/recebimento/inconsistencias.csv", { who, query: { inicio: kToday }, status: 422 });
}

async function waiting({ contract, people }) {
    const hours = (modo) => contract.call("PUT /api/v1/recebimento/configuracao", { who: people.instalacao, json: { modo, ...farHours() }, status: 200 });
    await hours("janela");
    try {
        const kept = await send(contract, people.municipal, "espera.zip", await loteOf([visita(3)]));
        const { body } = await contract.call("POST /api/v1/recebimento/processar", { who: people.municipal, status: 202 });
        mustEqual(body.lotes, 1, "lotes set to be processed");
        await finished(contract, people.municipal, kept);
        const other = await send(contract, people.municipal, "outro.zip", await loteOf([visita(4)]));
        const cancelled = await contract.call("POST /api/v1/trabalhos/{trabalho}/cancelar", { who: people.municipal, path: { trabalho: other.trabalho }, status: 200 });
        mustEqual(cancelled.body.situacao, "cancelado", "a job that had not begun");
    } finally {
        await hours("continuo");
    }
}

/** An hour of the night that is not now, in whatever zone. */
function farHours() {
    const hour = (new Date().getUTCHours() + 12) % 24;
    const text = (h) => `${String(h % 24).padStart(2, "0")}:00`;
    return { inicio: text(hour), fim: text(hour + 1) };
}

async function credenciais({ contract, people }) {
    const { credencial } = await enterSystem(contract, people.municipal, "Prontuário Vida");
    const { body } = await contract.call("GET /api/v1/integracao/credenciais", { who: people.municipal, status: 200 });
    must(body.itens.some(({ id, ativa }) => id === credencial.id && ativa), "the credencial is not in the list");
    await contract.call("DELETE /api/v1/integracao/credenciais/{credencial}", { who: people.municipal, path: { credencial: credencial.id }, status: 204 });
    await contract.call("POST /api/recebimento/login", { form: formOf({ usuario: credencial.usuario, senha: "qualquer" }), status: 400 });
}

async function ledi({ contract, people }) {
    const who = people.sistema;
    const [good, bad] = await thriftOf([visita(10), visita(11, { visit: { turno: undefined } })]);
    const post = (file, status) => contract.call("POST /api/v1/recebimento/ficha", { who, form: formOf({ ficha: file }), status });
    mustEqual((await post(good, 200)).body, "Ficha recebida com sucesso.", "the first time");
    mustEqual((await post(good, 200)).body, "Ficha já recebida anteriormente.", "the second time");
    must((await post(bad, 400)).body.startsWith("Erro de validação"), "an invalid ficha");
    must((await post({ name: "x.esus", bytes: "lixo" }, 400)).body.startsWith("Não foi possível deserializar"), "an unreadable ficha");
    const line = (file) => JSON.stringify({ nome: file.name, conteudo: file.bytes.toString("base64") });
    const answer = await contract.call("POST /api/v1/recebimento/fichas", { who, headers: { "Content-Type": "application/x-ndjson" }, raw: `${line(good)}\n${line(bad)}\n`, status: 200 });
    mustEqual(answer.body.trim().split("\n").map((text) => JSON.parse(text).situacao), ["valida", "invalida"], "a verdict per item");
}

async function transmissao({ contract, people }) {
    const who = people.instalacao;
    const query = { municipio: kMunicipio };
    const { body: begun } = await contract.call("POST /api/v1/transmissao/lotes", { who, query, status: 202 });
    const { resultado } = await finished(contract, who, begun);
    must(resultado.fichas > 0, `no ficha left: ${JSON.stringify(resultado)}`);
    const list = (more, status) => contract.call("GET /api/v1/transmissao/lotes", { who, query: { ...query, ...more }, status }).then(({ body }) => body);
    const [{ id, numero, sha256, tamanho, arquivo }] = (await list({ pagina: "1", situacao: "gerado" }, 200)).itens;
    mustEqual(arquivo, `lote-${kMunicipio}-${numero}.zip`, "the name of the file");
    const file = () => contract.call("GET /api/v1/transmissao/lotes/{lote}/arquivo", { who, path: { lote: id }, query, status: 200 }).then(({ bytes }) => bytes);
    const bytes = await file();
    mustEqual([bytes.length, createHash("sha256").update(bytes).digest("hex")], [tamanho, sha256], "the bytes of the file");
    must((await file()).equals(bytes), "the file is another one the second time");
    const { body } = await contract.call("GET /api/v1/transmissao/lotes/{lote}", { who, path: { lote: id }, query, status: 200 });
    mustEqual([body.lote.situacao, body.historico.map(({ ato }) => ato)], ["salvo", ["gerado", "salvo", "salvo"]], "what became of the lote");
    const again = await contract.call("POST /api/v1/transmissao/lotes", { who, query, status: 202 });
    mustEqual((await finished(contract, who, again.body)).resultado, { lotes: 0, fichas: 0 }, "asked again");
    for (const wrong of [{ pagina: "0" }, { situacao: "perdido" }, { municipio: "12" }, { municipio: "" }]) await list(wrong, 422);
    await contract.call("POST /api/v1/transmissao/lotes", { who, query: { municipio: "3550308" }, status: 404 });
}

const version = ({ contract }) => contract.call("GET /api/v1/versao", { status: 200 });

export const scenarios = [
    ["the product says its version to anybody", version],
    ["entering, choosing the acesso, changing the password and leaving answer as described", session],
    ["the one-time link lets the first administrator in once", firstAccess],
    ["municípios are activated by the installation and seen by each as far as he reaches", municipios],
    ["[S2-206] [S2-221] perfis are listed, made, changed, inactivated and excluded as described", perfis],
    ["[S2-199] [S2-200] acessos of gestor are given and taken as described", acessos],
    ["[S2-266] the hours and the receiving by the network are read and changed as described", settings],
    ["[S2-088] [S2-089] [S2-096] [S2-100] the CNES is simulated, imported and reported as described", cnes],
    ...cadastro,
    ...agendas,
    ["[S2-263] [S2-270] [S2-273] a lote, its fichas and its report answer as described", lotes],
    ["a file that is no lote, or of no município, is refused as described", refusedFile],
    ["[S2-274] [S2-275] [S2-277] [S2-278] [S2-279] the counts by CNES and the report of a period answer as described", byCnes],
    ["[S2-266] [S2-272] what waits for the hours is processed now, or cancelled, as described", waiting],
    ["credenciais are created, listed and inactivated as described", credenciais],
    ["another installation enters with the certificate registered in its credencial, as described", certificates],
    ["the LEDI API and its batch answer as described", ledi],
    ["another installation sends a lote in parts, and is told what became of it, as described", chegadas],
    ["[S2-255] [S2-256] [S2-257] lotes to send are made, listed and saved as described", transmissao],
    ["the installation says who it is, and what an administrator changes of it, as described", instalacao],
    ["the installation says whether it is copied every night", copias],
    ["[S2-248] [S2-249] the hour of making lotes is read and chosen as described", transmissionHours],
    ["[S2-236] [S2-243] [S2-245] [S2-246] [S2-247] the installations that receive are added, tested, edited and removed as described", destinos],
    ["[S2-223] [S2-227] who has not synchronised is told, and what is kept of a base is given back, as described", bases],
    ["[S2-250] [S2-262] a lote is marked, sent to another installation and judged there, ficha by ficha, as described", sending],
    ...reports,
    ["«Gestão municipal» answers as described", gestao],
    ["the lotes of imunobiológicos answer as described", imunobiologicos],
    ["a município is given its responsável as described", responsaveis],
    ["the name, the link and the e-mail of the installation, and who forgot the password, answer as described", servers],
];

/** After everything else: it asks everybody for another password. */
export const lastScenarios = [
    ["the connection, the security and the simultaneous requests of the installation are read and saved as described", configurations],
];
