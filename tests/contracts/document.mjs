// SPDX-License-Identifier: Apache-2.0
// web/openapi.json, the description the browser application is compiled against, beside what the server says.
import { readFile } from "node:fs/promises";

const at = (name) => new URL(`../../web/${name}`, import.meta.url);
export const kDescription = at("openapi.json");
/** Paths the screens already speak and the server does not serve yet, with their schemas. Absent when there is none. */
export const kAwaited = at("openapi.awaited.json");

/** Sorted by path and name, so that a new route is a new paragraph of the diff and nothing else. */
export function written(document) {
    return `${JSON.stringify(sorted(document, ["paths", "schemas"]), null, 2)}\n`;
}

function sorted(value, names, inside = false) {
    if (Array.isArray(value)) return value.map((one) => sorted(one, names));
    if (value === null || typeof value !== "object") return value;
    const keys = inside ? Object.keys(value).sort() : Object.keys(value);
    return Object.fromEntries(keys.map((key) => [key, sorted(value[key], names, names.includes(key))]));
}

export async function fetchDocument(url) {
    const answer = await fetch(`${url}/api/openapi.json`);
    if (!answer.ok) throw new Error(`the description was refused: ${answer.status}`);
    return answer.json();
}

export async function readAwaited() {
    try {
        return JSON.parse(await readFile(kAwaited, "utf8"));
    } catch (failure) {
        if (failure.code === "ENOENT") return { paths: {}, schemas: {} };
        throw failure;
    }
}

/** What the file has to be: what is served, and what is awaited. */
export function expected(served, awaited) {
    return {
        ...served,
        paths: { ...awaited.paths, ...served.paths },
        components: { ...served.components, schemas: { ...awaited.schemas, ...served.components.schemas } },
    };
}
