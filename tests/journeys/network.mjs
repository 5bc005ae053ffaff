// SPDX-License-Identifier: Apache-2.0
// Installations that speak to each other: one makes fichas; one receives them and knows one professional less; one is the nacional.
import { cnsOf, cpfOf, importCnes, registry } from "../support/cnes.mjs";
import { must, until } from "../support/checks.mjs";
import { kCnes, kIne, loteOf, visita } from "../support/fichas.mjs";
import { accounts, kMunicipio, sessionOf, startServer } from "../support/server.mjs";

/** Who works only where the fichas are made: the other installation refuses what this person did. */
const stranger = { nome: "BRUNO SÓ DAQUI", cpf: cpfOf(3), cns: cnsOf(3), lotacoes: [{ cnes: kCnes, ine: kIne, cbo: "515105" }] };

export const kAccepted = 5;
export const kRefused = 2;

export const kNacional = "Centralizador Nacional";
export const kState = "Centralizador do Estado DF";
export const kCity = "Centralizador do Município de Brasília";

/** `here` sends; `there` and `nacional` receive, the latter one lote at a time. The server of the state is off. */
export async function openNetwork() {
    const opened = [];
    const open = async (settings = "") => {
        opened.push(await startServer({ settings }));
        return opened.at(-1);
    };
    const close = () => Promise.all(opened.map((server) => server.stop()));
    try {
        const there = await open();
        const nacional = await open("[recebimento]\nlotes_simultaneos = 1\n");
        const here = await open(`[transmissao]\nnacional = "${nacional.url}"\ncentralizadores_estaduais = ["DF;${kState};http://127.0.0.1:9/esus"]\n`);
        const known = registry();
        await importCnes(here.url, await sessionOf(here.url, accounts.municipal), { ...known, profissionais: [...known.profissionais, stranger] });
        await importCnes(there.url, await sessionOf(there.url, accounts.municipal), known);
        await present(there, { nome: "Secretaria Municipal de Saúde", tipo: "centralizador_municipal", uf: "DF" });
        await present(nacional, { nome: "Ministério da Saúde", tipo: "centralizador_nacional", uf: "" });
        return { here, there, nacional, credencial: await newCredencial(there), close };
    } catch (failure) {
        await close();
        throw failure;
    }
}

export const present = async ({ url }, card) => send("PUT", `${url}/api/v1/instalacao`, await sessionOf(url, accounts.instalacao), card);

/** User and password with which another installation enters this one. */
export const newCredencial = async ({ url }) => send("POST", `${url}/api/v1/integracao/credenciais`, await sessionOf(url, accounts.municipal), { nome: "UBS da jornada" });

/** Fichas the installation finds valid; the last `kRefused` of them the other one will not. */
export async function makeFichas({ here }, first) {
    const by = (i) => (i < kAccepted ? {} : { header: { profissionalCNS: stranger.cns } });
    const fichas = Array.from({ length: kAccepted + kRefused }, (_, i) => visita(first + i, by(i)));
    const who = await sessionOf(here.url, accounts.municipal);
    const form = new FormData();
    form.append("arquivo", new Blob([await loteOf(fichas)]), "do-dia.zip");
    const { trabalho } = await send("POST", `${here.url}/api/v1/recebimento/lotes`, who, form);
    await until(async () => (await (await fetch(`${here.url}/api/v1/trabalhos/${trabalho}`, { headers: who })).json()).situacao === "concluido", "the fichas to be processed");
    return fichas.map(({ uuidDadoSerializado }) => uuidDadoSerializado);
}

/** The receiver as an administrator would have added it, when no journey before did. */
export async function knowReceiver({ here, there, credencial }) {
    const who = await sessionOf(here.url, accounts.instalacao);
    const { itens } = await (await fetch(`${here.url}/api/v1/transmissao/destinos`, { headers: who })).json();
    if (itens.some((one) => one.nome === kCity)) return;
    await send("POST", `${here.url}/api/v1/transmissao/destinos`, who, { nome: kCity, endereco: there.url, protocolo: "aroeira", usuario: credencial.usuario, senha: credencial.senha, autoridade: "" });
}

/** Nothing goes out by itself while the journeys run, whatever the hour: it is far from that of sending. */
export async function sendByHandOnly({ here }) {
    const hour = Number(new Date().toLocaleTimeString("pt-BR", { timeZone: "America/Sao_Paulo" }).slice(0, 2));
    const horario = `${String((hour + 9) % 24).padStart(2, "0")}:00`;
    await send("PUT", `${here.url}/api/v1/transmissao/configuracao`, await sessionOf(here.url, accounts.instalacao), { horario });
}

/** Somebody else is sending to the nacional, which takes one lote at a time. */
export async function occupy({ nacional }) {
    const { usuario, senha } = await newCredencial(nacional);
    const form = new FormData();
    form.append("usuario", usuario);
    form.append("senha", senha);
    const entered = await fetch(`${nacional.url}/api/recebimento/login`, { method: "POST", body: form });
    const who = { Cookie: entered.headers.get("Set-Cookie").split(";")[0] };
    const remetente = { instalacao: "01900000-0000-7000-8000-00000000beef", nome: "Outra UBS", tipo: "prontuario", versao: "1" };
    const lote = { lote: "01900000-0000-7000-8000-00000000cafe", municipio: kMunicipio, numero: 1, fichas: 1, tamanho: 1000, sha256: "a".repeat(64), remetente };
    await send("POST", `${nacional.url}/api/v1/transmissao/chegadas`, who, lote);
}

/** `body`: a form, or what becomes JSON. */
export async function send(method, url, headers, body) {
    const json = !(body instanceof FormData);
    const answer = await fetch(url, { method, headers: { ...headers, ...(json ? { "Content-Type": "application/json" } : {}) }, body: json ? JSON.stringify(body) : body });
    must(answer.ok, `${url} answered ${answer.status}: ${await answer.clone().text()}`);
    return answer.json();
}
