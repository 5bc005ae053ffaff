// SPDX-License-Identifier: Apache-2.0
// Unidades de Saúde: what the CNES knows, section by section as the manual 3.4 has it.
import { must, mustEqual } from "../support/checks.mjs";
import { cnsOf, cpfOf, importCnes, registry } from "../support/cnes.mjs";
import { kCnes, kIne } from "../support/fichas.mjs";
import { accounts, sessionOf } from "../support/server.mjs";
import { during, enterAs, examine, kDesk, kPhone, title } from "./harness.mjs";

const kWhy = "Estes dados vêm do SCNES e não podem ser alterados aqui.";
const kSisab = /Mantenha as informações sempre atualizadas no SCNES, a fim de evitar erros de validação das informações enviadas ao SISAB/;

const atUnidades = async ({ browser, url }, work, { viewport } = {}) =>
    during(await enterAs(browser, url, accounts.municipal, { viewport }), async (page) => {
        await page.getByRole("link", { name: /^Unidades de Saúde/ }).first().click();
        await title(page, "Unidades de Saúde");
        await page.getByRole("rowheader", { name: "UBS CENTRO" }).waitFor();
        await work(page);
    });

const rowOf = (page, name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
const tab = (page, name) => page.getByRole("navigation", { name: "Unidade de saúde" }).getByRole("link", { name }).click();
/** No field of a unit can be typed in: only the filters of its lists are there. */
const readOnly = async (page) => mustEqual(await page.locator("main input:not([type=checkbox]):not([type=search]), main select, main textarea").count(), 0, "fields to type in");

/** A team that ended and somebody who left, as two files of the CNES tell it. */
async function remember({ url }) {
    const who = await sessionOf(url, accounts.municipal);
    const before = registry();
    before.unidades[0].equipes.push({ ine: "0000999911", nome: "EQUIPE DESATIVADA" });
    before.profissionais.push({ nome: "ABEL QUE SAIU", cpf: cpfOf(77), cns: cnsOf(77), lotacoes: [{ cnes: kCnes, ine: "", cbo: "223565" }] });
    await importCnes(url, who, before);
    await importCnes(url, who);
}

const list = async (world) => {
    await remember(world);
    await atUnidades(world, async (page) => {
        await page.getByText(kWhy).waitFor();
        await page.getByText(kSisab).waitFor();
        await page.getByLabel("Pesquisar por nome ou CNES").fill("lagoa");
        await page.getByText("1 unidade de saúde", { exact: true }).waitFor();
        await rowOf(page, "UBS LAGOA SECA").getByText("2269759").waitFor();
        await page.getByLabel("Pesquisar por nome ou CNES").fill("2269741");
        await rowOf(page, "UBS CENTRO").waitFor();
        await readOnly(page);
    });
};

const sections = (world) =>
    atUnidades(world, async (page) => {
        await page.getByRole("link", { name: "Visualizar UBS CENTRO" }).click();
        await title(page, "UBS CENTRO");
        await page.getByText(kWhy).waitFor();
        await page.getByRole("heading", { name: "Informações" }).waitFor();
        for (const text of ["11.222.333/0001-81", "CENTRO DE SAUDE/UNIDADE BASICA", "(61)30000000", "70000-000"]) await page.getByText(text).waitFor();
        await readOnly(page);
        await tab(page, "Tipos de serviço");
        await page.getByText("Importados de forma automática do SCNES").waitFor();
        await rowOf(page, "Atenção básica").waitFor();
        await rowOf(page, "ESF").waitFor();
        await readOnly(page);
    });

const equipes = (world) =>
    atUnidades(world, async (page) => {
        await page.getByRole("link", { name: "Equipe de UBS CENTRO" }).click();
        await page.getByRole("table", { name: "Equipes" }).waitFor();
        mustEqual((await page.getByRole("columnheader").allInnerTexts()).slice(0, 4), ["Tipo de equipe", "INE", "Código da área", "Nome da equipe"], "the columns");
        must((await page.getByRole("rowheader", { name: "EQUIPE DESATIVADA" }).count()) === 0, "an inactive team is listed");
        await page.getByLabel("Mostrar equipes inativas").check();
        await rowOf(page, /EQUIPE DESATIVADA/).getByText("Inativa").waitFor();
        await page.getByLabel("Mostrar equipes inativas").uncheck();
        await page.getByRole("link", { name: "Visualizar a equipe EQUIPE AZUL" }).click();
        await title(page, "EQUIPE AZUL");
        for (const text of [kIne, "0001", "ESF - EQUIPE DE SAUDE DA FAMILIA"]) await page.getByText(text).first().waitFor();
        await rowOf(page, "ANA DOS TESTES").waitFor();
    });

const profissionais = (world) =>
    atUnidades(world, async (page) => {
        await page.getByRole("link", { name: "Visualizar UBS CENTRO" }).click();
        await tab(page, "Profissionais");
        await page.getByRole("table", { name: "Profissionais" }).waitFor();
        mustEqual((await page.getByRole("columnheader").allInnerTexts()).slice(0, 4), ["Nome", "CNS", "CPF", "CBO"], "the columns");
        await rowOf(page, "ANA DOS TESTES").getByText(cpfOf(1).replace(/^(...)(...)(...)/, "$1.$2.$3-")).waitFor();
        must((await page.getByRole("rowheader", { name: /ABEL QUE SAIU/ }).count()) === 0, "who left is listed");
        await page.getByLabel("Mostrar profissionais sem lotação ativa").check();
        await rowOf(page, /ABEL QUE SAIU/).getByText("Sem lotação ativa").waitFor();
        await page.getByRole("button", { name: "Mais opções de ANA DOS TESTES, CBO 515105" }).click();
        for (const act of ["Editar", "Redefinir Senha", "Excluir"]) await page.getByRole("button", { name: act, exact: true }).waitFor();
        await page.keyboard.press("Escape");
        await page.getByRole("link", { name: "Visualizar ANA DOS TESTES, CBO 515105" }).click();
        await title(page, "ANA DOS TESTES");
    });

const looks = async (world) => {
    for (const viewport of [kDesk, kPhone])
        await atUnidades(world, async (page) => {
            await examine(page, `unidades-${viewport.width}`);
            await page.getByRole("link", { name: "Visualizar UBS CENTRO" }).click();
            await title(page, "UBS CENTRO");
            await examine(page, `unidade-informacoes-${viewport.width}`);
            for (const [name, shot] of [["Tipos de serviço", "tipos"], ["Equipes", "equipes"], ["Profissionais", "profissionais"]]) {
                await tab(page, name);
                await page.getByRole("table").waitFor();
                await examine(page, `unidade-${shot}-${viewport.width}`);
            }
        }, { viewport });
};

export const unidades = [
    ["[S2-106] [S2-107] [S2-108] units are listed, found, and cannot be changed, and the screen says why", list],
    ["[S2-109] [S2-110] [S2-111] a unit shows its information and its kinds of service", sections],
    ["[S2-112] [S2-113] [S2-114] [S2-115] [S2-116] [S2-117] teams are listed, the inactive ones when asked, each with its details", equipes],
    ["[S2-119] [S2-120] [S2-121] [S2-122] who works in a unit is listed, who no longer does when asked", profissionais],
    ["[S2-106] the screens of units fit both widths and axe", looks],
];
