// SPDX-License-Identifier: Apache-2.0
// One base and another: how long they have not had the same data, and giving back to one what it sent.
import { must, until } from "../support/checks.mjs";
import { kCnes } from "../support/fichas.mjs";
import { accounts, kMunicipio, sessionOf } from "../support/server.mjs";
import { downloadOf, during, enterAs, examine, kDesk, kPhone, title } from "./harness.mjs";
import { knowReceiver, makeFichas, send, sendByHandOnly } from "./network.mjs";

const kFirst = 9000;
const kDays = 32;
const kMonth = new Date().toLocaleDateString("sv-SE", { timeZone: "America/Sao_Paulo" }).slice(0, 7).replace("-", "");

async function recovered({ browser, here }) {
    const uuids = await makeFichas({ here }, kFirst);
    const path = `/transmissao/recebimento/cnes/${kCnes}?mes=${kMonth}`;
    for (const viewport of [kPhone, kDesk]) {
        await during(await enterAs(browser, here.url, accounts.instalacao, { viewport }), async (page) => {
            await page.goto(path);
            await title(page, `CNES ${kCnes}`);
            await page.getByRole("button", { name: "Recuperar fichas em arquivo" }).click();
            const dialog = page.getByRole("alertdialog", { name: `Recuperar as fichas do CNES ${kCnes}?` });
            await examine(page, `recuperar-${viewport.width}`);
            const file = await downloadOf(page, () => dialog.getByRole("button", { name: "Salvar em Arquivo" }).click());
            must(file.bytes.subarray(0, 2).toString() === "PK", "a zip");
            for (const uuid of uuids) must(file.bytes.includes(`${uuid}.esus`), `${uuid} is not in the file`);
            await page.locator(".notice").getByText(/Fichas salvas em arquivo/).waitFor();
        });
    }
    await during(await enterAs(browser, here.url, accounts.municipal), async (page) => {
        await page.goto(path);
        await title(page, `CNES ${kCnes}`);
        await page.getByRole("heading", { name: "Fichas recebidas por tipo" }).waitFor();
        must((await page.getByRole("button", { name: "Recuperar fichas em arquivo" }).count()) === 0, "who may not is offered it");
    });
}

async function quiet({ browser, here, ...network }) {
    await knowReceiver({ here, ...network });
    await sendByHandOnly({ here });
    await makeFichas({ here }, kFirst + 100);
    const who = await sessionOf(here.url, accounts.instalacao);
    await send("POST", `${here.url}/api/v1/transmissao/lotes?municipio=${kMunicipio}`, who, {});
    const lotes = async () => (await (await fetch(`${here.url}/api/v1/transmissao/lotes?municipio=${kMunicipio}&situacao=gerado`, { headers: who })).json()).total;
    await until(async () => (await lotes()) >= 1, "lotes to be made");
    const shift = (days) =>
        here.write(`UPDATE lote_enviado SET criado_ms = criado_ms - ${days * 86_400_000}, enviado_ms = enviado_ms - ${days * 86_400_000}; UPDATE lote_enviado_historico SET instante_ms = instante_ms - ${days * 86_400_000}`);
    await shift(kDays);
    try {
        for (const viewport of [kPhone, kDesk]) {
            await during(await enterAs(browser, here.url, accounts.instalacao, { viewport }), async (page) => {
                for (const path of ["/transmissao/configuracao", "/transmissao/envio"]) {
                    await page.goto(path);
                    await page.getByText(/^Sem sincronizar há 32 dias: /).first().waitFor();
                    await page.getByText(/O prazo entre duas sincronizações é de um mês \(30 dias\)\./).first().waitFor();
                    await examine(page, `sincronia-${path.split("/").at(-1)}-${viewport.width}`);
                }
            });
        }
    } finally {
        await shift(-kDays);
    }
    await during(await enterAs(browser, here.url, accounts.instalacao), async (page) => {
        await page.goto("/transmissao/envio");
        await page.getByText("O computador deve permanecer ligado").first().waitFor();
        must((await page.getByText(/^Sem sincronizar há/).count()) === 0, "bases that have just synchronised are warned of");
    });
}

const over = (journey) => async ({ browser, network }) => journey({ browser, ...(await network()) });

export const bases = [
    ["[S2-223] what is kept of an establishment is given back in a file, by who may", over(recovered)],
    ["[S2-227] who has not synchronised for more than a month is named in Configuração and Envio, with since when", over(quiet)],
];
