// SPDX-License-Identifier: Apache-2.0
// «Relatórios»: how much each may ask, bringing them up to date, and reading one.
import { must, mustEqual } from "../support/checks.mjs";
import { accounts } from "../support/server.mjs";
import { downloadOf, during, enterAs, examine, gone, kPhone, title } from "./harness.mjs";
import { chooseFile } from "./recebimento.mjs";
import { goodLote, zip } from "./world.mjs";

const kFirst = 7000, kCount = 4;
const kVisita = "Visita domiciliar e territorial";

async function receiveVisits({ browser, url }) {
    await during(await enterAs(browser, url, accounts.municipal), async (page) => {
        await page.goto("/transmissao/recebimento/importar");
        await chooseFile(page, zip("para-os-relatorios.zip", await goodLote(kFirst, kCount)));
        await page.getByText("Processo concluído: para-os-relatorios.zip").waitFor();
    });
}

const fatorOf = (page, name) => page.getByRole("row", { name: new RegExp(`^${name}`) });

async function saveFator(page, name, fator) {
    await page.goto("/relatorios/configuracao-de-impressao");
    const row = fatorOf(page, name);
    await row.getByLabel(`Fator de ${name}`).fill(String(fator));
    await row.getByRole("button", { name: "Salvar" }).click();
    await page.getByText(`Fator de «${name}» salvo.`).first().waitFor();
}

async function configure({ browser, url }) {
    await during(await enterAs(browser, url, accounts.instalacao), async (page) => {
        await page.getByRole("link", { name: /^Relatórios/ }).first().click();
        await title(page, "Relatórios");
        const parts = page.getByRole("navigation", { name: "Relatórios" });
        mustEqual(await parts.getByRole("link").allInnerTexts(), ["Configuração de impressão", "Processamento"], "the two parts of the module");
        const row = fatorOf(page, kVisita);
        await row.getByLabel(`Fator de ${kVisita}`).fill("0");
        await row.getByRole("button", { name: "Salvar" }).click();
        await row.getByRole("link", { name: "Fator: Informe um número de 1 a 9999." }).waitFor();
        await saveFator(page, kVisita, 2);
        await examine(page, "relatorios-impressao");
        await page.setViewportSize(kPhone);
        await examine(page, "relatorios-impressao-celular");
    });
}

/** Two with the screen open: who saves second is told, and what was saved first stays. */
async function twoSave({ browser, url }) {
    const first = await enterAs(browser, url, accounts.instalacao);
    const second = await enterAs(browser, url, accounts.instalacao);
    await during(first, (page) => during(second, async (other) => {
        for (const one of [page, other]) await one.goto("/relatorios/configuracao-de-impressao");
        for (const [one, fator] of [[page, 31], [other, 32]]) {
            const row = fatorOf(one, "Vacinação");
            await row.getByLabel("Fator de Vacinação").fill(String(fator));
            await row.getByRole("button", { name: "Salvar" }).click();
        }
        await other.getByText("Outra pessoa mudou o fator deste relatório enquanto você editava.").first().waitFor();
        await page.reload();
        mustEqual(await fatorOf(page, "Vacinação").getByLabel("Fator de Vacinação").inputValue(), "31", "what was saved first");
    }));
}

async function process({ browser, url }) {
    await during(await enterAs(browser, url, accounts.instalacao), async (page) => {
        await page.goto("/relatorios/processamento");
        const force = page.getByRole("button", { name: "Forçar o processamento" });
        must(await force.isDisabled(), "nothing can be forced before it is marked");
        await page.getByRole("button", { name: "Marcar para processamento" }).click();
        await page.getByText("Marcação concluída. Clique em «Forçar o processamento».").first().waitFor();
        await page.getByText(/fichas? marcadas? para processamento\./).waitFor();
        await examine(page, "relatorios-processamento");
        await page.setViewportSize(kPhone);
        await examine(page, "relatorios-processamento-celular");
        await force.click();
        await page.getByText("Relatórios processados.").first().waitFor();
        await page.getByRole("button", { name: "Forçar o processamento", disabled: true }).waitFor();
        await gone(page.getByRole("cell", { name: "Nunca processado" }));
    });
}

