// SPDX-License-Identifier: Apache-2.0
// What a person without a mouse needs: everything reached by Tab, in the order it is read, and seen to be reached.
import { must, mustEqual } from "../support/checks.mjs";

const kMostStops = 120;

/** Gives every control a number in reading order; a radio group is one stop. */
function number() {
    const seen = (element) => element.checkVisibility({ checkVisibilityCSS: true, checkOpacity: false }) && !element.closest("[inert]");
    const stops = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")].filter((element) => element.tabIndex >= 0 && !element.disabled && seen(element));
    const groups = new Set();
    let next = 0;
    for (const element of stops) {
        const group = element.type === "radio" ? element.name : undefined;
        if (group && (groups.has(group) || !(element.checked || !document.querySelector(`[name=${group}]:checked`)))) continue;
        if (group) groups.add(group);
        element.dataset.stop = String(next++);
    }
    return next;
}

/** What has the focus, and whether one can see that it has. */
function focused() {
    const element = document.activeElement;
    if (!element || element === document.body) return undefined;
    const { outlineStyle, outlineWidth, boxShadow } = getComputedStyle(element);
    const { x, y, width, height } = element.getBoundingClientRect();
    return {
        stop: element.dataset.stop === undefined ? undefined : Number(element.dataset.stop),
        name: (element.getAttribute("aria-label") ?? element.textContent ?? "").trim().slice(0, 40) || element.id || element.tagName,
        ringed: (outlineStyle !== "none" && parseFloat(outlineWidth) >= 2) || boxShadow !== "none",
        inside: width > 0 && height > 0 && x + width > 0 && y + height > 0 && x < innerWidth && y < innerHeight,
    };
}

/** From the top of the page, Tab stops at each control once, in order, visibly and within the window. */
export async function walk(page) {
    await page.evaluate(() => {
        document.activeElement?.blur();
        getSelection()?.removeAllRanges();
        // The next Tab begins at the top, wherever the screen put the focus before.
        const top = document.createElement("span");
        top.tabIndex = -1;
        document.body.prepend(top);
        top.focus();
        top.remove();
        scrollTo(0, 0);
    });
    const wanted = await page.evaluate(number);
    const stops = [];
    while (stops.length < kMostStops) {
        await page.keyboard.press("Tab");
        const now = await page.evaluate(focused);
        if (!now || now.stop === stops[0]?.stop) break;
        must(now.ringed, `nothing shows that «${now.name}» has the focus`);
        must(now.inside, `«${now.name}» has the focus outside the window`);
        stops.push(now);
    }
    mustEqual(stops.map(({ stop }) => stop), [...Array(wanted).keys()], `the order of Tab (${stops.map(({ name }) => name).join(" → ")})`);
}

/** Inside an open dialog Tab never reaches what is behind it; Esc closes it and the focus goes back to `opener`. */
export async function trapped(page, opener) {
    const dialog = page.locator("dialog[open]");
    await dialog.waitFor();
    must(await dialog.evaluate((box) => box.contains(document.activeElement)), "the dialog opened without the focus");
    const stops = await dialog.locator("a[href], button, input, select").count();
    for (let press = 0; press < stops * 2 + 4; ++press) {
        await page.keyboard.press(press % 5 === 4 ? "Shift+Tab" : "Tab");
        // Between the last control and the first one the browser has its own bar.
        const out = await dialog.evaluate((box) => document.activeElement !== document.body && !box.contains(document.activeElement) && document.activeElement.outerHTML);
        must(!out, `the focus left the dialog for ${out}`);
    }
    await page.keyboard.press("Escape");
    await dialog.waitFor({ state: "detached" });
    must(await opener.evaluate((element) => element === document.activeElement), "the focus did not go back to what opened the dialog");
}

/** Brings the focus to a control by Tab alone, as a person would, and gives it. */
export async function tabTo(page, control) {
    for (let press = 0; press < kMostStops; ++press) {
        if (await control.evaluate((element) => element === document.activeElement)) return control;
        await page.keyboard.press("Tab");
    }
    throw new Error(`Tab never reached ${control}`);
}
