// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from "preact/hooks";

/** What a button shows and hides: a click or the focus elsewhere closes it, and Esc gives the focus back to the button. */
export function useDisclosure() {
    const [open, setOpen] = useState(false);
    const box = useRef<HTMLDivElement>(null);
    const button = useRef<HTMLButtonElement>(null);
    useEffect(() => {
        if (!open) return;
        const outside = (event: Event) => box.current?.contains(event.target as Node) || setOpen(false);
        addEventListener("pointerdown", outside);
        addEventListener("focusin", outside);
        return () => {
            removeEventListener("pointerdown", outside);
            removeEventListener("focusin", outside);
        };
    }, [open]);
    const onKeyDown = (event: KeyboardEvent) => {
        if (event.key !== "Escape" || !open) return;
        setOpen(false);
        button.current?.focus();
    };
    return { open, toggle: () => setOpen(!open), close: () => setOpen(false), box, button, onKeyDown };
}
