// SPDX-License-Identifier: Apache-2.0
// «Auditoria», step by step as the manual has it (3.9): the period, the filters, the events, and the trail in CSV and PDF.
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { must, mustEqual } from "../support/checks.mjs";
import { accounts, sessionOf } from "../support/server.mjs";
import { downloadOf, during, enterAs, examine, kDesk, kPhone, title } from "./harness.mjs";

const run = promisify(execFile);
const kTypes = [
    "Todos", "Aceitação do termo de concordância de uso", "Acesso aos registros de auditoria", "Ação do usuário", "Bloqueio de conta de usuário",
    "Configuração de perfil", "Cópia de segurança", "Cópia de segurança – Realização de cópia de segurança",
    "Cópia de segurança – Quebra de integridade de cópia de segurança", "Cópia de segurança – Restauração de cópia de segurança sem sucesso",
    "Desbloqueio de conta de usuário", "Inativação da sessão do usuário", "Operação no banco de dados", "Tentativa de autenticação com sucesso",
    "Tentativa de autenticação sem sucesso", "Troca de senha", "Habilitar o PEC a acessar RNDS", "Desabilitar PEC a acessar RNDS",
];

async function open({ browser, url }, viewport = kDesk) {
    const page = await enterAs(browser, url, accounts.municipal, { viewport });
    if (viewport === kPhone) await page.goto("/auditoria");
    else await page.getByRole("navigation", { name: "Módulos" }).getByRole("link", { name: "Auditoria" }).click();
    await title(page, "Auditoria");
    await page.getByRole("button", { name: "Gerar trilha de auditoria" }).waitFor();
    return page;
}
const optionsOf = (page, label) => page.getByLabel(label, { exact: true }).locator("option").allTextContents();

const steps = async (world) =>
    during(await open(world), async (page) => {
        // Passo 1: the period is mandatory.
        const inicio = page.getByLabel("Início");
        const before = await inicio.inputValue();
        await inicio.fill("");
        await page.getByRole("button", { name: "Gerar trilha de auditoria" }).click();
        await page.getByRole("alert").getByRole("link", { name: /Informe o primeiro dia do período/ }).waitFor();
        await inicio.fill(before);
        // Passo 2 and 3: the lists of the manual.
        mustEqual((await optionsOf(page, "Tipo de evento")).join("|"), kTypes.join("|"), "the types of event");
        const records = await optionsOf(page, "Tipo de registro afetado");
        for (const one of ["Cidadão", "Perfil", "Profissional", "Unidade de Saúde", "Prontuário"]) must(records.includes(one), `no ${one} among ${records}`);
        await page.getByLabel("Tipo de evento", { exact: true }).selectOption("Tentativa de autenticação com sucesso");
        await page.getByLabel("Tipo de registro afetado").selectOption("Profissional");
        const who = page.getByRole("combobox", { name: "Usuário gerador do evento" });
        await who.fill("administração mun");
        await page.getByRole("option", { name: "Administração Municipal" }).waitFor();
        await who.press("Enter");
        mustEqual(await who.inputValue(), "Administração Municipal", "who was chosen");
        await page.getByLabel("Detalhes do evento").fill("entrou no");
        // Passo 4.
        await page.getByLabel("Componente gerador").fill("127.0.0.1");
        await page.getByRole("button", { name: "Visualizar eventos" }).click();
        const row = page.getByRole("row", { name: /Tentativa de autenticação com sucesso/ }).first();
        await row.getByText("Administração Municipal").waitFor();
        await row.getByText("Profissional").waitFor();
        await row.getByText("127.0.0.1").waitFor();
        const id = await row.locator(".code").textContent();
        await page.getByLabel("Identificador do registro afetado").fill(id);
        await page.getByRole("button", { name: "Visualizar eventos" }).click();
        await row.waitFor();
        await page.getByLabel("Componente gerador").fill("10.99.99.99");
        await page.getByRole("button", { name: "Visualizar eventos" }).click();
        await page.getByText("Nenhum evento com estes filtros.").waitFor();
    });

