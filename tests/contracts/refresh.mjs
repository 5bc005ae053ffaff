// SPDX-License-Identifier: Apache-2.0
// Writes web/openapi.json as the built server describes itself.  Usage: node tests/contracts/refresh.mjs
import { writeFile } from "node:fs/promises";
import { startServer } from "../support/server.mjs";
import { expected, fetchDocument, kDescription, readAwaited, written } from "./document.mjs";

const server = await startServer();
try {
    await writeFile(kDescription, written(expected(await fetchDocument(server.url), await readAwaited())));
} finally {
    await server.stop();
}
