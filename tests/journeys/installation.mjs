// SPDX-License-Identifier: Apache-2.0
// An installation of its own for the journeys that change its settings, the internet it sees, and its server of e-mail.
import { createServer } from "node:http";
import { cnsOf, cpfOf, importCnes, registry } from "../support/cnes.mjs";
import { kCnes } from "../support/fichas.mjs";
import { openMail } from "../support/mail.mjs";
import { accounts, sessionOf, startServer } from "../support/server.mjs";

/** A nurse with e-mail, who enters for the first time when somebody lets her choose a password. */
export const kRita = { nome: "RITA DO CORREIO", cpf: cpfOf(90), email: "enfermagem@municipio.exemplo", senha: "ipe-roxo-2026" };

/** What is on the other side of «Testar conexão com a internet». */
async function openInternet() {
    const server = createServer((_, answer) => answer.writeHead(204).end());
    await new Promise((resolve) => server.listen(0, "127.0.0.1", resolve));
    return { address: `http://127.0.0.1:${server.address().port}/`, close: () => server.close() };
}

/** The registry of the tests, and her. */
function withRita() {
    const all = registry();
    all.profissionais.push({ nome: kRita.nome, cpf: kRita.cpf, cns: cnsOf(90), email: kRita.email, lotacoes: [{ cnes: kCnes, ine: "", cbo: "223565" }] });
    return all;
}

export async function openInstallation() {
    const [internet, mail] = [await openInternet(), await openMail()];
    const server = await startServer({ settings: `[internet]\nendereco_de_teste = "${internet.address}"\n` });
    await importCnes(server.url, await sessionOf(server.url, accounts.municipal), withRita());
    return {
        ...server,
        mail,
        close: async () => {
            await server.stop();
            await mail.close();
            internet.close();
        },
    };
}

/** A journey of the installation whose settings and accounts may be changed. */
export const inIt = ([name, journey]) => [name, async (world) => journey({ ...(await world.installation()), browser: world.browser })];
