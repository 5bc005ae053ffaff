// SPDX-License-Identifier: Apache-2.0
// «Envio»: a lote goes to a second server, and what that one says of each ficha comes back.
import { must, mustEqual, until } from "../support/checks.mjs";
import { accounts, kMunicipio, startServer } from "../support/server.mjs";
import { Contract } from "./contract.mjs";
import { enter } from "./people.mjs";

export async function sending({ contract, people }) {
    const who = people.instalacao;
    const query = { municipio: kMunicipio };
    const there = await startServer();
    try {
        const other = new Contract(there.url, contract.document);
        const { body: criada } = await other.call("POST /api/v1/integracao/credenciais", { who: (await enter(other, accounts.municipal)).who, json: { nome: "Quem envia" }, status: 201 });
        const form = { nome: "Centralizador do Contrato", endereco: there.url, protocolo: "aroeira", usuario: criada.usuario, senha: criada.senha, autoridade: "" };
        // A window that is not now: only what is marked leaves.
        const hour = (new Date().getUTCHours() + 12) % 24;
        const text = (h) => `${String(h % 24).padStart(2, "0")}:00`;
        const { body: destino } = await contract.call("POST /api/v1/transmissao/destinos", { who, json: { ...form, janela: { inicio: text(hour), fim: text(hour + 1) } }, status: 201 });

        const { body: begun } = await contract.call("POST /api/v1/transmissao/lotes", { who, query, status: 202 });
        await until(async () => (await contract.call("GET /api/v1/trabalhos/{trabalho}", { who, path: begun, status: 200 })).body.situacao === "concluido", "the lotes to be made");
        const list = async () => (await contract.call("GET /api/v1/transmissao/lotes", { who, query, status: 200 })).body.itens;
        const [made] = (await list()).filter((lote) => lote.destino === destino.id);
        mustEqual([made.situacao, made.enviar_ja, made.agendada, made.proxima > Date.now()], ["gerado", false, false, true], "what waits for its hour");

        const path = { lote: made.id };
        const fichas = (more, status = 200) => contract.call("GET /api/v1/transmissao/lotes/{lote}/fichas", { who, path, query: { ...query, ...more }, status }).then(({ body }) => body);
        mustEqual((await fichas({ veredito: "pendente" })).total, made.fichas, "fichas without a verdict");
        const mark = (lote, status) => contract.call("POST /api/v1/transmissao/lotes/{lote}/enviar", { who, path: { lote }, query, status }).then(({ body }) => body);
        mustEqual((await mark(made.id, 200)).enviar_ja, true, "marked");
        const see = async () => (await contract.call("GET /api/v1/transmissao/lotes/{lote}", { who, path, query, status: 200 })).body;
        const ended = await until(async () => (({ lote, historico }) => lote.situacao === "concluido" && { lote, historico })(await see()), "every verdict to come back");
        mustEqual([ended.lote.enviados, ended.lote.aceitas + ended.lote.rejeitadas], [ended.lote.tamanho, ended.lote.fichas], "what arrived and what was said of it");
        mustEqual(ended.historico.map(({ ato }) => ato), ["gerado", "marcado", "iniciado", "enviado", "concluido"], "the history");
        must(ended.lote.enviado_ms > 0 && ended.lote.causa === "", JSON.stringify(ended.lote));
        mustEqual([(await fichas({ veredito: "aceita" })).total, (await fichas({ veredito: "rejeitada" })).total, (await fichas({ pagina: "2" })).pagina], [ended.lote.aceitas, ended.lote.rejeitadas, 2], "by verdict");
        await fichas({ veredito: "talvez" }, 422);
        mustEqual((await mark(made.id, 409)).code, "TRANS-0030", "sent already");
        const [byFile] = (await list()).filter((lote) => lote.destino !== destino.id);
        mustEqual((await mark(byFile.id, 409)).code, "TRANS-0031", "a destino that takes only files");
        await contract.call("DELETE /api/v1/transmissao/destinos/{destino}", { who, path: { destino: destino.id }, status: 204 });
    } finally {
        await there.stop();
    }
}
