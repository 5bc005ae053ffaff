// SPDX-License-Identifier: Apache-2.0
import { entry, may, type Sessao } from "./session";
import { useStore } from "./store";

/** The session, for screens that only exist inside one. */
export function useInside(): { sessao: Sessao | undefined; may: (permission: string) => boolean } {
    const who = useStore(entry);
    const sessao = who.state === "inside" ? who.sessao : undefined;
    return { sessao, may: (permission) => sessao !== undefined && may(sessao, permission) };
}
