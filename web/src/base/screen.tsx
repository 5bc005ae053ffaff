// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Icon } from "./icons";
import { Link } from "./router";

export interface Crumb {
    title: string;
    to: string;
}
interface Props {
    title: string;
    /** The screens above this one, without the tela inicial. */
    trail?: Crumb[];
    lead?: ComponentChildren;
    actions?: ComponentChildren;
    children: ComponentChildren;
}

let drawn = 0;

/** A screen: its title has the focus when it opens, so that reading begins there. */
export function Screen({ title, trail = [], lead, actions, children }: Props) {
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => {
        document.title = `${title} · Aroeira`;
    }, [title]);
    useEffect(() => {
        // The first screen of a page begins where the browser does, at the top with the skip link.
        drawn += 1;
        if (drawn > 1) heading.current?.focus({ preventScroll: true });
    }, []);
    return (
        <article class="screen">
            <nav class="trail" aria-label="Você está aqui">
                <ol>
                    <li><Link to="/"><Icon name="home" /><span class="only-heard">Tela inicial</span></Link></li>
                    {trail.map((crumb) => (
                        <li key={crumb.to}><Icon name="chevronRight" /><Link to={crumb.to}>{crumb.title}</Link></li>
                    ))}
                    <li aria-current="page"><Icon name="chevronRight" />{title}</li>
                </ol>
            </nav>
            <header class="screen-head">
                <div>
                    <h1 ref={heading} tabIndex={-1}>{title}</h1>
                    {lead && <p class="lead">{lead}</p>}
                </div>
                {actions && <div class="screen-actions">{actions}</div>}
            </header>
            {children}
        </article>
    );
}

export function Section({ title, id, actions, children }: { title: string; id: string; actions?: ComponentChildren; children: ComponentChildren }) {
    return (
        <section class="section" aria-labelledby={id}>
            <div class="section-head">
                <h2 id={id}>{title}</h2>
                {actions}
            </div>
            {children}
        </section>
    );
}

export function Facts({ items }: { items: [string, ComponentChildren][] }) {
    return (
        <dl class="facts">
            {items.map(([name, value]) => (
                <div key={name}><dt>{name}</dt><dd>{value}</dd></div>
            ))}
        </dl>
    );
}
