// SPDX-License-Identifier: Apache-2.0
// Entering, choosing the acesso, being sent out.
import { must, mustEqual } from "../support/checks.mjs";
import { accounts } from "../support/server.mjs";
import { atHome, during, enterAs, logIn, title, visit } from "./harness.mjs";

const wrongPassword = ({ browser, url }) =>
    visit(browser, url).then((page) =>
        during(page, async () => {
            await page.getByRole("button", { name: "Acessar" }).click();
            const summary = page.getByRole("alert");
            await summary.getByRole("link", { name: "CPF: Informe os 11 dígitos do CPF." }).click();
            must(await page.getByLabel("CPF").evaluate((input) => input === document.activeElement), "the link of the summary leads to the field");

            await logIn(page, { ...accounts.municipal, senha: "senha-errada-1" });
            await summary.getByText("CPF ou senha incorretos. Confira e tente de novo.").waitFor();
            must(await summary.evaluate((box) => box === document.activeElement), "the refusal has the focus, so that it is read");
            must(!page.url().includes(accounts.municipal.cpf), "the CPF is in the address");

            await logIn(page, accounts.municipal);
            await page.getByText("1 tentativa de acesso com senha errada antes desta entrada.").waitFor();
        }),
    );

const ownMenu = ({ browser, url }) =>
    enterAs(browser, url, accounts.municipal).then((page) =>
        during(page, async () => {
            const menu = page.getByRole("navigation", { name: "Módulos" });
            for (const name of ["CNES", "Transmissão de Dados", "Integração"]) await menu.getByRole("link", { name }).waitFor();
            await menu.getByRole("link", { name: "Transmissão de Dados" }).click();
            await title(page, "Transmissão de Dados");
            must((await page.getByRole("link", { name: "Configurar processamento" }).count()) === 0, "only the administrador da instalação sets the hours");
        }),
    );

const kOfNurse = ["Tela inicial", "Lotes de Imunobiológico", "Relatórios"];
const menuOf = (page) => page.getByRole("navigation", { name: "Módulos" }).getByRole("link").allInnerTexts();

const withoutPermission = ({ browser, url }) =>
    enterAs(browser, url, accounts.enfermeiro).then((page) =>
        during(page, async () => {
            await page.getByRole("navigation", { name: "Módulos" }).getByRole("link", { name: "Lotes de Imunobiológico" }).waitFor();
            mustEqual(await menuOf(page), kOfNurse, "the modules of a nurse");
            await page.goto("/transmissao/recebimento");
            await title(page, "Sem permissão");
            await page.getByText("Seu acesso não permite abrir esta tela.").waitFor();
        }),
    );

const chooseAcesso = ({ browser, url }) =>
    visit(browser, url).then((page) =>
        during(page, async () => {
            await logIn(page, accounts.coordenacao);
            await title(page, "Escolha o acesso");
            await page.getByRole("button", { name: "Enfermeiro" }).click();
            await atHome(page);
            await page.getByRole("navigation", { name: "Módulos" }).getByRole("link", { name: "Lotes de Imunobiológico" }).waitFor();
            mustEqual(await menuOf(page), kOfNurse, "the modules of a nurse");

            await page.getByRole("button", { name: "Coordenação Demonstração" }).click();
            await page.getByRole("link", { name: "Trocar acesso" }).click();
            await title(page, "Trocar acesso");
            await page.getByRole("button", { name: "Administrador municipal" }).click();
            await page.getByRole("navigation", { name: "Módulos" }).getByRole("link", { name: "CNES" }).waitFor();
        }),
    );

const leave = ({ browser, url }) =>
    enterAs(browser, url, accounts.municipal).then((page) =>
        during(page, async () => {
            await page.goto("/transmissao/recebimento");
            await page.getByRole("button", { name: "Administração Municipal" }).click();
            await page.getByRole("button", { name: "Sair" }).click();
            await title(page, "Acessar o sistema");
            await page.goBack();
            await title(page, "Acessar o sistema");
            must((await page.context().cookies()).length === 0, "the cookie of the session is gone");
        }),
    );

