// SPDX-License-Identifier: Apache-2.0
// Transmissão de Dados › Recebimento: a file in, its fichas, what was wrong with them.
import { must, mustEqual } from "../support/checks.mjs";
import { kCnes, uuidOf } from "../support/fichas.mjs";
import { accounts } from "../support/server.mjs";
import { downloadOf, during, enterAs, title } from "./harness.mjs";
import { bigLote, dropFile, goodLote, mixedLote, zip } from "./world.mjs";

const kMixed = "fichas-de-outro-sistema.zip";
const kBig = "um-mes-inteiro.zip";
const asMunicipal = ({ browser, url }) => enterAs(browser, url, accounts.municipal);

export async function chooseFile(page, file) {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: "Selecionar arquivo" }).click()]);
    await chooser.setFiles(file);
}

const importFile = (world) =>
    asMunicipal(world).then((page) =>
        during(page, async () => {
            await page.getByRole("navigation", { name: "Módulos" }).getByRole("link", { name: "Transmissão de Dados" }).click();
            await page.getByRole("link", { name: "Recebimento por lote" }).waitFor();
            await page.getByRole("link", { name: "Recebimento por CNES" }).waitFor();
            await page.getByRole("link", { name: "Importar Arquivo" }).click();
            await page.getByText("Importar ou arraste os arquivos").waitFor();
            await chooseFile(page, zip(kMixed, await mixedLote()));
            await page.getByText(`Processo concluído: ${kMixed}`).waitFor();
            await page.getByText("44 fichas recebidas, 40 válidas, 4 inválidas.").waitFor();
            await page.getByRole("link", { name: "Voltar ao controle de recebimento" }).click();
            const row = page.getByRole("row", { name: new RegExp(kMixed.replace(".", "\\.")) });
            await row.getByText("Processado").waitFor();
            await row.getByText("Administração Municipal").waitFor();
            await row.getByText("Arquivo", { exact: true }).waitFor();
        }),
    );

const dragFiles = (world) =>
    asMunicipal(world).then((page) =>
        during(page, async () => {
            await page.goto("/transmissao/recebimento/importar");
            await title(page, "Importar Arquivo");
            await dropFile(page, zip("arrastado.zip", await goodLote(500, 2)));
            await page.getByText("Processo concluído: arrastado.zip").waitFor();
            await dropFile(page, zip("repetido.zip", await goodLote(500, 2)));
            await page.getByText("2 fichas recebidas, 0 válidas, 0 inválidas, 2 repetidas.").waitFor();
            await page.getByText("Processo concluído: repetido.zip").waitFor();
            await dropFile(page, zip("nao-e-lote.zip", Buffer.from("PK isto não é um zip")));
            await page.getByRole("alert").waitFor();
            await page.getByText("nao-e-lote.zip", { exact: true }).waitFor();
        }),
    );

