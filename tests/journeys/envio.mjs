// SPDX-License-Identifier: Apache-2.0
// Transmissão de Dados › Envio: lotes out, by file and over the network, and what the receiver said of them.
import { createHash } from "node:crypto";
import { must, mustEqual } from "../support/checks.mjs";
import { accounts } from "../support/server.mjs";
import { downloadOf, during, enterAs, examine, kDesk, kPhone, title } from "./harness.mjs";
import { tabTo, trapped, walk } from "./keyboard.mjs";
import { kAccepted, kCity, kNacional, knowReceiver, kRefused, kState, makeFichas, newCredencial, occupy, sendByHandOnly } from "./network.mjs";
import { chooseFile } from "./recebimento.mjs";
import { zip } from "./world.mjs";

const kEnvio = "/transmissao/envio";
const kFichas = kAccepted + kRefused;
const kFirst = 7000;

const rowTo = (page, destino) => page.getByRole("row").filter({ hasText: destino }).first();
const told = (page, text) => page.locator(".notice").getByText(text).waitFor();

async function atEnvio({ browser, here }, journey, { viewport } = {}) {
    await during(await enterAs(browser, here.url, accounts.instalacao, { viewport }), async (page) => {
        await page.goto(kEnvio);
        await page.getByRole("button", { name: "Gerar novo lote" }).waitFor();
        await journey(page);
    });
}

const atLote = (network, journey, options) =>
    atEnvio(
        network,
        async (page) => {
            await rowTo(page, kCity).getByRole("link", { name: /^Visualizar o lote/ }).click();
            await title(page, /^Lote de envio \d+$/);
            await journey(page);
        },
        options,
    );

async function generate(page) {
    await page.getByRole("button", { name: "Gerar novo lote" }).click();
    const question = page.getByRole("alertdialog", { name: "Gerar novo lote" });
    await question.getByText(/Todos os dados que ainda não foram enviados serão preparados em um lote de envio/).waitFor();
    await question.getByRole("button", { name: "Gerar lotes" }).click();
}

async function generateLotes(network) {
    await knowReceiver(network);
    await atEnvio(network, async (page) => {
        await page.getByText("Nenhum lote de envio ainda.").waitFor();
        await page.getByText("O envio dos dados é automático, entre 0h e 6h da manhã.").waitFor();
        await page.getByText("O computador deve permanecer ligado e conectado à internet, sem suspender as atividades do sistema operacional.").waitFor();
        await sendByHandOnly(network);
        await generate(page);
        await told(page, "Nenhum lote gerado: todos os dados já estão em algum lote.");

        await makeFichas(network, kFirst);
        await page.getByRole("button", { name: "Gerar novo lote" }).click();
        await page.getByRole("alertdialog").getByRole("button", { name: "Cancelar" }).click();
        await page.getByText("Nenhum lote de envio ainda.").waitFor();
        await generate(page);
        await told(page, `3 lotes gerados, com ${3 * kFichas} fichas.`);
        const row = rowTo(page, kCity);
        await row.getByText("Gerado").waitFor();
        await row.getByRole("cell", { name: String(kFichas), exact: true }).waitFor();
        await row.getByText("Administração da Instalação").waitFor();
        await page.getByLabel("Situação").selectOption("Concluído");
        await page.getByText("Nenhum lote nesta situação.").waitFor();
        await page.getByLabel("Situação").selectOption("Gerado");
        await row.waitFor();
        await page.reload();
        await row.waitFor();
    });
}

const saveFile = (network) =>
    atEnvio(network, async (page) => {
        const save = () => rowTo(page, kCity).getByRole("button", { name: /^Salvar em Arquivo o lote/ }).click();
        const first = await downloadOf(page, save);
        must(first.name.endsWith(".zip") && first.bytes.subarray(0, 2).toString() === "PK", `a zip, and not ${first.name}`);
        await told(page, /salvo\. Procure .*\.zip entre os seus downloads/);
        await rowTo(page, kCity).getByText("Salvo em arquivo").waitFor();
        const second = await downloadOf(page, save);
        must(first.bytes.equals(second.bytes), "the second file has other bytes");

        await rowTo(page, kCity).getByRole("link", { name: /^Visualizar o lote/ }).click();
        const sum = createHash("sha256").update(first.bytes).digest("hex");
        await page.getByText(sum).waitFor();
        const third = await downloadOf(page, () => page.getByRole("button", { name: "Salvar em Arquivo" }).click());
        must(first.bytes.equals(third.bytes), "the file of the lote's own screen has other bytes");
        await page.getByRole("table", { name: "Histórico do lote" }).getByRole("cell", { name: "Salvo em arquivo" }).first().waitFor();
    });

