// SPDX-License-Identifier: Apache-2.0
// Transmissão de Dados › Configuração: to whom data goes, whether they answer, and when.
import { must, mustEqual } from "../support/checks.mjs";
import { accounts } from "../support/server.mjs";
import { during, enterAs, title } from "./harness.mjs";
import { kCity, kNacional, kState } from "./network.mjs";

const kDistrict = "Distrito Norte";
export const kConfiguracao = "/transmissao/configuracao";

export const rowOf = (page, name) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name }) });
const told = (page, text) => page.locator(".notice").getByText(text).waitFor();

/** As the administrador da instalação, at the list of who receives. */
export async function atConfiguracao({ browser, here }, journey, { viewport } = {}) {
    await during(await enterAs(browser, here.url, accounts.instalacao, { viewport }), async (page) => {
        await page.goto(kConfiguracao);
        await rowOf(page, kNacional).waitFor();
        await journey(page);
    });
}

/** «Adicionar instalação» filled and concluded. */
async function add(page, { nome, endereco, usuario, senha, ledi = false }) {
    await page.getByRole("button", { name: "Adicionar instalação" }).click();
    const dialog = page.getByRole("dialog", { name: "Adicionar instalação" });
    await dialog.getByLabel("Nome da instalação").fill(nome);
    await dialog.getByLabel("Endereço do servidor").fill(endereco);
    if (ledi) await dialog.getByLabel("API LEDI").check();
    if (usuario) await dialog.getByLabel("Usuário").fill(usuario);
    if (senha) await dialog.getByLabel(/^Senha \(/).fill(senha);
    await dialog.getByRole("button", { name: "Adicionar" }).click();
    await dialog.waitFor({ state: "detached" });
    await rowOf(page, nome).waitFor();
}

async function threeTabs({ browser, here }) {
    await during(await enterAs(browser, here.url, accounts.instalacao), async (page) => {
        await page.getByRole("navigation", { name: "Módulos" }).getByRole("link", { name: "Transmissão de Dados" }).click();
        await title(page, "Transmissão de Dados");
        const tabs = page.getByRole("navigation", { name: "Transmissão de Dados" }).getByRole("link");
        mustEqual(await tabs.allInnerTexts(), ["Configuração", "Envio", "Recebimento"], "the functions of the module");
        await page.getByRole("button", { name: "Adicionar instalação" }).waitFor();
        await tabs.nth(1).click();
        await page.getByRole("button", { name: "Gerar novo lote" }).waitFor();
        await tabs.nth(2).click();
        await page.getByRole("link", { name: "Importar Arquivo" }).waitFor();
    });
    await during(await enterAs(browser, here.url, accounts.municipal), async (page) => {
        await page.goto("/transmissao");
        await page.getByRole("link", { name: "Importar Arquivo" }).waitFor();
        mustEqual(await page.getByRole("navigation", { name: "Transmissão de Dados" }).getByRole("link").allInnerTexts(), ["Recebimento"], "what the administrador municipal sees");
        await page.goto(kConfiguracao);
        await title(page, "Sem permissão");
    });
}

const nacionalIsThere = ({ nacional, ...network }) =>
    atConfiguracao(network, async (page) => {
        const row = rowOf(page, kNacional);
        await row.getByText("Não testada").waitFor();
        await row.getByText("Falta informar o usuário e a senha").waitFor();
        await row.getByText(nacional.url).waitFor();
        await rowOf(page, kState).getByText("http://127.0.0.1:9/esus").waitFor();
        must((await page.getByRole("button", { name: `Excluir ${kNacional}` }).count()) === 0, "the Centralizador Nacional can be removed");
        await page.getByRole("button", { name: `Editar ${kNacional}` }).click();
        const dialog = page.getByRole("dialog", { name: `Editar ${kNacional}` });
        must((await dialog.getByRole("textbox", { name: "Nome da instalação" }).count()) === 0, "its name can be changed");
        must((await dialog.getByRole("textbox", { name: "Endereço do servidor" }).count()) === 0, "its address can be changed");
        await dialog.getByRole("button", { name: "Cancelar" }).click();
        mustEqual(await page.getByLabel("Horário de geração de lotes e processamento de fichas").inputValue(), "00:00", "the hour of a new installation");
    });

const addOne = ({ there, credencial, ...network }) =>
    atConfiguracao(network, async (page) => {
        await page.getByRole("button", { name: "Adicionar instalação" }).click();
        const dialog = page.getByRole("dialog", { name: "Adicionar instalação" });
        await dialog.getByText("Sugestão: Centralizador do Estado XX, Centralizador do Município XX.").waitFor();
        await dialog.getByText("Por exemplo, http://enderecoeletronico.municipio.gov.br:8080/esus. Na configuração nativa, a porta é 8080. Sem endereço, os lotes são só salvos em arquivo.").waitFor();
        await dialog.getByRole("button", { name: "Adicionar" }).click();
        await dialog.getByRole("link", { name: "Nome da instalação: Informe o nome do local para onde serão enviados os dados." }).waitFor();
        await dialog.getByLabel("Nome da instalação").fill(kCity);
        for (const wrong of ["centralizador", "ftp://a.b", "http://", "http://admin:1@a.b", "http://a.b/?x=1", "http://a b"]) {
            await dialog.getByLabel("Endereço do servidor").fill(wrong);
            await dialog.getByRole("button", { name: "Adicionar" }).click();
            await dialog.getByRole("link", { name: /^Endereço do servidor: / }).waitFor();
        }
        await dialog.getByRole("button", { name: "Cancelar" }).click();
        must((await rowOf(page, kCity).count()) === 0, "what was cancelled is in the list");

        await add(page, { nome: kCity, endereco: there.url, usuario: credencial.usuario, senha: credencial.senha });
        await told(page, `${kCity}: adicionada. Use «Testar conexão» para conferir o endereço.`);
        await rowOf(page, kCity).getByText(there.url).waitFor();
        await rowOf(page, kCity).getByText("Não testada").waitFor();
        must(!(await page.content()).includes(credencial.senha), "the password came back to the page");
    });

const testConnection = ({ there, ...network }) =>
    atConfiguracao(network, async (page) => {
        await add(page, { nome: "Servidor desligado", endereco: "http://127.0.0.1:9/pec" });
        await page.getByRole("button", { name: "Testar conexão" }).click();
        await told(page, "Teste de conexão finalizado");
        await rowOf(page, kCity).getByText("Estabelecida").waitFor();
        await rowOf(page, kCity).getByText(/Secretaria Municipal de Saúde/).waitFor();
        const dead = rowOf(page, "Servidor desligado");
        await dead.getByText("Falhou").waitFor();
        must((await dead.locator(".reason").innerText()).length > 20, "why it failed, in words");
        await page.reload();
        await rowOf(page, kCity).getByText("Estabelecida").waitFor();
    });

const edit = (network) =>
    atConfiguracao(network, async (page) => {
        await page.getByRole("button", { name: "Editar Servidor desligado" }).click();
        const dialog = page.getByRole("dialog", { name: "Editar Servidor desligado" });
        mustEqual(await dialog.getByLabel("Endereço do servidor").inputValue(), "http://127.0.0.1:9/pec", "the address as it was");
        await dialog.getByLabel("Nome da instalação").fill(kDistrict);
        await dialog.getByLabel("Endereço do servidor").fill("http://127.0.0.1:9/outro");
        await dialog.getByLabel("API LEDI").check();
        await dialog.getByLabel("Usuário").fill("pec");
        await dialog.getByLabel(/^Senha \(/).fill("de-jornada-2026");
        await dialog.getByText("Autoridade e horário próprios").click();
        await dialog.getByLabel("Outro, só para este servidor").check();
        await dialog.getByLabel("Início").fill("2575");
        await dialog.getByRole("button", { name: "Salvar" }).click();
        await dialog.getByRole("link", { name: "Início: Informe a hora de início, de 00:00 a 23:59." }).waitFor();
        await dialog.getByLabel("Início").fill("1200");
        await dialog.getByLabel("Fim").fill("1330");
        await dialog.getByRole("button", { name: "Salvar" }).click();
        await told(page, `${kDistrict}: alterações gravadas.`);
        await page.reload();
        const row = rowOf(page, kDistrict);
        await row.getByText("http://127.0.0.1:9/outro").waitFor();
        await row.getByText("API LEDI").waitFor();
        await row.getByText("Entre 12:00 e 13:30").waitFor();
    });

const inactivate = (network) =>
    atConfiguracao(network, async (page) => {
        const turn = async (word) => {
            await page.getByRole("button", { name: `Mais opções de ${kDistrict}` }).click();
            await page.getByRole("button", { name: word, exact: true }).click();
        };
        await turn("Inativar");
        await told(page, /inativada/);
        await rowOf(page, kDistrict).getByText("Inativa", { exact: true }).waitFor();
        await page.getByRole("button", { name: "Testar conexão" }).click();
        await told(page, "Teste de conexão finalizado");
        await page.reload();
        await rowOf(page, kDistrict).getByText("Inativa", { exact: true }).waitFor();
        await turn("Ativar");
        await told(page, `${kDistrict}: ativada.`);
        await rowOf(page, kDistrict).getByText("Inativa", { exact: true }).waitFor({ state: "detached" });
    });

const removeOne = (network) =>
    atConfiguracao(network, async (page) => {
        await page.getByRole("button", { name: `Excluir ${kDistrict}` }).click();
        const question = page.getByRole("alertdialog", { name: `Excluir ${kDistrict}?` });
        await question.getByRole("button", { name: "Cancelar" }).click();
        await rowOf(page, kDistrict).waitFor();
        await page.getByRole("button", { name: `Excluir ${kDistrict}` }).click();
        await question.getByRole("button", { name: "Excluir", exact: true }).click();
        await told(page, `${kDistrict}: excluída.`);
        await rowOf(page, kDistrict).waitFor({ state: "detached" });
        await page.reload();
        await rowOf(page, kCity).waitFor();
        must((await rowOf(page, kDistrict).count()) === 0, "what was removed came back");
    });

const hours = (network) =>
    atConfiguracao(network, async (page) => {
        const field = page.getByLabel("Horário de geração de lotes e processamento de fichas");
        const save = () => page.getByRole("button", { name: "Salvar" }).click();
        await field.fill("2460");
        await save();
        await page.getByRole("link", { name: /Informe a hora, de 00:00 a 23:59/ }).waitFor();
        await field.fill("0130");
        await save();
        await told(page, "Horário gravado.");
        await page.reload();
        await rowOf(page, kCity).getByText("A partir das 01:30").waitFor();
        mustEqual(await field.inputValue(), "01:30", "the hour that was chosen");
        await page.getByRole("link", { name: "Envio", exact: true }).click();
        await page.getByText("O envio dos dados é automático, entre 01:30 e 07:30.").waitFor();
        await page.goBack();
        await field.fill("0000");
        await save();
        await told(page, "Horário gravado.");
    });

const identity = (network) =>
    atConfiguracao(network, async (page) => {
        await page.getByRole("button", { name: "Editar esta instalação" }).click();
        const dialog = page.getByRole("dialog", { name: "Editar esta instalação" });
        await dialog.getByLabel("Nome").fill("UBS Vila Planalto");
        await dialog.getByLabel("UF").selectOption("DF");
        await dialog.getByRole("button", { name: "Salvar" }).click();
        await told(page, "Dados da instalação gravados.");
        await page.reload();
        await page.getByRole("region", { name: "Esta instalação" }).getByText("UBS Vila Planalto").waitFor();
        const { nome } = await (await fetch(`${network.here.url}/api/v1/transmissao/presenca`)).json();
        mustEqual(nome, "UBS Vila Planalto", "how the others see it");
    });

/** Each begins where the one before left. */
export const destinos = [
    ["[S2-232] [S2-233] «Transmissão de Dados» has Configuração, Envio and Recebimento; only the administrador da instalação configures and sends", threeTabs],
    ["[S2-234] [S2-235] [S2-248] the Centralizador Nacional and that of the state are there from the start, at 00:00; the nacional is not for removing", nacionalIsThere],
    ["[S2-236] [S2-237] [S2-238] [S2-239] [S2-242] «Adicionar instalação» asks for the name and the address, and «Adicionar» concludes", addOne],
    ["[S2-243] [S2-244] «Testar conexão» ends with «Teste de conexão finalizado», each server «Estabelecida» or with the cause", testConnection],
    ["[S2-245] «Editar» changes a receiver, also its own hours", edit],
    ["[S2-247] «Mais opções» › «Inativar», and «Ativar» again", inactivate],
    ["[S2-246] «Excluir» asks first and takes the receiver out of the list", removeOne],
    ["[S2-249] the hour of making lotes and processing fichas is changed, and refused when it is none", hours],
    ["the installation says its name to the others", identity],
].map(([name, journey]) => [name, async ({ browser, network }) => journey({ ...(await network()), browser })]);
