// SPDX-License-Identifier: Apache-2.0
// CNES: the file of the município in, what it changed, what it left out and why.
import { must, mustEqual } from "../support/checks.mjs";
import { cnesXml, cnesZip, cnsOf, cpfOf, registry } from "../support/cnes.mjs";
import { kCnes, zipOf } from "../support/fichas.mjs";
import { accounts } from "../support/server.mjs";
import { downloadOf, during, enterAs, examine, kPhone, title } from "./harness.mjs";
import { dropFile, zip } from "./world.mjs";

const kZone = "Clique para importar ou arraste os arquivos";
const kFile = "XMLPARAESUS_530010.ZIP";
const atCnes = async ({ browser, url }, work, { account = accounts.municipal, viewport } = {}) =>
    during(await enterAs(browser, url, account, { viewport }), async (page) => {
        await page.getByRole("link", { name: /^CNES/ }).first().click();
        await title(page, "Importação de CNES");
        await work(page);
    });

async function choose(page, file) {
    const [chooser] = await Promise.all([page.waitForEvent("filechooser"), page.getByRole("button", { name: kZone }).click()]);
    await chooser.setFiles(file);
    await page.getByText(file.name).first().waitFor();
}

const concluded = (page) => page.getByRole("dialog", { name: "Importação Concluída" });

/** Registros → { novos, atualizados, inativados, inalterados, rejeitados } of the table of a report. */
async function countsOf(page) {
    const rows = await page.getByRole("table", { name: "Registros importados" }).getByRole("row").allInnerTexts();
    return Object.fromEntries(rows.slice(1).map((row) => row.trim().split(/\s*[\t\n]+\s*/)).map(([name, ...counts]) => [name, counts.map((text) => Number(text.replace(".", "")))]));
}

const fileOf = async (content, name = kFile) => zip(name, await cnesZip(content));

const importFile = (world) =>
    atCnes(world, async (page) => {
        const content = registry();
        content.unidades.push({ cnes: "2269767", nome: "UBS DO MORRO", equipes: [{ ine: "0000123464", nome: "EQUIPE VERDE" }] });
        content.profissionais.push({ nome: "MARIA NOVA", cpf: cpfOf(3), cns: cnsOf(3), lotacoes: [{ cnes: "2269767", ine: "0000123464", cbo: "223565" }] });
        await choose(page, await fileOf(content));
        await page.getByRole("button", { name: "Abrir" }).click();
        const dialog = concluded(page);
        mustEqual(await dialog.waitFor().then(() => countsOf(page)), {
            "Unidades de saúde": [1, 0, 0, 2, 0],
            Equipes: [1, 0, 0, 1, 0],
            Profissionais: [1, 0, 0, 2, 0],
            Lotações: [1, 0, 0, 3, 0],
        }, "what the file brought");
        await dialog.getByText("Analise o relatório antes de prosseguir:").waitFor();
        await dialog.getByRole("button", { name: "OK" }).click();
        await page.getByRole("button", { name: kZone }).waitFor();
        const row = page.getByRole("table", { name: "Histórico de Importações" }).getByRole("row").nth(1);
        for (const text of [kFile, "Concluída", "Administração Municipal"]) await row.getByText(text).waitFor();
    });

const again = (world) =>
    atCnes(world, async (page) => {
        await dropFile(page, await fileOf(registry(), "XMLPARAESUS_530010_de_novo.ZIP"));
        await page.getByRole("button", { name: "Abrir" }).click();
        await concluded(page).waitFor();
        const { "Unidades de saúde": unidades, Lotações: lotacoes } = await countsOf(page);
        mustEqual([unidades, lotacoes], [[0, 0, 1, 2, 0], [0, 0, 1, 3, 0]], "what is no more in the file is inactivated");
        await page.keyboard.press("Escape");
    });

