// SPDX-License-Identifier: Apache-2.0
// Addresses are paths, so that the browser's own back, forward and bookmarks work.
import type { ComponentChildren, JSX } from "preact";
import { createStore, useStore } from "./store";

interface Place {
    path: string;
    query: URLSearchParams;
}
const read = (): Place => ({ path: location.pathname, query: new URLSearchParams(location.search) });
export const place = createStore<Place>(read());
addEventListener("popstate", () => place.set(read()));

export function go(target: string, options: { replace?: boolean } = {}): void {
    history[options.replace ? "replaceState" : "pushState"](null, "", target);
    if (!options.replace) scrollTo(0, 0);
    place.set(read());
}

/** Keeps filters and pages in the address: a reload and a bookmark show the same list. */
export function setQuery(changes: Record<string, string | undefined>): void {
    const { path, query } = read();
    for (const [name, value] of Object.entries(changes)) {
        if (value) query.set(name, value);
        else query.delete(name);
    }
    go(query.size > 0 ? `${path}?${query}` : path, { replace: true });
}

export function useQuery(): URLSearchParams {
    return useStore(place).query;
}

/** The captures of `/cnes/:id` in a path, or nothing when it is another address. */
export function match(pattern: string, path: string): Record<string, string> | undefined {
    const wanted = pattern.split("/").filter(Boolean);
    const given = path.split("/").filter(Boolean);
    if (wanted.length !== given.length) return undefined;
    const captures: Record<string, string> = {};
    for (const [i, part] of wanted.entries()) {
        const value = given[i] ?? "";
        if (part.startsWith(":")) {
            try {
                captures[part.slice(1)] = decodeURIComponent(value);
            } catch {
                return undefined;
            }
        } else if (part !== value) return undefined;
    }
    return captures;
}

type LinkProps = Omit<JSX.AnchorHTMLAttributes<HTMLAnchorElement>, "href"> & { to: string; children: ComponentChildren };

export function Link({ to, onClick, ...rest }: LinkProps) {
    return (
        <a
            {...rest}
            href={to}
            onClick={(event) => {
                onClick?.(event);
                const elsewhere = event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0;
                if (event.defaultPrevented || elsewhere) return;
                event.preventDefault();
                go(to);
            }}
        />
    );
}
