// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { useEffect } from "preact/hooks";
import { Problem } from "./api";
import { Button } from "./button";
import { Icon, type IconName } from "./icons";
import { place } from "./router";
import { createStore, useStore } from "./store";

type Kind = "success" | "danger" | "warning" | "info";
const kIcon: Record<Kind, IconName> = { success: "check", danger: "error", warning: "warning", info: "info" };

export function Message({ kind, title, children }: { kind: Kind; title?: ComponentChildren; children?: ComponentChildren }) {
    return (
        <div class={`br-message ${kind}`}>
            <div class="icon"><Icon name={kIcon[kind]} /></div>
            <div class="content">
                {title && <p class="message-title">{title}</p>}
                {children && <div class="message-body">{children}</div>}
            </div>
        </div>
    );
}

/** What the server refused, in its own words, with what to do about each item. */
export function ProblemMessage({ problem, retry }: { problem: Problem; retry?: () => void }) {
    return (
        <div role="alert">
            <Message kind="danger" title={problem.message}>
                {problem.errors.length > 0 && (
                    <ul>
                        {problem.errors.map((one) => (
                            <li key={one.rule + one.field}>{one.message} {one.fix}</li>
                        ))}
                    </ul>
                )}
                {problem.status >= 500 && problem.request && <p class="fine">Se continuar, informe ao suporte o código {problem.code}, pedido {problem.request}.</p>}
                {retry && <Button small icon="redo" onClick={retry}>Tentar de novo</Button>}
            </Message>
        </div>
    );
}

export function asProblem(failure: unknown): Problem {
    if (failure instanceof Problem) return failure;
    console.error(failure);
    return new Problem(0, "TELA", "A tela encontrou um erro inesperado. Recarregue a página e tente de novo.");
}

interface Notice {
    kind: Kind;
    text: string;
    path: string;
}
const notice = createStore<Notice | undefined>(undefined);
const spoken = createStore("");

/** Says something to who cannot see the screen change. */
export function announce(text: string): void {
    // The same sentence twice in a row has to be heard twice.
    spoken.set("");
    requestAnimationFrame(() => spoken.set(text));
}

/** Shows the outcome of an act above the screen until the next one is opened. */
export function notify(kind: Kind, text: string): void {
    notice.set({ kind, text, path: place.get().path });
    announce(text);
}

export function Notices() {
    const current = useStore(notice);
    const { path } = useStore(place);
    useEffect(() => {
        if (current && current.path !== path) notice.set(undefined);
    }, [path]);
    return current ? (
        <div class="notice">
            <Message kind={current.kind} title={current.text} />
            <button type="button" class="br-button circle small" aria-label="Fechar aviso" onClick={() => notice.set(undefined)}>
                <Icon name="close" />
            </button>
        </div>
    ) : null;
}

export function LiveRegion() {
    return <div class="only-heard" aria-live="polite" role="status">{useStore(spoken)}</div>;
}
