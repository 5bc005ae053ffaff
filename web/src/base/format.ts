// SPDX-License-Identifier: Apache-2.0
// Numbers and instants as people of the município read them.
const kZone = "America/Sao_Paulo";
let zone = kZone;

/** From now on instants are shown in this zone, the município's. */
export function setZone(name: string | undefined): void {
    try {
        zone = new Intl.DateTimeFormat("pt-BR", { timeZone: name || kZone }).resolvedOptions().timeZone;
    } catch {
        zone = kZone;
    }
}

const digits = new Intl.NumberFormat("pt-BR");
export const number = (value: number): string => digits.format(value);

export function count(value: number, one: string, many: string): string {
    return `${number(value)} ${value === 1 ? one : many}`;
}

function parts(ms: number): Record<string, string> {
    const format = new Intl.DateTimeFormat("pt-BR", {
        timeZone: zone, year: "numeric", month: "2-digit", day: "2-digit", hour: "2-digit", minute: "2-digit", hourCycle: "h23",
    });
    return Object.fromEntries(format.formatToParts(ms).map(({ type, value }) => [type, value]));
}

/** 07/10/2026 14:05 */
export function dateTime(ms: number | undefined): string {
    if (ms === undefined) return "–";
    const p = parts(ms);
    return `${p["day"]}/${p["month"]}/${p["year"]} ${p["hour"]}:${p["minute"]}`;
}

/** 14:05 today, 07/10/2026 14:05 on another day. */
export function hour(ms: number, now = Date.now()): string {
    const text = dateTime(ms);
    return isoDay(ms) === isoDay(now) ? text.slice(-5) : text;
}

/** 2026-10-07, the calendar day of an instant in the município. */
export function isoDay(ms: number): string {
    const p = parts(ms);
    return `${p["year"]}-${p["month"]}-${p["day"]}`;
}

/** AAAA-MM-DD, with or without a time behind, to dd/mm/aaaa. Anything else stays as it is. */
export function day(iso: string): string {
    const found = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso);
    return found ? `${found[3]}/${found[2]}/${found[1]}` : iso;
}

/** AAAAMM to mm/aaaa. */
export function month(competencia: string): string {
    return /^\d{6}$/.test(competencia) ? `${competencia.slice(4)}/${competencia.slice(0, 4)}` : competencia;
}

export function bytes(size: number): string {
    const units = ["B", "kB", "MB", "GB"];
    let value = size;
    let unit = 0;
    while (value >= 1000 && unit < units.length - 1) {
        value /= 1000;
        unit += 1;
    }
    return `${new Intl.NumberFormat("pt-BR", { maximumFractionDigits: unit === 0 || value >= 100 ? 0 : 1 }).format(value)} ${units[unit]}`;
}

/** 99,9% when one in a hundred thousand is missing: 100% means all. */
export function percent(part: number, whole: number): string {
    if (whole === 0) return "–";
    const thousandths = Math.floor((part / whole) * 1000 + 1e-9);
    return new Intl.NumberFormat("pt-BR", { style: "percent", maximumFractionDigits: 1 }).format(thousandths / 1000);
}

/** For comparing what people type: no accents, no case. */
export function folded(text: string): string {
    return text.normalize("NFD").replace(/\p{Mn}/gu, "").toLowerCase();
}
