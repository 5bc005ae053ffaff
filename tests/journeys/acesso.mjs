// SPDX-License-Identifier: Apache-2.0
// One's own access: «Meus acessos», a session ended from afar, and the second factor with a telephone played here.
import { must } from "../support/checks.mjs";
import { codeOf } from "../contracts/own_access.mjs";
import { accounts } from "../support/server.mjs";
import { atHome, during, enterAs, examine, kPhone, logIn, title, visit } from "./harness.mjs";

const open = async (page) => {
    await page.getByRole("button", { name: /Administração da Instalação/ }).click();
    await page.getByRole("link", { name: "Meus acessos" }).click();
    await title(page, "Meus acessos");
};

const ends = async ({ browser, url }) => {
    await during(await visit(browser, url), async (page) => {
        await logIn(page, { ...accounts.instalacao, senha: "errada-123" });
        await page.getByRole("alert").waitFor();
    });
    const there = await enterAs(browser, url, accounts.instalacao);
    await during(await enterAs(browser, url, accounts.instalacao), async (page) => {
        await open(page);
        await page.getByText("Senha errada").first().waitFor();
        await page.getByText("Entrou").first().waitFor();
        await examine(page, "meus_acessos");
        await page.setViewportSize(kPhone);
        await examine(page, "meus_acessos_telefone");
        for (let left = await page.getByRole("button", { name: /^Encerrar a sessão/ }).count(); left > 0; left--) {
            await page.getByRole("button", { name: /^Encerrar a sessão/ }).first().click();
            await page.getByRole("alertdialog").getByRole("button", { name: "Encerrar" }).click();
            await page.getByRole("alertdialog").waitFor({ state: "detached" });
            await page.getByRole("button", { name: /^Encerrar a sessão/ }).nth(left - 1).waitFor({ state: "detached" });
        }
        must((await there.evaluate(() => fetch("/api/v1/sessao").then(({ status }) => status))) === 401, "the session ended from afar goes on");
    });
    await there.context().close();
};

const proves = ({ browser, url }) =>
    enterAs(browser, url, accounts.instalacao).then((page) =>
        during(page, async () => {
            await open(page);
            await page.getByRole("button", { name: "Ligar" }).click();
            const dialog = page.getByRole("dialog", { name: "Ligar a verificação em duas etapas" });
            const chave = await dialog.locator("[data-chave]").textContent();
            await dialog.getByLabel("Código").fill("000000");
            await dialog.getByRole("button", { name: "Ligar" }).click();
            await dialog.getByText(/O código não confere/).first().waitFor();
            await dialog.getByLabel("Código").fill(codeOf(chave, -1));
            await dialog.getByRole("button", { name: "Ligar" }).click();
            const kept = page.getByRole("dialog", { name: "Guarde os códigos de recuperação" });
            await kept.getByRole("listitem").first().waitFor();
            const codes = await kept.getByRole("listitem").allTextContents();
            must(codes.length === 10, "ten codes of recovery");
            await kept.getByRole("button", { name: "Já guardei os códigos" }).click();
            await page.getByText("Ligada", { exact: true }).waitFor();

            await during(await visit(browser, url), async (again) => {
                await logIn(again, accounts.instalacao);
                await title(again, "Código de verificação");
                await examine(again, "codigo");
                await again.getByLabel("Código").fill("111111");
                await again.getByRole("button", { name: "Confirmar" }).click();
                await again.getByText(/O código não confere/).first().waitFor();
                await again.getByLabel("Código").fill(codeOf(chave));
                await again.getByRole("button", { name: "Confirmar" }).click();
                await atHome(again);
            });
            await page.getByRole("button", { name: "Desligar" }).click();
            const off = page.getByRole("dialog", { name: "Desligar a verificação em duas etapas" });
            await off.getByLabel("Código").fill(codes[0].toLowerCase());
            await off.getByRole("button", { name: "Desligar" }).click();
            await page.getByText("Desligada", { exact: true }).waitFor();
        }),
    );

const kAsked = "Exigida de quem administra";
async function choose(page, wanted) {
    await page.goto("/instalacao/seguranca");
    await page.getByLabel("Verificação em duas etapas").selectOption({ label: wanted });
    await page.getByRole("button", { name: "Salvar" }).click();
}

const required = ({ browser, url }) =>
    enterAs(browser, url, accounts.instalacao).then((page) =>
        during(page, async () => {
            await choose(page, kAsked);
            // Who asks it of everybody is asked first, and loses nothing of the session.
            await title(page, "Ligue a verificação em duas etapas");
            await examine(page, "segundo-fator-exigido");
            await during(await visit(browser, url, { viewport: kPhone }), async (other) => {
                await logIn(other, accounts.municipal);
                await title(other, "Ligue a verificação em duas etapas");
                must((await other.evaluate(() => fetch("/api/v1/perfis").then(async (answer) => (await answer.text(), answer.status)))) === 403, "the routes of an administrator are open without it");
                await other.getByRole("button", { name: "Começar" }).click();
                await other.getByRole("img", { name: "QR code da verificação em duas etapas" }).waitFor();
                await examine(other, "segundo-fator-exigido-telefone");
                await other.getByRole("button", { name: "Sair" }).click();
            });
            await page.getByRole("button", { name: "Começar" }).click();
            const chave = await page.locator("[data-chave]").textContent();
            await page.getByLabel("Código").fill(codeOf(chave, -1));
            await page.getByRole("button", { name: "Ligar" }).click();
            await title(page, "Guarde os códigos de recuperação");
            const [code] = await page.getByRole("listitem").allTextContents();
            await page.getByRole("button", { name: "Já guardei os códigos" }).click();
            await title(page, "Configurações da instalação");

            await open(page);
            const turnOff = async () => {
                await page.getByRole("button", { name: "Desligar" }).click();
                const dialog = page.getByRole("dialog", { name: "Desligar a verificação em duas etapas" });
                await dialog.getByLabel("Código").fill(code);
                await dialog.getByRole("button", { name: "Desligar" }).click();
                return dialog;
            };
            await (await turnOff()).getByText(/exige a verificação em duas etapas de quem administra/).first().waitFor();
            await choose(page, "De quem a ligar");
            await page.getByText("Configuração de segurança gravada").first().waitFor();
            await open(page);
            await turnOff();
            await page.getByText("Desligada", { exact: true }).waitFor();
        }),
    );

export const acesso = [
    ["a person sees her entries and ends a session from afar", ends],
    ["the second factor is turned on, asked for at the entry, and turned off", proves],
    ["where the second factor is asked of who administers, nothing goes on without it", required],
];
