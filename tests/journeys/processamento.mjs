// SPDX-License-Identifier: Apache-2.0
// When lotes are processed, and processing them before their hour.
import { mustEqual } from "../support/checks.mjs";
import { accounts } from "../support/server.mjs";
import { during, enterAs, title } from "./harness.mjs";
import { chooseFile } from "./recebimento.mjs";
import { goodLote, zip } from "./world.mjs";

/** An hour that is not now, in whatever zone of the country. */
function anotherHour() {
    const hour = (new Date().getUTCHours() + 12) % 24;
    return [hour, (hour + 1) % 24].map((one) => `${String(one).padStart(2, "0")}:00`);
}

const setHours = (page) => ({
    open: () => page.goto("/transmissao/recebimento/processamento").then(() => title(page, "Transmissão de Dados")),
    save: () => page.getByRole("button", { name: "Salvar" }).click(),
    saved: () => page.getByText("Horário gravado.").first().waitFor(),
});

async function waitForTheHour({ browser, url }) {
    const [inicio, fim] = anotherHour();
    const hours = await enterAs(browser, url, accounts.instalacao);
    const municipal = await enterAs(browser, url, accounts.municipal);
    await during(hours, async (page) => {
        const form = setHours(page);
        await form.open();
        await page.getByRole("heading", { name: "Processamento dos lotes recebidos" }).waitFor();
        await page.getByLabel("Só dentro do horário").check();
        mustEqual([await page.getByLabel("Início").inputValue(), await page.getByLabel("Fim").inputValue()], ["00:00", "06:00"], "the hours of the manual");
        await page.getByLabel("Início").fill("2575");
        await form.save();
        await page.getByRole("link", { name: "Início: Informe a hora de início, de 00:00 a 23:59." }).waitFor();
        await page.getByLabel("Início").fill(inicio);
        await page.getByLabel("Fim").fill(fim);
        await form.save();
        await form.saved();

        await during(municipal, async (other) => {
            await other.goto("/transmissao/recebimento/importar");
            await chooseFile(other, zip("para-a-noite.zip", await goodLote(600, 3)));
            await other.getByText("Arquivo recebido: para-a-noite.zip").waitFor();
            await other.getByText(`As fichas serão processadas entre ${inicio} e ${fim}.`).waitFor();
            await other.getByRole("link", { name: "Voltar ao controle de recebimento" }).click();
            const row = other.getByRole("row", { name: /para-a-noite\.zip/ });
            await row.getByText("Aguardando").waitFor();
            await other.getByRole("button", { name: "Processar todos" }).click();
            await other.getByText("Processamento iniciado: 1 lote.").first().waitFor();
            await row.getByText("Processado").waitFor();
            await other.getByRole("button", { name: "Processar todos" }).click();
            await other.getByText("Nenhum lote pendente: tudo o que chegou já foi processado.").first().waitFor();
        });

        await form.open();
        await page.getByLabel("Contínuo").check();
        await form.save();
        await form.saved();
    });
}

async function chooseMunicipio({ browser, url }) {
    await during(await enterAs(browser, url, accounts.instalacao), async (page) => {
        await page.goto("/transmissao/recebimento");
        await page.getByLabel("Município", { exact: true }).selectOption({ label: "Brasília – DF" });
        await page.getByRole("row", { name: /para-a-noite\.zip/ }).waitFor();
    });
}

export const processamento = [
    ["[S2-266] [S2-272] lotes wait for the hours the installation sets, and «Processar todos» does not", waitForTheHour],
    ["[S2-264] the administrador da instalação sees what a município received", chooseMunicipio],
];
