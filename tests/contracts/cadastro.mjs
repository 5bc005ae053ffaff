// SPDX-License-Identifier: Apache-2.0
// «CBO», «Unidades de Saúde» and «Profissionais» as operations.
import { must, mustEqual } from "../support/checks.mjs";
import { cpfOf } from "../support/cnes.mjs";
import { kCnes, kIne } from "../support/fichas.mjs";
import { kMunicipio } from "../support/server.mjs";

async function cbo({ contract, people }) {
    const who = people.municipal;
    const list = (query, status = 200) => contract.call("GET /api/v1/cbo", { who, query, status }).then(({ body }) => body);
    const [nurse] = (await list({ busca: "223565", pagina: "1", indisponiveis: "true", municipio: kMunicipio })).itens;
    mustEqual([nurse.disponivel, nurse.versao], [true, 0], "as it comes");
    const edit = (json, status) => contract.call("PUT /api/v1/cbo/{cbo}", { who, path: { cbo: "223565" }, json, status });
    await edit({ intervalo_minutos: 20, versao: 0 }, 200);
    await edit({ intervalo_minutos: 30, versao: 0 }, 409);
    await edit({ intervalo_minutos: 481, versao: 1 }, 422);
    await contract.call("POST /api/v1/cbo/{cbo}/indisponibilizar", { who, path: { cbo: "223565" }, status: 200 });
    mustEqual((await list({ busca: "223565" })).total, 0, "no more for a lotação");
    const back = await contract.call("POST /api/v1/cbo/{cbo}/disponibilizar", { who, path: { cbo: "223565" }, status: 200 });
    mustEqual([back.body.disponivel, back.body.intervalo_minutos], [true, 20], "as it was");
    await list({ pagina: "0" }, 422);
    await list({ municipio: "2408102" }, 403);
}

async function unidades({ contract, people }) {
    const who = people.municipal;
    const call = (key, options) => contract.call(key, { who, status: 200, ...options }).then(({ body }) => body);
    const { itens } = await call("GET /api/v1/unidades", { query: { busca: "centro", pagina: "1", municipio: kMunicipio } });
    must(itens.some(({ cnes }) => cnes === kCnes), JSON.stringify(itens));
    const path = { cnes: kCnes };
    const one = await call("GET /api/v1/unidades/{cnes}", { path });
    mustEqual([one.nome, one.tipos_servico.length > 0], ["UBS CENTRO", true], "the unit");
    const equipes = await call("GET /api/v1/unidades/{cnes}/equipes", { path, query: { inativas: "true" } });
    must(equipes.itens.some(({ ine }) => ine === kIne), JSON.stringify(equipes));
    mustEqual((await call("GET /api/v1/unidades/{cnes}/equipes/{ine}", { path: { cnes: kCnes, ine: kIne } })).nome, "EQUIPE AZUL", "the team");
    const lotados = await call("GET /api/v1/unidades/{cnes}/profissionais", { path, query: { ine: kIne, inativos: "true", pagina: "1" } });
    must(lotados.itens.some(({ nome }) => nome === "ANA DOS TESTES"), JSON.stringify(lotados));
}

export const kPerson = {
    cns: "", nome: "Gil Contrato", nascimento: "1990-03-01", sexo: "M", conselho: "", conselho_uf: "", registro: "", email: "", telefone: "",
    endereco: { cep: "", uf: "", cidade: "", bairro: "", logradouro: "", numero: "", complemento: "", referencia: "" },
};

