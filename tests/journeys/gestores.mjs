// SPDX-License-Identifier: Apache-2.0
// Acessos that are of a person and not of a lotação, as the manual 3.6 gives them: gestor municipal and gestor estadual;
// and the first password of who is registered, as the installation says.
import { mustEqual } from "../support/checks.mjs";
import { cnsOf, cpfOf } from "../support/cnes.mjs";
import { codeOf } from "../contracts/own_access.mjs";
import { accounts, sessionOf, startServer } from "../support/server.mjs";
import { atHome, during, enterAs, examine, kDesk, kPhone, logIn, title, visit } from "./harness.mjs";
import { tabTo } from "./keyboard.mjs";
import { atProfissionais, open, register, rowOf, save, told } from "./profissionais.mjs";

const kAna = "ANA DOS TESTES";
const kGestora = "Eulália Gestora";
const kChosen = "seis-ipes-2026";
const kNova = "Odete Primeira Senha";

const municipal = (world) =>
    atProfissionais(world, async (page) => {
        await open(page, kAna);
        await page.getByText("Nenhum acesso além dos das lotações.").waitFor();
        await page.getByRole("button", { name: "Cadastrar perfil" }).click();
        const dialog = page.getByRole("dialog", { name: `Cadastrar perfil: ${kAna}` });
        mustEqual(await dialog.getByLabel("Perfil").locator("option").allInnerTexts(), ["Selecione o perfil", "Gestor municipal"], "what a município may give");
        await dialog.getByLabel("Perfil").selectOption("");
        await save(dialog);
        await dialog.getByRole("link", { name: "Perfil: Escolha o perfil." }).waitFor();
        for (const viewport of [kPhone, kDesk]) {
            await page.setViewportSize(viewport);
            await examine(page, `profissional-dar-acesso-${viewport.width}`);
        }
        await dialog.getByLabel("Perfil").selectOption("Gestor municipal");
        await save(dialog);
        await told(page, `${kAna} tem o acesso Gestor municipal.`);
        const table = page.getByRole("table", { name: "Acessos" });
        await table.getByRole("row", { name: /Gestor municipal Brasília/ }).waitFor();
        for (const viewport of [kDesk, kPhone]) {
            await page.setViewportSize(viewport);
            await examine(page, `profissional-acessos-${viewport.width}`);
        }
        await page.setViewportSize(kDesk);
        await page.getByRole("button", { name: "Cadastrar perfil" }).click();
        await save(dialog);
        await dialog.getByText("Esta pessoa já tem este acesso.").waitFor();
        await dialog.getByRole("button", { name: "Cancelar" }).click();
        await page.getByRole("button", { name: "Excluir o acesso Gestor municipal" }).click();
        await page.getByRole("alertdialog", { name: `Excluir o acesso Gestor municipal de ${kAna}?` }).getByRole("button", { name: "Excluir" }).click();
        await told(page, `O acesso Gestor municipal de ${kAna} foi excluído.`);
        await page.getByText("Nenhum acesso além dos das lotações.").waitFor();
    });

const estadual = (world) =>
    atProfissionais(world, async (page) => {
        await page.getByLabel("Município").selectOption({ index: 1 });
        await rowOf(page, kAna).waitFor();
        await register(page, { cpf: cpfOf(61), cns: cnsOf(61), nome: kGestora });
        await save(page);
        await title(page, kGestora);
        await page.getByRole("button", { name: "Cadastrar Acesso" }).click();
        const dialog = page.getByRole("dialog", { name: `Cadastrar Acesso: ${kGestora}` });
        await dialog.getByLabel("Perfil").selectOption("Gestor estadual");
        await save(dialog);
        await told(page, `${kGestora} tem o acesso Gestor estadual.`);
        await page.getByRole("table", { name: "Acessos" }).getByRole("row", { name: /Gestor estadual Toda a instalação/ }).waitFor();
    }, { account: accounts.instalacao });

