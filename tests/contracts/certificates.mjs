// SPDX-License-Identifier: Apache-2.0
// A credencial and the certificate its system enters with, over HTTPS.
import { readFileSync } from "node:fs";
import { request } from "node:https";
import { join } from "node:path";
import { must, mustEqual } from "../support/checks.mjs";
import { openAuthority } from "../support/certificates.mjs";
import { accounts, startServer } from "../support/server.mjs";
import { Contract } from "./contract.mjs";
import { enter } from "./people.mjs";

const kEnter = "POST /api/v1/integracao/entrada";
const kPut = "PUT /api/v1/integracao/credenciais/{credencial}/certificado";
const kDelete = "DELETE /api/v1/integracao/credenciais/{credencial}/certificado";

/** A server of its own, because only with an authority of clients is a certificate asked for. */
export async function certificates({ contract }) {
    const authority = openAuthority();
    authority.issue("ubs");
    const there = await startServer({ tls: true, settings: `[servidor]\nautoridade_clientes = "${authority.path("ca.crt")}"\n` });
    try {
        const other = new Contract(there.url, contract.document);
        const { who } = await enter(other, accounts.municipal);
        const { body } = await other.call("POST /api/v1/integracao/credenciais", { who, json: { nome: "UBS" }, status: 201 });
        const path = { credencial: body.credencial.id };
        const arquivo = authority.read("ubs.crt").toString("base64");
        mustEqual(await enterOverTls(there, authority), [401, false], "the answer to a certificate nobody registered");
        await other.call(kPut, { who, path, json: { arquivo: Buffer.from("lixo").toString("base64") }, status: 422 });
        const { body: registered } = await other.call(kPut, { who, path, json: { arquivo }, status: 200 });
        must(registered.certificado.titular === "ubs" && registered.certificado.valido_ate_ms > Date.now(), "the certificate as it is shown");
        mustEqual(await enterOverTls(there, authority), [204, true], "the answer to the registered certificate");
        await other.call(kEnter, { status: 401 });
        await other.call(kDelete, { who, path, status: 204 });
        mustEqual(await enterOverTls(there, authority), [401, false], "the answer to a removed certificate");
        for (const key of [kPut, kDelete]) for (const status of other.statuses(key)) contract.remember(key, status);
        for (const status of [204, 401]) contract.remember(kEnter, status);
    } finally {
        await there.stop();
        authority.close();
    }
}

/** The status, and whether a session came with it. */
function enterOverTls({ tlsUrl, data }, authority) {
    const options = { method: "POST", ca: readFileSync(join(data, "tls/ca.crt")), cert: authority.read("ubs.crt"), key: authority.read("ubs.key"), agent: false };
    return new Promise((resolve, reject) => {
        request(`${tlsUrl}/api/v1/integracao/entrada`, options, (answer) => {
            answer.resume();
            resolve([answer.statusCode, (answer.headers["set-cookie"] ?? []).some((cookie) => cookie.startsWith("JSESSIONID="))]);
        })
            .on("error", reject)
            .end();
    });
}
