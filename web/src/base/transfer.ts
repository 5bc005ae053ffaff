// SPDX-License-Identifier: Apache-2.0
// Files in and out: an upload that tells how far it is, a download whose refusal can be shown.
import { address, csrfToken, noAnswer, Problem, problemOf, tell } from "./api";

/** Sends a file with its fields. `onProgress` is told bytes sent and total; abort through `signal`. */
export function upload<T>(
    path: string,
    file: File,
    fields: Record<string, string | undefined>,
    onProgress: (sent: number, total: number) => void,
    signal: AbortSignal,
): Promise<T> {
    const form = new FormData();
    // What comes first in the form is known before the file arrives.
    for (const [name, value] of Object.entries(fields)) if (value) form.append(name, value);
    form.append("arquivo", file, file.name);
    return new Promise((resolve, reject) => {
        const request = new XMLHttpRequest();
        request.open("POST", path);
        request.setRequestHeader("X-CSRF", csrfToken());
        request.setRequestHeader("Accept", "application/json");
        request.upload.onprogress = (event) => onProgress(event.loaded, event.lengthComputable ? event.total : file.size);
        request.onload = () => {
            if (request.status >= 200 && request.status < 300) return resolve(JSON.parse(request.responseText) as T);
            const problem = problemOf(request.status, request.responseText);
            tell(problem);
            reject(problem);
        };
        request.onerror = () => reject(noAnswer());
        request.onabort = () => reject(new Problem(0, "CANCELADO", "O envio foi cancelado. Nada foi gravado."));
        signal.addEventListener("abort", () => request.abort(), { once: true });
        request.send(form);
    });
}

/** Fetches a file and hands it to the browser under the name the server gave it. */
export async function download(path: string, query: Record<string, string | undefined>, otherwise: string): Promise<void> {
    let response: Response;
    try {
        response = await fetch(address(path, { query }), { credentials: "same-origin", cache: "no-store" });
    } catch {
        throw noAnswer();
    }
    if (!response.ok) {
        const problem = problemOf(response.status, await response.text());
        tell(problem);
        throw problem;
    }
    const named = /filename="?([^";]+)"?/.exec(response.headers.get("Content-Disposition") ?? "");
    save(await response.blob(), named?.[1] ?? otherwise);
}

/** Offers bytes made in the browser as a file. */
export function save(content: Blob, name: string): void {
    const link = document.createElement("a");
    link.href = URL.createObjectURL(content);
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** A table for spreadsheets: UTF-8 with BOM, `;`, and no cell that would run as a formula. */
export function csv(rows: (string | number)[][]): Blob {
    const cell = (value: string | number) => {
        const text = String(value);
        const safe = typeof value === "string" && /^[\s]*[=+\-@]/.test(text) ? `'${text}` : text;
        return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
    };
    return new Blob(["\ufeff", ...rows.map((row) => row.map(cell).join(";") + "\r\n")], { type: "text/csv;charset=utf-8" });
}
