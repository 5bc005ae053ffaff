// SPDX-License-Identifier: Apache-2.0
// A browser as a person has it, and what every screen must be.
import { AxeBuilder } from "@axe-core/playwright";
import { mkdir } from "node:fs/promises";
import { chromium } from "playwright-core";
import { must } from "../support/checks.mjs";

export const kDesk = { width: 1280, height: 900 };
export const kPhone = { width: 390, height: 844 };
const kOnPostgres = process.env.AROEIRA_BANCO === "postgres";
/** Where a picture of each screen stays, for eyes. */
export const kShots = new URL(`../../build/telas${kOnPostgres ? "-postgres" : ""}/`, import.meta.url).pathname;

const kFlags = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"];
const kRules = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"];

export async function openBrowser() {
    await mkdir(kShots, { recursive: true });
    return chromium.launch({ executablePath: "/usr/bin/chromium", args: kFlags });
}

/** A fresh visitor. Whatever the page complains about, or fetches from elsewhere, is remembered. */
export async function visit(browser, url, { viewport = kDesk, path = "/" } = {}) {
    const context = await browser.newContext({ baseURL: url, viewport, locale: "pt-BR", timezoneId: "America/Sao_Paulo", acceptDownloads: true, reducedMotion: "reduce" });
    context.setDefaultTimeout(30_000);
    const page = await context.newPage();
    page.complaints = [];
    page.on("console", (message) => {
        // A refused request is also written to the console; the screen is what must handle it.
        if (message.type() === "error" && !message.text().startsWith("Failed to load resource")) page.complaints.push(message.text());
    });
    page.on("pageerror", (error) => page.complaints.push(String(error)));
    page.on("request", (request) => {
        const there = new URL(request.url());
        if (there.origin !== new URL(url).origin && !["blob:", "data:"].includes(there.protocol)) page.complaints.push(`asked ${request.url()}`);
    });
    await page.goto(path);
    return page;
}

export async function logIn(page, { cpf, senha }) {
    await page.getByLabel("CPF").fill(cpf);
    await page.getByLabel("Senha", { exact: true }).fill(senha);
    await page.getByRole("button", { name: "Acessar" }).click();
}

/** Logged in, with the acesso of this name chosen when there are several. */
export async function enterAs(browser, url, account, { acesso, viewport } = {}) {
    const page = await visit(browser, url, { viewport });
    await logIn(page, account);
    if (acesso) await page.getByRole("button", { name: acesso }).click();
    await atHome(page);
    return page;
}

/** Chooses a password by a one-time link, and accepts the terms, as who enters for the first time. */
export async function firstEntry(browser, url, link, { cpf, senha }) {
    const { pathname, hash } = new URL(link);
    await during(await visit(browser, url, { path: pathname + hash }), async (page) => {
        await page.getByLabel("CPF").fill(cpf);
        await page.getByLabel("Senha", { exact: true }).fill(senha);
        await page.getByLabel("Confirme a senha", { exact: true }).fill(senha);
        await page.getByRole("button", { name: "Acessar" }).click();
        await page.getByRole("button", { name: "Li e aceito os termos de uso" }).click();
        await atHome(page);
    });
}

/** Waits until there is none of it: a list is read again after it was told what changed. */
export const gone = (locator) => locator.first().waitFor({ state: "detached" });

export const atHome = (page) => page.getByRole("heading", { name: /^Olá/ }).waitFor();
export const title = (page, name) => page.getByRole("heading", { level: 1, name }).waitFor();

/** Runs a journey and leaves nothing of its browser behind. */
export async function during(page, journey) {
    try {
        await journey(page);
        must(page.complaints.length === 0, page.complaints.join("\n"));
    } catch (failure) {
        await page.screenshot({ path: `${kShots}falha-${Date.now()}.png`, fullPage: true }).catch(() => {});
        throw failure;
    } finally {
        await page.context().close();
    }
}

/** The file a click offers: its name and its bytes. */
export async function downloadOf(page, click) {
    const [offered] = await Promise.all([page.waitForEvent("download"), click()]);
    const chunks = [];
    for await (const chunk of await offered.createReadStream()) chunks.push(chunk);
    return { name: offered.suggestedFilename(), bytes: Buffer.concat(chunks) };
}

/**
 * Nothing axe finds, nothing wider than the window, nothing in the console; and a picture of it. What axe and the
 * picture see is the same on both databases: on PostgreSQL the screen has only to come, and to fit.
 */
export async function examine(page, name) {
    await page.waitForLoadState("networkidle");
    if (!kOnPostgres) {
        const { violations } = await new AxeBuilder({ page }).withTags(kRules).analyze();
        await page.screenshot({ path: `${kShots}${name}.png`, fullPage: true });
        must(violations.length === 0, violations.map(described).join("\n"));
    }
    const wide = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    must(wide <= 0, `the page is ${wide} px wider than the window`);
    must(page.complaints.length === 0, page.complaints.join("\n"));
}

const described = ({ id, nodes }) =>
    `${id}: ${nodes.slice(0, 3).map(({ html, failureSummary }) => `${html.slice(0, 160)} ${failureSummary.split("\n")[1] ?? ""}`).join(" | ")}`;
