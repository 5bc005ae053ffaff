// SPDX-License-Identifier: Apache-2.0
// «Configurações da instalação», step by step as the manual says, and what each choice does to who works.
import { must, mustEqual, until } from "../support/checks.mjs";
import { cpfOf } from "../support/cnes.mjs";
import { kMail } from "../support/mail.mjs";
import { accounts, sessionOf } from "../support/server.mjs";
import { atHome, during, enterAs, examine, kDesk, kPhone, logIn, title, visit } from "./harness.mjs";
import { inIt, kRita } from "./installation.mjs";
import { tabTo, walk } from "./keyboard.mjs";

const kConfiguracoes = "Configurações da instalação";
const tab = (page, name) => page.getByRole("navigation", { name: kConfiguracoes }).getByRole("link", { name, exact: true });
const notice = (page, text) => page.locator(".notice").getByText(text).waitFor();

/** The module, from the tela inicial, and one of its tabs. */
async function openTab(page, name) {
    await page.goto("/");
    await atHome(page);
    await page.getByRole("region", { name: "Administração da Instalação" }).getByRole("link", { name: kConfiguracoes }).click();
    await title(page, kConfiguracoes);
    await tab(page, name).click();
    await page.locator(`[aria-current=page]:has-text("${name}")`).first().waitFor();
}

const asInstalacao = ({ browser, url }, journey, options) => enterAs(browser, url, accounts.instalacao, options).then((page) => during(page, journey));

/** 3: the two administrators, each with the modules of its area and none of the other's. */
const modules = async ({ browser, url }) => {
    await during(await enterAs(browser, url, accounts.instalacao), async (page) => {
        const area = page.getByRole("region", { name: "Administração da Instalação" });
        mustEqual(await area.locator("strong").allInnerTexts(), ["CNES", kConfiguracoes, "Profissionais", "Relatórios", "Transmissão de Dados", "Integração"], "the modules of the installation");
        mustEqual(await page.getByRole("region", { name: "Administração Municipal" }).count(), 0, "the area of the município");
        // Quadro 3.1, in its order, with the way to what this administrator does of it.
        await page.getByText("Passo a passo da configuração inicial").click();
        const steps = page.locator("details.steps li");
        mustEqual((await steps.allTextContents()).map((text) => text.split(":")[0]), ["Passo 1", "Passo 2", "Passo 3", "Passo 5", "Passo 6", "Passo 7"], "the steps");
        await steps.getByRole("link", { name: "Definir o(s) administrador(es) do(s) Distrito Federal/Município(s)" }).click();
        await title(page, kConfiguracoes);
        await page.goto("/");
        await page.getByText("Passo a passo da configuração inicial").click();
        await steps.getByRole("link", { name: "Configurar sistema (envio de dados e horário de funcionamento da UBS)" }).click();
        await title(page, "Transmissão de Dados");
    });
    await during(await enterAs(browser, url, accounts.municipal), async (page) => {
        const area = page.getByRole("region", { name: "Administração Municipal" });
        mustEqual(await area.locator("strong").allInnerTexts(), ["Auditoria", "CBO", "CNES", "Gestão municipal", "Perfis", "Profissionais", "Transmissão de Dados", "Unidades de Saúde", "Integração"], "the modules of the município");
        await page.getByText("Profissionais com mais de uma lotação na unidade de saúde precisam ter a agenda criada manualmente.").waitFor({ state: "attached" });
        for (const [step, screen] of [["Definir o tempo de consulta de cada categoria profissional por CBO, quando necessário", "CBO"], ["Verificar configuração dos profissionais importados do CNES (identificação, lotação, perfil)", "Profissionais"], ["Verificar a agenda dos profissionais de saúde", "Profissionais"]]) {
            await page.getByText("Passo a passo da configuração inicial").click();
            await page.locator("details.steps").getByRole("link", { name: step }).click();
            await title(page, screen);
            await page.goto("/");
        }
        mustEqual(await page.getByRole("link", { name: kConfiguracoes }).count(), 0, "the configurations of the installation");
        mustEqual(await page.getByRole("region", { name: "Administração da Instalação" }).count(), 0, "the area of the installation");
        await page.goto("/instalacao/seguranca");
        await title(page, "Sem permissão");
    });
    const municipal = await sessionOf(url, accounts.municipal);
    for (const part of ["conexao", "seguranca", "requisicoes"])
        mustEqual((await fetch(`${url}/api/v1/instalacao/${part}`, { headers: municipal })).status, 403, `${part} to the administrador municipal`);
};

