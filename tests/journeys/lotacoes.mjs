// SPDX-License-Identifier: Apache-2.0
// Lotações and their perfis, step by step as the manual 3.5.3 and 3.5.4 have it.
import { must, mustEqual } from "../support/checks.mjs";
import { cpfOf, importCnes } from "../support/cnes.mjs";
import { accounts, sessionOf } from "../support/server.mjs";
import { examine, kDesk, kPhone, title } from "./harness.mjs";
import { atProfissionais, more, open, register, rowOf, save, told } from "./profissionais.mjs";

const kFlora = "Flora Coordenadora";
const kPlace = "ENFERMEIRO em UBS LAGOA SECA";

const atFlora = (world, work, options) =>
    atProfissionais(world, async (page) => {
        await open(page, kFlora);
        await work(page);
    }, options);
const picked = (page) => page.getByRole("list", { name: "Perfis escolhidos" }).getByRole("listitem");

const imported = (world) =>
    atProfissionais(world, async (page) => {
        await open(page, "ANA DOS TESTES");
        await page.getByRole("heading", { name: "Lotações" }).waitFor();
        const row = rowOf(page, /UBS CENTRO/);
        for (const text of ["515105", "ACS - Agente comunitário de saúde", "EQUIPE AZUL", "Do SCNES"]) await row.getByText(text).first().waitFor();
    });

const add = async (world) => {
    await atProfissionais(world, async (page) => {
        await register(page, { cpf: cpfOf(41), nome: kFlora });
        await save(page);
        await title(page, kFlora);
        await page.getByText("O profissional entra no sistema por uma lotação com perfil, ou por um acesso de gestor.").waitFor();
        await page.getByRole("link", { name: "Cadastrar lotação" }).click();
        await title(page, "Cadastrar lotação");
        await page.getByText("Prefira alterar a lotação no SCNES.").waitFor();
        await page.getByText("As lotações criadas manualmente não são alteradas nem desativadas automaticamente com a importação do XML").waitFor();
        await save(page);
        for (const wanted of ["Unidade de saúde: Escolha a unidade de saúde.", "CBO: Escolha o CBO.", /^Perfis: Escolha ao menos um perfil/]) await page.getByRole("link", { name: wanted }).waitFor();

        await page.getByLabel("Unidade de saúde").selectOption({ label: "UBS CENTRO – 2269741" });
        await page.getByLabel("INE").getByRole("option", { name: /EQUIPE AZUL/ }).waitFor({ state: "attached" });
        await page.getByLabel("Unidade de saúde").selectOption({ label: "UBS LAGOA SECA – 2269759" });
        must((await page.getByLabel("CBO").getByRole("option", { name: /OFICIAL GENERAL/ }).count()) === 0, "a CBO that is unavailable is offered");
        await page.getByLabel("CBO").selectOption({ label: "223505 – ENFERMEIRO" });
        await picked(page).getByText("Enfermeiro", { exact: true }).waitFor();
        await page.getByRole("combobox", { name: /^Perfis/ }).selectOption({ label: "Recepção" });
        await page.getByRole("combobox", { name: /^Perfis/ }).selectOption({ label: "Coordenador UBS" });
        mustEqual(await picked(page).locator("span").first().innerText(), "Enfermeiro", "the first perfil");
        await page.getByRole("button", { name: "Excluir o perfil Recepção" }).click();
        mustEqual(await picked(page).count(), 2, "perfis that are left");
        await save(page);
        await title(page, kFlora);
        await told(page, "Lotação cadastrada.");
        await rowOf(page, /UBS LAGOA SECA/).getByText("Coordenador UBS, Enfermeiro").waitFor();
        await rowOf(page, /UBS LAGOA SECA/).getByText("Manual").waitFor();
    });
    // What was typed by hand stays when the next file does not bring it.
    await importCnes(world.url, await sessionOf(world.url, accounts.municipal));
    await atFlora(world, (page) => rowOf(page, /UBS LAGOA SECA/).getByText("Ativa", { exact: true }).waitFor());
};

const edit = async (world) => {
    await atFlora(world, async (page) => {
        await page.getByRole("link", { name: `Editar a lotação ${kPlace}` }).click();
        await title(page, "Editar lotação");
        await page.getByLabel("Atualizar perfis ao importar CNES").check();
        await page.getByRole("button", { name: "Excluir o perfil Enfermeiro" }).click();
        await save(page);
        await told(page, "Lotação alterada.");
        await rowOf(page, /UBS LAGOA SECA/).getByText("Coordenador UBS", { exact: true }).waitFor();
    });
    // It follows the CNES now, which does not know it.
    await importCnes(world.url, await sessionOf(world.url, accounts.municipal));
    await atFlora(world, (page) => rowOf(page, /UBS LAGOA SECA/).getByText("Inativa").waitFor());
};

const turn = (world) =>
    atFlora(world, async (page) => {
        const row = () => rowOf(page, /UBS LAGOA SECA/);
        await more(page, `a lotação ${kPlace}`, "Ativar");
        await page.getByRole("alertdialog").getByRole("button", { name: "Ativar" }).click();
        await row().getByText("Ativa", { exact: true }).waitFor();
        await more(page, `a lotação ${kPlace}`, "Inativar");
        const asked = page.getByRole("alertdialog", { name: `Inativar a lotação de ${kFlora} como ${kPlace}?` });
        await asked.getByRole("button", { name: "Inativar" }).click();
        await row().getByText("Inativa", { exact: true }).waitFor();
        await row().getByText("Nenhum").waitFor();
        await more(page, `a lotação ${kPlace}`, "Excluir");
        await page.getByRole("alertdialog", { name: `Excluir a lotação de ${kFlora} como ${kPlace}?` }).getByRole("button", { name: "Excluir" }).click();
        await told(page, `Lotação ${kPlace}: excluída.`);
        await page.getByText("Nenhuma lotação.").waitFor();
    });

const looks = async (world) => {
    for (const viewport of [kDesk, kPhone])
        await atFlora(world, async (page) => {
            await page.getByRole("link", { name: "Cadastrar lotação" }).click();
            await page.getByLabel("CBO").selectOption({ label: "223505 – ENFERMEIRO" });
            await page.getByLabel("Unidade de saúde").selectOption({ label: "UBS LAGOA SECA – 2269759" });
            await picked(page).first().waitFor();
            await examine(page, `lotacao-cadastrar-${viewport.width}`);
        }, { viewport });
};

export const lotacoes = [
    ["[S2-125] [S2-129] [S2-148] [S2-151] [S2-163] the lotações of the CNES are at the end of «Visualizar», with the perfil of the CBO", imported],
    ["[S2-127] [S2-149] [S2-150] [S2-152] [S2-153] [S2-154] [S2-155] [S2-157] [S2-158] [S2-159] [S2-164] a lotação is added with its perfis and stays through an import", add],
    ["[S2-150] [S2-156] [S2-160] a lotação is edited, and follows the CNES once «Atualizar perfis ao importar CNES» is on", edit],
    ["[S2-161] [S2-162] a lotação is activated, inactivated and excluded, each after a question that names it", turn],
    ["[S2-152] the screens of a lotação fit both widths and axe", looks],
];
