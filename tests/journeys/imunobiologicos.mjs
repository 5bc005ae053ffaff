// SPDX-License-Identifier: Apache-2.0
// «Lotes de Imunobiológico», by the numbered steps of the manual (3.10), with a ficha that names one.
import { mustEqual, until } from "../support/checks.mjs";
import { accounts, sessionOf } from "../support/server.mjs";
import { loteOf, vacinacao } from "../support/fichas.mjs";
import { atHome, during, enterAs, examine, kDesk, kPhone, title } from "./harness.mjs";
import { inIt } from "./installation.mjs";
import { tabTo, trapped, walk } from "./keyboard.mjs";

const kTitle = "Lotes de Imunobiológico";
const notice = (page, text) => page.locator(".notice").getByText(text).waitFor();
const row = (page, lote) => page.getByRole("row").filter({ hasText: lote });

async function choose(dialog, label, text, option) {
    await dialog.getByRole("combobox", { name: label }).fill(text);
    await dialog.getByRole("option", { name: option }).click();
}

async function add(page, lote, validade) {
    await page.getByRole("button", { name: "Cadastrar lote" }).click();
    const dialog = page.getByRole("dialog", { name: "Cadastrar lote" });
    await choose(dialog, "Imunobiológico", "triplice viral", /SCR/);
    await dialog.getByLabel("Lote", { exact: true }).fill(lote);
    await choose(dialog, "Fabricante", "crucell", "CRUCELL");
    await dialog.getByLabel("Data de validade").fill(validade);
    await dialog.getByRole("button", { name: "Adicionar" }).click();
    await notice(page, `Lote ${lote}: adicionado.`);
}

const steps = ({ browser, url }) =>
    enterAs(browser, url, accounts.enfermeiro).then((page) =>
        during(page, async () => {
            // 1 and 2
            await page.getByRole("region", { name: "Atendimento" }).getByRole("link", { name: kTitle }).click();
            await title(page, kTitle);
            await page.getByText("Nenhum lote cadastrado.").waitFor();
            // 3 to 5
            await page.getByRole("button", { name: "Cadastrar lote" }).click();
            const dialog = page.getByRole("dialog", { name: "Cadastrar lote" });
            await dialog.getByRole("button", { name: "Adicionar" }).click();
            for (const missing of [/Escolha o imunobiológico/, /Informe o lote/, /Escolha o fabricante/, /Informe a data de validade/]) await dialog.getByRole("alert").getByText(missing).waitFor();
            await page.keyboard.press("Escape");
            await add(page, "ABC-123/4.5", "31122030");
            // 6
            await row(page, "ABC-123/4.5").getByText("31/12/2030").waitFor();
            await row(page, "ABC-123/4.5").getByText("Ativo", { exact: true }).waitFor();
            // 7
            const who = await sessionOf(url, accounts.enfermeiro);
            const offered = async () => (await (await fetch(`${url}/api/v1/imunobiologicos/lotes-para-registro?imunobiologico=24`, { headers: who })).json()).itens.map(({ lote }) => lote);
            mustEqual(await offered(), ["ABC-123/4.5"], "what the next dose is offered");
            await add(page, "VENCIDO-1", "01012020");
            await row(page, "VENCIDO-1").getByText("Vencido", { exact: true }).waitFor();
            mustEqual(await offered(), ["ABC-123/4.5"], "what the next dose is offered beside one that ended");
            // 8
            await page.getByRole("button", { name: "Editar o lote ABC-123/4.5" }).click();
            const editing = page.getByRole("dialog", { name: "Editar o lote ABC-123/4.5" });
            await editing.getByLabel("Data de validade").fill("30062031");
            await editing.getByRole("button", { name: "Salvar" }).click();
            await row(page, "ABC-123/4.5").getByText("30/06/2031").waitFor();
            await page.getByRole("button", { name: "Mais opções de o lote VENCIDO-1" }).click();
            await page.getByRole("button", { name: "Inativar" }).click();
            await notice(page, /Lote VENCIDO-1: inativado/);
            await row(page, "VENCIDO-1").waitFor({ state: "detached" });
            await page.getByLabel("Mostrar lotes inativos").check();
            await row(page, "VENCIDO-1").getByText("Inativo", { exact: true }).waitFor();
            await page.getByRole("button", { name: "Mais opções de o lote VENCIDO-1" }).click();
            await page.getByRole("button", { name: "Excluir" }).click();
            await page.getByRole("alertdialog", { name: "Excluir o lote VENCIDO-1?" }).getByRole("button", { name: "Excluir" }).click();
            await notice(page, "Lote VENCIDO-1: excluído.");
            await row(page, "VENCIDO-1").waitFor({ state: "detached" });
        }),
    );

