// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { number } from "./format";

export function Counts({ label, children }: { label: string; children: ComponentChildren }) {
    return <ul class="counts" aria-label={label}>{children}</ul>;
}

interface CountProps {
    value: number;
    name: string;
    tone?: "good" | "bad";
    /** Shows what is counted, when a list below can. */
    onShow?: () => void;
}

/** A total; what it counts may be one click away. */
export function Count({ value, name, tone, onShow }: CountProps) {
    const words = <><strong>{number(value)}</strong> <span>{name}</span></>;
    return (
        <li class={tone && value > 0 ? `count count-${tone}` : "count"}>
            {onShow && value > 0 ? <button type="button" onClick={onShow}>{words}</button> : words}
        </li>
    );
}
