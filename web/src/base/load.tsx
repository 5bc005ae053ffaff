// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { useCallback, useEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "./api";
import { Icon } from "./icons";
import { asProblem, ProblemMessage } from "./message";

export interface Load<T> {
    data?: T;
    problem?: Problem;
    loading: boolean;
    /** Asks again; what is on the screen stays there meanwhile. */
    reload: () => void;
}

/** Asks the server when `key` changes. An answer that comes after the next question is dropped. */
export function useLoad<T>(ask: (signal: AbortSignal) => Promise<T>, key: unknown[]): Load<T> {
    const [state, setState] = useState<{ data?: T; problem?: Problem; loading: boolean }>({ loading: true });
    const latest = useRef(ask);
    latest.current = ask;
    const running = useRef<AbortController>();

    const start = useCallback((fresh: boolean) => {
        running.current?.abort();
        const controller = new AbortController();
        running.current = controller;
        setState((before) => (fresh ? { loading: true } : { ...before, loading: true }));
        latest.current(controller.signal).then(
            (data) => controller.signal.aborted || setState({ data, loading: false }),
            (failure) => controller.signal.aborted || setState((before) => ({ ...before, problem: asProblem(failure), loading: false })),
        );
    }, []);
    useEffect(() => {
        start(true);
        return () => running.current?.abort();
    }, key);
    const reload = useCallback(() => start(false), [start]);
    return { ...state, reload };
}

/** Calls `again` every `ms` while `active` and the page is visible. */
export function usePolling(active: boolean, ms: number, again: () => void): void {
    const latest = useRef(again);
    latest.current = again;
    useEffect(() => {
        if (!active) return;
        const timer = setInterval(() => document.hidden || latest.current(), ms);
        return () => clearInterval(timer);
    }, [active, ms]);
}

/** Shows what is loaded, that it is loading, or why it could not be. */
export function Loaded<T>({ load, children }: { load: Load<T>; children: (data: T) => ComponentChildren }) {
    if (load.data !== undefined) {
        return (
            <>
                {load.problem && <ProblemMessage problem={load.problem} retry={load.reload} />}
                {children(load.data)}
            </>
        );
    }
    if (load.problem) return <ProblemMessage problem={load.problem} retry={load.reload} />;
    return <Waiting />;
}

export function Waiting({ text = "Carregando…" }: { text?: string }) {
    return (
        <p class="waiting" role="status">
            <Icon name="spinner" spin /> {text}
        </p>
    );
}
