// SPDX-License-Identifier: Apache-2.0
import { Icon, type IconName } from "./icons";

type Tone = "good" | "bad" | "wait" | "run" | "off";
const kIcon: Record<Tone, IconName> = { good: "check", bad: "error", wait: "clock", run: "spinner", off: "minus" };

/** A state as icon, word and colour: any two may be missed. */
export function Tag({ tone, children }: { tone: Tone; children: string }) {
    return (
        <span class={`tag tag-${tone}`}>
            <Icon name={kIcon[tone]} spin={tone === "run"} /> {children}
        </span>
    );
}
