// SPDX-License-Identifier: Apache-2.0
// Who is inside, and what the server lets that person see.
import { bindSession, get, Problem, put, post, remove, setCsrf, type Schema } from "./api";
import { createStore } from "./store";

export type Sessao = Schema<"Sessao">;
export type Acesso = Sessao["acessos"][number];

/** `asking`: the page was just opened and the server has not said yet. */
export type Entry =
    | { state: "asking" }
    | { state: "outside"; reason?: string }
    | { state: "failed"; problem: Problem }
    | { state: "inside"; sessao: Sessao };

export const entry = createStore<Entry>({ state: "asking" });

const kExpired = "Sua sessão expirou. Entre de novo para continuar de onde parou.";

/** No acesso chosen, a password to change, terms to accept, a code to show, a second factor to turn on: the session knows what comes next. */
const kUnfinished = ["ACESSO-0004", "ACESSO-0007", "ACESSO-0008", "ACESSO-0009", "ACESSO-0125"];

function enter(sessao: Sessao): Sessao {
    setCsrf(sessao.csrf);
    entry.set({ state: "inside", sessao });
    return sessao;
}

bindSession({
    lost: (code) => {
        // Refused at login is no lost session; told what it has to do first, the server knows best.
        if (entry.get().state !== "inside") return;
        if (kUnfinished.includes(code)) void refresh();
        else entry.set({ state: "outside", reason: kExpired });
    },
    renew: async () => {
        try {
            enter(await get("/api/v1/sessao"));
            return true;
        } catch {
            return false;
        }
    },
});

/** Asks the server who is inside. */
export async function refresh(): Promise<void> {
    try {
        enter(await get("/api/v1/sessao"));
    } catch (failure) {
        if (!(failure instanceof Problem)) throw failure;
        if (failure.status === 401) entry.set({ state: "outside" });
        else entry.set({ state: "failed", problem: failure });
    }
}

export async function logIn(cpf: string, senha: string): Promise<void> {
    enter(await post("/api/v1/sessao", { body: { cpf, senha } }));
}

export async function logOut(): Promise<void> {
    try {
        await remove("/api/v1/sessao");
    } finally {
        setCsrf("");
        entry.set({ state: "outside" });
    }
}

export async function chooseAcesso(acesso: string): Promise<void> {
    enter(await put("/api/v1/sessao/acesso", { body: { acesso } }));
}

export async function changePassword(atual: string, nova: string): Promise<void> {
    enter(await put("/api/v1/sessao/senha", { body: { atual, nova } }));
}

/** The second step of the entry. */
export async function proveCode(codigo: string): Promise<void> {
    enter(await put("/api/v1/sessao/codigo", { body: { codigo } }));
}

export async function acceptTermo(versao: number): Promise<void> {
    enter(await put("/api/v1/sessao/termo", { body: { versao } }));
}

export async function enterFirstTime(body: Schema<"PrimeiroAcesso">): Promise<void> {
    enter(await post("/api/v1/primeiro-acesso", { body }));
}

export function activeAcesso(sessao: Sessao): Acesso | undefined {
    return sessao.acessos.find((acesso) => acesso.id === sessao.acesso_ativo);
}

/** Whether the active acesso has the permission. The server decides; this only hides what it would refuse. */
export function may(sessao: Sessao, permission: string): boolean {
    return sessao.permissoes.includes(permission);
}
