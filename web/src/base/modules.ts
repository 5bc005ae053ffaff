// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from "preact";
import type { IconName } from "./icons";
import { match } from "./router";
import { may, type Sessao } from "./session";

/** A screen as data: where it is and who may open it. */
export interface Route {
    path: string;
    title: string;
    permission: string;
    screen: ComponentType<{ captures: Record<string, string> }>;
    /** Offered in the command palette. */
    listed?: boolean;
}

/** What a module shows on the tela inicial and in the menu. */
export interface Module {
    title: string;
    summary: string;
    icon: IconName;
    path: string;
    permission: string;
    routes: Route[];
    /** Where it is on the tela inicial; without it, in the administration. */
    area?: "Atendimento" | "Acompanhamento";
}

/** The route of an address: the one that names most of it, when several match. */
export function routeOf(routes: Route[], path: string): { route: Route; captures: Record<string, string> } | undefined {
    const matching = routes.flatMap((route) => {
        const captures = match(route.path, path);
        return captures ? [{ route, captures }] : [];
    });
    return matching.sort((a, b) => Object.keys(a.captures).length - Object.keys(b.captures).length)[0];
}

export function permitted(modules: Module[], sessao: Sessao): Module[] {
    return modules.filter(({ permission }) => may(sessao, permission));
}