const watchProgress = (world) =>
    asMunicipal(world).then((page) =>
        during(page, async () => {
            await page.goto("/transmissao/recebimento/importar");
            // A lote of this size may be done before the first look: the first answer about it is held at its middle.
            let told = false;
            await page.route("**/api/v1/trabalhos/*", async (route) => {
                const response = await route.fetch();
                if (told) return route.fulfill({ response });
                told = true;
                const middle = { situacao: "executando", etapa: "Processando fichas", feitos: 12_000, total: 30_000 };
                return route.fulfill({ response, json: { ...(await response.json()), ...middle } });
            });
            const seen = page.evaluate(
                () =>
                    new Promise((resolve) => {
                        const counts = new Set();
                        const look = () => {
                            const text = document.querySelector(".progress-head span")?.textContent ?? "";
                            const found = /^([\d.]+) de ([\d.]+) \(/.exec(text);
                            if (found && !text.includes("B")) counts.add(found[0]);
                            if (document.body.innerText.includes("Processo concluído")) resolve([...counts]);
                            else setTimeout(look, 20);
                        };
                        look();
                    }),
            );
            await chooseFile(page, zip(kBig, await bigLote(30_000)));
            await page.getByText(`Processo concluído: ${kBig}`).waitFor({ timeout: 120_000 });
            must((await seen).includes("12.000 de 30.000 ("), "the bar did not show the count of fichas on its way");
            await page.getByText("30.000 fichas recebidas").waitFor();
        }),
    );

const readLote = (world) =>
    asMunicipal(world).then((page) =>
        during(page, async () => {
            await page.goto("/transmissao/recebimento");
            await page.getByRole("link", { name: `Visualizar o lote ${kMixed}` }).click();
            await title(page, "Lote recebido");
            const totals = await page.getByRole("list", { name: "Totais do lote" }).getByRole("listitem").allInnerTexts();
            mustEqual(totals.map((text) => text.replace(/\s+/g, " ").trim()), ["44 Recebidas", "40 Válidas", "3 Inválidas", "1 Ilegíveis", "0 Repetidas"], "the totals of the lote");
            const types = page.getByRole("table", { name: "Fichas por tipo" }).or(page.getByRole("table", { name: "Fichas recebidas por tipo" }));
            await types.getByRole("row", { name: /Visita Domiciliar/ }).waitFor();

            await page.getByLabel("Situação").selectOption("Inválida");
            await page.getByText("3 fichas", { exact: true }).waitFor();
            await page.getByLabel("Situação").selectOption("Ilegível");
            await page.getByRole("row", { name: /corrompida\.esus/ }).waitFor();
            await page.getByLabel("Situação").selectOption("Válida");
            await page.getByText("40 fichas", { exact: true }).waitFor();
            await page.getByRole("button", { name: "Próxima página" }).click();
            await page.getByText("31–40 de 40").waitFor();
            await page.reload();
            await page.getByText("Página 2 de 2").waitFor();
        }),
    );

const readFicha = (world) =>
    asMunicipal(world).then((page) =>
        during(page, async () => {
            await page.goto("/transmissao/recebimento");
            await page.getByRole("link", { name: `Visualizar o lote ${kMixed}` }).click();
            await page.getByLabel("Situação").selectOption("Inválida");
            await page.getByRole("link", { name: `Visualizar a ficha ${uuidOf(141)}` }).click();
            await title(page, /Visita Domiciliar/);
            const errors = page.getByRole("region", { name: /inconsistências/ });
            const findings = errors.getByRole("listitem").filter({ has: page.getByRole("heading") });
            mustEqual(await findings.count(), 2, "broken rules of a visit without turno and desfecho");
            for (const [i, field] of ["turno", "desfecho"].entries()) {
                const one = findings.nth(i);
                must((await one.getByRole("heading").innerText()).length > 10, "the cause in plain words");
                await one.getByText("Como corrigir:").waitFor();
                await one.getByText(`visitasDomiciliares[0].${field}`).waitFor();
            }
            const original = await downloadOf(page, () => page.getByRole("button", { name: "Baixar a ficha recebida" }).click());
            must(original.name.includes(uuidOf(141)) && original.bytes.includes(uuidOf(141)), `the ficha as it came, and not ${original.name}`);
            await page.getByRole("table", { name: "Histórico de versões" }).getByRole("link", { name: "Visualizar o lote da versão 1" }).click();
            await title(page, "Lote recebido");
        }),
    );

/** What a spreadsheet needs: UTF-8 with BOM, «;», CRLF. */
function readCsv({ bytes }) {
    mustEqual([...bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "the BOM");
    const lines = bytes.toString("utf8").slice(1).trimEnd().split("\r\n");
    must(lines[0].startsWith("Recebido em;Tipo de recebimento;Responsável;"), lines[0]);
    return lines.slice(1);
}

const printLote = (world) =>
    asMunicipal(world).then((page) =>
        during(page, async () => {
            await page.goto("/transmissao/recebimento");
            const file = await downloadOf(page, () => page.getByRole("button", { name: `Imprimir relatório de inconsistências do lote ${kMixed}` }).click());
            must(file.name.endsWith(".csv"), file.name);
            const lines = readCsv(file);
            for (const number of [140, 141, 142]) must(lines.some((line) => line.includes(uuidOf(number))), `${uuidOf(number)} is not in the report`);
            must(lines.some((line) => line.includes("corrompida.esus")), "the unreadable file is not in the report");
            must(!lines.some((line) => line.includes(uuidOf(100))), "a valid ficha is in the report");

            await page.getByRole("link", { name: `Visualizar o lote ${kMixed}` }).click();
            const again = await downloadOf(page, () => page.getByRole("button", { name: "Imprimir relatório de inconsistências" }).click());
            mustEqual(readCsv(again), lines, "the report of the lote's own screen");
        }),
    );

const reportOfPeriod = (world) =>
    asMunicipal(world).then((page) =>
        during(page, async () => {
            await page.goto("/transmissao/recebimento");
            await page.getByRole("button", { name: "Gerar relatório de Inconsistências" }).click();
            const dialog = page.getByRole("dialog", { name: "Relatório de Inconsistências" });
            await dialog.getByLabel("Início").fill("31/12/2026");
            await dialog.getByLabel("Fim").fill("01/01/2026");
            await dialog.getByRole("button", { name: "Gerar relatório" }).click();
            await dialog.getByRole("link", { name: /O último dia vem antes do primeiro/ }).waitFor();

            const days = [-1, 1].map((away) => new Date(Date.now() + away * 86_400_000).toLocaleDateString("pt-BR", { timeZone: "America/Sao_Paulo" }));
            await dialog.getByLabel("Início").fill(days[0]);
            await dialog.getByLabel("Fim").fill(days[1]);
            await dialog.getByLabel(/Nome do responsável/).fill("administracao municipal");
            await dialog.getByLabel("Tipo de recebimento").selectOption("Arquivo");
            const file = await downloadOf(page, () => dialog.getByRole("button", { name: "Gerar relatório" }).click());
            const lines = readCsv(file);
            must(lines.some((line) => line.includes(uuidOf(140)) && line.includes("Administração Municipal") && line.includes("Arquivo")), "the report of the period");
            await page.getByText(/Relatório de inconsistências gerado/).first().waitFor();

            await page.getByRole("button", { name: "Gerar relatório de Inconsistências" }).click();
            await dialog.getByLabel("Tipo de recebimento").selectOption("Online");
            mustEqual(readCsv(await downloadOf(page, () => dialog.getByRole("button", { name: "Gerar relatório" }).click())), [], "nothing came online");
        }),
    );

const byCnes = (world) =>
    asMunicipal(world).then((page) =>
        during(page, async () => {
            await page.goto("/transmissao/recebimento");
            await page.getByRole("link", { name: "Recebimento por CNES" }).click();
            await page.getByRole("textbox", { name: "CNES" }).fill("226");
            await page.getByRole("button", { name: "Consultar" }).click();
            await page.getByRole("link", { name: "CNES: O CNES tem 7 dígitos." }).waitFor();
            await page.getByRole("textbox", { name: "CNES" }).fill("9999999");
            await page.getByRole("button", { name: "Consultar" }).click();
            await page.getByText(/Nenhuma ficha recebida em .* do CNES 9999999/).waitFor();
            await page.getByRole("textbox", { name: "CNES" }).fill(kCnes);
            await page.getByLabel("Mês de recebimento").fill("012020");
            await page.getByRole("button", { name: "Consultar" }).click();
            await page.getByText("Nenhuma ficha recebida em 01/2020 do CNES 2269741").waitFor();
            const month = new Date().toLocaleDateString("pt-BR", { timeZone: "America/Sao_Paulo" }).slice(3);
            await page.getByLabel("Mês de recebimento").fill(month);
            await page.getByRole("button", { name: "Consultar" }).click();
            await page.getByRole("link", { name: `Visualizar as fichas do CNES ${kCnes}` }).click();
            await title(page, `CNES ${kCnes}`);
            await page.getByRole("table", { name: "Fichas recebidas por tipo" }).getByRole("row", { name: /Visita Domiciliar/ }).waitFor();
        }),
    );

export const recebimento = [
    ["[S2-263] [S2-264] [S2-265] [S2-268] [S2-269] [S2-270] a file of another system is selected, processed and listed as a new lote", importFile],
    ["[S2-267] files are dragged onto the screen; a repeated one changes nothing and one that is no lote is refused", dragFiles],
    ["[S2-265] a big lote is watched while it is processed", watchProgress],
    ["[S2-270] [S2-273] a lote shows its totals, its fichas by situação, and pages that survive a reload", readLote],
    ["[S2-273] a ficha shows every broken rule with field, cause and correction", readFicha],
    ["[S2-271] «Imprimir relatório de inconsistências» gives the CSV of the lote, ready for a spreadsheet", printLote],
    ["[S2-276] [S2-277] [S2-278] [S2-279] «Gerar relatório de Inconsistências» by period, responsável and tipo de recebimento", reportOfPeriod],
    ["[S2-274] [S2-275] «Recebimento por CNES» counts a month of one establishment by tipo de ficha", byCnes],
];