const simulate = (world) =>
    atCnes(world, async (page) => {
        const content = registry();
        content.unidades.shift();
        content.profissionais = content.profissionais.map((one) => ({ ...one, lotacoes: one.lotacoes.filter(({ cnes }) => cnes !== kCnes) })).filter(({ lotacoes }) => lotacoes.length > 0);
        await choose(page, await fileOf(content));
        await page.getByRole("button", { name: "Simular importação" }).click();
        await page.getByRole("heading", { name: "Resultado da simulação" }).waitFor();
        await page.getByText("Nada foi gravado. É isto que a importação vai fazer:").waitFor();
        mustEqual((await countsOf(page))["Unidades de saúde"], [0, 0, 1, 1, 0], "what would become of the units");
        await page.getByText(/fichas recebidas deixariam de ser válidas se fossem processadas de novo\./).waitFor();
        await page.getByRole("button", { name: "Descartar" }).click();
        await page.getByRole("table", { name: "Histórico de Importações" }).getByRole("row").nth(1).getByText("Simulação").waitFor();

        await choose(page, await fileOf(registry()));
        await page.getByRole("button", { name: "Simular importação" }).click();
        await page.getByText("O arquivo não traz nenhuma mudança em relação ao que já está no sistema.").waitFor();
        await page.getByRole("button", { name: "Importar", exact: true }).click();
        await concluded(page).getByRole("button", { name: "OK" }).click();
    });

const report = (world) =>
    atCnes(world, async (page) => {
        const content = registry();
        content.unidades[0].equipes.push({ ine: "12", nome: "EQUIPE SEM INE" });
        content.profissionais.push(
            { nome: "SEM CPF VÁLIDO", cpf: "11111111111", cns: cnsOf(4), lotacoes: [{ cnes: kCnes, ine: "", cbo: "223565" }] },
            { nome: "OCUPAÇÃO TROCADA", cpf: cpfOf(5), cns: cnsOf(5), lotacoes: [{ cnes: kCnes, ine: "", cbo: "999999" }] },
        );
        await choose(page, await fileOf(content, "XMLPARAESUS_530010_com-rejeicoes.ZIP"));
        await page.getByRole("button", { name: "Abrir" }).click();
        await concluded(page).getByRole("button", { name: "OK" }).click();
        await page.getByRole("row", { name: /com-rejeicoes/ }).getByRole("link", { name: /^Visualizar a importação/ }).click();
        await title(page, "Relatório da importação");
        await page.getByText("Analise este relatório antes de prosseguir.").waitFor();
        const left = page.getByRole("table", { name: "Registros não importados" });
        for (const [what, why] of [["SEM CPF VÁLIDO", /CPF inválido/], ["OCUPAÇÃO TROCADA", /CBO 999999 não existe/], ["2269741/12", /INE inválido/]])
            await left.getByRole("row").filter({ hasText: what }).filter({ hasText: why }).first().waitFor();
        must(!(await page.content()).includes("11111111111"), "the report shows a whole CPF");
        await page.getByRole("table", { name: "Profissionais com mais de uma lotação que não tiveram agenda configurada" }).getByRole("row", { name: /JOÃO DAS DUAS UNIDADES/ }).first().waitFor();
        const file = await downloadOf(page, () => page.getByRole("button", { name: "Exportar CSV" }).click());
        mustEqual([...file.bytes.subarray(0, 3)], [0xef, 0xbb, 0xbf], "the BOM");
        must(file.bytes.toString("utf8").includes("SEM CPF VÁLIDO") && file.bytes.includes(";"), "the CSV of the report");
    });

const refuse = (world) =>
    atCnes(world, async (page) => {
        const files = [
            [zip("outro-municipio.zip", await cnesZip(registry(), { ibge: "2408102" })), /munic/i],
            [zip("sem-xml.zip", await zipOf([{ name: "leia-me.txt", bytes: Buffer.from("nada") }])), /não tem nenhum arquivo XML/],
            [{ name: "entidades.xml", mimeType: "text/xml", buffer: Buffer.from(cnesXml(registry()).replace("<Importar", "<!DOCTYPE x [<!ENTITY a \"b\">]><Importar")) }, /./],
        ];
        for (const [file, cause] of files) {
            await choose(page, file);
            await page.getByRole("button", { name: "Abrir" }).click();
            await page.getByRole("alert").getByText(cause).first().waitFor();
            await page.getByRole("button", { name: "Escolher outro arquivo" }).click();
        }
        await page.getByRole("row", { name: /outro-municipio\.zip/ }).getByRole("link", { name: /^Visualizar/ }).click();
        await page.getByText("O arquivo não foi importado. Nada foi alterado no sistema.").waitFor();
    });