/** 3.1.1 */
const conexao = (world) =>
    asInstalacao(world, async (page) => {
        await openTab(page, "Conexão");
        const section = page.getByRole("region", { name: "Conexão com a internet" });
        await section.getByText("Habilitada", { exact: true }).waitFor();
        await section.getByText("Nenhum ainda").waitFor();
        await section.getByRole("button", { name: "Testar conexão com a internet" }).click();
        await notice(page, "Conexão bem sucedida");
        await section.getByText(/Conexão bem sucedida em \d/).waitFor();

        await section.getByRole("button", { name: "Desabilitar" }).click();
        await page.getByRole("alertdialog", { name: "Desabilitar a conexão com a internet?" }).getByRole("button", { name: "Desabilitar" }).click();
        await section.getByText("Desabilitada", { exact: true }).waitFor();
        mustEqual(await section.getByRole("button", { name: "Testar conexão com a internet" }).count(), 0, "a test without connection");
        // What depends on it says so on its own screen.
        await page.goto("/transmissao/configuracao");
        await page.getByText("O envio está parado: a conexão com a internet está desabilitada.").waitFor();
        await page.getByRole("link", { name: "habilite a conexão" }).click();
        await title(page, kConfiguracoes);
        await section.getByRole("button", { name: "Habilitar", exact: true }).click();
        await notice(page, "Conexão com a internet habilitada.");
        await page.goto("/transmissao/configuracao");
        await title(page, "Transmissão de Dados");
        await page.getByRole("heading", { name: "Instalações que recebem os dados" }).waitFor();
        mustEqual(await page.getByText("O envio está parado").count(), 0, "the warning once it is enabled");
    });

const optionsOf = (page, label) => page.getByLabel(label).locator("option").allTextContents();

/** 3.1.2 */
const seguranca = (world) =>
    asInstalacao(world, async (page) => {
        await openTab(page, "Segurança");
        const chosen = async (label) => (await page.getByLabel(label).locator("option:checked").textContent()).trim();
        mustEqual(await optionsOf(page, "Período para redefinição de senha"), ["1 Mês", "2 Meses", "3 Meses", "4 Meses", "5 Meses", "6 Meses", "Nunca"], "the months");
        mustEqual(await optionsOf(page, "Período máximo de inatividade"), ["30 minutos", "1 hora", "2 horas", "3 horas", "4 horas"], "the idle times");
        const attempts = await optionsOf(page, "Máximo de tentativas consecutivas de login com autenticação inválida");
        mustEqual(attempts, ["1 Tentativa", ...Array.from({ length: 9 }, (_, i) => `${i + 2} Tentativas`)], "the attempts");
        mustEqual(await chosen("Período para redefinição de senha"), "6 Meses", "the months by default");
        mustEqual(await chosen("Máximo de tentativas consecutivas de login com autenticação inválida"), "5 Tentativas", "the attempts by default");

        await page.getByLabel("Período para redefinição de senha").selectOption("3 Meses");
        await page.getByRole("button", { name: "Salvar" }).click();
        await notice(page, "Configuração de segurança gravada.");
        await page.getByLabel("Período máximo de inatividade").selectOption("2 horas");
        await page.getByRole("button", { name: "Salvar" }).click();
        await page.getByLabel("Máximo de tentativas consecutivas de login com autenticação inválida").selectOption("3 Tentativas");
        await page.getByLabel("Senha inicial").selectOption("CNS + esus");
        await page.getByText("Quem conhece o CNS de um profissional pode entrar por ele.").waitFor();
        await page.getByLabel("Senha inicial").selectOption("Link de uso único");
        await page.getByRole("button", { name: "Salvar" }).click();
        await page.reload();
        await page.getByLabel("Senha inicial").waitFor();
        mustEqual(await chosen("Período para redefinição de senha"), "3 Meses", "the months that were saved");
        mustEqual(await chosen("Período máximo de inatividade"), "2 horas", "the idle time that was saved");
        mustEqual(await chosen("Máximo de tentativas consecutivas de login com autenticação inválida"), "3 Tentativas", "the attempts that were saved");

        // It acts on who enters next.
        const sessao = await (await fetch(`${world.url}/api/v1/sessao`, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(accounts.enfermeiro) })).json();
        mustEqual(sessao.inatividade_s, 7200, "the idle time of a new session");
    });