async function profissionais({ contract, people }) {
    const who = people.municipal;
    const call = (key, options) => contract.call(key, { who, status: 200, ...options }).then(({ body }) => body);
    const search = (texto, more = {}) => call("POST /api/v1/profissionais/busca", { json: { texto, inativos: false, pagina: 1 }, ...more });
    mustEqual((await search("ana testes")).itens.map(({ nome, origem, bloqueado }) => [nome, origem, bloqueado]), [["ANA DOS TESTES", "cnes", false]], "found by words");
    await search("", { json: { texto: "", inativos: false, pagina: 0 }, status: 422 });
    await search("", { query: { municipio: "2408102" }, status: 403 });
    const { id } = await call("POST /api/v1/profissionais", { json: { ...kPerson, cpf: cpfOf(61) }, status: 201 });
    await call("POST /api/v1/profissionais", { json: { ...kPerson, cpf: cpfOf(61) }, status: 422 });
    const path = { profissional: id };
    const seen = await call("GET /api/v1/profissionais/{profissional}", { path });
    mustEqual([seen.nome, seen.versao, seen.tem_historico, seen.lotacoes], ["Gil Contrato", 1, false, []], "as registered");
    const edit = (versao, status) => call("PUT /api/v1/profissionais/{profissional}", { path, json: { ...kPerson, cpf: cpfOf(61), nome: "Gil do Contrato", versao }, status });
    await edit(1, 200);
    await edit(1, 409);
    const { modo, codigo } = await call("POST /api/v1/profissionais/{profissional}/senha", { path });
    mustEqual([modo, codigo.length > 40], ["link", true], "a one-time link");
    await lotacoes(call, path);
    mustEqual((await call("DELETE /api/v1/profissionais/{profissional}", { path })).resultado, "excluido", "who was only typed");
    const [ana] = (await search("ana testes")).itens;
    mustEqual((await call("DELETE /api/v1/profissionais/{profissional}", { path: { profissional: ana.id } })).resultado, "inativado", "who has a history");
    await call("POST /api/v1/profissionais/{profissional}/reativar", { path: { profissional: ana.id } });
}

async function lotacoes(call, path) {
    const { unidades, cbos, perfis } = await call("GET /api/v1/lotacoes/opcoes", {});
    must(unidades.length > 0 && cbos.some(({ codigo }) => codigo === "223505") && perfis.some(({ codigo }) => codigo === "enfermeiro"), "what may be chosen");
    mustEqual((await call("GET /api/v1/lotacoes/sugestao", { query: { cnes: kCnes, ine: kIne, cbo: "515105" } })).perfis, ["acs"], "what the CBO suggests");
    const chosen = { cnes: kCnes, ine: "", cbo: "223505", perfis: ["enfermeiro"], segue_cnes: false };
    const post = (json, status) => call("POST /api/v1/profissionais/{profissional}/lotacoes", { path, json, status });
    const { id: lotacao } = await post(chosen, 201);
    await post(chosen, 409);
    await post({ ...chosen, cbo: "" }, 422);
    await call("PUT /api/v1/lotacoes/{lotacao}", { path: { lotacao }, json: { ...chosen, perfis: ["enfermeiro", "recepcao"], versao: 1 } });
    await call("POST /api/v1/lotacoes/{lotacao}/inativar", { path: { lotacao } });
    await call("POST /api/v1/lotacoes/{lotacao}/ativar", { path: { lotacao } });
    await call("DELETE /api/v1/lotacoes/{lotacao}", { path: { lotacao }, status: 204 });
}

async function enderecos({ contract, people }) {
    const who = people.municipal;
    const call = (key, options) => contract.call(key, { who, status: 200, ...options }).then(({ body }) => body);
    mustEqual((await call("GET /api/v1/enderecos/ceps/{cep}", { path: { cep: "70011000" } })).logradouro, "Avenida das Aroeiras", "the street of a CEP");
    mustEqual((await call("GET /api/v1/enderecos/opcoes", {})).ufs.length, 27, "the states");
    mustEqual((await call("GET /api/v1/enderecos/cidades/{uf}", { path: { uf: "DF" } })).itens, [{ codigo: "5300108", nome: "Brasília" }], "the municípios of a state");
}

export const cadastro = [
    ["the CBOs of a município are listed, edited and made available", cbo],
    ["units, their teams and who works there are read", unidades],
    ["professionals and their lotações are registered, edited and excluded, and a password redefined", profissionais],
    ["a CEP, the states and their municípios are read", enderecos],
];
