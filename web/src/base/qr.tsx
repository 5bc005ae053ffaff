// SPDX-License-Identifier: Apache-2.0
import { encode } from "uqr";

/** A text as a QR code, for the camera of a phone. What it holds must also be on the screen as text. */
export function Qr({ text, label }: { text: string; label: string }) {
    // Four light modules around it are part of the code.
    const { data, size } = encode(text, { ecc: "M", border: 4 });
    const dark = data.flatMap((row, y) => row.flatMap((on, x) => (on ? [`M${x} ${y}h1v1h-1z`] : []))).join("");
    return (
        <svg class="qr" viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shape-rendering="crispEdges">
            <rect width={size} height={size} fill="#fff" />
            <path d={dark} fill="#000" />
        </svg>
    );
}
