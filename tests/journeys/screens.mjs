// SPDX-License-Identifier: Apache-2.0
// Every screen at two widths: axe finds nothing, nothing is cut, and the keyboard reaches everything.
import { uuidOf } from "../support/fichas.mjs";
import { accounts } from "../support/server.mjs";
import { during, enterAs, examine, kDesk, kPhone, logIn, title, visit } from "./harness.mjs";
import { tabTo, trapped, walk } from "./keyboard.mjs";

const kBase = "/transmissao/recebimento";
const month = () => new Date().toISOString().slice(0, 7).replace("-", "");

/** Name, account, address and what is there when it is ready. */
const kScreens = [
    ["inicio-instalacao", "instalacao", "/", /^Olá/],
    ["inicio-municipal", "municipal", "/", /^Olá/],
    ["inicio-enfermeiro", "enfermeiro", "/", /^Olá/],
    ["recebimento-sem-municipio", "instalacao", kBase, "Transmissão de Dados"],
    ["recebimento-lotes", "municipal", kBase, "Transmissão de Dados"],
    ["recebimento-vazio", "municipal", `${kBase}?situacao=falhou`, "Transmissão de Dados"],
    ["recebimento-importar", "municipal", `${kBase}/importar`, "Importar Arquivo"],
    ["recebimento-por-cnes", "municipal", `${kBase}/cnes`, "Transmissão de Dados"],
    ["recebimento-do-cnes", "municipal", () => `${kBase}/cnes/2269741?mes=${month()}`, "CNES 2269741"],
    ["recebimento-ficha", "municipal", `${kBase}/fichas/${uuidOf(141)}`, /Visita Domiciliar/],
    ["recebimento-ficha-desconhecida", "municipal", `${kBase}/fichas/${uuidOf(999_999)}`, "Ficha recebida"],
    ["processamento", "instalacao", `${kBase}/processamento`, "Transmissão de Dados"],
    ["credenciais", "municipal", "/integracao/credenciais", "Credenciais de integração"],
    ["cnes", "municipal", "/cnes", "Importação de CNES"],
    ["cnes-sem-municipio", "instalacao", "/cnes", "Importação de CNES"],
    ["trocar-senha", "municipal", "/senha", "Trocar senha"],
    ["sem-permissao", "enfermeiro", "/cnes", "Sem permissão"],
    ["nada-aqui", "municipal", "/nada", "Página não encontrada"],
];

const widths = (work) => async (world) => {
    for (const viewport of [kDesk, kPhone]) await work(world, viewport);
};

const one = ([name, account, address, heading]) =>
    widths(async ({ browser, url }, viewport) => {
        await during(await enterAs(browser, url, accounts[account], { viewport }), async (page) => {
            await page.goto(typeof address === "function" ? address() : address);
            await title(page, heading);
            await examine(page, `${name}-${viewport.width}`);
            await walk(page);
        });
    });

const lote = widths(async ({ browser, url }, viewport) => {
    await during(await enterAs(browser, url, accounts.municipal, { viewport }), async (page) => {
        await page.goto(kBase);
        await page.getByRole("link", { name: "Visualizar o lote fichas-de-outro-sistema.zip" }).click();
        await title(page, "Lote recebido");
        await examine(page, `recebimento-lote-${viewport.width}`);
        await walk(page);
        await page.getByLabel("Situação").selectOption("Ilegível");
        await page.getByRole("row", { name: /corrompida/ }).waitFor();
        await examine(page, `recebimento-lote-ilegiveis-${viewport.width}`);
    });
});

const cnesReport = widths(async ({ browser, url }, viewport) => {
    await during(await enterAs(browser, url, accounts.municipal, { viewport }), async (page) => {
        await page.goto("/cnes");
        await page.getByRole("row", { name: /com-rejeicoes/i }).getByRole("link", { name: /Visualizar/ }).click();
        await title(page, "Relatório da importação");
        await examine(page, `cnes-relatorio-${viewport.width}`);
        await walk(page);
    });
});

const outside = widths(async ({ browser, url }, viewport) => {
    await during(await visit(browser, url, { viewport }), async (page) => {
        await title(page, "Acessar o sistema");
        await examine(page, `entrada-${viewport.width}`);
        await walk(page);
        await page.getByRole("button", { name: "Acessar" }).click();
        await page.getByRole("alert").waitFor();
        await examine(page, `entrada-errada-${viewport.width}`);
        await logIn(page, accounts.coordenacao);
        await title(page, "Escolha o acesso");
        await examine(page, `escolha-do-acesso-${viewport.width}`);
        await walk(page);
    });
});

