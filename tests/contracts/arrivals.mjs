// SPDX-License-Identifier: Apache-2.0
// Another installation sends a lote and asks what became of its fichas.
import { createHash, randomUUID } from "node:crypto";
import { mustEqual, until } from "../support/checks.mjs";
import { thriftOf, visita, zipOf } from "../support/fichas.mjs";
import { kMunicipio } from "../support/server.mjs";

const kPart = "PUT /api/v1/transmissao/chegadas/{lote}/partes/{de}";
const hashOf = (bytes) => createHash("sha256").update(bytes).digest("hex");

export async function chegadas({ contract, people }) {
    const who = people.sistema;
    const query = { municipio: kMunicipio };
    const files = await thriftOf([visita(30), visita(31, { visit: { turno: undefined } })]);
    const bytes = await zipOf(files);
    const lote = randomUUID();
    const remetente = { instalacao: randomUUID(), nome: "UBS Contrato", tipo: "prontuario", versao: "1.0.0" };
    const announcement = { lote, municipio: kMunicipio, numero: 1, fichas: 2, tamanho: bytes.length, sha256: hashOf(bytes), remetente };
    const announce = (json, status) => contract.call("POST /api/v1/transmissao/chegadas", { who, json, status }).then(({ body }) => body);
    const part = (de, raw, status) =>
        contract.call(kPart, { who, path: { lote, de: String(de) }, query, raw, headers: { "Content-Type": "application/octet-stream" }, status }).then(({ body }) => body);
    const ask = () => contract.call("GET /api/v1/transmissao/chegadas/{lote}", { who, path: { lote }, query, status: 200 }).then(({ body }) => body);

    mustEqual((await announce(announcement, 200)).situacao, "recebendo", "announced");
    mustEqual((await announce({ ...announcement, tamanho: bytes.length + 1 }, 409)).code, "TRANS-0021", "another file under the same id");
    await announce({ ...announcement, fichas: 0 }, 422);
    await announce({ ...announcement, municipio: "2408102" }, 403);
    mustEqual((await part(1, bytes, 409)).code, "TRANS-0022", "a part from elsewhere");
    mustEqual((await part(0, "", 422)).code, "TRANS-0028", "an empty part");
    mustEqual((await ask()).recebidos, 0, "what was kept of these");
    mustEqual((await part(0, bytes, 200)).situacao, "confirmado", "the whole");
    const ended = await until(async () => (({ situacao, contagem }) => situacao === "processado" && contagem)(await ask()), "the lote to be processed");
    mustEqual([ended.validas, ended.invalidas], [1, 1], "what was in it");

    const fichas = [...files.map(({ name, bytes: content }) => ({ uuid: name.replace(".esus", ""), sha256: hashOf(content) })), { uuid: "ninguem", sha256: "" }];
    const { body } = await contract.call("POST /api/v1/transmissao/vereditos", { who, json: { municipio: kMunicipio, fichas }, status: 200 });
    mustEqual(body.itens.map(({ situacao }) => situacao), ["aceita", "rejeitada", "desconhecida"], "the verdicts");
    mustEqual([body.itens[0].erros.length, body.itens[1].erros.length > 0], [0, true], "what is wrong with each");
    await contract.call("POST /api/v1/transmissao/vereditos", { who, json: { municipio: kMunicipio, fichas: Array(1001).fill(fichas[0]) }, status: 422 });
}
