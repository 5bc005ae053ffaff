// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef } from "preact/hooks";

export interface Shortcut {
    keys: string;
    does: string;
    matches: (event: KeyboardEvent) => boolean;
    run: () => void;
}

const typing = (target: EventTarget | null) =>
    target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

export const withAlt = (digit: string) => (event: KeyboardEvent) =>
    event.altKey && !event.ctrlKey && !event.metaKey && event.code === `Digit${digit}`;
export const withCtrl = (letter: string) => (event: KeyboardEvent) =>
    (event.ctrlKey || event.metaKey) && !event.altKey && event.key.toLowerCase() === letter;
/** A bare character is a shortcut only where nobody is writing. */
export const bare = (key: string) => (event: KeyboardEvent) =>
    event.key === key && !event.ctrlKey && !event.altKey && !event.metaKey && !typing(event.target);

export function useShortcuts(shortcuts: Shortcut[]): void {
    const latest = useRef(shortcuts);
    latest.current = shortcuts;
    useEffect(() => {
        const listen = (event: KeyboardEvent) => {
            const found = latest.current.find(({ matches }) => matches(event));
            // A modal has the keyboard for itself.
            if (!found || document.querySelector("dialog[open]")) return;
            event.preventDefault();
            found.run();
        };
        addEventListener("keydown", listen);
        return () => removeEventListener("keydown", listen);
    }, []);
}

/** Moves the focus to an element that is no control. */
export function focusOn(selector: string): void {
    const target = document.querySelector<HTMLElement>(selector);
    target?.focus();
    target?.scrollIntoView({ block: "nearest" });
}
