// SPDX-License-Identifier: Apache-2.0
// The agenda of a lotação, step by step as the manual 3.5.5 to 3.5.7 have it.
import { must, mustEqual } from "../support/checks.mjs";
import { cpfOf } from "../support/cnes.mjs";
import { examine, firstEntry, kDesk, kPhone, title } from "./harness.mjs";
import { atProfissionais, more, open, register, rowOf, save, told } from "./profissionais.mjs";

const kAna = "ANA DOS TESTES";
const kAnas = "AGENTE COMUNITÁRIO DE SAÚDE em UBS CENTRO";
const kTwo = "JOÃO DAS DUAS UNIDADES";
const kHers = { cpf: cpfOf(51), senha: "girassol-42-azul" };

/** A coordinator of UBS CENTRO, made and let in as an administrator does it. */
async function coordinator(world) {
    let link = "";
    await atProfissionais(world, async (page) => {
        await register(page, { cpf: kHers.cpf, nome: "Gilda Gerente" });
        await save(page);
        await title(page, "Gilda Gerente");
        await page.getByRole("link", { name: "Cadastrar lotação" }).click();
        await page.getByLabel("Unidade de saúde").selectOption({ label: "UBS CENTRO – 2269741" });
        await page.getByLabel("CBO").selectOption({ label: "131210 – GERENTE DE SERVIÇOS DE SAÚDE" });
        await page.getByRole("list", { name: "Perfis escolhidos" }).getByText("Coordenador UBS").waitFor();
        await save(page);
        await told(page, "Lotação cadastrada.");
        await more(page, "Gilda Gerente", "Redefinir Senha");
        await page.getByRole("alertdialog").getByRole("button", { name: "Redefinir senha" }).click();
        link = await page.getByLabel("Link de uso único", { exact: true }).inputValue();
    });
    await firstEntry(world.browser, world.url, link, kHers);
}

const atAna = (world, work, options = {}) =>
    atProfissionais(world, async (page) => {
        await open(page, options.name ?? kAna);
        await page.getByRole("table", { name: "Lotações" }).waitFor();
        await work(page);
    }, { account: kHers, ...options });
const act = (page, name) => more(page, `a lotação ${kAnas}`, name);

const onlyCoordinator = async (world) => {
    await coordinator(world);
    await atProfissionais(world, async (page) => {
        await open(page, kAna);
        await page.getByRole("button", { name: `Mais opções de a lotação ${kAnas}` }).click();
        await page.getByRole("button", { name: "Inativar" }).waitFor();
        must((await page.getByRole("button", { name: /agenda/ }).count()) === 0, "an administrator is offered the agenda");
    });
    // Of another unit she is offered nothing; of her own she is.
    await atAna(world, async (page) => {
        await page.getByRole("button", { name: /^Mais opções de a lotação .* em UBS LAGOA SECA$/ }).click();
        must((await page.getByRole("button", { name: /agenda/ }).count()) === 0, "the agenda of another unit is offered");
        await page.keyboard.press("Escape");
        await more(page, `a lotação ENFERMEIRO DA ESTRATÉGIA DE SAÚDE DA FAMÍLIA em UBS CENTRO`, "Criar configuração de agenda");
        await title(page, "Criar configuração de agenda");
    }, { name: kTwo });
};

const automatic = (world) =>
    atAna(world, async (page) => {
        await act(page, "Editar configuração de agenda");
        await title(page, "Editar configuração de agenda");
        await page.getByText("Esta agenda está no horário-padrão do município.").waitFor();
        mustEqual(await page.locator("#inicio-1-0").inputValue(), "08:00", "Monday begins");
    });

const configure = (world) =>
    atAna(world, async (page) => {
        await act(page, "Editar configuração de agenda");
        await page.locator("#inicio-1-0").waitFor();
        must((await page.getByRole("group", { name: "Sábado" }).count()) === 0, "the weekend is shown");
        await page.getByLabel("Mostrar fim de semana").check();
        const saturday = page.getByRole("group", { name: "Sábado" });
        await page.getByRole("group", { name: "Domingo" }).waitFor();
        await saturday.getByLabel("Início do 1º período").fill("0900");
        await saturday.getByLabel("Fim do 1º período").fill("0800");
        await save(page);
        await page.getByRole("link", { name: "Sábado, fim do 1º período: O horário final deve ser depois do inicial." }).waitFor();
        await saturday.getByLabel("Fim do 1º período").fill("1200");
        await save(page);
        await told(page, `Agenda de ${kAna} gravada. Os horários agendados previamente não mudam.`);
        await act(page, "Editar configuração de agenda");
        await page.waitForFunction(() => document.querySelector("#inicio-6-0")?.value === "09:00");
        await page.getByRole("button", { name: "Horário-padrão" }).click();
        must((await page.getByRole("group", { name: "Sábado" }).count()) === 0, "the standard hours have a Saturday");
        await save(page);
        await told(page, `Agenda de ${kAna} gravada. Os horários agendados previamente não mudam.`);
    });

