// SPDX-License-Identifier: Apache-2.0
// The one door to the server. Paths, parameters, bodies and answers are checked against the OpenAPI
// document: a call the server does not know does not compile.
import type { components, paths } from "./api_types";

export type Schema<Name extends keyof components["schemas"]> = components["schemas"][Name];
type Broken = Schema<"Problem">["errors"][number];

/** A refusal of the server, or the lack of one (`status` 0: nobody answered). */
export class Problem extends Error {
    constructor(
        readonly status: number,
        readonly code: string,
        message: string,
        readonly errors: Broken[] = [],
        readonly request = "",
    ) {
        super(message);
    }
}

type Verb = "get" | "post" | "put" | "delete";
type Operation<Path extends keyof paths, V extends Verb> = NonNullable<paths[Path][V]>;
type PathsWith<V extends Verb> = { [P in keyof paths]: paths[P][V] extends { responses: object } ? P : never }[keyof paths];
type Answer<O> = O extends { responses: infer R } ? JsonOf<R[keyof R & (200 | 201 | 202)]> : never;
type JsonOf<R> = R extends { content: { "application/json": infer T } } ? T : void;
type BodyOf<O> = O extends { requestBody: { content: { "application/json": infer T } } } ? T : FormData | undefined;
type Part<O, Name extends string> = O extends { parameters: infer P } ? (Name extends keyof P ? P[Name] : undefined) : undefined;

interface Options<O> {
    path?: Part<O, "path">;
    query?: Part<O, "query">;
    body?: BodyOf<O>;
    signal?: AbortSignal;
}

let csrf = "";
let onSessionLost: (code: string) => void = () => {};
let renewCsrf: () => Promise<boolean> = async () => false;
let lastCall = Date.now();

/** What the session module gives once: the token of each session and what to do when it ends. */
export function bindSession(handlers: { lost: typeof onSessionLost; renew: typeof renewCsrf }): void {
    onSessionLost = handlers.lost;
    renewCsrf = handlers.renew;
}
export function setCsrf(token: string): void {
    csrf = token;
}
export function csrfToken(): string {
    return csrf;
}
/** When the server last heard of this browser, in milliseconds. */
export function lastHeard(): number {
    return lastCall;
}

const kForgedCsrf = "ACESSO-0003";
const kWithoutAcesso = "ACESSO-0004";
const kMustChangePassword = "ACESSO-0007";
const kMustAcceptTermo = "ACESSO-0008";
const kMustShowCode = "ACESSO-0009";
const kMustTurnOnCode = "ACESSO-0125";

export function get<P extends PathsWith<"get">>(path: P, options: Options<Operation<P, "get">> = {}) {
    return call<Answer<Operation<P, "get">>>("GET", path, options as Loose);
}
export function post<P extends PathsWith<"post">>(path: P, options: Options<Operation<P, "post">> = {}) {
    return call<Answer<Operation<P, "post">>>("POST", path, options as Loose);
}
export function put<P extends PathsWith<"put">>(path: P, options: Options<Operation<P, "put">> = {}) {
    return call<Answer<Operation<P, "put">>>("PUT", path, options as Loose);
}
export function remove<P extends PathsWith<"delete">>(path: P, options: Options<Operation<P, "delete">> = {}) {
    return call<Answer<Operation<P, "delete">>>("DELETE", path, options as Loose);
}

interface Loose {
    path?: Record<string, string>;
    query?: Record<string, string | undefined>;
    body?: unknown;
    signal?: AbortSignal;
}

/** The address of a call, for links and downloads. */
export function address(path: string, options: Pick<Loose, "path" | "query"> = {}): string {
    const filled = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(options.path?.[name] ?? ""));
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(options.query ?? {})) if (value) query.set(name, value);
    return query.size > 0 ? `${filled}?${query}` : filled;
}

async function call<T>(method: string, path: string, options: Loose, again = true): Promise<T> {
    const headers: Record<string, string> = { Accept: "application/json" };
    if (method !== "GET") headers["X-CSRF"] = csrf;
    if (options.body !== undefined) headers["Content-Type"] = "application/json";
    const response = await arriving(
        fetch(address(path, options), {
            method,
            headers,
            credentials: "same-origin",
            cache: "no-store",
            ...(options.body === undefined ? {} : { body: JSON.stringify(options.body) }),
            ...(options.signal ? { signal: options.signal } : {}),
        }),
    );
    if (response.ok) {
        lastCall = Date.now();
        return response.status === 204 ? (undefined as T) : await arriving(response.json() as Promise<T>);
    }
    const problem = problemOf(response.status, await arriving(response.text()));
    if (again && problem.code === kForgedCsrf && (await renewCsrf())) return call<T>(method, path, options, false);
    tell(problem);
    throw problem;
}

/** An answer whose connection fails, at its head or half way through its body, is none. */
async function arriving<T>(answer: Promise<T>): Promise<T> {
    try {
        return await answer;
    } catch (failure) {
        throw failure instanceof TypeError ? noAnswer() : failure;
    }
}

/** Tells the session module when a refusal means that the session is not what the screen thinks. */
export function tell(problem: Problem): void {
    const lost = problem.status === 401 || [kWithoutAcesso, kMustChangePassword, kMustAcceptTermo, kMustShowCode, kMustTurnOnCode].includes(problem.code);
    if (lost) onSessionLost(problem.code);
}

export function noAnswer(): Problem {
    return new Problem(0, "REDE", "O servidor não respondeu. Verifique a conexão com a rede e tente de novo.");
}

export function problemOf(status: number, text: string): Problem {
    try {
        const body = JSON.parse(text) as Schema<"Problem">;
        return new Problem(status, body.code, body.title, body.errors ?? [], body.request);
    } catch {
        return new Problem(status, `HTTP-${status}`, "O servidor respondeu de um modo inesperado. Tente de novo em instantes.");
    }
}
