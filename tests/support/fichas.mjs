// SPDX-License-Identifier: Apache-2.0
// Fichas as another system would send them: declared here as JSON, written in Thrift by our own converter.
import { execFile } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { kBinary, kMunicipio } from "./server.mjs";

const run = promisify(execFile);
const kDayMs = 86_400_000;
export const kCnes = "2269741";
export const kIne = "0000123456";

export const uuidOf = (number) => `${kCnes}-00000000-0000-4000-8000-${String(number).padStart(12, "0")}`;

const sender = { contraChave: "Prontuário de Teste - 1.0", uuidInstalacao: "9f1c6a52-0000-4000-8000-000000000001", cpfOuCnpj: "11222333000181", nomeOuRazaoSocial: "Sistema de Teste" };

/** A home visit of last month that no rule refuses; `visit` and `header` change it. */
export function visita(number, { visit = {}, header = {}, versao = { major: 8, minor: 7, revision: 0 } } = {}) {
    // The same all day long: the same number is the same bytes.
    const at = (Math.floor(Date.now() / kDayMs) - 20) * kDayMs + kDayMs / 2;
    return {
        uuidDadoSerializado: uuidOf(number),
        tipoDadoSerializado: 8,
        cnesDadoSerializado: kCnes,
        codIbge: kMunicipio,
        ineDadoSerializado: kIne,
        numLote: 42,
        dadoSerializado: {
            uuidFicha: uuidOf(number),
            tpCdsOrigem: 3,
            headerTransport: { profissionalCNS: "700000000000005", cboCodigo_2002: "515105", cnes: kCnes, ine: kIne, dataAtendimento: at, codigoIbgeMunicipio: kMunicipio, ...header },
            visitasDomiciliares: [{ turno: 1, numProntuario: String(number), dtNascimento: at - 60 * 365 * kDayMs, sexo: 1, motivosVisita: [11, 29], desfecho: 1, microArea: "01", tipoDeImovel: 1, pressaoSistolica: 130, pressaoDiastolica: 85, ...visit }],
        },
        remetente: sender,
        originadora: sender,
        versao,
    };
}

/** A child is given the vaccine 24; `dose` changes what is said of it. Which rules it breaks does not matter here. */
export function vacinacao(number, dose = {}) {
    const { dadoSerializado, ...envelope } = visita(number);
    const { headerTransport, uuidFicha } = dadoSerializado;
    const at = headerTransport.dataAtendimento;
    return {
        ...envelope,
        tipoDadoSerializado: 14,
        dadoSerializado: {
            uuidFicha,
            tpCdsOrigem: 3,
            headerTransport: { ...headerTransport, cboCodigo_2002: "223565" },
            vacinacoes: [{ turno: 1, numProntuario: String(number), dtNascimento: at - 400 * kDayMs, sexo: 1, localAtendimento: 1, dataHoraInicialAtendimento: at, dataHoraFinalAtendimento: at + 600_000,
                vacinas: [{ imunobiologico: 24, estrategiaVacinacao: 1, dose: 1, lote: "L1", coRndsFabricante: "10534", grupoAtendimento: 5, viaAdministracao: 6, localAplicacao: 8, ...dose }] }],
        },
    };
}

/** Writes each ficha with `aroeira fichas converter`; gives the name and the bytes of each. */
export async function thriftOf(fichas) {
    const folder = await mkdtemp(join(tmpdir(), "aroeira-fichas."));
    try {
        const files = [];
        for (const [i, ficha] of fichas.entries()) {
            const json = join(folder, `${i}.json`);
            await writeFile(json, JSON.stringify(ficha));
            const { stdout } = await run(kBinary, ["fichas", "converter", json, "--para", "thrift"], { encoding: "buffer", maxBuffer: 1 << 26 });
            files.push({ name: `${ficha.uuidDadoSerializado}.esus`, bytes: stdout });
        }
        return files;
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

/** A .zip of these files, as a sender would pack them. */
export async function zipOf(files) {
    const folder = await mkdtemp(join(tmpdir(), "aroeira-lote."));
    try {
        for (const { name, bytes } of files) await writeFile(join(folder, name), bytes);
        await run("zip", ["-q", "-j", join(folder, "lote.zip"), ...files.map(({ name }) => join(folder, name))]);
        return await readFile(join(folder, "lote.zip"));
    } finally {
        await rm(folder, { recursive: true, force: true });
    }
}

export const loteOf = async (fichas) => zipOf(await thriftOf(fichas));
