// SPDX-License-Identifier: Apache-2.0
// An empty installation and its one-time link.
import { must } from "../support/checks.mjs";
import { accounts, startServer } from "../support/server.mjs";
import { atHome, during, examine, kDesk, kPhone, title, visit } from "./harness.mjs";
import { walk } from "./keyboard.mjs";

async function fill(page, { cpf = accounts.instalacao.cpf, nome = "Marina Duarte", senha = "ipe-amarelo-2026" } = {}) {
    await page.getByLabel("CPF").fill(cpf);
    await page.getByLabel("Nome completo").fill(nome);
    await page.getByLabel("Senha", { exact: true }).fill(senha);
    await page.getByLabel("Confirme a senha", { exact: true }).fill(senha);
    await page.getByRole("button", { name: "Acessar" }).click();
}

async function firstAdministrator({ browser }) {
    const empty = await startServer({ demo: false });
    try {
        for (const viewport of [kDesk, kPhone]) {
            await during(await visit(browser, empty.url, { viewport, path: empty.link }), async (page) => {
                await title(page, "Primeiro acesso");
                await examine(page, `primeiro-acesso-${viewport.width}`);
                await walk(page);
            });
        }
        await during(await visit(browser, empty.url, { path: empty.link }), async (page) => {
            await fill(page, { senha: "aroeira-2026" });
            await page.getByRole("alert").getByText("Esta senha está entre as mais usadas e seria descoberta.").waitFor();
            await fill(page);
            await title(page, "Termos de uso");
            await examine(page, "termos-de-uso");
            await page.getByRole("button", { name: "Li e aceito os termos de uso" }).click();
            await atHome(page);
            must(!page.url().includes("#"), "the code stays in the address");
            await page.getByText("Administrador da instalação").first().waitFor();
            await page.getByRole("link", { name: "Transmissão de Dados" }).first().click();
            await page.getByRole("link", { name: "Envio", exact: true }).click();
            await page.getByText("Nenhum município ativo nesta instalação.").waitFor();
        });
        await during(await visit(browser, empty.url, { path: empty.link }), async (page) => {
            await fill(page, { cpf: accounts.municipal.cpf, nome: "Outra Pessoa" });
            await page.getByRole("alert").waitFor();
            await title(page, "Primeiro acesso");
        });
    } finally {
        await empty.stop();
    }
}

export const firstAccess = [["the link of a new installation lets its first administrator choose a password, once", firstAdministrator]];
