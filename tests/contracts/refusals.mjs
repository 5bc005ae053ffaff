// SPDX-License-Identifier: Apache-2.0
// What every operation refuses, read from the description: nobody, nobody's permission, no CSRF, no such thing, no sense.
import { formOf } from "./people.mjs";

const kUnknown = "01890000-0000-7000-8000-000000000000";
const kPublic = "publico";
const kAnybody = "autenticado";

const capturesOf = (path) => [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
const unknown = (path) => Object.fromEntries(capturesOf(path).map((name) => [name, name === "cnes" ? "9999999" : name === "uuid" ? `9999999-${kUnknown}` : kUnknown]));

/** A body of the right kind with nothing in it: enough to reach who may and who may not. */
function hollow({ requestBody }) {
    if (!requestBody) return {};
    if (requestBody.content["application/json"]) return { json: {} };
    return requestBody.content["multipart/form-data"] ? { form: formOf({ nada: "nada" }) } : { raw: "" };
}
/** The least that a schema accepts: what is said of something unknown must not depend on what was sent. */
function least(contract, schema) {
    if (schema.$ref) return least(contract, contract.document.components.schemas[schema.$ref.split("/").at(-1)]);
    if (schema.enum) return schema.enum[0];
    if (schema.type === "object") return Object.fromEntries((schema.required ?? []).map((name) => [name, least(contract, schema.properties[name])]));
    return { array: [], string: "", integer: 0, number: 0, boolean: false }[schema.type];
}

function filled(contract, operation) {
    const described = operation.requestBody?.content["application/json"];
    return described ? { json: least(contract, described.schema) } : hollow(operation);
}
const wanted = (operation, people) => (operation["x-permissao"] === "fichas_receber" ? people.sistema : people.having(operation["x-permissao"]));
/** Somebody inside who may not. */
const unable = (operation, people) => (people.may.enfermeiro.includes(operation["x-permissao"]) ? people.sistema : people.enfermeiro);

export async function refuseNobody(contract, checks) {
    for (const operation of contract.operations().filter((one) => one["x-permissao"] !== kPublic)) {
        await checks.check(`${operation.key} answers 401 to who did not enter`, () =>
            contract.call(operation.key, { path: unknown(operation.path), ...hollow(operation), status: 401 }),
        );
    }
}

export async function refuseWithoutPermission(contract, checks, people) {
    const guarded = contract.operations().filter((one) => ![kPublic, kAnybody, "municipios_ver"].includes(one["x-permissao"]));
    for (const operation of guarded) {
        await checks.check(`${operation.key} answers 403 to who lacks ${operation["x-permissao"]}`, () =>
            contract.call(operation.key, { who: unable(operation, people), path: unknown(operation.path), ...hollow(operation), status: 403 }),
        );
    }
}

export async function refuseForged(contract, checks, people) {
    const defended = contract.operations().filter((one) => one.security.some((scheme) => "csrf" in scheme));
    for (const operation of defended) {
        await checks.check(`${operation.key} answers 403 to a request without the CSRF token`, () =>
            contract.call(operation.key, { who: { Cookie: people.instalacao.Cookie }, path: unknown(operation.path), ...hollow(operation), status: 403 }),
        );
    }
}

/** A path that names something unknown; a count of nothing is an answer and not an absence. */
export async function refuseUnknown(contract, checks, people, { municipio, counted }) {
    for (const operation of contract.operations().filter((one) => one.path.includes("{") && !counted.includes(one.path))) {
        const query = operation.parameters.some(({ name }) => name === "municipio") ? { municipio } : {};
        await checks.check(`${operation.key} answers 404 for what does not exist`, () =>
            contract.call(operation.key, { who: wanted(operation, people), path: unknown(operation.path), query, ...filled(contract, operation), status: 404 }),
        );
    }
}

export async function refuseNonsense(contract, checks, people) {
    for (const operation of contract.operations().filter((one) => one.requestBody?.content["application/json"])) {
        const who = operation["x-permissao"] === kPublic ? {} : wanted(operation, people);
        const headers = { "Content-Type": "application/json" };
        await checks.check(`${operation.key} answers 422 to a body cut in the middle`, () =>
            contract.call(operation.key, { who, headers, path: unknown(operation.path), raw: '{"', status: 422 }),
        );
        await checks.check(`${operation.key} answers 422 to a body without its fields`, () =>
            contract.call(operation.key, { who, headers, path: unknown(operation.path), raw: "{}", status: 422 }),
        );
    }
    for (const operation of contract.operations().filter((one) => one.requestBody?.content["multipart/form-data"])) {
        const who = operation["x-permissao"] === kPublic ? {} : wanted(operation, people);
        const status = operation.responses["400"] ? 400 : 422;
        await checks.check(`${operation.key} answers ${status} to a form that is none`, () =>
            contract.call(operation.key, { who, path: unknown(operation.path), headers: { "Content-Type": "application/json" }, raw: "nada", status }),
        );
        await checks.check(`${operation.key} answers ${status} to a form without its parts`, () =>
            contract.call(operation.key, { who, path: unknown(operation.path), ...hollow(operation), status }),
        );
    }
}
