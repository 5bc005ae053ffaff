// SPDX-License-Identifier: Apache-2.0
// Sessions of people and of systems, as headers a call can carry.
import { accounts } from "../support/server.mjs";

const cookieOf = (headers) => headers.get("Set-Cookie").split(";")[0];

export async function enter(contract, account) {
    const { headers, body } = await contract.call("POST /api/v1/sessao", { json: account, status: 200 });
    return { who: { Cookie: cookieOf(headers), "X-CSRF": body.csrf }, sessao: body };
}

const kEverybody = ["instalacao", "municipal", "enfermeiro", "coordenador", "gestor"];

/** Each by name; `having` gives the first who may do something. */
export async function enterEverybody(contract) {
    const people = { may: {} };
    for (const name of kEverybody) {
        const { who, sessao } = await enter(contract, accounts[name]);
        people[name] = who;
        people.may[name] = sessao.permissoes;
    }
    people.having = (permission) => people[kEverybody.find((name) => people.may[name].includes(permission)) ?? "instalacao"];
    return people;
}

/** A credencial made for a test, and the session it opens. */
export async function enterSystem(contract, admin, nome) {
    const { body } = await contract.call("POST /api/v1/integracao/credenciais", { who: admin, json: { nome }, status: 201 });
    const { headers } = await contract.call("POST /api/recebimento/login", { form: formOf({ usuario: body.usuario, senha: body.senha }), status: 200 });
    return { who: { Cookie: cookieOf(headers) }, credencial: body.credencial };
}

/** multipart/form-data; a value with `bytes` is a file. */
export function formOf(fields) {
    const form = new FormData();
    for (const [name, value] of Object.entries(fields)) {
        if (value.bytes !== undefined) form.append(name, new Blob([value.bytes]), value.name);
        else form.append(name, value);
    }
    return form;
}

export const cookieHeader = cookieOf;