const close = (world) =>
    atAna(world, async (page) => {
        await act(page, "Visualizar fechamento de agenda");
        await title(page, "Fechamento de agenda");
        await page.getByText("Nenhum fechamento. A agenda segue os horários da semana.").waitFor();
        mustEqual((await page.getByLabel("Motivo").getByRole("option").allInnerTexts()).slice(1), ["Atestado", "Curso", "Férias", "Licença", "Reunião", "Outro"], "the motives");
        const add = () => page.getByRole("button", { name: "Adicionar" }).click();
        await add();
        for (const wanted of [/^Data inicial: /, /^Data final: /, /^Motivo: /]) await page.getByRole("link", { name: wanted }).waitFor();
        await page.getByLabel("Data inicial").fill("01122026");
        await page.getByLabel("Data final").fill("30112026");
        await page.getByLabel("Motivo").selectOption("Outro");
        await add();
        await page.getByRole("link", { name: "Especifique: Descreva o motivo." }).waitFor();
        await page.getByRole("link", { name: "Data final: A data final deve ser igual ou posterior à inicial." }).waitFor();
        await page.getByLabel("Data final").fill("15122026");
        await page.getByLabel("Especifique").fill("Mudança da unidade");
        await add();
        await told(page, "Agenda fechada de 01/12/2026 a 15/12/2026.");
        await rowOf(page, "01/12/2026 a 15/12/2026").getByText("Mudança da unidade").waitFor();
        await page.getByLabel("Data inicial").fill("15122026");
        await page.getByLabel("Data final").fill("15122026");
        await page.getByLabel("Motivo").selectOption("Férias");
        await add();
        await page.getByText("A agenda já está fechada em parte destes dias.").waitFor();
        await page.getByRole("button", { name: "Excluir o fechamento de 01/12/2026 a 15/12/2026" }).click();
        await page.getByRole("alertdialog", { name: "Excluir o fechamento de 01/12/2026 a 15/12/2026?" }).getByRole("button", { name: "Excluir" }).click();
        await told(page, "Fechamento de 01/12/2026 a 15/12/2026 excluído.");
    });

const online = (world) =>
    atAna(world, async (page) => {
        await act(page, "Criar configuração de agenda online");
        await title(page, "Configuração de agenda online");
        await page.getByText("Antes de realizar a configuração da Agenda Online, realize uma conversa prévia com toda a equipe").waitFor();
        const slot = (name) => page.getByRole("button", { name, exact: true });
        await slot("Segunda-feira, 08:00").click();
        await slot("Segunda-feira, 08:20").click();
        await slot("Sexta-feira, 13:00").click();
        await page.getByText("3 horários habilitados").waitFor();
        await slot("Segunda-feira, 08:20").click();
        await page.getByText("2 horários habilitados").waitFor();
        await save(page);
        await told(page, `Agenda online de ${kAna} gravada. Os horários agendados previamente não mudam.`);
        await act(page, "Editar configuração de agenda online");
        await page.getByText("2 horários habilitados").waitFor();
        mustEqual(await slot("Segunda-feira, 08:00").getAttribute("aria-pressed"), "true", "what was enabled");
    });

const notByHand = (world) =>
    atAna(world, async (page) => {
        await page.getByRole("button", { name: /^Mais opções de a lotação GERENTE/ }).click();
        await page.getByRole("button", { name: "Editar configuração de agenda", exact: true }).waitFor();
        must((await page.getByRole("button", { name: /agenda online/ }).count()) === 0, "who was typed by hand is offered online");
    }, { name: "Gilda Gerente" });

const looks = async (world) => {
    for (const viewport of [kDesk, kPhone])
        for (const [name, heading, shot] of [
            ["Editar configuração de agenda", "Editar configuração de agenda", "agenda"],
            ["Visualizar fechamento de agenda", "Fechamento de agenda", "agenda-fechamento"],
            ["Editar configuração de agenda online", "Configuração de agenda online", "agenda-online"],
        ])
            await atAna(world, async (page) => {
                await act(page, name);
                await title(page, heading);
                await page.locator("dl.facts").waitFor();
                await examine(page, `${shot}-${viewport.width}`);
            }, { viewport });
};

export const agenda = [
    ["[S2-126] [S2-165] [S2-168] only the coordinator of the unit is offered the agenda of a lotação", onlyCoordinator],
    ["[S2-166] [S2-167] the only lotação of a professional is in the standard hours by itself", automatic],
    ["[S2-167] [S2-169] [S2-170] [S2-171] [S2-172] hours are set per weekday, filled by «horário-padrão», and the weekend shown when asked", configure],
    ["[S2-174] [S2-175] [S2-176] [S2-177] [S2-178] [S2-179] [S2-180] the agenda is closed for some days, with a motive, and opened again", close],
    ["[S2-181] [S2-182] [S2-183] [S2-189] hours are offered online one by one", online],
    ["[S2-185] who was typed by hand is not offered online", notByHand],
    ["[S2-172] the screens of the agenda fit both widths and axe", looks],
];