/** Opens with the keyboard alone, begins where there is something to do or read, and closes with Esc. */
async function dialog(page, opener, name, begins) {
    await tabTo(page, opener);
    await page.keyboard.press("Enter");
    await page.locator(`dialog[open] ${begins}:focus`).waitFor();
    await examine(page, name);
    await trapped(page, opener);
}

const dialogs = widths(async ({ browser, url }, viewport) => {
    await during(await enterAs(browser, url, accounts.municipal, { viewport }), async (page) => {
        const shot = (name) => `dialogo-${name}-${viewport.width}`;
        await dialog(page, page.getByRole("button", { name: "Ajuda (?)" }), shot("ajuda"), "h2");
        await dialog(page, page.getByRole("button", { name: "Buscar tela ou ação (Ctrl+K)" }), shot("busca"), "[role=combobox]");
        await page.goto(kBase);
        await title(page, "Transmissão de Dados");
        await dialog(page, page.getByRole("button", { name: "Gerar relatório de Inconsistências" }), shot("inconsistencias"), "#inicio");
        await page.goto("/integracao/credenciais");
        await dialog(page, page.getByRole("button", { name: "Criar credencial" }), shot("credencial"), "#nome");
    });
});

const shortcuts = ({ browser, url }) =>
    enterAs(browser, url, accounts.municipal).then((page) =>
        during(page, async () => {
            const focused = (selector) => page.waitForFunction((wanted) => document.activeElement?.matches(wanted), selector);
            await page.keyboard.press("Alt+1");
            await focused("#conteudo");
            await page.keyboard.press("Alt+2");
            await focused("#menu a");
            await page.keyboard.press("Alt+4");
            await focused("#rodape");
            await page.keyboard.press("?");
            await page.getByRole("dialog", { name: "Ajuda e atalhos de teclado" }).waitFor();
            await page.keyboard.press("Escape");
            await page.keyboard.press("Control+k");
            await page.getByRole("combobox", { name: "O que você procura?" }).waitFor();
            await page.keyboard.type("importar arq");
            await page.keyboard.press("Enter");
            await title(page, "Importar Arquivo");
            await page.keyboard.press("Alt+3");
            await page.getByRole("combobox").waitFor();
            await page.keyboard.type("importacao de cnes");
            await page.keyboard.press("Enter");
            await title(page, "Importação de CNES");
        }),
    );

/** From the login to the report of a lote without touching the mouse. */
const keyboardOnly = ({ browser, url }) =>
    visit(browser, url).then((page) =>
        during(page, async () => {
            await tabTo(page, page.getByLabel("CPF"));
            await page.keyboard.type(accounts.municipal.cpf);
            await page.keyboard.press("Tab");
            await page.keyboard.type(accounts.municipal.senha);
            await page.keyboard.press("Enter");
            await title(page, /^Olá/);
            await tabTo(page, page.getByRole("navigation", { name: "Módulos" }).getByRole("link", { name: "Transmissão de Dados" }));
            await page.keyboard.press("Enter");
            await title(page, "Transmissão de Dados");
            await tabTo(page, page.getByRole("link", { name: "Visualizar o lote fichas-de-outro-sistema.zip" }));
            await page.keyboard.press("Enter");
            await title(page, "Lote recebido");
            await tabTo(page, page.getByRole("button", { name: "Imprimir relatório de inconsistências" }));
            await Promise.all([page.waitForEvent("download"), page.keyboard.press("Enter")]);
        }),
    );

export const screens = [
    ["the screens before the session fit both widths, axe and the keyboard", outside],
    ...kScreens.map((screen) => [`${screen[0]} fits both widths, axe and the keyboard`, one(screen)]),
    ["[S2-273] the screen of a lote fits both widths, axe and the keyboard", lote],
    ["[S2-102] [S2-103] [S2-104] the report of an import fits both widths, axe and the keyboard", cnesReport],
    ["dialogs hold the focus, close with Esc and give it back", dialogs],
    ["Alt+1 to 4, Ctrl+K and ? lead where the help says", shortcuts],
    ["[S2-271] everything from the login to the report can be done with the keyboard alone", keyboardOnly],
];
