// SPDX-License-Identifier: Apache-2.0
// The agendas of who works in a unit, as its coordinator keeps them.
import { mustEqual } from "../support/checks.mjs";
import { cpfOf } from "../support/cnes.mjs";
import { kCnes } from "../support/fichas.mjs";
import { kPerson } from "./cadastro.mjs";
import { enter } from "./people.mjs";

const kCpf = cpfOf(62), kSenha = "ipe-amarelo-2026";

/** Somebody registered as coordinator of the unit, who chose a password and accepted the terms. */
async function coordinator({ contract, people }) {
    const call = (key, options) => contract.call(key, { who: people.municipal, status: 201, ...options }).then(({ body }) => body);
    const { id: profissional } = await call("POST /api/v1/profissionais", { json: { ...kPerson, cpf: kCpf, nome: "Lia Contrato" } });
    const path = { profissional };
    const json = { cnes: kCnes, ine: "", cbo: "223505", perfis: ["coordenador_ubs"], segue_cnes: false };
    const { id: lotacao } = await call("POST /api/v1/profissionais/{profissional}/lotacoes", { path, json });
    const { codigo } = await call("POST /api/v1/profissionais/{profissional}/senha", { path, status: 200 });
    await contract.call("POST /api/v1/primeiro-acesso", { json: { codigo, cpf: kCpf, nome: "", senha: kSenha }, status: 200 });
    const { who } = await enter(contract, { cpf: kCpf, senha: kSenha });
    const { body: termo } = await contract.call("GET /api/v1/termo", { who, status: 200 });
    await contract.call("PUT /api/v1/sessao/termo", { who, json: { versao: termo.versao }, status: 200 });
    return { who, profissional, lotacao };
}

async function agenda({ contract, people }) {
    const { who, profissional, lotacao } = await coordinator({ contract, people });
    const call = (key, options) => contract.call(key, { who, path: { lotacao }, status: 200, ...options }).then(({ body }) => body);
    mustEqual((await call("GET /api/v1/profissionais/{profissional}/agendas", { path: { profissional } })).itens.map((one) => one.lotacao), [lotacao], "whose agendas");
    const { versao } = await call("GET /api/v1/lotacoes/{lotacao}/agenda", {});
    const json = { periodos: [{ dia: 1, inicio: "08:00", fim: "12:00" }], versao };
    await call("PUT /api/v1/lotacoes/{lotacao}/agenda", { json, status: 204 });
    await call("PUT /api/v1/lotacoes/{lotacao}/agenda", { json: { ...json, periodos: [{ dia: 8, inicio: "08:00", fim: "12:00" }] }, status: 422 });
    const closing = { inicio: "2030-01-07", fim: "2030-01-11", motivo: "ferias", especificacao: "" };
    await call("POST /api/v1/lotacoes/{lotacao}/fechamentos", { json: closing, status: 201 });
    const [{ id: fechamento }] = (await call("GET /api/v1/lotacoes/{lotacao}/fechamentos", {})).itens;
    await call("DELETE /api/v1/lotacoes/{lotacao}/fechamentos/{fechamento}", { path: { lotacao, fechamento }, status: 204 });
    // Typed by hand: what citizens book is only for who came from the CNES.
    await call("PUT /api/v1/lotacoes/{lotacao}/agenda-online", { json: { oferecidos: [], versao: 0 }, status: 409 });
    const { body: found } = await contract.call("POST /api/v1/profissionais/busca", { who: people.municipal, json: { texto: "ana testes", inativos: false, pagina: 1 }, status: 200 });
    const { body: ana } = await contract.call("GET /api/v1/profissionais/{profissional}", { who: people.municipal, path: { profissional: found.itens[0].id }, status: 200 });
    const path = { lotacao: ana.lotacoes.find(({ cnes }) => cnes === kCnes).id };
    await contract.call("POST /api/v1/lotacoes/{lotacao}/ativar", { who: people.municipal, path, status: 200 });  // Ended with who was excluded.
    await call("PUT /api/v1/lotacoes/{lotacao}/agenda", { path, json: { ...json, versao: (await call("GET /api/v1/lotacoes/{lotacao}/agenda", { path })).versao }, status: 204 });
    const online = await call("GET /api/v1/lotacoes/{lotacao}/agenda-online", { path });
    await call("PUT /api/v1/lotacoes/{lotacao}/agenda-online", { path, json: { oferecidos: online.horarios.slice(0, 1), versao: online.versao }, status: 204 });
}

export const agendas = [["[S2-165] the agenda, its closings and what is offered online are kept by the coordinator", agenda]];
