// SPDX-License-Identifier: Apache-2.0
// Who answers for the installation is told that nobody copies it, until somebody does.
import { execFile } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { must } from "../support/checks.mjs";
import { accounts, kBinary, startServer } from "../support/server.mjs";
import { during, enterAs, examine, kDesk, kPhone } from "./harness.mjs";

const kWarning = "Esta instalação não tem cópia de segurança automática.";

/** What the operator does at the machine. */
function backup(...words) {
    return new Promise((resolve, reject) => {
        const program = execFile(kBinary, ["backup", ...words], (failure, out) => (failure ? reject(failure) : resolve(out)));
        program.stdin.end("quatro palavras bem longas\n");
    });
}

async function warned({ browser }) {
    const server = await startServer();
    const folder = await mkdtemp(join(tmpdir(), "aroeira-copias."));
    try {
        for (const viewport of [kDesk, kPhone]) {
            await during(await enterAs(browser, server.url, accounts.instalacao, { viewport }), async (page) => {
                await page.getByText(kWarning).waitFor();
                await page.getByText("A base nacional não é cópia de segurança.").waitFor();
                await examine(page, `copias-aviso-${viewport.width}`);
            });
        }
        await during(await enterAs(browser, server.url, accounts.municipal), async (page) => {
            await page.waitForLoadState("networkidle");
            must((await page.getByText(kWarning).count()) === 0, "somebody who can do nothing about it is warned");
        });
        await backup("agendar", "--dados", server.data, ...server.banco, "--pasta", folder);
        await during(await enterAs(browser, server.url, accounts.instalacao), async (page) => {
            await page.waitForLoadState("networkidle");
            must((await page.getByText(kWarning).count()) === 0, "still warned");
        });
        await server.write("UPDATE copia_agenda SET desde_ms = 1");
        await during(await enterAs(browser, server.url, accounts.instalacao), async (page) => {
            await page.getByText("A cópia de segurança automática está atrasada.").waitFor();
            await page.getByText("Ela é feita às 02:00").waitFor();
        });
    } finally {
        await server.stop();
        await rm(folder, { recursive: true, force: true });
    }
}

export const copias = [["the administrator of the installation is warned at the «Tela inicial» until it copies itself every night", warned]];
