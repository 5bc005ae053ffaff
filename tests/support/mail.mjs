// SPDX-License-Identifier: Apache-2.0
// The real SMTP server of the tests, for what speaks to it from outside.
import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";

export const kMail = { login: "correio@municipio.exemplo", senha: "senha-do-correio" };

/** A real SMTP server, and the letters it took. */
export async function openMail() {
    const folder = await mkdtemp(join(tmpdir(), "aroeira-correio."));
    const child = spawn("/usr/bin/python3", [new URL("smtp_server.py", import.meta.url).pathname, folder], { stdio: ["ignore", "pipe", "inherit"] });
    const line = await new Promise((resolve, reject) => {
        createInterface({ input: child.stdout }).once("line", resolve);
        child.once("exit", () => reject(new Error("the SMTP server did not start: python3-aiosmtpd?")));
    });
    const read = (name) => readFile(join(folder, name), "utf8").catch(() => "");
    return {
        port: line.split(" ")[0],
        certificate: () => read("certificado.pem"),
        letters: async () => (await read("cartas.jsonl")).split("\n").filter(Boolean).map((text) => JSON.parse(text)),
        close: async () => {
            child.kill("SIGKILL");
            await rm(folder, { recursive: true, force: true });
        },
    };
}