/** «CNS + esus»: who is registered and given an acesso enters at once, and chooses another password. */
const firstPassword = async ({ browser }) => {
    const server = await startServer();
    try {
        await guessable({ browser, url: server.url });
    } finally {
        await server.stop();
    }
};
const guessable = async ({ browser, url }) => {
    await during(await enterAs(browser, url, accounts.instalacao), async (page) => {
        await page.goto("/instalacao/seguranca");
        await page.getByLabel("Senha inicial").selectOption({ label: "CNS + esus" });
        await save(page);
        await page.locator(".notice").first().waitFor();
    });
    for (const [nome, cpf, cns, senha] of [[kNova, cpfOf(62), cnsOf(62), `${cnsOf(62)}esus`], ["Pérola Sem Cartão", cpfOf(63), "", `${cpfOf(63)}esus`]]) {
        await atProfissionais({ browser, url }, async (page) => {
            await register(page, { cpf, cns, nome });
            await save(page);
            await title(page, nome);
            await told(page, new RegExp(`^${nome}: cadastrado\\. O login é o CPF\\. A primeira senha é o número do CNS, ou o CPF`));
            await page.getByRole("button", { name: "Cadastrar perfil" }).click();
            const dialog = page.getByRole("dialog", { name: `Cadastrar perfil: ${nome}` });
            await dialog.getByLabel("Perfil").selectOption("Gestor municipal");
            await save(dialog);
            await told(page, `${nome} tem o acesso Gestor municipal.`);
        });
        await during(await visit(browser, url), async (page) => {
            await logIn(page, { cpf, senha });
            await title(page, /senha/i);
            await page.getByLabel("Senha atual", { exact: true }).fill(senha);
            await page.getByLabel("Nova senha", { exact: true }).fill(kChosen);
            await page.getByLabel("Confirme a nova senha", { exact: true }).fill(kChosen);
            await page.getByRole("button", { name: "Trocar senha" }).click();
            await page.getByRole("button", { name: "Li e aceito os termos de uso" }).click();
            await atHome(page);
        });
    }
    await lostPhone({ browser, url });
};

/** Who lost the telephone of the second step enters again once another administrator turned it off. */
async function lostPhone({ browser, url }) {
    const hers = { cpf: cpfOf(62), senha: kChosen };
    const who = { ...(await sessionOf(url, hers)), "Content-Type": "application/json" };
    const { chave } = await (await fetch(`${url}/api/v1/segundo-fator`, { method: "POST", headers: who })).json();
    await fetch(`${url}/api/v1/segundo-fator`, { method: "PUT", headers: who, body: JSON.stringify({ codigo: codeOf(chave, -1) }) });
    await during(await visit(browser, url), async (page) => {
        await logIn(page, hers);
        await title(page, "Código de verificação");
    });
    await atProfissionais({ browser, url }, async (page) => {
        await open(page, kNova);
        for (const viewport of [kPhone, kDesk]) {
            await page.setViewportSize(viewport);
            await page.getByRole("button", { name: "Desligar a verificação em duas etapas" }).waitFor();
            await examine(page, `profissional-duas-etapas-${viewport.width}`);
        }
        await tabTo(page, page.getByRole("button", { name: "Desligar a verificação em duas etapas" }));
        await page.keyboard.press("Enter");
        await page.getByRole("alertdialog", { name: `Desligar a verificação em duas etapas de ${kNova}?` }).getByRole("button", { name: "Desligar" }).click();
        await told(page, `A verificação em duas etapas de ${kNova} foi desligada.`);
        await page.getByRole("button", { name: "Desligar a verificação em duas etapas" }).waitFor({ state: "detached" });
    }, { account: accounts.instalacao });
    await during(await enterAs(browser, url, hers), () => {});
}

export const gestores = [
    ["[S2-199] a município gives the perfil of gestor municipal to a professional, and takes it", municipal],
    ["[S2-200] the installation registers a professional and gives her the acesso of gestor estadual", estadual],
    ["[S2-135] [S2-136] [S2-137] who was registered enters with CNS and esus, or CPF and esus, and chooses another password; and another administrator turns off her second step", firstPassword],
];
