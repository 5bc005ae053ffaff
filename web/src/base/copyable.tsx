// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { Button } from "./button";
import { announce } from "./message";

/** A text somebody takes elsewhere. */
export function Copyable({ label, text }: { label: string; text: string }) {
    const [copied, setCopied] = useState(false);
    const id = `copiar-${label.replace(/\W/g, "-")}`;
    async function copy(): Promise<void> {
        try {
            await navigator.clipboard.writeText(text);
            setCopied(true);
            announce(`${label} copiado para a área de transferência.`);
        } catch {
            // Without TLS a browser has no clipboard to offer: the text stays selected for Ctrl+C.
            const field = document.getElementById(id);
            if (field instanceof HTMLInputElement) field.select();
            announce("Texto selecionado. Use Ctrl+C para copiar.");
        }
    }
    return (
        <div class="copyable">
            <label for={id}>{label}</label>
            <input id={id} class="code" readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
            <Button icon={copied ? "check" : "copy"} aria-label={`Copiar ${label}`} onClick={() => void copy()}>{copied ? "Copiado" : "Copiar"}</Button>
        </div>
    );
}
