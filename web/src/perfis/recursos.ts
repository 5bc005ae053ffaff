// SPDX-License-Identifier: Apache-2.0
// The tree of recursos and what authorising and revoking mean in it.
import type { Schema } from "../base/api";

export type Recurso = Schema<"Recursos">["itens"][number];

export interface Node {
    recurso: Recurso;
    below: Node[];
}

/** The flat list, each after its parent, as a tree. */
export function grow(list: Recurso[]): Node[] {
    const roots: Node[] = [];
    const path: Node[] = [];
    for (const recurso of list) {
        const node = { recurso, below: [] };
        path.length = recurso.nivel;
        (path.at(-1)?.below ?? roots).push(node);
        path.push(node);
    }
    return roots;
}

const kBelow = " > ";

function above(caminho: string): string[] {
    const parts = caminho.split(kBelow);
    return parts.map((_, i) => parts.slice(0, i + 1).join(kBelow));
}

export const allBelow = (node: Node): string[] => [node.recurso.caminho, ...node.below.flatMap(allBelow)];

/** Authorising opens the way to the recurso: everything above it is authorised too. */
export function authorise(chosen: ReadonlySet<string>, caminhos: string[]): Set<string> {
    return new Set([...chosen, ...caminhos.flatMap(above)]);
}

/** Revoking takes with it everything below. */
export function revoke(chosen: ReadonlySet<string>, caminho: string): Set<string> {
    return new Set([...chosen].filter((one) => one !== caminho && !one.startsWith(caminho + kBelow)));
}

/** Authorised with all below it, authorised with only a part of it, or not. */
export function stateOf(node: Node, chosen: ReadonlySet<string>): "all" | "part" | "none" {
    if (!chosen.has(node.recurso.caminho)) return "none";
    return allBelow(node).every((one) => chosen.has(one)) ? "all" : "part";
}
