// SPDX-License-Identifier: Apache-2.0
// The served description against the file of the browser application, and every answer against the description.
import { readFile } from "node:fs/promises";
import { Checks, must, mustEqual } from "../support/checks.mjs";
import { kMunicipio, startServer } from "../support/server.mjs";
import { Contract } from "./contract.mjs";
import { expected, fetchDocument, kDescription, readAwaited, written } from "./document.mjs";
import { matrix } from "./matrix.mjs";
import { ownAccess } from "./own_access.mjs";
import { enterEverybody, enterSystem } from "./people.mjs";
import { refuseForged, refuseNobody, refuseNonsense, refuseUnknown, refuseWithoutPermission } from "./refusals.mjs";
import { lastScenarios, scenarios } from "./scenarios.mjs";

const kRefresh = "node tests/contracts/refresh.mjs && npm --prefix web run check";

const checks = new Checks();
const server = await startServer();
try {
    const served = await fetchDocument(server.url);
    await checks.check("web/openapi.json is what the server says of itself", async () => {
        const file = await readFile(kDescription, "utf8");
        must(file === written(expected(served, await readAwaited())), `web/openapi.json is another one. Refresh it: ${kRefresh}`);
    });
    await checks.check("no path is awaited that the server already serves", async () => {
        const late = Object.keys((await readAwaited()).paths).filter((path) => path in served.paths);
        mustEqual(late, [], "take them from web/openapi.awaited.json, and the file away when it is empty");
    });

    const contract = new Contract(server.url, served);
    await refuseNobody(contract, checks);
    const people = await enterEverybody(contract);
    people.sistema = (await enterSystem(contract, people.municipal, "Contrato")).who;
    await refuseWithoutPermission(contract, checks, people);
    await refuseForged(contract, checks, people);
    await refuseNonsense(contract, checks, people);
    await refuseUnknown(contract, checks, people, { municipio: kMunicipio, counted: ["/api/v1/recebimento/cnes/{cnes}", "/api/v1/profissionais/{profissional}/agendas"] });
    for (const [name, scenario] of scenarios) await checks.check(name, () => scenario({ contract, people }));

    await checks.check("terms, entries, open sessions and the second factor answer as described", () => ownAccess({ contract, people }));
    // Who may ask everybody for another password does so here.
    await matrix({ contract, checks, people, write: server.write });

    for (const [name, scenario] of lastScenarios) await checks.check(name, () => scenario({ contract, people }));

    for (const operation of contract.operations()) {
        const success = Object.keys(operation.responses).map(Number).find((status) => status < 400);
        await checks.check(`${operation.key} was seen to answer ${success}`, async () => {
            must(contract.statuses(operation.key).has(success), "the document promises it and no scenario asked for it");
        });
    }
} finally {
    await server.stop();
}
checks.finish();
