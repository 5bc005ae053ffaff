// SPDX-License-Identifier: Apache-2.0
// The server with the registry of its município, the browser, and the lotes that the journeys share.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { importCnes } from "../support/cnes.mjs";
import { loteOf, thriftOf, visita, zipOf } from "../support/fichas.mjs";
import { accounts, sessionOf, startServer } from "../support/server.mjs";
import { openBrowser } from "./harness.mjs";
import { openInstallation } from "./installation.mjs";
import { openNetwork } from "./network.mjs";

const run = promisify(execFile);

export async function openWorld() {
    const [server, browser] = [await startServer(), await openBrowser()];
    await importCnes(server.url, await sessionOf(server.url, accounts.municipal));
    let network, installation;
    return {
        ...server,
        browser,
        /** The same two installations for every journey that asks. */
        network: () => (network ??= openNetwork()),
        /** Another installation, whose settings the journeys that ask may change. */
        installation: () => (installation ??= openInstallation()),
        close: async () => {
            await browser.close();
            await server.stop();
            await (await network)?.close();
            await (await installation)?.close();
        },
    };
}

/** 40 good visits, 3 that break rules, one file that is no ficha. */
export async function mixedLote(first = 100) {
    const good = Array.from({ length: 40 }, (_, i) => visita(first + i));
    const bad = [
        visita(first + 40, { visit: { pressaoDiastolica: undefined } }),
        visita(first + 41, { visit: { turno: undefined, desfecho: undefined } }),
        visita(first + 42, { visit: { sexo: 0, motivosVisita: [29, 5] } }),
    ];
    const files = await thriftOf([...good, ...bad]);
    return zipOf([...files, { name: "corrompida.esus", bytes: Buffer.from("isto não é uma ficha") }]);
}

export const goodLote = (first, count) => loteOf(Array.from({ length: count }, (_, i) => visita(first + i)));

/** A lote big enough to be seen on its way; the generator of the fault tests makes it in a second. */
export async function bigLote(count) {
    const faults = new URL("../faults", import.meta.url).pathname;
    const program = `import sys; sys.path.insert(0, ${JSON.stringify(faults)}); from fichas import lote; sys.stdout.buffer.write(lote(0, ${count})[0])`;
    const { stdout } = await run("python3", ["-c", program], { encoding: "buffer", maxBuffer: 1 << 28 });
    return stdout;
}

export const zip = (name, buffer) => ({ name, mimeType: "application/zip", buffer });

/** Drags a file onto the place for files. */
export async function dropFile(page, { name, buffer }) {
    const transfer = await page.evaluateHandle(
        ([name, text]) => {
            const data = new DataTransfer();
            data.items.add(new File([Uint8Array.from(atob(text), (c) => c.charCodeAt(0))], name, { type: "application/zip" }));
            return data;
        },
        [name, buffer.toString("base64")],
    );
    await page.locator(".drop").dispatchEvent("drop", { dataTransfer: transfer });
}
