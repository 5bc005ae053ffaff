// SPDX-License-Identifier: Apache-2.0
// «Gestão municipal», step by step as the manual says.
import { must, mustEqual } from "../support/checks.mjs";
import { accounts } from "../support/server.mjs";
import { atHome, during, enterAs, examine, kDesk, kPhone, title } from "./harness.mjs";
import { inIt } from "./installation.mjs";
import { tabTo, trapped, walk } from "./keyboard.mjs";

const kTitle = "Gestão municipal";
const notice = (page, text) => page.locator(".notice").getByText(text).waitFor();
const asMunicipal = ({ browser, url }, journey, options) => enterAs(browser, url, accounts.municipal, options).then((page) => during(page, journey));

async function openTab(page, name) {
    await page.goto("/");
    await atHome(page);
    await page.getByRole("region", { name: "Administração Municipal" }).getByRole("link", { name: kTitle }).click();
    await title(page, kTitle);
    await page.getByRole("navigation", { name: kTitle }).getByRole("link", { name, exact: true }).click();
}

/** 3.11: the tabs, and nobody else's. */
const tabs = async (world) => {
    await asMunicipal(world, async (page) => {
        await openTab(page, "Tipos de serviço");
        mustEqual(await page.getByRole("navigation", { name: kTitle }).getByRole("link").allTextContents(), ["Configuração da agenda padrão", "Grupos de exames", "Tipos de serviço"], "the tabs");
    });
    for (const account of [accounts.instalacao, accounts.enfermeiro])
        await during(await enterAs(world.browser, world.url, account), async (page) => {
            mustEqual(await page.getByRole("link", { name: kTitle }).count(), 0, "the module of another perfil");
            await page.goto("/gestao/agenda");
            await title(page, "Sem permissão");
        });
};

/** 3.11.1 */
const agenda = (world) =>
    asMunicipal(world, async (page) => {
        await openTab(page, "Configuração da agenda padrão");
        const periods = page.getByRole("region", { name: "Períodos de trabalho" });
        const monday = periods.getByRole("group", { name: "Segunda-feira" });
        mustEqual(await monday.getByLabel("Início").first().inputValue(), "08:00", "the first hour of a Monday");
        mustEqual(await periods.getByRole("group", { name: "Sábado" }).count(), 0, "the Saturday before it is asked for");
        await periods.getByLabel("Mostrar fim de semana").check();
        const saturday = periods.getByRole("group", { name: "Sábado" });
        await periods.getByRole("group", { name: "Domingo" }).waitFor();
        await saturday.getByLabel("Início").first().fill("1000");
        await saturday.getByLabel("Fim").first().fill("0900");
        await periods.getByRole("button", { name: "Salvar" }).click();
        await periods.getByRole("alert").getByText(/Sábado, fim do 1º período: O fim deve ser depois do início/).waitFor();
        await saturday.getByLabel("Fim").first().fill("1200");
        await monday.getByLabel("Início").nth(1).fill("1100");
        await periods.getByRole("button", { name: "Salvar" }).click();
        await periods.getByRole("alert").getByText(/Em segunda-feira, a agenda tem períodos que se sobrepõem/).first().waitFor();
        await monday.getByLabel("Início").nth(1).fill("1330");
        await periods.getByRole("button", { name: "Salvar" }).click();
        await notice(page, "Horários de atendimento padrão gravados.");
        const duration = page.getByRole("region", { name: "Duração padrão do agendamento" });
        const minutes = duration.getByLabel("Duração padrão do agendamento (minutos)");
        await minutes.fill("0");
        await duration.getByRole("button", { name: "Salvar" }).click();
        await duration.getByRole("alert").getByText(/de 1 a 240 minutos/).first().waitFor();
        await minutes.fill("15");
        await duration.getByRole("button", { name: "Salvar" }).click();
        await notice(page, "Duração padrão do agendamento gravada.");
        await page.reload();
        await saturday.waitFor();
        mustEqual(await saturday.getByLabel("Início").first().inputValue(), "10:00", "the hour that was saved");
        mustEqual(await monday.getByLabel("Início").nth(1).inputValue(), "13:30", "the other hour that was saved");
        mustEqual(await minutes.inputValue(), "15", "the duration that was saved");
    });

const row = (page, name) => page.getByRole("row").filter({ hasText: name });

