// SPDX-License-Identifier: Apache-2.0
// The recommended flows of 3.7.4 as people walk them: UBS, Secretaria, and who stands for the SISAB.
import { importCnes } from "../support/cnes.mjs";
import { must, mustEqual, until } from "../support/checks.mjs";
import { loteOf, visita } from "../support/fichas.mjs";
import { accounts, kMunicipio, sessionOf, startServer } from "../support/server.mjs";
import { downloadOf, during, enterAs } from "./harness.mjs";
import { newCredencial, present, send } from "./network.mjs";
import { chooseFile } from "./recebimento.mjs";
import { zip } from "./world.mjs";

const kNacionalId = "00000000-0000-7000-8000-000000000001";

/** A UBS on its own, the Secretaria, and the Centralizador Nacional. */
async function openTown() {
    const nacional = await startServer();
    const sms = await startServer({ settings: `[transmissao]\nnacional = "${nacional.url}"\n` });
    const ubs = await startServer();
    await present(nacional, { nome: "Ministério da Saúde", tipo: "centralizador_nacional", uf: "" });
    await present(sms, { nome: "Secretaria Municipal de Saúde", tipo: "centralizador_municipal", uf: "DF" });
    for (const { url } of [sms, ubs]) await importCnes(url, await sessionOf(url, accounts.municipal));
    const { usuario, senha } = await newCredencial(nacional);
    await send("PUT", `${sms.url}/api/v1/transmissao/destinos/${kNacionalId}`, await sessionOf(sms.url, accounts.instalacao),
        { nome: "Centralizador Nacional", endereco: nacional.url, protocolo: "aroeira", usuario, senha, autoridade: "" });
    return { nacional, sms, ubs, close: () => Promise.all([nacional, sms, ubs].map((server) => server.stop())) };
}

/** Somebody of the Secretaria brings a file in. */
const importFile = (browser, { url }, name, bytes, count) =>
    enterAs(browser, url, accounts.municipal).then((page) =>
        during(page, async () => {
            await page.goto("/transmissao/recebimento/importar");
            await chooseFile(page, zip(name, bytes));
            await page.getByText(`${count} fichas recebidas, ${count} válidas`).waitFor();
        }),
    );

async function generate(page) {
    await page.goto("/transmissao/envio");
    await page.getByRole("button", { name: "Gerar novo lote" }).click();
    await page.getByRole("alertdialog", { name: "Gerar novo lote" }).getByRole("button", { name: "Gerar lotes" }).click();
    await page.locator(".notice").getByText(/lote gerado, com/).waitFor();
}

/** «Gerar novo lote», «Marcar para envio», and it is there. */
const sendToSisab = (browser, { url }) =>
    enterAs(browser, url, accounts.instalacao).then((page) =>
        during(page, async () => {
            await generate(page);
            await page.getByRole("row").filter({ hasText: "Centralizador Nacional" }).first().getByRole("link", { name: /^Visualizar o lote/ }).click();
            const mark = page.getByRole("button", { name: "Marcar para envio" });
            await mark.or(page.getByText("Concluído", { exact: true }).first()).first().waitFor();
            if (await mark.count()) await mark.click();
            await page.getByText("Concluído", { exact: true }).first().waitFor({ timeout: 60_000 });
        }),
    );

/** Each uuid is at the top once, valid. */
async function atTheTop({ nacional }, uuids) {
    const who = await sessionOf(nacional.url, accounts.municipal);
    for (const uuid of uuids) {
        const found = await until(async () => {
            const answer = await fetch(`${nacional.url}/api/v1/recebimento/fichas/${uuid}?municipio=${kMunicipio}`, { headers: who });
            return answer.ok && answer.json();
        }, `${uuid} to reach the top`);
        mustEqual([found.ficha.situacao, found.versoes.length], ["valida", 1], uuid);
    }
}

const some = (first, count) => Array.from({ length: count }, (_, i) => visita(first + i));
const uuidsOf = (fichas) => fichas.map(({ uuidDadoSerializado }) => uuidDadoSerializado);

/** Paper goes to the Secretaria every week, and is typed there in a CDS that has no network. */
async function paperEachWeek(browser, town) {
    const weeks = [some(100, 6), some(200, 4)];
    for (const [i, week] of weeks.entries()) {
        await importFile(browser, town.sms, `cds-semana-${i + 1}.zip`, await loteOf(week), week.length);
        await sendToSisab(browser, town.sms);
    }
    await atTheTop(town, weeks.flatMap(uuidsOf));
}

/** Kept in the unit, carried to the Secretaria. */
async function carried(browser, town) {
    const fichas = some(300, 5);
    await importFile(browser, town.ubs, "do-dia.zip", await loteOf(fichas), fichas.length);
    let file;
    await during(await enterAs(browser, town.ubs.url, accounts.instalacao), async (page) => {
        await generate(page);
        file = await downloadOf(page, () => page.getByRole("button", { name: /^Salvar em Arquivo o lote/ }).first().click());
    });
    await importFile(browser, town.sms, file.name, file.bytes, fichas.length);
    await sendToSisab(browser, town.sms);
    await atTheTop(town, uuidsOf(fichas));
    // One day there is a connection: what goes over it again is known already.
    const { usuario, senha } = await newCredencial(town.sms);
    await during(await enterAs(browser, town.ubs.url, accounts.instalacao), async (page) => {
        await page.goto("/transmissao/configuracao");
        await page.getByRole("button", { name: "Adicionar instalação" }).click();
        const dialog = page.getByRole("dialog", { name: "Adicionar instalação" });
        await dialog.getByLabel("Nome da instalação").fill("Centralizador do Município");
        await dialog.getByLabel("Endereço do servidor").fill(town.sms.url);
        await dialog.getByLabel("Usuário").fill(usuario);
        await dialog.getByLabel(/^Senha \(/).fill(senha);
        await dialog.getByRole("button", { name: "Adicionar" }).click();
        await dialog.waitFor({ state: "detached" });
        await generate(page);
        await page.getByRole("row").filter({ hasText: "Centralizador do Município" }).first().getByRole("link", { name: /^Visualizar o lote/ }).click();
        const mark = page.getByRole("button", { name: "Marcar para envio" });
        await mark.or(page.getByText("Concluído", { exact: true }).first()).first().waitFor();
        if (await mark.count()) await mark.click();
        await page.getByText("Concluído", { exact: true }).first().waitFor({ timeout: 60_000 });
    });
    await atTheTop(town, uuidsOf(fichas));
}

const inTown = (flow) => async ({ browser }) => {
    const town = await openTown();
    try {
        await flow(browser, town);
    } finally {
        await town.close();
    }
};

export const fluxos = [
    ["[S2-280] a UBS without computers: its fichas are typed at the Secretaria week by week, and reach the SISAB", inTown(paperEachWeek)],
    ["[S2-283] a UBS without internet: its fichas go by file or, one day, over a connection, and reach the SISAB once", inTown(carried)],
];