/** Two people change the same configuration: the second is told, and what was typed stays. */
const twoAtOnce = async (world) => {
    const [one, other] = [await enterAs(world.browser, world.url, accounts.instalacao), await enterAs(world.browser, world.url, accounts.instalacao)];
    await during(one, () =>
        during(other, async () => {
            for (const page of [one, other]) await openTab(page, "Configurações avançadas");
            const field = (page) => page.getByLabel("Número de requisições simultâneas");
            await field(one).fill("30");
            await field(other).fill("50");
            await one.getByRole("button", { name: "Salvar" }).click();
            await notice(one, "Número de requisições simultâneas gravado.");
            await other.getByRole("button", { name: "Salvar" }).click();
            await other.getByRole("alert").getByText(/Outra pessoa gravou esta configuração/).waitFor();
            mustEqual(await field(other).inputValue(), "50", "what the second had typed");
            await other.getByRole("button", { name: "Salvar" }).click();
            await notice(other, "Número de requisições simultâneas gravado.");
            await one.reload();
            await field(one).waitFor();
            mustEqual(await field(one).inputValue(), "50", "what was saved at the end");
        }),
    );
};

/** 3.1.5 */
const avancadas = (world) =>
    asInstalacao(world, async (page) => {
        await openTab(page, "Configurações avançadas");
        await page.getByText("A alteração do número de requisições pode prejudicar o desempenho do sistema.").waitFor();
        await page.getByText("http://esusaps.bridge.ufsc.br").waitFor();
        const field = page.getByLabel("Número de requisições simultâneas");
        for (const wrong of ["0", "201", ""]) {
            await field.fill(wrong);
            await page.getByRole("button", { name: "Salvar" }).click();
            await page.getByRole("alert").getByText(/Informe um número de 1 a 200/).waitFor();
        }
        await field.fill("12");
        await page.getByRole("button", { name: "Salvar" }).click();
        await notice(page, "Número de requisições simultâneas gravado.");
        const now = page.getByRole("region", { name: "Neste computador, agora" });
        await now.locator("div", { has: page.getByText("Limite em vigor") }).getByText("12", { exact: true }).waitFor();
        await until(async () => (await (await fetch(`${world.url}/metrics`)).text()).includes("aroeira_http_requests_limit 12"), "the limit in the metrics");
    });

const region = (page, name) => page.getByRole("region", { name });

