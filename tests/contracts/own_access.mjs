// SPDX-License-Identifier: Apache-2.0
// One's own access: terms, entries, sessions and the second factor, with the telephone played here.
import { createHmac } from "node:crypto";
import { must, mustEqual } from "../support/checks.mjs";
import { accounts } from "../support/server.mjs";
import { enter } from "./people.mjs";

const kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

/** RFC 6238, as a telephone does it. */
export function codeOf(chave, steps = 0) {
    const bits = [...chave].map((letter) => kAlphabet.indexOf(letter).toString(2).padStart(5, "0")).join("");
    const seed = Buffer.from(bits.match(/.{8}/g).map((byte) => parseInt(byte, 2)));
    const counter = Buffer.alloc(8);
    counter.writeBigUInt64BE(BigInt(Math.floor(Date.now() / 30_000) + steps));
    const mac = createHmac("sha1", seed).update(counter).digest();
    const at = mac.at(-1) & 15;
    return String((mac.readUInt32BE(at) & 0x7fffffff) % 1_000_000).padStart(6, "0");
}

export async function ownAccess({ contract, people }) {
    const elsewhere = await enter(contract, accounts.enfermeiro);
    const { who, sessao } = await enter(contract, accounts.enfermeiro);
    const { body: termo } = await contract.call("GET /api/v1/termo", { who, status: 200 });
    await contract.call("PUT /api/v1/sessao/termo", { who, json: { versao: termo.versao + 1 }, status: 409 });
    await contract.call("PUT /api/v1/sessao/termo", { who, json: { versao: termo.versao }, status: 200 });

    const { body: entries } = await contract.call("GET /api/v1/meus-acessos", { who, query: { pagina: "1" }, status: 200 });
    mustEqual(entries.itens[0].resultado, "ok", "the newest entry");
    const { body: open } = await contract.call("GET /api/v1/minhas-sessoes", { who, status: 200 });
    const other = open.itens.find(({ atual }) => !atual);
    await contract.call("DELETE /api/v1/minhas-sessoes/{sessao}", { who, path: { sessao: other.id }, status: 204 });
    must(open.itens.length >= 2 && elsewhere, "two sessions of one person");

    const { body: fresh } = await contract.call("POST /api/v1/segundo-fator", { who, status: 201 });
    await contract.call("PUT /api/v1/segundo-fator", { who, json: { codigo: "000000" }, status: 422 });
    const { body: recovery } = await contract.call("PUT /api/v1/segundo-fator", { who, json: { codigo: codeOf(fresh.chave, -1) }, status: 200 });
    await contract.call("POST /api/v1/segundo-fator", { who, status: 409 });
    const half = await enter(contract, accounts.enfermeiro);
    must(half.sessao.falta_codigo && half.sessao.permissoes.length === 0, "the password alone opened the door");
    await contract.call("GET /api/v1/municipios", { who: half.who, status: 403 });
    await contract.call("GET /api/v1/minhas-sessoes", { who: half.who, status: 403 });
    const proven = await contract.call("PUT /api/v1/sessao/codigo", { who: half.who, json: { codigo: codeOf(fresh.chave) }, status: 200 });
    const inside = { Cookie: proven.headers.get("Set-Cookie").split(";")[0], "X-CSRF": proven.body.csrf };
    await contract.call("GET /api/v1/municipios", { who: inside, status: 200 });
    await contract.call("POST /api/v1/segundo-fator/desligar", { who: inside, json: { codigo: recovery.codigos[0] }, status: 204 });
    await contract.call("DELETE /api/v1/usuarios/{usuario}/segundo-fator", { who: people.instalacao, path: { usuario: sessao.usuario.id }, status: 204 });
}
