// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { Mark } from "../base/icons";
import { LiveRegion } from "../base/message";
import { Footer } from "../base/shell";

/** The frame of every screen before the tela inicial. */
export function Entrance({ title, lead, children }: { title: string; lead?: ComponentChildren; children: ComponentChildren }) {
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => {
        document.title = `${title} · Aroeira`;
        heading.current?.focus({ preventScroll: true });
    }, [title]);
    return (
        <div class="entrance">
            <aside class="entrance-side" aria-label="Sobre o sistema">
                <Mark />
                <p class="entrance-name">Aroeira</p>
                <p class="entrance-claim">Atenção Primária à Saúde do seu município: cadastros do CNES e fichas recebidas, conferidos e explicados.</p>
            </aside>
            <main class="entrance-main" id="conteudo">
                <div class="entrance-card">
                    <h1 ref={heading} tabIndex={-1}>{title}</h1>
                    {lead && <p class="lead">{lead}</p>}
                    {children}
                </div>
            </main>
            <Footer />
            <LiveRegion />
        </div>
    );
}
