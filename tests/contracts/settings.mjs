// SPDX-License-Identifier: Apache-2.0
// «Configurações da instalação», «Gestão municipal» and «Lotes de Imunobiológico», operation by operation.
import { must, mustEqual, until } from "../support/checks.mjs";
import { kMail, openMail } from "../support/mail.mjs";
import { accounts, kMunicipio } from "../support/server.mjs";

const ended = (contract, who, trabalho) =>
    until(async () => {
        const { body } = await contract.call("GET /api/v1/trabalhos/{trabalho}", { who, path: { trabalho }, status: 200 });
        return ["concluido", "falhou"].includes(body.situacao) && body;
    }, "the job to end", { tries: 600 });

/** Reads, saves on what was read, and is refused on what was read before. */
async function saved(contract, who, path, change) {
    const { body } = await contract.call(`GET ${path}`, { who, status: 200 });
    const json = change(body);
    const after = await contract.call(`PUT ${path}`, { who, json, status: 200 });
    await contract.call(`PUT ${path}`, { who, json, status: 409 });
    return after.body;
}

export async function settings({ contract, people }) {
    const who = people.instalacao;
    await saved(contract, who, "/api/v1/instalacao/seguranca", (now) => ({ ...now, tentativas: "5" }));
    await contract.call("POST /api/v1/instalacao/seguranca/redefinir-senhas", { who, status: 204 });
    const limit = await saved(contract, who, "/api/v1/instalacao/requisicoes", ({ versao }) => ({ maximo: 9, versao }));
    mustEqual(limit.maximo, 9, "the limit");
    must((await contract.call("GET /api/v1/instalacao/requisicoes/agora", { who, status: 200 })).body.limite >= 1, "the limit in force");
    must((await contract.call("GET /metrics", { status: 200 })).bytes.includes("aroeira_http_requests_limit"), "the limit in the metrics");
    const { body: test } = await contract.call("POST /api/v1/instalacao/conexao/testar", { who, status: 202 });
    must(["bem_sucedida", "falhou"].includes((await ended(contract, who, test.trabalho)).resultado.situacao), "what the test found");
    for (const habilitada of [false, true]) await saved(contract, who, "/api/v1/instalacao/conexao", ({ versao }) => ({ habilitada, versao }));
}

export async function servers({ contract, people }) {
    const who = people.instalacao;
    const server = await saved(contract, who, "/api/v1/instalacao/servidor", ({ versao }) => ({ nome: "PEC do Contrato", link: "pec.exemplo", versao }));
    mustEqual([server.link, server.porta], ["http://pec.exemplo", 80], "the link");
    const { body: mail } = await contract.call("GET /api/v1/instalacao/email", { who, status: 200 });
    must(!("senha" in mail), "the password of the e-mail comes back");
    mustEqual((await contract.call("GET /api/v1/entrada", { status: 200 })).body, { esqueci_minha_senha: false }, "what the login offers");
    await contract.call("POST /api/v1/esqueci-minha-senha", { json: { cpf: accounts.municipal.cpf }, status: 409 });
    const real = await openMail();
    try {
        const json = { servidor: "localhost", porta: 1, login: kMail.login, senha: kMail.senha, login_remetente: true, remetente: "", autoridade: await real.certificate(), versao: mail.versao };
        const enable = (more, status) => contract.call("POST /api/v1/instalacao/email/habilitar", { who, json: { ...json, ...more }, status }).then(({ body }) => body);
        mustEqual((await ended(contract, who, (await enable({}, 202)).trabalho)).resultado.situacao, "falhou", "nobody listens there");
        await enable({}, 409);
        const found = await ended(contract, who, (await enable({ porta: Number(real.port), versao: mail.versao + 1 }, 202)).trabalho);
        mustEqual(found.resultado.situacao, "bem_sucedida", "the real server");
        mustEqual((await contract.call("GET /api/v1/entrada", { status: 200 })).body, { esqueci_minha_senha: true }, "what the login offers now");
        await contract.call("POST /api/v1/esqueci-minha-senha", { json: { cpf: accounts.municipal.cpf }, status: 204 });
        await contract.call("POST /api/v1/instalacao/email/desabilitar", { who, json: { versao: mail.versao + 2 }, status: 200 });
    } finally {
        await real.close();
    }
}