/** 3.1.3: the server of the installation, then the one of e-mail, which really lets in and really keeps out. */
const servidores = (world) =>
    asInstalacao(world, async (page) => {
        await openTab(page, "Servidores");
        const server = region(page, "Servidor da instalação");
        const hostile = '<script>alert(1)</script> PEC "do" município';
        await server.getByLabel("Nome da instalação").fill(hostile);
        await server.getByLabel("Link da instalação").fill("205.289.0.1");
        await server.getByRole("button", { name: "Salvar" }).click();
        await server.getByRole("alert").getByText(/não é um endereço nem um IP/).first().waitFor();
        await server.getByLabel("Link da instalação").fill("pec.municipio.exemplo");
        await server.getByRole("button", { name: "Salvar" }).click();
        await notice(page, "Servidor da instalação gravado: http://pec.municipio.exemplo, porta 80.");
        await page.reload();
        await server.getByLabel("Nome da instalação").waitFor();
        mustEqual(await server.getByLabel("Nome da instalação").inputValue(), hostile, "the name, letter by letter");
        await server.getByLabel("Nome da instalação").fill("PEC de Teste");
        await server.getByLabel("Link da instalação").fill(world.url.replace("http://", ""));
        await server.getByRole("button", { name: "Salvar" }).click();
        await notice(page, /^Servidor da instalação gravado/);

        const smtp = region(page, "Servidor SMTP");
        await smtp.getByText("Desabilitado", { exact: true }).waitFor();
        await smtp.getByRole("button", { name: "Habilitar" }).click();
        await smtp.getByRole("alert").getByText(/Informe um e-mail válido/).first().waitFor();
        await smtp.getByLabel("Endereço do servidor do e-mail (SMTP)").fill("localhost");
        await smtp.getByLabel("Porta", { exact: true }).fill("1");
        await smtp.getByLabel("Login", { exact: true }).fill(kMail.login);
        await smtp.getByRole("textbox", { name: /^Senha/ }).fill("errada");
        must(await smtp.getByLabel("Usar como e-mail remetente").isChecked(), "the login is the sender at first");
        mustEqual(await smtp.getByLabel("E-mail remetente", { exact: true }).count(), 0, "«E-mail remetente» while the login is the sender");
        await smtp.getByText("Certificado próprio do servidor").click();
        await smtp.getByLabel("Certificado da autoridade").fill(await world.mail.certificate());
        await smtp.getByRole("button", { name: "Habilitar" }).click();
        await notice(page, /O servidor de e-mail não respondeu/);
        await smtp.getByLabel("Porta", { exact: true }).fill(world.mail.port);
        await smtp.getByRole("button", { name: "Habilitar" }).click();
        await notice(page, /recusou o login ou a senha/);
        await smtp.getByText("Desabilitado", { exact: true }).waitFor();
        await smtp.getByRole("textbox", { name: /^Senha/ }).fill(kMail.senha);
        await smtp.getByLabel("Usar como e-mail remetente").uncheck();
        await smtp.getByLabel("E-mail remetente", { exact: true }).fill("nao-responda@municipio.exemplo");
        await smtp.getByRole("button", { name: "Habilitar" }).click();
        await notice(page, /Conexão bem sucedida/);
        await smtp.getByText("Habilitado", { exact: true }).waitFor();
        must(!(await page.content()).includes(kMail.senha), "the password of the server of e-mail is shown");
        await smtp.getByRole("button", { name: "Desabilitar" }).click();
        await page.getByRole("alertdialog", { name: "Desabilitar o envio de e-mail?" }).getByRole("button", { name: "Desabilitar" }).click();
        await smtp.getByText("Desabilitado", { exact: true }).waitFor();
        await during(await visit(world.browser, world.url), async (outside) => {
            await outside.getByText("Esqueceu a senha? Peça ao administrador municipal").waitFor();
            mustEqual(await outside.getByRole("button", { name: "Esqueci minha senha" }).count(), 0, "the offer without e-mail");
        });
        // The password that is kept is used again, and nobody had to type it.
        await smtp.getByRole("button", { name: "Habilitar" }).click();
        await notice(page, /Conexão bem sucedida/);
    });