const totalsOf = async (page) => (await page.getByRole("list", { name: "Totais do lote" }).getByRole("listitem").allInnerTexts()).map((text) => text.replace(/\s+/g, " ").trim());

const sendNow = ({ there, ...network }) =>
    atLote(network, async (page) => {
        mustEqual(await totalsOf(page), [`${kFichas} Fichas`, "0 Aceitas", "0 Rejeitadas", `${kFichas} Sem resposta`], "before it is sent");
        await page.getByRole("button", { name: "Marcar para envio" }).click();
        await told(page, /marcado para envio/);
        // Nobody touches the page: it follows the lote by itself.
        await page.getByText("Concluído", { exact: true }).first().waitFor({ timeout: 60_000 });
        mustEqual(await totalsOf(page), [`${kFichas} Fichas`, `${kAccepted} Aceitas`, `${kRefused} Rejeitadas`, "0 Sem resposta"], "what the receiver said");
        must((await page.getByRole("button", { name: "Marcar para envio" }).count()) === 0, "what is done can be marked again");

        await page.getByRole("list", { name: "Totais do lote" }).getByRole("button", { name: /Rejeitadas/ }).click();
        const fichas = page.getByRole("table", { name: "Fichas do lote" });
        await page.getByText(`${kRefused} fichas`, { exact: true }).waitFor();
        mustEqual(await fichas.getByText("Rejeitada", { exact: true }).count(), kRefused, "the refused ones");
        must((await fichas.locator(".reasons li").first().innerText()).length > 20, "why it was refused");
        await page.getByLabel("Resposta do destino").selectOption("Aceita");
        await page.getByText(`${kAccepted} fichas`, { exact: true }).waitFor();
        await page.reload();
        await page.getByText(`${kAccepted} fichas`, { exact: true }).waitFor();
        const history = page.getByRole("table", { name: "Histórico do lote" });
        for (const act of ["Gerado", "Marcado para envio", "Enviado"]) await history.getByRole("cell", { name: act }).first().waitFor();
    });

/** On the other side, as its own people see it; then the same lote carried there as a file. */
async function seenThere({ browser, here, there }) {
    let file;
    await atEnvio({ browser, here }, async (page) => {
        file = await downloadOf(page, () => rowTo(page, kCity).getByRole("button", { name: /^Salvar em Arquivo o lote/ }).click());
    });
    await during(await enterAs(browser, there.url, accounts.municipal), async (page) => {
        await page.goto("/transmissao/recebimento");
        const row = page.getByRole("row").filter({ hasText: "Online" });
        await row.getByText("Processado").waitFor();
        await row.getByRole("link", { name: /^Visualizar/ }).click();
        await title(page, "Lote recebido");
        mustEqual((await totalsOf(page)).slice(0, 3), [`${kFichas} Recebidas`, `${kAccepted} Válidas`, `${kRefused} Inválidas`], "what arrived");

        await page.goto("/transmissao/recebimento/importar");
        await chooseFile(page, zip(file.name, file.bytes));
        await page.getByText(`${kFichas} fichas recebidas, 0 válidas, 0 inválidas, ${kFichas} repetidas.`).waitFor();
    });
}