export async function responsaveis({ contract, people }) {
    const who = people.instalacao;
    const get = (path, query = {}) => contract.call(`GET ${path}`, { who, query, status: 200 }).then(({ body }) => body.itens);
    must((await get("/api/v1/instalacao/municipios-nacionais", { busca: "brasil" })).some(({ ibge }) => ibge === kMunicipio), "the município by its name");
    const [somebody] = await get("/api/v1/instalacao/profissionais", { busca: "ana dos testes" });
    const json = { base: somebody.base, profissional: somebody.id, versao: 0 };
    const path = { municipio: kMunicipio };
    const { body } = await contract.call("PUT /api/v1/instalacao/responsaveis/{municipio}", { who, path, json, status: 200 });
    mustEqual(body.responsavel.nome, somebody.nome, "the responsável");
    await contract.call("PUT /api/v1/instalacao/responsaveis/{municipio}", { who, path, json, status: 409 });
    must((await get("/api/v1/instalacao/responsaveis")).some(({ responsavel }) => responsavel?.nome === somebody.nome), "the responsável in the list");
}

export async function gestao({ contract, people }) {
    const who = people.municipal;
    await saved(contract, who, "/api/v1/gestao/agenda-padrao", ({ versao }) => ({ duracao: 15, periodos: [{ dia: 1, inicio: "08:00", fim: "12:00" }], versao }));
    const { body: found } = await contract.call("GET /api/v1/gestao/exames", { who, query: { busca: "hemograma completo" }, status: 200 });
    const exames = found.itens.map(({ codigo }) => codigo);
    const { body: grupo } = await contract.call("POST /api/v1/gestao/grupos-de-exames", { who, json: { nome: "Rotina", exames }, status: 201 });
    const path = { grupo: grupo.id };
    await contract.call("PUT /api/v1/gestao/grupos-de-exames/{grupo}", { who, path, json: { nome: "Rotina anual", exames, versao: 1 }, status: 200 });
    must((await contract.call("GET /api/v1/gestao/grupos-de-exames", { who, query: { busca: "anual" }, status: 200 })).body.total === 1, "the group in the list");
    must((await contract.call("GET /api/v1/grupos-de-exames", { who, query: { idade_meses: "360", sexo: "F" }, status: 200 })).body.total === 1, "the group for a citizen");
    await contract.call("DELETE /api/v1/gestao/grupos-de-exames/{grupo}", { who, path, status: 204 });
    const { body: tipo } = await contract.call("POST /api/v1/gestao/tipos-de-servico", { who, json: { nome: "Vacinação" }, status: 201 });
    await contract.call("PUT /api/v1/gestao/tipos-de-servico/{tipo}", { who, path: { tipo: tipo.id }, json: { nome: "Vacinas", versao: 1 }, status: 200 });
    mustEqual((await contract.call("GET /api/v1/gestao/tipos-de-servico", { who, status: 200 })).body.total, 1, "the types of service");
    await contract.call("DELETE /api/v1/gestao/tipos-de-servico/{tipo}", { who, path: { tipo: tipo.id }, status: 204 });
}

export async function imunobiologicos({ contract, people }) {
    const who = people.enfermeiro;
    const { body: tables } = await contract.call("GET /api/v1/imunobiologicos", { who, status: 200 });
    const said = { imunobiologico: tables.imunobiologicos[0].codigo, lote: "CONTRATO-1", fabricante: tables.fabricantes[0].codigo, validade: "2099-01-01" };
    const { body: lote } = await contract.call("POST /api/v1/imunobiologicos/lotes", { who, json: said, status: 201 });
    const path = { lote: lote.id };
    await contract.call("PUT /api/v1/imunobiologicos/lotes/{lote}", { who, path, json: { ...said, lote: "CONTRATO-2", versao: 1 }, status: 200 });
    const offered = await contract.call("GET /api/v1/imunobiologicos/lotes-para-registro", { who, query: { imunobiologico: said.imunobiologico }, status: 200 });
    mustEqual(offered.body.itens.map((one) => one.lote), ["CONTRATO-2"], "what a dose is offered");
    await contract.call("PUT /api/v1/imunobiologicos/lotes/{lote}/situacao", { who, path, json: { ativo: false, versao: 2 }, status: 200 });
    mustEqual((await contract.call("GET /api/v1/imunobiologicos/lotes", { who, status: 200 })).body.total, 0, "the active ones");
    await contract.call("DELETE /api/v1/imunobiologicos/lotes/{lote}", { who, path, query: { versao: "3" }, status: 204 });
}