/** A ficha that was received names the lote: it stays, and the screen says why. */
const inUse = async ({ browser, url }) => {
    const municipal = await sessionOf(url, accounts.municipal);
    const form = new FormData();
    form.append("arquivo", new Blob([await loteOf([vacinacao(9_001, { lote: "ABC-123/4.5" })])]), "vacinas.zip");
    const { trabalho } = await (await fetch(`${url}/api/v1/recebimento/lotes`, { method: "POST", headers: municipal, body: form })).json();
    await until(async () => (await (await fetch(`${url}/api/v1/trabalhos/${trabalho}`, { headers: municipal })).json()).situacao === "concluido", "the lote of fichas");
    await during(await enterAs(browser, url, accounts.enfermeiro), async (page) => {
        await page.goto("/imunobiologicos");
        await page.getByRole("button", { name: "Mais opções de o lote ABC-123/4.5" }).click();
        await page.getByRole("button", { name: "Excluir" }).click();
        await page.getByRole("alertdialog").getByRole("button", { name: "Excluir" }).click();
        await notice(page, /já está vinculado a um registro de aplicação de vacina, e por isso não pode ser excluído/);
        await row(page, "ABC-123/4.5").waitFor();
        await page.getByRole("button", { name: "Mais opções de o lote ABC-123/4.5" }).click();
        await page.getByRole("button", { name: "Inativar" }).click();
        await notice(page, /Lote ABC-123\/4.5: inativado/);
    });
};

/** Nobody but those professions. */
const others = async ({ browser, url }) => {
    for (const account of [accounts.instalacao, accounts.municipal])
        await during(await enterAs(browser, url, account), async (page) => {
            await atHome(page);
            mustEqual(await page.getByRole("link", { name: kTitle }).count(), 0, "the module of another perfil");
            await page.goto("/imunobiologicos");
            await title(page, "Sem permissão");
            mustEqual((await fetch(`${url}/api/v1/imunobiologicos/lotes`, { headers: await sessionOf(url, account) })).status, 403, "the list to another perfil");
        });
};

const fits = async ({ browser, url }) => {
    for (const viewport of [kDesk, kPhone])
        await during(await enterAs(browser, url, accounts.enfermeiro, { viewport }), async (page) => {
            await page.goto("/imunobiologicos?inativos=sim");
            await title(page, kTitle);
            await examine(page, `imunobiologicos-${viewport.width}`);
            await walk(page);
            const opener = page.getByRole("button", { name: "Cadastrar lote" });
            await tabTo(page, opener);
            await page.keyboard.press("Enter");
            await page.locator("dialog[open] #imunobiologico:focus").waitFor();
            await examine(page, `imunobiologicos-cadastrar-${viewport.width}`);
            await trapped(page, opener);
        });
};

export const imunobiologicos = [
    ["[S2-331] [S2-332] [S2-333] [S2-334] [S2-335] [S2-336] [S2-337] [S2-338] [S2-339] [S2-340] [S2-341] [S2-342] a lote goes through the steps of the manual", steps],
    ["[S2-343] a lote that a received ficha names is not deleted, only inactivated, and the screen says why", inUse],
    ["[S2-330] only nurses, technicians, doctors and pharmacists reach the lotes", others],
    ["«Lotes de Imunobiológico» fits both widths, axe and the keyboard", fits],
].map(inIt);
