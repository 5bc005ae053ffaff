// SPDX-License-Identifier: Apache-2.0
// «Relatórios» and «Auditoria» as operations.
import { must, mustEqual, until } from "../support/checks.mjs";
import { kCnes } from "../support/fichas.mjs";

const kPeriod = { inicio: "2026-08-01", fim: "2026-08-31" };

const finished = (contract, who, { trabalho }) =>
    until(async () => {
        const { body } = await contract.call("GET /api/v1/trabalhos/{trabalho}", { who, path: { trabalho }, status: 200 });
        must(body.situacao !== "falhou", body.mensagem);
        return body.situacao === "concluido";
    }, "the job to end");

async function relatorios({ contract, people }) {
    const who = people.gestor;
    const admin = people.having("relatorios_configurar");
    const call = (key, options) => contract.call(key, { who, status: 200, ...options }).then(({ body }) => body);
    await finished(contract, admin, await call("POST /api/v1/relatorios/processamento/marcar", { who: admin, status: 202 }));
    await finished(contract, admin, await call("POST /api/v1/relatorios/processamento/forcar", { who: admin, status: 202 }));
    await call("GET /api/v1/relatorios/processamento", { who: admin });
    const { itens } = await call("GET /api/v1/relatorios", {});
    mustEqual(itens.length, 15, "the reports");
    const [{ codigo }] = itens.filter(({ especie }) => especie === "producao");
    await call("GET /api/v1/relatorios/escolhas", {});
    await call("GET /api/v1/relatorios/profissionais", { query: { unidade: kCnes, busca: "ana" } });
    const path = { relatorio: codigo };
    mustEqual((await call("GET /api/v1/relatorios/{relatorio}/resultado", { path, query: kPeriod })).codigo, codigo, "the report asked for");
    await call("GET /api/v1/relatorios/{relatorio}/resultado.csv", { path, query: kPeriod });
    await call("GET /api/v1/relatorios/{relatorio}/resultado", { path, query: { inicio: "ontem", fim: "hoje" }, status: 422 });
    const { itens: fatores } = await call("GET /api/v1/relatorios/configuracao", { who: admin });
    const save = (json, status) => call("PUT /api/v1/relatorios/configuracao/{relatorio}", { who: admin, path, json, status });
    const { versao } = fatores.find((one) => one.codigo === codigo);
    await save({ fator: 120, versao }, 200);
    await save({ fator: 60, versao }, 409);
}

async function auditoria({ contract, people }) {
    const who = people.municipal;
    const call = (key, options) => contract.call(key, { who, status: 200, ...options }).then(({ body }) => body);
    must((await call("POST /api/v1/auditoria/abertura", {})).tipos.length >= 16, "the types of event");
    const today = new Date().toISOString().slice(0, 10);
    const period = { inicio: "2026-01-01", fim: today };
    must((await call("GET /api/v1/auditoria/eventos", { query: period })).itens.length > 0, "no event");
    await call("GET /api/v1/auditoria/eventos", { query: { inicio: "ontem", fim: today }, status: 422 });
    await call("GET /api/v1/auditoria/usuarios", { query: { busca: "adm" } });
    const filtros = { ...period, tipo: "", registro: "", usuario: "", detalhes: "", identificador: "", componente: "" };
    const trilha = await call("POST /api/v1/auditoria/trilhas", { json: { filtros, formato: "csv" }, status: 202 });
    await finished(contract, who, trilha);
    must((await call("GET /api/v1/auditoria/trilhas", { query: { pagina: "1" } })).itens.some(({ id }) => id === trilha.id), "not in the history");
    await contract.call("GET /api/v1/auditoria/trilhas/{trilha}/arquivo", { who, path: { trilha: trilha.id }, status: 200 });
}

export const reports = [
    ["reports are processed, read, bounded and saved as described", relatorios],
    ["the trail is filtered, generated and taken away as described", auditoria],
];
