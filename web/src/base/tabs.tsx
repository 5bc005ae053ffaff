// SPDX-License-Identifier: Apache-2.0
import { Link } from "./router";

interface Tab {
    title: string;
    to: string;
    current: boolean;
}

/** Tabs that are addresses: links, so that back and bookmarks work. */
export function Tabs({ label, tabs, sub = false }: { label: string; tabs: Tab[]; sub?: boolean }) {
    return (
        <nav class={sub ? "tabs tabs-sub" : "tabs"} aria-label={label}>
            <ul>
                {tabs.map((tab) => (
                    <li key={tab.to}><Link to={tab.to} {...(tab.current ? { "aria-current": "page" as const } : {})}>{tab.title}</Link></li>
                ))}
            </ul>
        </nav>
    );
}