const expired = (world) =>
    enterAs(world.browser, world.url, accounts.municipal).then((page) =>
        during(page, async () => {
            await page.goto("/transmissao/recebimento/cnes");
            await title(page, "Transmissão de Dados");
            await world.write("UPDATE sessao SET expira_ms = 1");
            await page.getByRole("button", { name: "Consultar" }).waitFor();
            await page.getByRole("textbox", { name: "CNES" }).fill("2269741");
            await page.getByRole("button", { name: "Consultar" }).click();
            await page.getByText("Sua sessão expirou. Entre de novo para continuar de onde parou.").waitFor();
            await logIn(page, accounts.municipal);
            await page.getByRole("textbox", { name: "CNES" }).waitFor();
            must(new URL(page.url()).pathname === "/transmissao/recebimento/cnes", `back where one was, and not at ${page.url()}`);
        }),
    );

const changePassword = ({ browser, url }) =>
    enterAs(browser, url, accounts.coordenacao, { acesso: "Administrador municipal" }).then((page) =>
        during(page, async () => {
            await page.getByRole("button", { name: "Coordenação Demonstração" }).click();
            await page.getByRole("link", { name: "Trocar senha" }).click();
            const [atual, nova, repetida] = ["Senha atual", "Nova senha", "Confirme a nova senha"].map((name) => page.getByLabel(name, { exact: true }));
            await atual.fill(accounts.coordenacao.senha);
            await nova.fill("quatro-ipes-2026");
            await repetida.fill("quatro-ipes-2027");
            await page.getByRole("button", { name: "Trocar senha" }).click();
            await page.getByRole("link", { name: "Confirme a nova senha: As duas senhas são diferentes." }).waitFor();
            await repetida.fill("quatro-ipes-2026");
            await page.getByRole("button", { name: "Trocar senha" }).click();
            await page.getByText("Senha trocada. Use a nova senha na próxima vez que entrar.").first().waitFor();
            await page.context().clearCookies();
            await page.goto("/");
            await logIn(page, { ...accounts.coordenacao, senha: "quatro-ipes-2026" });
            await title(page, "Escolha o acesso");
        }),
    );

const mustChange = async (world) => {
    await world.write("UPDATE usuario SET trocar_senha = 1 WHERE nome = 'Enfermagem Demonstração'");
    const page = await visit(world.browser, world.url);
    await during(page, async () => {
        await logIn(page, accounts.enfermeiro);
        await title(page, "Troque sua senha");
        await page.goto("/cnes");
        await title(page, "Troque sua senha");
        await page.getByLabel("Senha atual", { exact: true }).fill(accounts.enfermeiro.senha);
        await page.getByLabel("Nova senha", { exact: true }).fill("cinco-ipes-2026");
        await page.getByLabel("Confirme a nova senha", { exact: true }).fill("cinco-ipes-2026");
        await page.getByRole("button", { name: "Trocar senha" }).click();
        await title(page, "Sem permissão");
    });
};

const locked = (world) =>
    visit(world.browser, world.url).then((page) =>
        during(page, async () => {
            for (let attempt = 0; attempt < 5; ++attempt) {
                await logIn(page, { ...accounts.enfermeiro, senha: `errada-${attempt}-x` });
                const last = attempt === 4 ? /Acesso bloqueado/ : attempt === 3 ? /Resta 1 tentativa/ : /CPF ou senha incorretos/;
                await page.getByRole("alert").getByText(last).waitFor();
            }
        }),
    );

export const entrance = [
    ["a wrong password is refused without saying which part was wrong, and told at the next entry", wrongPassword],
    ["[S2-093] [S2-129] a person enters with CPF and password and sees the modules of the acesso", ownMenu],
    ["who has no permission for a screen is told so, also by its address", withoutPermission],
    ["who has several acessos chooses one after the login and changes it later", chooseAcesso],
    ["«Sair» ends the session, and going back shows nothing", leave],
    ["an expired session is said, and entering again goes on from where one was", expired],
    ["a person changes the own password", changePassword],
    ["a password somebody else chose has to be changed before anything", mustChange],
    ["[S2-138] [S2-139] five wrong passwords block the access, with a warning", locked],
];