/** From the login to the letter, and from its link back inside; whoever asks for nobody hears the same. */
const esqueci = async (world) => {
    const ask = async (cpf) => {
        const page = await visit(world.browser, world.url);
        let answer;
        await during(page, async () => {
            await page.getByRole("button", { name: "Esqueci minha senha" }).click();
            await title(page, "Esqueci minha senha");
            await examine(page, "esqueci-minha-senha-1280");
            await page.getByLabel("CPF").fill(cpf);
            await page.getByRole("button", { name: "Enviar link" }).click();
            answer = await page.getByRole("status").filter({ hasText: "Pedido recebido." }).innerText();
        });
        return answer;
    };
    const known = await ask(kRita.cpf);
    mustEqual(await ask(cpfOf(99)), known, "the answer for a CPF nobody has");
    const letters = await until(async () => {
        const all = await world.mail.letters();
        return all.length > 0 && all;
    }, "the letter");
    mustEqual([letters.length, letters[0].para[0], letters[0].de], [1, kRita.email, "nao-responda@municipio.exemplo"], "the only letter");
    const link = /http:\S+/.exec(letters[0].texto)[0];
    must(link.startsWith(`${world.url}/primeiro-acesso#senha&codigo=`), `the link leads to ${link.split("codigo")[0]}`);
    await during(await visit(world.browser, world.url, { path: link.slice(world.url.length) }), async (page) => {
        await title(page, "Redefinir senha");
        await page.getByLabel("CPF").fill(kRita.cpf);
        await page.getByLabel("Senha", { exact: true }).fill(kRita.senha);
        await page.getByLabel("Confirme a senha", { exact: true }).fill(kRita.senha);
        await page.getByRole("button", { name: "Acessar" }).click();
        await page.getByRole("button", { name: "Li e aceito os termos de uso" }).click();
        await atHome(page);
    });
    await during(await visit(world.browser, world.url, { path: link.slice(world.url.length) }), async (page) => {
        await page.getByLabel("CPF").fill(kRita.cpf);
        await page.getByLabel("Senha", { exact: true }).fill("outra-senha-2026");
        await page.getByLabel("Confirme a senha", { exact: true }).fill("outra-senha-2026");
        await page.getByRole("button", { name: "Acessar" }).click();
        await page.getByRole("alert").getByText(/Este link não vale mais/).waitFor();
    });
};

async function choose(page, label, text, option) {
    await page.getByRole("combobox", { name: label }).fill(text);
    await page.getByRole("option", { name: option }).click();
}

/** 3.1.4: another município with its responsável, who then has the acesso; and then another in his place. */
const municipios = (world) =>
    asInstalacao(world, async (page) => {
        await openTab(page, "Municípios e Responsáveis");
        const form = region(page, "Responsável municipal");
        const list = region(page, "Municípios da instalação");
        await list.getByRole("row", { name: /Brasília/ }).getByText("Nenhum").waitFor();
        await form.getByRole("button", { name: "Salvar" }).click();
        await form.getByRole("alert").getByText(/Escolha o município ou o Distrito Federal/).first().waitFor();
        await choose(page, "Município", "belem", "Belém – PA");
        await choose(page, "Responsável", "rita", /^RITA DO CORREIO/);
        await form.getByRole("button", { name: "Salvar" }).click();
        await notice(page, /^RITA DO CORREIO responde por Belém – PA/);
        const belem = list.getByRole("row", { name: /Belém/ });
        await belem.getByText("RITA DO CORREIO").waitFor();
        await during(await visit(world.browser, world.url), async (nurse) => {
            await logIn(nurse, kRita);
            await title(nurse, "Escolha o acesso");
            await nurse.getByRole("button", { name: /Administrador municipal[\s\S]*Belém/ }).click();
            await atHome(nurse);
            // Another takes his place: the acesso is gone at the next thing he does.
            await belem.getByRole("button", { name: "Trocar o responsável de Belém" }).click();
            await choose(page, "Responsável", "duas unidades", /^JOÃO DAS DUAS UNIDADES/);
            await form.getByRole("button", { name: "Salvar" }).click();
            const confirm = page.getByRole("alertdialog", { name: "Trocar o responsável de Belém?" });
            await confirm.getByText(/RITA DO CORREIO deixa de ser administrador municipal/).waitFor();
            await confirm.getByRole("button", { name: "Trocar" }).click();
            await belem.getByText("JOÃO DAS DUAS UNIDADES").waitFor();
            await nurse.goto("/cnes");
            await nurse.getByText("Belém").waitFor({ state: "detached" });
            mustEqual(await nurse.getByRole("button", { name: /Administrador municipal/ }).count(), 0, "the acesso that was taken");
        });
    });