const ask = async (page, inicio, fim) => {
    await page.getByLabel("Data de início").fill(inicio);
    await page.getByLabel("Data de fim").fill(fim);
    await page.getByRole("button", { name: "Gerar relatório" }).click();
};

async function read({ browser, url }) {
    await during(await enterAs(browser, url, accounts.gestor), async (page) => {
        await page.getByRole("link", { name: /^Relatórios/ }).first().click();
        await title(page, "Relatórios");
        await examine(page, "relatorios");
        await page.getByRole("link", { name: kVisita }).click();
        await title(page, kVisita);
        // The fator of the administrator: 2 groups in a month, or 1 in two.
        await ask(page, "01/01/2020", "31/12/2030");
        await page.getByText(/passam do limite deste relatório \(fator 2\)/).first().waitFor();
        await page.getByRole("button", { name: "Desmarcar todos" }).click();
        await ask(page, "01/01/2020", "31/12/2030");
        await page.getByRole("link", { name: "Grupos de informação: Escolha ao menos um grupo de informação." }).waitFor();
    });
    await during(await enterAs(browser, url, accounts.instalacao), (page) => saveFator(page, kVisita, 2000));
    await during(await enterAs(browser, url, accounts.gestor), async (page) => {
        await page.goto("/relatorios/visita_domiciliar");
        await ask(page, "01/01/2020", "31/12/2030");
        await page.getByRole("heading", { name: "Desfecho" }).waitFor();
        const turno = page.getByRole("table", { name: "Turno" });
        must((await turno.getByRole("row").count()) > 1, "visits are counted by turno");
        const file = await downloadOf(page, () => page.getByRole("button", { name: "Exportar CSV" }).click());
        mustEqual(file.name, "visita_domiciliar.csv", "the name of the file");
        must(file.bytes.toString("utf8").startsWith("\ufeffGrupo;Linha;Coluna;Quantidade\r\n"), "the head of the CSV");
        await examine(page, "relatorio-visita");
        await page.getByRole("radio", { name: "Profissional", exact: true }).check();
        await page.getByRole("combobox", { name: "Profissional" }).fill("a");
        const found = page.getByRole("listbox").getByRole("option").first();
        const name = await found.textContent();
        await found.click();
        await ask(page, "01/01/2020", "31/12/2030");
        await page.getByText(name, { exact: true }).last().waitFor();
        await examine(page, "relatorio-por-profissional");
        await page.getByRole("radio", { name: "Todos os profissionais" }).check();
        await page.getByLabel("Série mensal").check();
        await ask(page, "01/08/2026", "30/11/2026");
        await page.getByRole("columnheader", { name: "08/2026" }).first().waitFor();
        await page.getByLabel("Analítico").check();
        await ask(page, "01/01/2020", "31/12/2030");
        await page.getByRole("columnheader", { name: "Profissional" }).first().waitFor();
        await ask(page, "01/01/2020", "31/01/2020");
        await page.getByText("Nenhum registro com estes filtros.").waitFor();
        await page.setViewportSize(kPhone);
        await examine(page, "relatorio-vazio-celular");
        await page.emulateMedia({ media: "print" });
        must(!(await page.getByRole("button", { name: "Gerar relatório" }).isVisible()), "the filters are not printed");
    });
}

export const relatorios = [
    ["receives visits for the reports", receiveVisits],
    ["[S2-290] [S2-291] [S2-292] the administrador da instalação limits a report, and «Salvar» keeps the fator", configure],
    ["[S2-292] two who save the same fator: the second is told and loses nothing", twoSave],
    ["[S2-293] [S2-294] «Marcar para processamento», wait, «Forçar o processamento»", process],
    ["[S2-291] a gestor reads a report, bounded by the fator, as tables, by month, by professional and as CSV", read],
];
