// SPDX-License-Identifier: Apache-2.0
// Two installations: one that makes fichas, and one that receives them and knows one professional less.
import { cnsOf, cpfOf, importCnes, registry } from "../support/cnes.mjs";
import { must, until } from "../support/checks.mjs";
import { kCnes, kIne, loteOf, visita } from "../support/fichas.mjs";
import { accounts, sessionOf, startServer } from "../support/server.mjs";

/** Who works only where the fichas are made: the other installation refuses what this person did. */
const stranger = { nome: "BRUNO SÓ DAQUI", cpf: cpfOf(3), cns: cnsOf(3), lotacoes: [{ cnes: kCnes, ine: kIne, cbo: "515105" }] };

export const kAccepted = 5;
export const kRefused = 2;

export async function openNetwork() {
    const [here, there] = await Promise.all([startServer(), startServer()]);
    const close = () => Promise.all([here.stop(), there.stop()]);
    try {
        const who = await sessionOf(here.url, accounts.municipal);
        const other = await sessionOf(there.url, accounts.municipal);
        const known = registry();
        await importCnes(here.url, who, { ...known, profissionais: [...known.profissionais, stranger] });
        await importCnes(there.url, other, known);
        const credencial = await post(`${there.url}/api/v1/integracao/credenciais`, other, JSON.stringify({ nome: "UBS da jornada" }));
        return { here, there, credencial, close };
    } catch (failure) {
        await close();
        throw failure;
    }
}

/** Fichas the installation finds valid; the last `kRefused` of them the other one will not. */
export async function makeFichas({ here }, first) {
    const by = (i) => (i < kAccepted ? {} : { header: { profissionalCNS: stranger.cns } });
    const fichas = Array.from({ length: kAccepted + kRefused }, (_, i) => visita(first + i, by(i)));
    const who = await sessionOf(here.url, accounts.municipal);
    const form = new FormData();
    form.append("arquivo", new Blob([await loteOf(fichas)]), "do-dia.zip");
    const { trabalho } = await post(`${here.url}/api/v1/recebimento/lotes`, who, form);
    await until(async () => (await (await fetch(`${here.url}/api/v1/trabalhos/${trabalho}`, { headers: who })).json()).situacao === "concluido", "the fichas to be processed");
    return fichas.map(({ uuidDadoSerializado }) => uuidDadoSerializado);
}

/** The receiver as an administrator would have added it, when no journey before did. */
export async function knowReceiver({ here, there, credencial }, nome) {
    const who = await sessionOf(here.url, accounts.instalacao);
    const { itens } = await (await fetch(`${here.url}/api/v1/transmissao/destinos`, { headers: who })).json();
    if (itens.some((one) => one.nome === nome)) return;
    const body = { nome, endereco: there.url, protocolo: "aroeira", usuario: credencial.usuario, senha: credencial.senha, autoridade: "" };
    await post(`${here.url}/api/v1/transmissao/destinos`, who, JSON.stringify(body));
}

async function post(url, headers, body) {
    const json = typeof body === "string" ? { "Content-Type": "application/json" } : {};
    const answer = await fetch(url, { method: "POST", headers: { ...headers, ...json }, body });
    must(answer.ok, `${url} answered ${answer.status}: ${await answer.clone().text()}`);
    return answer.json();
}
