// SPDX-License-Identifier: Apache-2.0
// «Configuração de envio»: who this installation is, when it sends and to whom.
import { must, mustEqual } from "../support/checks.mjs";
import { accounts, kMunicipio, startServer } from "../support/server.mjs";
import { Contract } from "./contract.mjs";
import { enter } from "./people.mjs";

export async function instalacao({ contract, people }) {
    const who = people.instalacao;
    const present = () => contract.call("GET /api/v1/transmissao/presenca", { status: 200 }).then(({ body }) => body);
    const { body: card } = await contract.call("GET /api/v1/instalacao", { who, status: 200 });
    mustEqual(await present(), { produto: "Aroeira", versao: (await present()).versao, instalacao: card.id, nome: card.nome, tipo: "prontuario" }, "the presence");
    const put = (json, status) => contract.call("PUT /api/v1/instalacao", { who, json, status }).then(({ body }) => body);
    mustEqual(await put({ nome: "UBS Sol", tipo: "prontuario", uf: "DF" }, 200), { id: card.id, nome: "UBS Sol", tipo: "prontuario", uf: "DF", internet: true }, "the card");
    mustEqual((await present()).nome, "UBS Sol", "the name the others see");
    for (const wrong of [{ nome: "", tipo: "prontuario", uf: "" }, { nome: "UBS Sol", tipo: "regional", uf: "" }, { nome: "UBS Sol", tipo: "prontuario", uf: "XX" }]) await put(wrong, 422);
}

export async function transmissionHours({ contract, people }) {
    const who = people.instalacao;
    const put = (horario, status) => contract.call("PUT /api/v1/transmissao/configuracao", { who, json: { horario }, status });
    mustEqual((await contract.call("GET /api/v1/transmissao/configuracao", { who, status: 200 })).body, { horario: "00:00" }, "the hour of a new installation");
    mustEqual((await put("22:30", 200)).body, { horario: "22:30" }, "the hour");
    await put("24:00", 422);
    await put("00:00", 200);
}

/** How long ago the bases had the same data, and what one gives back to another. */
export async function bases({ contract, people }) {
    const who = people.instalacao;
    mustEqual((await contract.call("GET /api/v1/transmissao/sincronia", { who, status: 200 })).body, { prazo_dias: 30, itens: [] }, "nobody is late in a new installation");
    await contract.call("GET /api/v1/transmissao/recuperacao", { who, query: { cnes: "7654321", municipio: kMunicipio }, status: 404 });
    await contract.call("GET /api/v1/transmissao/recuperacao", { who, query: { cnes: "765", municipio: kMunicipio }, status: 422 });
    await contract.call("GET /api/v1/transmissao/recuperacao", { who: people.municipal, status: 403 });
    const { bytes, headers } = await contract.call("GET /api/v1/transmissao/recuperacao", { who, query: { municipio: kMunicipio }, status: 200 });
    must(bytes.subarray(0, 2).toString() === "PK" && headers.get("Content-Disposition").includes(`recuperacao-${kMunicipio}.zip`), "a zip of what is kept");
}

/** The other installation is a server of its own, with a credencial for this one. */
export async function destinos({ contract, people }) {
    const who = people.instalacao;
    const there = await startServer();
    try {
        const other = new Contract(there.url, contract.document);
        const { body: criada } = await other.call("POST /api/v1/integracao/credenciais", { who: (await enter(other, accounts.municipal)).who, json: { nome: "Quem envia" }, status: 201 });
        const form = { nome: "Centralizador do Município", endereco: there.url, protocolo: "aroeira", usuario: criada.usuario, senha: criada.senha, autoridade: "" };
        const list = () => contract.call("GET /api/v1/transmissao/destinos", { who, status: 200 }).then(({ body }) => body.itens);
        const post = (json, status) => contract.call("POST /api/v1/transmissao/destinos", { who, json, status }).then(({ body }) => body);
        const of = (key, destino, status, json) => contract.call(`${key}`, { who, path: { destino }, ...(json && { json }), status }).then(({ body }) => body);
        const [nacional] = await list();
        const added = await post({ ...form, janela: { inicio: "22:00", fim: "05:00" } }, 201);
        mustEqual([added.tem_senha, added.conexao.situacao, added.janela], [true, "nao_testada", { inicio: "22:00", fim: "05:00" }], "what was added");
        await post(form, 409);
        for (const wrong of [{ nome: "" }, { endereco: "ftp://a.b" }, { autoridade: "x" }, { protocolo: "x" }, { janela: { inicio: "25:00", fim: "05:00" } }]) await post({ ...form, endereco: "", ...wrong }, 422);
        const dead = await post({ ...form, nome: "Desligado", endereco: "http://127.0.0.1:9/esus" }, 201);
        const test = async () => new Map((await contract.call("POST /api/v1/transmissao/testar-conexao", { who, status: 200 })).body.itens.map(({ id, conexao }) => [id, conexao]));
        const found = await test();
        mustEqual([found.get(added.id).situacao, found.get(dead.id).situacao, found.get(nacional.id).situacao], ["estabelecida", "falhou", "nao_testada"], "what the test found");
        must(found.get(dead.id).detalhe.length > 20 && found.get(dead.id).em > 0, "a failure without cause or time");

        const edit = "PUT /api/v1/transmissao/destinos/{destino}";
        mustEqual((await of(edit, added.id, 200, { ...form, nome: "Outro nome", senha: "" })).tem_senha, true, "the password that was kept");
        await of(edit, added.id, 422, { ...form, senha: "", endereco: "http://127.0.0.1:9" });
        await of(edit, nacional.id, 409, form);
        await of(edit, added.id, 200, { ...form, senha: "errada" });
        must((await test()).get(added.id).detalhe.includes("não aceitou"), "a refused credencial passes for a connection");
        mustEqual((await of("POST /api/v1/transmissao/destinos/{destino}/inativar", dead.id, 200)).ativo, false, "inactivated");
        mustEqual((await of("POST /api/v1/transmissao/destinos/{destino}/ativar", dead.id, 200)).ativo, true, "activated");
        const remove = "DELETE /api/v1/transmissao/destinos/{destino}";
        for (const { id } of [added, dead]) await of(remove, id, 204);
        await of(remove, dead.id, 404);
        await of(remove, nacional.id, 409);
        mustEqual((await list()).map(({ id }) => id), [nacional.id], "the list in the end");
    } finally {
        await there.stop();
    }
}
