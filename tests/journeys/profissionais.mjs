// SPDX-License-Identifier: Apache-2.0
// Profissionais: who uses the system, step by step as the manual 3.5.1, 3.5.2 and 3.5.8 have it.
import { must, mustEqual } from "../support/checks.mjs";
import { cnsOf, cpfOf, importCnes } from "../support/cnes.mjs";
import { accounts, sessionOf } from "../support/server.mjs";
import { during, enterAs, examine, firstEntry, gone, kDesk, kPhone, logIn, title, visit } from "./harness.mjs";

const kAna = "ANA DOS TESTES";
const kSearch = "Pesquisar por nome, CPF ou CNS";
export const rowOf = (page, name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
export const told = (page, text) => page.locator(".notice").getByText(text).waitFor();
const masked = (cpf) => cpf.replace(/^(...)(...)(...)/, "$1.$2.$3-");

export const atProfissionais = async ({ browser, url }, work, { account = accounts.municipal, viewport } = {}) =>
    during(await enterAs(browser, url, account, { viewport }), async (page) => {
        await page.getByRole("link", { name: /^Profissionais/ }).first().click();
        await title(page, "Profissionais");
        await work(page);
    });

export async function more(page, of, act) {
    await page.getByRole("button", { name: `Mais opções de ${of}` }).click();
    await page.getByRole("button", { name: act, exact: true }).click();
}
export async function find(page, text) {
    await page.getByLabel(kSearch).fill(text);
    await page.keyboard.press("Enter");
}
export async function open(page, name) {
    await find(page, name);
    await page.getByRole("link", { name: `Visualizar ${name}` }).click();
    await title(page, name);
}

/** «Cadastrar profissional» filled as a person does. */
export async function register(page, { cpf, cns = "", nome }) {
    await page.getByRole("link", { name: "Cadastrar profissional" }).click();
    await title(page, "Cadastrar profissional");
    await page.getByLabel("CPF").fill(cpf);
    await page.getByLabel(/^CNS/).fill(cns);
    await page.getByLabel("Nome completo").fill(nome);
    await page.getByLabel("Data de nascimento").fill("01/03/1990");
    await page.getByLabel("Sexo").selectOption("Feminino");
}
export const save = (page) => page.getByRole("button", { name: "Salvar" }).click();

const list = (world) =>
    atProfissionais(world, async (page) => {
        await page.getByText("Cada um entra com o CPF e a senha pessoal.").waitFor();
        await rowOf(page, kAna).getByText(masked(cpfOf(1))).waitFor();
        await rowOf(page, kAna).getByText("SCNES").waitFor();
        for (const text of ["ana testes", masked(cpfOf(1)), "700000000000005"]) {
            await find(page, text);
            await page.getByText("1 profissional", { exact: true }).waitFor();
            await rowOf(page, kAna).waitFor();
        }
        must(!page.url().includes(cpfOf(1)) && !page.url().includes("."), `what was searched is in the address: ${page.url()}`);
        await find(page, "ninguém");
        await page.getByText("Nenhum profissional com este nome, CPF ou CNS.").waitFor();
    });

const add = (world) =>
    atProfissionais(world, async (page) => {
        await page.getByRole("link", { name: "Cadastrar profissional" }).click();
        await page.getByText("Evite utilizar esta funcionalidade para cadastrar profissionais de saúde").waitFor();
        await save(page);
        for (const wanted of ["CPF: Informe o CPF.", "Nome completo: Informe o nome completo.", /^Data de nascimento: /, "Sexo: Escolha o sexo."]) await page.getByRole("link", { name: wanted }).waitFor();
        await page.getByLabel("CPF").fill("111.111.111-11");
        await save(page);
        await page.getByRole("link", { name: "CPF: O CPF é inválido. Confira os 11 dígitos." }).waitFor();
        await page.goBack();

        await register(page, { cpf: cpfOf(31), cns: cnsOf(31), nome: "Dalva Recepção" });
        await page.getByLabel("Telefone").fill("61999998888");
        mustEqual(await page.getByLabel("Telefone").inputValue(), "(61) 99999-8888", "the telephone as it is written");
        await page.getByLabel("E-mail").fill("dalva@");
        await save(page);
        await page.getByRole("link", { name: /^E-mail: / }).waitFor();
        await page.getByLabel("E-mail").fill("dalva@saude.df.gov.br");
        await save(page);
        await title(page, "Dalva Recepção");
        await told(page, /^Dalva Recepção: cadastrado\. O login é o CPF\./);
        for (const text of [masked(cpfOf(31)), "01/03/1990", "Feminino", "dalva@saude.df.gov.br", "Cadastrado no sistema", "Nunca entrou"]) await page.getByText(text, { exact: true }).waitFor();
    });

const twice = (world) =>
    atProfissionais(world, async (page) => {
        await register(page, { cpf: cpfOf(1), cns: cnsOf(2), nome: "Outra Pessoa" });
        await save(page);
        await page.getByRole("link", { name: `CPF: Já é de ${kAna}. Confira os dígitos, ou edite o cadastro que já existe.` }).waitFor();
        await page.getByRole("link", { name: /^CNS: Já é de JOÃO DAS DUAS UNIDADES\./ }).waitFor();
    });

const address = (world) =>
    atProfissionais(world, async (page) => {
        await register(page, { cpf: cpfOf(32), nome: "Elza do Endereço" });
        await page.getByLabel(/^CEP/).fill("70011000");
        await page.getByLabel(/^Bairro/).and(page.locator('[value="Centro"]')).waitFor().catch(() => {});
        await page.waitForFunction(() => document.querySelector("#logradouro").value === "Avenida das Aroeiras");
        mustEqual(
            [await page.locator("#uf").inputValue(), await page.locator("#bairro").inputValue(), await page.locator("#cep").inputValue()],
            ["DF", "Centro", "70011-000"],
            "what the CEP filled",
        );
        await page.waitForFunction(() => document.querySelector("#cidade").selectedOptions[0].label === "Brasília");
        // A CEP of the whole município leaves the street to be typed; one nobody knows, everything.
        await page.getByLabel(/^CEP/).fill("70000000");
        await page.waitForFunction(() => document.querySelector("#logradouro").value === "");
        await page.getByLabel(/^CEP/).fill("79999999");
        await page.getByText("Este CEP não está na base de endereços desta instalação. Preencha o endereço.").waitFor();
        await page.getByLabel(/^Bairro/).fill("Vila Que Ninguém Conhece");
        await page.getByLabel(/^Logradouro/).fill("Rua Nova");
        await save(page);
        await title(page, "Elza do Endereço");
        for (const text of ["79999-999", "Brasília", "Vila Que Ninguém Conhece", "Rua Nova"]) await page.getByText(text, { exact: true }).waitFor();
    });

const edit = (world) =>
    atProfissionais(world, async (page) => {
        await find(page, "Elza");
        await more(page, "Elza do Endereço", "Editar");
        await title(page, "Editar profissional");
        await page.getByText("É o login, e não muda.").waitFor();
        await page.waitForFunction(() => document.querySelector("#logradouro").value === "Rua Nova");
        // Somebody else is faster.
        await atProfissionais(world, async (other) => {
            await find(other, "Elza");
            await more(other, "Elza do Endereço", "Editar");
            await other.getByLabel("Nome completo").fill("Elza dos Santos");
            await save(other);
            await title(other, "Elza dos Santos");
        });
        await page.getByLabel("Nome completo").fill("Elza de Souza");
        await save(page);
        await page.getByText("Outra pessoa alterou este profissional enquanto você o editava.").waitFor();
        mustEqual(await page.getByLabel("Nome completo").inputValue(), "Elza de Souza", "what was typed");
    });

const exclude = (world) =>
    atProfissionais(world, async (page) => {
        await find(page, "Elza");
        await more(page, "Elza dos Santos", "Excluir");
        let dialog = page.getByRole("alertdialog", { name: "Excluir Elza dos Santos?" });
        await dialog.getByText("O cadastro de Elza dos Santos é apagado.").waitFor();
        await dialog.getByRole("button", { name: "Cancelar" }).click();
        await more(page, "Elza dos Santos", "Excluir");
        await dialog.getByText("é apagado").waitFor();
        await dialog.getByRole("button", { name: "Excluir" }).click();
        await told(page, "Elza dos Santos: excluído.");

        await find(page, kAna);
        await more(page, kAna, "Excluir");
        dialog = page.getByRole("alertdialog", { name: `Excluir ${kAna}?` });
        await dialog.getByText("Este profissional tem histórico no sistema: o cadastro não é apagado.").waitFor();
        await dialog.getByRole("button", { name: "Excluir" }).click();
        await told(page, `${kAna}: inativado, com as suas lotações. O histórico foi mantido.`);
        await page.getByLabel("Mostrar profissionais inativos").check();
        await rowOf(page, kAna).getByText("Inativo").waitFor();
        await importCnes(world.url, await sessionOf(world.url, accounts.municipal));
        await page.getByLabel("Mostrar profissionais inativos").uncheck();
        await rowOf(page, kAna).waitFor();
    });

/** Wrong passwords until nobody lets her in any more, then the way back. */
const unlock = async (world) => {
    await world.write(`UPDATE usuario SET bloqueado_ms = 1 WHERE cpf = '${cpfOf(1)}'`);
    const link = { href: "" };
    await atProfissionais(world, async (page) => {
        await find(page, kAna);
        await rowOf(page, kAna).getByText("Bloqueado").waitFor();
        const colour = await rowOf(page, kAna).locator(".blocked").first().evaluate((element) => getComputedStyle(element).color);
        mustEqual(colour, "rgb(197, 5, 14)", "the colour of who is locked");
        await page.getByText("Os profissionais em vermelho, com a indicação «Bloqueado», erraram a senha além do limite.").waitFor();
        await more(page, kAna, "Desbloquear e redefinir senha");
        const asked = page.getByRole("alertdialog", { name: `Desbloquear e redefinir a senha de ${kAna}?` });
        await asked.getByText("Evite utilizar esta funcionalidade sem que o profissional solicite, pois isso poderá gerar insegurança no uso do sistema.").waitFor();
        await asked.getByRole("button", { name: "Cancelar" }).click();
        await more(page, kAna, "Desbloquear e redefinir senha");
        await asked.getByRole("button", { name: "Desbloquear e redefinir senha" }).click();
        const dialog = page.getByRole("dialog", { name: `Senha redefinida: ${kAna}` });
        await dialog.getByRole("img", { name: `QR code do link de ${kAna}` }).waitFor();
        link.href = await dialog.getByLabel("Link de uso único", { exact: true }).inputValue();
        await examine(page, "profissional-senha-redefinida");
        await dialog.getByRole("button", { name: "Fechar" }).click();
        await gone(rowOf(page, kAna).getByText("Bloqueado"));
    });
    await firstEntry(world.browser, world.url, link.href, { cpf: cpfOf(1), senha: "girassol-42-azul" });
    await during(await visit(world.browser, world.url), async (page) => {
        await logIn(page, { cpf: cpfOf(1), senha: "girassol-42-azul" });
        await page.getByRole("heading", { name: "Olá, ANA" }).waitFor();
    });
};

const redefine = (world) =>
    atProfissionais(world, async (page) => {
        await find(page, kAna);
        await more(page, kAna, "Redefinir Senha");
        await page.getByRole("alertdialog", { name: `Redefinir a senha de ${kAna}?` }).getByRole("button", { name: "Redefinir senha" }).click();
        await page.getByRole("dialog", { name: `Senha redefinida: ${kAna}` }).getByText("Vale uma vez").waitFor();
    });

const bothAdministrators = async (world) => {
    await atProfissionais(world, async (page) => {
        await page.getByLabel("Município").selectOption({ index: 1 });
        await rowOf(page, kAna).waitFor();
        await page.getByRole("link", { name: "Cadastrar profissional" }).waitFor();
    }, { account: accounts.instalacao });
    await during(await enterAs(world.browser, world.url, accounts.enfermeiro), async (page) => {
        await page.goto("/profissionais");
        await title(page, "Sem permissão");
    });
};

const looks = async (world) => {
    for (const viewport of [kDesk, kPhone])
        await atProfissionais(world, async (page) => {
            await rowOf(page, kAna).waitFor();
            await examine(page, `profissionais-${viewport.width}`);
            await page.getByRole("link", { name: "Cadastrar profissional" }).click();
            await title(page, "Cadastrar profissional");
            await save(page);
            await page.getByRole("alert").waitFor();
            await examine(page, `profissional-cadastrar-${viewport.width}`);
            await page.goBack();
            await open(page, kAna);
            await page.getByRole("table", { name: "Lotações" }).waitFor();
            await examine(page, `profissional-${viewport.width}`);
        }, { viewport });
};

export const profissionais = [
    ["[S2-123] [S2-124] both administrators open «Profissionais», a nurse does not", bothAdministrators],
    ["[S2-128] [S2-129] [S2-144] professionals are listed and found by name, CPF or CNS, which never are in the address", list],
    ["[S2-130] [S2-131] [S2-132] a professional is registered, and what is wrong is told field by field", add],
    ["[S2-132] a CPF or a CNS of somebody is told with whose it is", twice],
    ["[S2-133] [S2-134] a CEP fills the address, and what it does not know is typed", address],
    ["[S2-190] [S2-191] a professional is seen and edited; of two who edit, the second is told", edit],
    ["[S2-192] who was only typed is deleted, who has a history is inactivated, and the dialog says which", exclude],
    ["[S2-137] [S2-140] [S2-141] [S2-142] [S2-143] who is locked is seen in red and by a word, and comes back by a one-time link", unlock],
    ["[S2-145] [S2-147] a password is redefined after a question that warns", redefine],
    ["[S2-190] the screens of professionals fit both widths and axe", looks],
];