/** 3.1.2, at the end: everybody, once, at the next entry. */
const redefinir = async (world) => {
    const inside = await enterAs(world.browser, world.url, accounts.coordenacao, { acesso: /Administrador municipal/ });
    await during(inside, async () => {
        await asInstalacao(world, async (page) => {
            await openTab(page, "Segurança");
            await page.getByRole("button", { name: "Redefinir a senha de todos" }).click();
            await page.getByRole("alertdialog", { name: "Redefinir a senha de todos os usuários?" }).getByRole("button", { name: "Redefinir a senha de todos" }).click();
            await notice(page, "Pedido gravado: cada usuário redefine a senha na próxima entrada.");
        });
        // Who works goes on working.
        await inside.goto("/cnes");
        await title(inside, "Importação de CNES");
    });
    await during(await visit(world.browser, world.url), async (page) => {
        await logIn(page, accounts.coordenacao);
        await title(page, "Troque sua senha");
        await page.getByLabel("Senha atual", { exact: true }).fill(accounts.coordenacao.senha);
        await page.getByLabel("Nova senha", { exact: true }).fill("ipe-branco-2026");
        await page.getByLabel("Confirme a nova senha", { exact: true }).fill("ipe-branco-2026");
        await page.getByRole("button", { name: "Trocar senha" }).click();
        await title(page, "Escolha o acesso");
    });
    await during(await visit(world.browser, world.url), async (page) => {
        await logIn(page, { ...accounts.coordenacao, senha: "ipe-branco-2026" });
        await title(page, "Escolha o acesso");
    });
};

/** Both widths, axe, and the keyboard, tab by tab. */
const fits = async (world) => {
    for (const viewport of [kDesk, kPhone])
        await asInstalacao(
            world,
            async (page) => {
                for (const [name, address] of [["Conexão", "conexao"], ["Segurança", "seguranca"], ["Servidores", "servidores"], ["Municípios e Responsáveis", "municipios"], ["Configurações avançadas", "avancadas"]]) {
                    await page.goto(`/instalacao/${address}`);
                    await tab(page, name).waitFor();
                    await examine(page, `instalacao-${address}-${viewport.width}`);
                    await walk(page);
                }
                await page.goto("/instalacao/seguranca");
                const button = page.getByRole("button", { name: "Redefinir a senha de todos" });
                await tabTo(page, button);
                await page.keyboard.press("Enter");
                await page.getByRole("alertdialog").waitFor();
                await examine(page, `instalacao-redefinir-${viewport.width}`);
                await page.keyboard.press("Escape");
                must(await button.evaluate((one) => one === document.activeElement), "Esc gives the focus back");
            },
            { viewport },
        );
};

export const instalacao = [
    ["[S2-001] [S2-004] [S2-005] [S2-006] [S2-007] [S2-008] [S2-009] [S2-010] [S2-011] [S2-015] [S2-016] [S2-017] [S2-018] [S2-020] [S2-021] [S2-022] [S2-023] [S2-025] [S2-026] [S2-027] each administrator finds the modules of its area on the tela inicial, and no other", modules],
    ["[S2-028] [S2-029] [S2-030] [S2-031] [S2-032] the connection is tested, disabled and enabled, and what depends on it says so", conexao],
    ["[S2-050] [S2-051] [S2-052] [S2-053] [S2-054] [S2-056] [S2-057] the limits of Segurança have the options of the manual and act", seguranca],
    ["[S2-060] [S2-062] [S2-063] [S2-064] [S2-065] [S2-066] [S2-067] [S2-068] [S2-069] [S2-070] [S2-071] the installation has a name and a link, and e-mail by a real server that lets it in", servidores],
    ["[S2-061] who forgot the password gets a link by e-mail that works once, and nobody learns who is registered", esqueci],
    ["[S2-003] [S2-072] [S2-074] [S2-075] [S2-076] a município has one responsável, who has its acesso until another takes the place", municipios],
    ["two people save the same configuration: the second is told and loses nothing", twoAtOnce],
    ["[S2-077] [S2-078] the number of simultaneous requests is bounded, and its effect is seen", avancadas],
    ["«Configurações da instalação» fits both widths, axe and the keyboard", fits],
    ["[S2-058] [S2-059] everybody redefines the password at the next entry, once, and who is inside goes on", redefinir],
].map(inIt);
