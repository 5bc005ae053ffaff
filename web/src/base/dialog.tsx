// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { useEffect, useId, useRef } from "preact/hooks";
import { Button } from "./button";

interface Props {
    title: string;
    onClose: () => void;
    children: ComponentChildren;
    actions?: ComponentChildren;
    wide?: boolean;
    role?: "dialog" | "alertdialog";
}

/** A modal: the browser keeps the focus inside and Esc closes; afterwards the focus goes back. */
export function Dialog({ title, onClose, children, actions, wide = false, role = "dialog" }: Props) {
    const box = useRef<HTMLDialogElement>(null);
    const id = useId();
    useEffect(() => {
        const before = document.activeElement;
        const dialog = box.current;
        dialog?.showModal();
        // A form begins at its first field, a question at its safe answer; what there is to read, at its title.
        const first = dialog?.querySelector<HTMLElement>(role === "dialog" ? "input, select" : "button");
        (first ?? dialog?.querySelector("h2"))?.focus();
        return () => {
            dialog?.close();
            if (before instanceof HTMLElement && before.isConnected) before.focus();
        };
    }, []);
    return (
        <dialog
            ref={box}
            class={wide ? "dialog dialog-wide" : "dialog"}
            role={role}
            aria-labelledby={id}
            onCancel={(event) => {
                event.preventDefault();
                onClose();
            }}
        >
            <h2 id={id} tabIndex={-1}>{title}</h2>
            <div class="dialog-body">{children}</div>
            {actions && <div class="dialog-actions">{actions}</div>}
        </dialog>
    );
}

interface ConfirmProps {
    title: string;
    children: ComponentChildren;
    act: string;
    /** `danger`, unless what is asked can be undone or does no harm. */
    look?: "danger" | "primary";
    busy?: boolean;
    onAct: () => void;
    onClose: () => void;
}

/** Asks before something that cannot be taken back; the safe answer comes first. */
export function Confirm({ title, children, act, look = "danger", busy = false, onAct, onClose }: ConfirmProps) {
    return (
        <Dialog
            title={title}
            role="alertdialog"
            onClose={onClose}
            actions={
                <>
                    <Button onClick={onClose}>Cancelar</Button>
                    <Button look={look} busy={busy} onClick={onAct}>{act}</Button>
                </>
            }
        >
            {children}
        </Dialog>
    );
}