/** In Configuração, and back. */
async function giveCredencial(page, destino, { usuario, senha }) {
    await page.getByRole("link", { name: "Configuração", exact: true }).click();
    await page.getByRole("button", { name: `Editar ${destino}` }).click();
    const dialog = page.getByRole("dialog", { name: `Editar ${destino}` });
    await dialog.getByLabel("Usuário").fill(usuario);
    await dialog.getByLabel(/^Senha \(/).fill(senha);
    await dialog.getByRole("button", { name: "Salvar" }).click();
    await dialog.waitFor({ state: "detached" });
    await page.getByRole("link", { name: "Envio", exact: true }).click();
}

/** The nacional is receiving from somebody else, and says when to come. */
async function anotherHour({ nacional, ...network }) {
    const { usuario, senha } = await newCredencial(nacional);
    await occupy({ nacional });
    await atEnvio(network, async (page) => {
        await giveCredencial(page, kNacional, { usuario, senha });
        await rowTo(page, kNacional).getByRole("link", { name: /^Visualizar o lote/ }).click();
        await page.getByRole("button", { name: "Marcar para envio" }).click();
        const told = page.getByText(/^Novo horário de envio: \d\d:\d\d$/);
        await told.first().waitFor({ timeout: 30_000 });
        const hour = await told.first().innerText();
        await page.getByText(`${kNacional} marcou este horário para receber o lote. O envio começa sozinho.`).waitFor();
        await page.getByRole("link", { name: "Envio", exact: true }).click();
        await rowTo(page, kNacional).getByText(hour).waitFor();
        await page.getByText(`${kNacional} marcou este horário para receber os lotes. O envio começa sozinho.`).waitFor();
    });
}

/** What a server that is off leaves on the screen. */
const notNow = (network) =>
    atEnvio(network, async (page) => {
        const open = () => rowTo(page, kState).getByRole("link", { name: /^Visualizar o lote/ }).click();
        await open();
        await page.getByRole("button", { name: "Marcar para envio" }).click();
        await told(page, /Na Configuração, ative-o e informe o endereço, o usuário e a senha/);
        await page.getByRole("link", { name: "Envio", exact: true }).click();
        await giveCredencial(page, kState, { usuario: "ubs", senha: "de-jornada-2026" });
        await open();
        await page.getByRole("button", { name: "Marcar para envio" }).click();
        await page.getByText("Ainda não foi possível enviar este lote.").waitFor({ timeout: 30_000 });
        await page.getByText(/Nova tentativa em \d\d\/\d\d\/\d{4}/).waitFor();
        await page.getByRole("link", { name: "Envio", exact: true }).click();
        await rowTo(page, kState).getByText(/Nova tentativa: /).waitFor();
    });

async function fits(network) {
    for (const viewport of [kDesk, kPhone]) {
        await atEnvio(
            network,
            async (page) => {
                await rowTo(page, kCity).waitFor();
                await examine(page, `envio-${viewport.width}`);
                await walk(page);
                const opener = page.getByRole("button", { name: "Gerar novo lote" });
                await tabTo(page, opener);
                await page.keyboard.press("Enter");
                await page.locator("dialog[open] button:focus").waitFor();
                await examine(page, `envio-gerar-${viewport.width}`);
                await trapped(page, opener);
                await page.goto(`${kEnvio}?situacao=parado`);
                await page.getByText("Nenhum lote nesta situação.").waitFor();
                await examine(page, `envio-vazio-${viewport.width}`);
            },
            { viewport },
        );
        await atLote(
            network,
            async (page) => {
                await page.getByRole("table", { name: "Fichas do lote" }).waitFor();
                await examine(page, `envio-lote-${viewport.width}`);
                await walk(page);
            },
            { viewport },
        );
    }
}

/** Each begins where the one before left. */
export const envio = [
    ["[S2-250] [S2-251] [S2-254] [S2-255] [S2-256] «Gerar novo lote» asks, «Gerar lotes» makes them, and they are in the list", generateLotes],
    ["[S2-257] «Salvar em Arquivo» gives the zip of the lote, the same bytes each time", saveFile],
    ["[S2-261] [S2-262] «Visualizar» shows a lote, marks it for sending, and follows it to the answer for each ficha", sendNow],
    ["[S2-226] what was sent over the network is in Recebimento of the other installation, and carried there as a file it is known", seenThere],
    ["[S2-260] when the nacional gives another hour, it is shown at once on the same screen", anotherHour],
    ["[S2-259] a server that is off is said to be so, with the next try", notNow],
    ["Envio and the screen of a lote fit both widths, axe and the keyboard", fits],
].map(([name, journey]) => [name, async ({ browser, network }) => journey({ ...(await network()), browser })]);
