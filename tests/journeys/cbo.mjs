// SPDX-License-Identifier: Apache-2.0
// CBO: the occupations a município may place in its units, step by step as the manual 3.2 has it.
import { must, mustEqual } from "../support/checks.mjs";
import { accounts } from "../support/server.mjs";
import { during, enterAs, examine, kDesk, kPhone, title } from "./harness.mjs";

const kNurse = "223565 – ENFERMEIRO DA ESTRATÉGIA DE SAÚDE DA FAMÍLIA";
const kSearch = "Pesquisar por nome ou código";
const kHidden = "Mostrar CBOs indisponíveis para lotação";

const atCbo = async ({ browser, url }, work, { viewport } = {}) =>
    during(await enterAs(browser, url, accounts.municipal, { viewport }), async (page) => {
        await page.getByRole("link", { name: /^CBO/ }).first().click();
        await title(page, "CBO");
        await page.getByRole("table", { name: "CBOs" }).waitFor();
        await work(page);
    });

const rowOf = (page, code) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: code }) });
const told = (page, text) => page.locator(".notice").getByText(text).waitFor();

async function find(page, text) {
    await page.getByLabel(kSearch).fill(text);
    await page.keyboard.press("Enter");
}

const list = (world) =>
    atCbo(world, async (page) => {
        mustEqual((await page.getByRole("columnheader").allInnerTexts()).slice(0, 4), ["Código", "Nome", "Intervalo entre as consultas", "Situação"], "the columns");
        mustEqual(await page.getByRole("row").count(), 31, "a page of 30");
        await page.getByRole("button", { name: "Próxima página" }).click();
        await page.getByText(/^Página 2 de/).waitFor();
        await find(page, "familia enfermeiro");
        await rowOf(page, "223565").getByText("Disponível", { exact: true }).waitFor();
        await find(page, "223565");
        await page.getByText("1 CBO", { exact: true }).waitFor();
        await find(page, "isto não existe");
        await page.getByText("Nenhum CBO disponível com este nome ou código.").waitFor();
    });

const interval = (world) =>
    atCbo(world, async (page) => {
        await find(page, "223565");
        await rowOf(page, "223565").getByText("Padrão do município").waitFor();
        await page.getByRole("button", { name: `Editar ${kNurse}` }).click();
        const dialog = page.getByRole("dialog", { name: "Editar CBO" });
        const field = dialog.getByLabel("Intervalo de agendamento entre as consultas");
        await field.fill("900");
        await dialog.getByRole("button", { name: "Salvar" }).click();
        await dialog.getByRole("link", { name: /Informe de 1 a 480 minutos/ }).waitFor();
        await field.fill("25");
        await dialog.getByRole("button", { name: "Salvar" }).click();
        await told(page, `${kNurse}: intervalo de agendamento gravado.`);
        await rowOf(page, "223565").getByText("25 minutos").waitFor();
    });

/** One has the dialog open while another saves. */
const twoAtOnce = (world) =>
    atCbo(world, async (page) => {
        await find(page, "223505");
        await rowOf(page, "223505").waitFor();
        await page.getByRole("button", { name: /^Editar 223505/ }).click();
        await atCbo(world, async (other) => {
            await find(other, "223505");
            await other.getByRole("button", { name: /^Editar 223505/ }).click();
            await other.getByLabel("Intervalo de agendamento entre as consultas").fill("15");
            await other.getByRole("button", { name: "Salvar" }).click();
            await rowOf(other, "223505").getByText("15 minutos").waitFor();
        });
        const dialog = page.getByRole("dialog", { name: "Editar CBO" });
        await dialog.getByLabel("Intervalo de agendamento entre as consultas").fill("45");
        await dialog.getByRole("button", { name: "Salvar" }).click();
        await dialog.getByText("Outra pessoa alterou este CBO enquanto você o editava.").waitFor();
        mustEqual(await dialog.getByLabel("Intervalo de agendamento entre as consultas").inputValue(), "45", "what was typed");
    });

async function act(page, code, name) {
    await page.getByRole("button", { name: new RegExp(`^Mais opções de ${code}`) }).click();
    await page.getByRole("button", { name, exact: true }).click();
}

const availability = (world) =>
    atCbo(world, async (page) => {
        await find(page, "322245");
        await rowOf(page, "322245").waitFor();
        await act(page, "322245", "Indisponível para lotação");
        await told(page, /indisponível para lotação\. As lotações que já existem continuam\.$/);
        await page.getByText("Nenhum CBO disponível com este nome ou código.").waitFor();
        await page.getByLabel(kHidden).check();
        await rowOf(page, "322245").locator(".tag").getByText("Indisponível para lotação").waitFor();
        await act(page, "322245", "Disponibilizar para lotação");
        await told(page, /: disponível para lotação\.$/);
        await rowOf(page, "322245").getByText("Disponível", { exact: true }).waitFor();
        await page.getByLabel(kHidden).uncheck();
        await rowOf(page, "322245").waitFor();
    });

const onlyMunicipal = async ({ browser, url }) => {
    for (const account of [accounts.instalacao, accounts.enfermeiro])
        await during(await enterAs(browser, url, account), async (page) => {
            must((await page.getByRole("link", { name: /^CBO/ }).count()) === 0, "the module is offered");
            await page.goto("/cbo");
            await title(page, "Sem permissão");
        });
};

const looks = async (world) => {
    for (const viewport of [kDesk, kPhone])
        await atCbo(world, async (page) => {
            await examine(page, `cbo-${viewport.width}`);
            await page.getByRole("button", { name: /^Editar / }).first().click();
            await page.getByRole("dialog").waitFor();
            await examine(page, `cbo-editar-${viewport.width}`);
            await page.keyboard.press("Escape");
        }, { viewport });
};

export const cbo = [
    ["[S2-079] only the administrador municipal opens «CBO»", onlyMunicipal],
    ["[S2-081] [S2-082] CBOs are listed with their status and found by name or code", list],
    ["[S2-084] [S2-087] «Editar» sets the interval between appointments", interval],
    ["[S2-084] of two who edit a CBO the second is told and keeps what was typed", twoAtOnce],
    ["[S2-083] [S2-085] [S2-086] a CBO is made unavailable for lotação and available again", availability],
    ["[S2-081] the screens of CBO fit both widths and axe", looks],
];
