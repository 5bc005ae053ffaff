// SPDX-License-Identifier: Apache-2.0
import type { ComponentType } from "preact";
import type { IconName } from "./icons";
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
    /** Of the care of citizens; without it, of the administration. */
    care?: boolean;
}

export function permitted(modules: Module[], sessao: Sessao): Module[] {
    return modules.filter(({ permission }) => may(sessao, permission));
}
