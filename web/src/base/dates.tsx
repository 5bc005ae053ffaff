// SPDX-License-Identifier: Apache-2.0
// Dates as they are written here, whatever language the browser speaks: the picker of a browser
// would show "November 2026" or "12:00 AM" to somebody with an English one, and Firefox has none for months.
import { TextField } from "./field";

interface Props {
    id: string;
    label: string;
    value: string;
    error?: string | undefined;
    onInput: (value: string) => void;
}

/** Digits with the separator put in while one types: 07102026 → 07/10/2026. */
function masked(text: string, groups: number[], separator: string): string {
    let digits = text.replace(/\D/g, "").slice(0, groups.reduce((sum, size) => sum + size, 0));
    const parts: string[] = [];
    for (const size of groups) {
        if (!digits) break;
        parts.push(digits.slice(0, size));
        digits = digits.slice(size);
    }
    return parts.join(separator);
}

const kShared = { inputMode: "numeric", autoComplete: "off" } as const;

export function DateField({ onInput, ...rest }: Props) {
    return <TextField {...rest} {...kShared} placeholder="dd/mm/aaaa" onInput={(text) => onInput(masked(text, [2, 2, 4], "/"))} />;
}
export function MonthField({ onInput, ...rest }: Props) {
    return <TextField {...rest} {...kShared} placeholder="mm/aaaa" onInput={(text) => onInput(masked(text, [2, 4], "/"))} />;
}
export function TimeField({ onInput, ...rest }: Props) {
    return <TextField {...rest} {...kShared} placeholder="hh:mm" onInput={(text) => onInput(masked(text, [2, 2], ":"))} />;
}

/** dd/mm/aaaa → AAAA-MM-DD, when there is such a day. */
export function readDay(text: string): string | undefined {
    const found = /^(\d{2})\/(\d{2})\/(\d{4})$/.exec(text);
    if (!found) return undefined;
    const iso = `${found[3]}-${found[2]}-${found[1]}`;
    const date = new Date(`${iso}T00:00:00Z`);
    return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(iso) ? iso : undefined;
}

/** mm/aaaa → AAAAMM. */
export function readMonth(text: string): string | undefined {
    const found = /^(0[1-9]|1[0-2])\/(\d{4})$/.exec(text);
    return found ? `${found[2]}${found[1]}` : undefined;
}

export function isTime(text: string): boolean {
    return /^([01]\d|2[0-3]):[0-5]\d$/.test(text);
}
