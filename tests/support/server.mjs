// SPDX-License-Identifier: Apache-2.0
// The real server, over a data directory that dies with it. For tests that speak to it from outside.
import { execFile, spawn } from "node:child_process";
import { randomBytes } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { promisify } from "node:util";

const run = promisify(execFile);

export const kBinary = process.env.AROEIRA_BINARY ?? new URL("../../build/release/aroeira", import.meta.url).pathname;
export const kMunicipio = "5300108";
export const kSenha = "demonstracao-2026";

/** The accounts of the demonstration. `coordenacao` has two acessos. */
export const accounts = {
    instalacao: { cpf: "52998224725", senha: kSenha },
    municipal: { cpf: "11144477735", senha: kSenha },
    enfermeiro: { cpf: "39053344705", senha: kSenha },
    coordenador: { cpf: "98765432100", senha: kSenha },
    gestor: { cpf: "16899535009", senha: kSenha },
    coordenacao: { cpf: "12345678909", senha: kSenha },
};

const kStartMs = 60_000;

/**
 * With AROEIRA_BANCO=postgres, a database of its own in the cluster of AROEIRA_TEST_POSTGRES; otherwise SQLite beside the data.
 * `write` does what only the passing of time, or another person, would do to it.
 */
async function openBase(data) {
    if (process.env.AROEIRA_BANCO !== "postgres")
        return { options: [], write: (sql) => run("sqlite3", ["-bail", "-cmd", ".timeout 5000", `${data}/aroeira.db`, sql]), drop: async () => {} };
    const cluster = process.env.AROEIRA_TEST_POSTGRES;
    if (!cluster) throw new Error("AROEIRA_TEST_POSTGRES is not set: start a server with tests/support/postgres.sh start DIR and export what it prints");
    const name = `aroeira_${randomBytes(6).toString("hex")}`;
    const psql = (address, sql) => run("psql", [address, "-v", "ON_ERROR_STOP=1", "-qc", sql]);
    await psql(cluster, `CREATE DATABASE ${name}`);
    const own = cluster.replace(/\/[^/]*$/, `/${name}`);
    return { options: ["--banco", own], write: (sql) => psql(own, sql), drop: () => psql(cluster, `DROP DATABASE ${name}`) };
}

/** Starts `aroeira servir` on a free port, with the accounts of the demonstration and nothing else of it. Without `demo` it prints, and we return, the first administrator's link. `settings`: its aroeira.toml. `tls`: with HTTPS too. */
export async function startServer({ demo = true, settings = "", tls = false } = {}) {
    const data = await mkdtemp(join(tmpdir(), "aroeira-servidor."));
    if (settings) await writeFile(join(data, "aroeira.toml"), settings);
    const base = await openBase(data);
    const child = spawn(kBinary, ["servir", demo ? "--demo-contas" : "--sem-demo", "--dados", data, "--porta", "0", "--porta-tls", tls ? "0" : "-1", ...base.options], {
        stdio: ["ignore", "pipe", "pipe"],
    });
    let log = "";
    child.stderr.on("data", (bytes) => (log += bytes));
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const said = await Promise.race([greeting(child.stdout, tls), ended.then(() => undefined), pause(kStartMs)]);
    if (!said) {
        child.kill("SIGKILL");
        throw new Error(`the server did not start\n${log}`);
    }
    const stop = async () => {
        child.kill("SIGTERM");
        await ended;
        await base.drop();
        await rm(data, { recursive: true, force: true });
    };
    return { ...said, data, banco: base.options, write: base.write, log: () => log, stop };
}

/** Reads what the server prints until its address, and goes on emptying the pipe. */
function greeting(output, tls) {
    let link, url;
    return new Promise((resolve) => {
        createInterface({ input: output }).on("line", (line) => {
            const invitation = /http:\/\/localhost:\d+(\/primeiro-acesso#\S+)/.exec(line);
            if (invitation) link = invitation[1];
            const address = /^\s*(https?:\/\/localhost:\d+)$/.exec(line);
            if (!address) return;
            if (address[1].startsWith("http:")) url = address[1];
            if (!tls) resolve({ url, link });
            else if (address[1].startsWith("https:")) resolve({ url, link, tlsUrl: address[1] });
        });
    });
}

/** The headers of a session opened without a browser. */
export async function sessionOf(url, account) {
    const answer = await fetch(`${url}/api/v1/sessao`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(account) });
    const { csrf } = await answer.json();
    return { Cookie: answer.headers.get("Set-Cookie").split(";")[0], "X-CSRF": csrf };
}

export const pause = (ms) => new Promise((resolve) => setTimeout(resolve, ms).unref());
