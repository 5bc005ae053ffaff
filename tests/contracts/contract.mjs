// SPDX-License-Identifier: Apache-2.0
// A client that believes the description: every answer is compared with what the document says of it.
import Ajv2020 from "ajv/dist/2020.js";
import { must } from "../support/checks.mjs";

const kVerbs = ["get", "post", "put", "patch", "delete"];
const pointer = (...parts) => `api#/${parts.map((part) => encodeURIComponent(String(part).replaceAll("~", "~0").replaceAll("/", "~1"))).join("/")}`;

export class Contract {
    #ajv = new Ajv2020({ strict: false, allErrors: true });
    #exercised = new Map();

    constructor(url, document) {
        this.url = url;
        this.document = document;
        this.#ajv.addSchema(document, "api");
    }

    /** Every operation of the document, once. */
    operations() {
        return Object.entries(this.document.paths).flatMap(([path, item]) =>
            kVerbs.filter((verb) => item[verb]).map((verb) => ({ key: `${verb.toUpperCase()} ${path}`, verb, path, ...item[verb] })),
        );
    }

    operation(key) {
        const found = this.operations().find((one) => one.key === key);
        must(found, `${key} is not in the document`);
        return found;
    }

    /** The statuses an operation answered so far. */
    statuses(key) {
        return this.#exercised.get(key) ?? new Set();
    }

    remember(key, status) {
        this.#exercised.set(key, this.statuses(key).add(status));
    }

    /**
     * Calls one operation and compares the answer with the description.
     * `who` holds the headers of a session; `json`, `form`, `raw` is the body; `status` is the one awaited.
     */
    async call(key, { who = {}, path = {}, query = {}, json, form, raw, headers = {}, status }) {
        const operation = this.operation(key);
        const body = raw ?? (json === undefined ? form : JSON.stringify(json));
        if (status < 400) this.#describesRequest(operation, { query, json, body });
        const answer = await fetch(this.#address(operation, path, query), {
            method: operation.verb.toUpperCase(),
            headers: { ...who, ...(json === undefined ? {} : { "Content-Type": "application/json" }), ...headers },
            ...(body === undefined ? {} : { body }),
        });
        const bytes = Buffer.from(await answer.arrayBuffer());
        const text = bytes.toString("utf8");
        must(answer.status === status, `${key} answered ${answer.status} instead of ${status}: ${text.slice(0, 300)}`);
        const content = this.#describesAnswer(operation, answer, text);
        this.remember(key, status);
        return { headers: answer.headers, body: content, bytes };
    }

    #address({ path }, captures, query) {
        const filled = path.replace(/\{(\w+)\}/g, (_, name) => {
            must(captures[name] !== undefined, `no value for {${name}}`);
            return encodeURIComponent(captures[name]);
        });
        const asked = new URLSearchParams(query);
        return `${this.url}${filled}${asked.size > 0 ? `?${asked}` : ""}`;
    }

    /** What we send and the server accepts is described, too. */
    #describesRequest({ key, verb, path, parameters = [], requestBody }, { query, json, body }) {
        for (const name of Object.keys(query))
            must(parameters.some((one) => one.in === "query" && one.name === name), `${key} does not describe the parameter ${name}`);
        for (const { name, required } of parameters.filter((one) => one.in === "query"))
            must(!required || name in query, `${key} accepted a call without ${name}, which it says is required`);
        must((body !== undefined) === (requestBody !== undefined), `${key} ${requestBody ? "describes a body and none was sent" : "describes no body"}`);
        if (json !== undefined) this.#conforms(pointer("paths", path, verb, "requestBody", "content", "application/json", "schema"), json, `${key}, what was sent`);
    }

    #describesAnswer({ key, verb, path, responses }, answer, text) {
        const status = responses[answer.status] ? String(answer.status) : "default";
        must(status !== "default" || answer.status >= 400, `${key} does not describe its ${answer.status}`);
        const reference = responses[status].$ref?.replace("#/components/responses/", "");
        const described = reference ? this.document.components.responses[reference] : responses[status];
        must(described, `${key} does not describe its ${answer.status}`);
        const where = reference ? ["components", "responses", reference] : ["paths", path, verb, "responses", status];
        if (!described.content) {
            must(text === "", `${key} describes no body for ${status} and answered ${text.slice(0, 100)}`);
            return undefined;
        }
        const type = (answer.headers.get("Content-Type") ?? "").split(";")[0];
        must(type in described.content, `${key} answered ${type}, and describes ${Object.keys(described.content)}`);
        if (!/json$/.test(type) || type.endsWith("ndjson")) return text;
        const content = JSON.parse(text);
        this.#conforms(pointer(...where, "content", type, "schema"), content, `${key} ${answer.status}`);
        if (answer.status >= 400) must(content.status === answer.status, `${key}: the problem says ${content.status} under a ${answer.status}`);
        return content;
    }

    #conforms(reference, value, what) {
        const validate = this.#ajv.getSchema(reference) ?? this.#ajv.compile({ $ref: reference });
        must(validate(value), `${what}: ${this.#ajv.errorsText(validate.errors)}`);
    }
}