/** «Gerar trilha de auditoria», and the file from the history. */
async function generate(page, format) {
    await page.getByLabel(format, { exact: true }).check();
    await page.getByRole("button", { name: "Gerar trilha de auditoria" }).click();
    const save = page.getByRole("button", { name: new RegExp(`Baixar a trilha .* em ${format}$`) }).first();
    await save.waitFor();
    return downloadOf(page, () => save.click());
}

const csv = async (world) =>
    during(await open(world), async (page) => {
        const { name, bytes } = await generate(page, "CSV");
        must(/^trilha-de-auditoria-.*\.csv$/.test(name), name);
        const text = bytes.toString("utf8");
        must(text.startsWith("\ufeffTrilha de auditoria\r\nInstituição;"), text.slice(0, 60));
        must(/\r\nMunicípio;Brasília - DF \(5300108\)\r\n/.test(text), "whose trail it is");
        must(/\r\n\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}-03:00;Tentativa de autenticação com sucesso;Administração Municipal;/.test(text), "an entry, with the zone of its instant");
        must(/SHA-256 das linhas de eventos;[0-9a-f]{64}\r\n$/.test(text), "the sum at the end");
    });

const pdf = async (world) =>
    during(await open(world), async (page) => {
        const { name, bytes } = await generate(page, "PDF");
        must(/\.pdf$/.test(name), name);
        const path = `/tmp/auditoria-${process.pid}.pdf`;
        const { writeFile, rm } = await import("node:fs/promises");
        await writeFile(path, bytes);
        const { stdout } = await run("pdftotext", ["-layout", path, "-"]);
        await rm(path);
        for (const part of ["Trilha de auditoria", "Instituição:", "Município: Brasília - DF (5300108)", "Página 1 de", "SHA-256 das linhas de eventos:", "Aroeira"]) must(stdout.includes(part), `no ${part} in ${stdout.slice(0, 400)}`);
        must(/Administração/.test(stdout), "accents in the lines");
    });

const access = async (world) =>
    during(await open(world), async (page) => {
        await page.getByLabel("Tipo de evento", { exact: true }).selectOption("Acesso aos registros de auditoria");
        await page.getByRole("button", { name: "Visualizar eventos" }).click();
        await page.getByRole("row", { name: /Abertura do módulo Auditoria/ }).first().waitFor();
        await page.getByLabel("Tipo de evento", { exact: true }).selectOption("Operação no banco de dados");
        await page.getByRole("button", { name: "Visualizar eventos" }).click();
        await page.getByRole("row", { name: /criação Trilha de auditoria gerada atributos: ID [0-9a-f-]{36}, .*filtros/ }).first().waitFor();
    });

const looks = async (world) => {
    for (const viewport of [kDesk, kPhone])
        await during(await open(world, viewport), async (page) => {
            await page.getByRole("button", { name: "Visualizar eventos" }).click();
            await page.getByRole("row").nth(1).waitFor();
            await examine(page, `auditoria-${viewport.width}`);
        });
};

const nobodyElse = async ({ browser, url }) => {
    await during(await enterAs(browser, url, accounts.enfermeiro), async (page) => {
        must((await page.getByRole("link", { name: "Auditoria" }).count()) === 0, "a nurse sees the module");
        await page.goto("/auditoria");
        await title(page, "Sem permissão");
    });
    const headers = await sessionOf(url, accounts.enfermeiro);
    mustEqual((await fetch(`${url}/api/v1/auditoria/trilhas`, { headers })).status, 403, "the API to a nurse");
};

export const auditoria = [
    ["[S2-303] [S2-304] [S2-305] [S2-306] [S2-307] [S2-308] [S2-309] [S2-310] the five steps of the manual narrow the events of the trail", steps],
    ["[S2-311] [S2-312] [S2-313] a trail in CSV is generated, and taken from the history", csv],
    ["[S2-311] a trail in PDF has its pages, accents and sum", pdf],
    ["[S2-302] [S2-315] [S2-324] opening the module and what it wrote are events themselves", access],
    ["[S2-301] [S2-302] the screen of the trail at two widths", looks],
    ["[S2-302] the trail is of the administrators only", nobodyElse],
];