/** 3.11.2 */
const grupos = (world) =>
    asMunicipal(world, async (page) => {
        await openTab(page, "Grupos de exames");
        await page.getByText("Nenhum grupo de exames.").waitFor();
        await page.getByRole("button", { name: "Adicionar grupo de exames" }).click();
        const dialog = page.getByRole("dialog", { name: "Adicionar grupo de exames" });
        await dialog.getByRole("button", { name: "Adicionar" }).click();
        await dialog.getByRole("alert").getByText(/Informe o nome do grupo/).waitFor();
        await dialog.getByRole("alert").getByText(/Escolha ao menos um exame/).waitFor();
        await dialog.getByLabel("Nome do grupo").fill("Pré-natal");
        const exams = dialog.getByRole("combobox", { name: "Exames" });
        await exams.fill("hemograma completo");
        await dialog.getByRole("option", { name: /0202020380/ }).click();
        // By the keyboard alone, too.
        await exams.pressSequentially("0202010473");
        await dialog.getByRole("option", { name: /0202010473/ }).waitFor();
        await page.keyboard.press("Enter");
        await dialog.getByRole("button", { name: /^Retirar 0202010473/ }).waitFor();
        await dialog.getByRole("button", { name: "Adicionar" }).click();
        await notice(page, "Pré-natal: grupo adicionado.");
        await row(page, "Pré-natal").getByText("2 exames").waitFor();

        await page.getByRole("button", { name: "Editar Pré-natal" }).click();
        const editing = page.getByRole("dialog", { name: "Editar Pré-natal" });
        await editing.getByLabel("Nome do grupo").fill("Pré-natal, 1º trimestre");
        await editing.getByRole("button", { name: /^Retirar 0202010473/ }).click();
        await editing.getByRole("button", { name: "Salvar" }).click();
        await row(page, "Pré-natal, 1º trimestre").filter({ hasText: /1 exame(?!s)/ }).waitFor();

        // The same name again is refused where it was typed.
        await page.getByRole("button", { name: "Adicionar grupo de exames" }).click();
        await dialog.getByLabel("Nome do grupo").fill("PRE-NATAL, 1º TRIMESTRE");
        await exams.fill("hemograma completo");
        await dialog.getByRole("option", { name: /0202020380/ }).click();
        await dialog.getByRole("button", { name: "Adicionar" }).click();
        await dialog.getByRole("alert").getByText(/Já existe um grupo com este nome/).first().waitFor();
        await page.keyboard.press("Escape");

        await page.getByRole("button", { name: "Excluir Pré-natal, 1º trimestre" }).click();
        await page.getByRole("alertdialog", { name: "Excluir Pré-natal, 1º trimestre?" }).getByRole("button", { name: "Excluir" }).click();
        await notice(page, "Pré-natal, 1º trimestre: excluído.");
        await page.getByText("Nenhum grupo de exames.").waitFor();
    });

/** 3.11.3, with a name that is a script, and two people at once. */
const tipos = (world) =>
    asMunicipal(world, async (page) => {
        await openTab(page, "Tipos de serviço");
        const add = async (nome) => {
            await page.getByRole("button", { name: "Adicionar tipo de serviço" }).click();
            const dialog = page.getByRole("dialog", { name: "Adicionar tipo de serviço" });
            await dialog.getByLabel("Nome do tipo de serviço").fill(nome);
            await dialog.getByRole("button", { name: "Adicionar" }).click();
            await notice(page, `${nome}: tipo de serviço adicionado.`);
        };
        const hostile = '<img src=x onerror="document.title=1">';
        await add(hostile);
        await add("Vacinação");
        await row(page, hostile).waitFor();
        must((await page.title()).includes(kTitle), "what was typed ran");
        await page.getByLabel("Pesquisar tipo de serviço").fill("VACINACAO");
        await page.getByText("1 tipo de serviço", { exact: true }).waitFor();

        await page.getByRole("button", { name: "Editar Vacinação" }).click();
        const dialog = page.getByRole("dialog", { name: "Editar Vacinação" });
        await dialog.getByLabel("Nome do tipo de serviço").fill("Sala de vacina");
        await during(await enterAs(world.browser, world.url, accounts.municipal), async (other) => {
            await other.goto("/gestao/tipos-de-servico");
            await other.getByRole("button", { name: "Editar Vacinação" }).click();
            await other.getByLabel("Nome do tipo de serviço").fill("Imunização");
            await other.getByRole("button", { name: "Salvar" }).click();
            await notice(other, "Imunização: alteração gravada.");
        });
        await dialog.getByRole("button", { name: "Salvar" }).click();
        await page.getByRole("alert").getByText(/Outra pessoa alterou ou excluiu isto/).waitFor();
        mustEqual(await page.getByLabel("Nome do tipo de serviço").inputValue(), "Sala de vacina", "what the second had typed");
        await page.keyboard.press("Escape");
        await page.getByLabel("Pesquisar tipo de serviço").fill("");

        for (const nome of ["Imunização", hostile]) {
            await page.getByRole("button", { name: `Excluir ${nome}` }).click();
            await page.getByRole("alertdialog", { name: `Excluir ${nome}?` }).getByRole("button", { name: "Excluir" }).click();
            await notice(page, `${nome}: excluído.`);
        }
        await page.getByText("Nenhum tipo de serviço.").waitFor();
    });

/** Both widths, axe, and the keyboard. */
const fits = async (world) => {
    for (const viewport of [kDesk, kPhone])
        await asMunicipal(
            world,
            async (page) => {
                for (const address of ["agenda", "grupos-de-exames", "tipos-de-servico"]) {
                    await page.goto(`/gestao/${address}`);
                    await title(page, kTitle);
                    await examine(page, `gestao-${address}-${viewport.width}`);
                    await walk(page);
                }
                await page.goto("/gestao/grupos-de-exames");
                const opener = page.getByRole("button", { name: "Adicionar grupo de exames" });
                await tabTo(page, opener);
                await page.keyboard.press("Enter");
                await page.locator("dialog[open] #nome:focus").waitFor();
                await examine(page, `gestao-grupo-${viewport.width}`);
                await trapped(page, opener);
            },
            { viewport },
        );
};

export const gestao = [
    ["[S2-012] [S2-344] Gestão municipal has its tabs, for the administrador municipal only", tabs],
    ["[S2-348] [S2-349] [S2-350] the standard agenda and its duration are saved, weekend included", agenda],
    ["[S2-353] [S2-354] [S2-355] [S2-356] [S2-357] [S2-358] groups of exams are added, edited and deleted", grupos],
    ["[S2-359] [S2-360] [S2-361] [S2-362] [S2-363] types of service are added, edited and deleted, and a script is a name", tipos],
    ["«Gestão municipal» fits both widths, axe and the keyboard", fits],
].map(inIt);