/** A município as big as a capital, to see the bar move. */
const watch = (world) =>
    atCnes(world, async (page) => {
        const content = registry();
        for (let number = 100; number < 12_000; ++number) content.profissionais.push({ nome: `PROFISSIONAL ${number}`, cpf: cpfOf(number), cns: cnsOf(number), lotacoes: [{ cnes: kCnes, ine: "", cbo: "223565" }] });
        await choose(page, await fileOf(content, "XMLPARAESUS_530010_capital.ZIP"));
        const seen = page.evaluate(
            () =>
                new Promise((resolve) => {
                    const steps = new Set();
                    const look = () => {
                        const [stage, amount] = [".progress-foot span", ".progress-head span"].map((part) => document.querySelector(part)?.textContent);
                        if (stage) steps.add(`${stage}: ${amount}`);
                        if (document.querySelector("dialog[open]")) resolve([...steps]);
                        else setTimeout(look, 20);
                    };
                    look();
                }),
        );
        await page.getByRole("button", { name: "Abrir" }).click();
        await concluded(page).waitFor({ timeout: 120_000 });
        // A quick machine reads the file between two looks of the screen; the longest step nobody misses.
        must((await seen).some((step) => /^(Lendo o arquivo|Gravando|Dando acesso).*: [\d.]+ de [\d.]+/.test(step)), `the bar said only ${await seen}`);
        mustEqual((await countsOf(page)).Profissionais[0], 11_900, "new professionals");
        await concluded(page).getByRole("button", { name: "OK" }).click();
        await choose(page, await fileOf(registry()));
        await page.getByRole("button", { name: "Abrir" }).click();
        await concluded(page).getByRole("link", { name: "Visualizar relatório" }).click({ timeout: 120_000 });
        await title(page, "Relatório da importação");
    });

const ofTheInstallation = (world) =>
    atCnes(
        world,
        async (page) => {
            await page.getByRole("heading", { name: "Histórico de Importações" }).waitFor();
            const choice = page.getByLabel("Município", { exact: true });
            await choice.selectOption({ label: "Selecione o município" });
            must(await page.getByRole("button", { name: kZone }).isDisabled(), "a file can be chosen before the município");
            await page.getByText("Selecione o município antes de importar.").waitFor();
            await choice.selectOption({ label: "Brasília – DF" });
            await choose(page, await fileOf(registry()));
            await page.getByRole("button", { name: "Abrir" }).click();
            await concluded(page).getByRole("button", { name: "OK" }).click();
        },
        { account: accounts.instalacao },
    );

const instructions = (world) =>
    atCnes(world, async (page) => {
        const steps = page.getByText("Como baixar o arquivo", { exact: false }).first();
        await steps.click();
        for (const text of [/cnes2\.datasus\.gov\.br/, /Recebimento Arquivos \(Download\)/, /XMLPARAESUS_XXXXXX\.ZIP/]) await page.getByText(text).first().waitFor();
    });

const onAPhone = (world) =>
    atCnes(
        world,
        async (page) => {
            await choose(page, await fileOf(registry()));
            await examine(page, "cnes-escolhido-390");
            await page.getByRole("button", { name: "Simular importação" }).click();
            await page.getByRole("heading", { name: "Resultado da simulação" }).waitFor();
            await examine(page, "cnes-simulado-390");
            await page.getByRole("button", { name: "Importar", exact: true }).click();
            await concluded(page).waitFor();
            await examine(page, "cnes-concluido-390");
        },
        { viewport: kPhone },
    );

export const cnes = [
    ["[S2-091] [S2-092] the screen says how to download the file", instructions],
    ["[S2-089] [S2-093] [S2-094] [S2-095] [S2-097] [S2-098] [S2-099] [S2-100] [S2-105] a file is chosen, opened and concluded, and stays in the history", importFile],
    ["[S2-090] [S2-095] a newer file dragged onto the screen inactivates what it no longer has", again],
    ["«Simular importação» shows what would change, and the fichas it would invalidate, and changes nothing", simulate],
    ["[S2-101] [S2-102] [S2-103] [S2-104] [S2-105] «Visualizar» shows what came in, what did not and why, and who has no agenda", report],
    ["files of another município, without XML or with entities are refused with the cause", refuse],
    ["[S2-097] the progress of a big file is seen", watch],
    ["[S2-088] [S2-096] the administrador da instalação chooses the município before the file", ofTheInstallation],
    ["the import fits a phone at each of its steps", onAPhone],
];
