// SPDX-License-Identifier: Apache-2.0
// «Perfis», as 3.6 of the manual walks through it: list, cadastrar, copiar, the recursos, inativar, excluir.
import { must, mustEqual } from "../support/checks.mjs";
import { accounts } from "../support/server.mjs";
import { during, enterAs, examine, kPhone, title } from "./harness.mjs";

const row = (page, nome) => page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: nome, exact: true }) });
const option = async (page, nome, act) => {
    await page.getByRole("button", { name: `Mais opções de ${nome}`, exact: true }).click();
    await page.getByRole("button", { name: act, exact: true }).click();
};
const stateOf = (box) => box.evaluate((one) => (one.indeterminate ? "part" : one.checked ? "all" : "none"));
const answered = (page, perfil) => page.evaluate((id) => fetch(`/api/v1/perfis/${id}`).then((answer) => answer.json()), perfil);

const lists = ({ browser, url }) =>
    enterAs(browser, url, accounts.municipal).then((page) =>
        during(page, async () => {
            await page.getByRole("navigation", { name: "Módulos" }).getByRole("link", { name: "Perfis" }).click();
            await title(page, "Perfis");
            await page.getByText(/^\d+ perfis$/).waitFor();
            await row(page, "Médico").getByText("Padrão", { exact: true }).waitFor();
            for (const [nome, tipo, acesso] of [["Administrador municipal", "Administração", "Administrador municipal"], ["Coordenador UBS", "Coordenação", "Lotação"], ["Médico", "Atendimento", "Lotação"], ["Gestor municipal", "Gestor Municipal/Estadual", "Gestor municipal"], ["Gestor estadual", "Gestor Municipal/Estadual", "Gestor estadual"]]) {
                await row(page, nome).getByText(tipo, { exact: true }).first().waitFor();
                await row(page, nome).getByText(acesso, { exact: true }).first().waitFor();
            }
            await examine(page, "perfis");
            await page.getByLabel("Nome do perfil").fill("enfermeiro");
            await page.getByText("2 perfis").waitFor();
            await page.getByRole("link", { name: "Visualizar Enfermeiro", exact: true }).click();
            await title(page, "Visualizar perfil");
            await page.getByText("Visualizar prontuário").waitFor();
            must((await page.getByRole("checkbox").count()) === 0, "what is viewed can be changed");
            await examine(page, "perfil_visualizar");
            await page.goto("/perfis");
            await page.setViewportSize(kPhone);
            await page.getByRole("link", { name: "Visualizar Médico", exact: true }).waitFor();
            await examine(page, "perfis_telefone");
        }),
    );

const makes = ({ browser, url }) =>
    enterAs(browser, url, accounts.municipal).then((page) =>
        during(page, async () => {
            await page.goto("/perfis");
            await page.getByRole("button", { name: "Cadastrar perfil" }).click();
            await title(page, "Cadastrar perfil");
            await page.getByRole("button", { name: "Salvar" }).click();
            await page.getByRole("link", { name: /Nome: Informe/ }).waitFor();
            const acessos = await page.getByLabel("Tipo de acesso").locator("option").allTextContents();
            mustEqual(acessos, ["Selecione", "Lotação", "Gestor municipal", "Gestor estadual"], "the kinds of acesso");
            await page.getByLabel("Nome", { exact: true }).fill("médico");
            await page.getByLabel("Tipo de acesso").selectOption({ label: "Lotação" });
            await page.getByRole("button", { name: "Salvar" }).click();
            await page.getByRole("link", { name: /Já existe um perfil com este nome/ }).waitFor();
            await page.getByLabel("Nome", { exact: true }).fill("Recepção noturna");
            await page.getByRole("button", { name: "Salvar" }).click();

            await title(page, "Editar perfil");
            await page.getByRole("button", { name: "Expandir tudo" }).click();
            mustEqual(await page.getByRole("checkbox", { checked: true }).count(), 0, "the recursos of a new perfil");
            const agenda = page.getByRole("checkbox", { name: "Visualizar agenda", exact: true });
            const marcar = page.getByRole("checkbox", { name: "Visualizar agenda > Marcar agendamento" });
            await marcar.focus();
            await page.keyboard.press("Space");
            mustEqual([await stateOf(marcar), await stateOf(agenda)], ["all", "part"], "an authorised recurso and the one above it");
            await examine(page, "perfil_editar");
            await agenda.click();
            mustEqual([await stateOf(marcar), await stateOf(agenda)], ["none", "none"], "what is below a revoked recurso");
            await page.getByRole("button", { name: "Autorizar tudo em Visualizar agenda", exact: true }).click();
            mustEqual(await stateOf(agenda), "all", "a recurso authorised with all below it");
            const id = new URL(page.url()).pathname.split("/")[2];
            await page.getByRole("button", { name: "Salvar" }).click();
            await title(page, "Perfis");
            mustEqual((await answered(page, id)).recursos.length, 5, "the recursos kept");

            await page.goto(`/perfis/${id}/editar`);
            await page.setViewportSize(kPhone);
            await page.getByRole("button", { name: "Expandir Visualizar agenda", exact: true }).click();
            await examine(page, "perfil_editar_telefone");
        }),
    );

const copies = ({ browser, url }) =>
    enterAs(browser, url, accounts.municipal).then((page) =>
        during(page, async () => {
            await page.goto("/perfis");
            await option(page, "Coordenador UBS", "Copiar");
            await title(page, "Copiar perfil");
            await page.getByText("Não é possível alterar o tipo de acesso.").waitFor();
            mustEqual(await page.getByLabel("Tipo de acesso").count(), 0, "fields for the kind of acesso of a copy");
            await page.getByLabel("Nome", { exact: true }).fill("Coordenador do interior");
            await page.getByRole("checkbox", { name: "Visualizar unidades de saúde", exact: true }).click();
            await page.getByRole("button", { name: "Salvar" }).click();
            await title(page, "Perfis");
            await page.getByLabel("Nome do perfil").fill("interior");
            await row(page, "Coordenador do interior").getByText("Personalizado").waitFor();

            await option(page, "Coordenador do interior", "Inativar");
            await page.getByRole("alertdialog", { name: "Inativar o perfil Coordenador do interior?" }).getByRole("button", { name: "Inativar" }).click();
            await row(page, "Coordenador do interior").getByText("Inativo", { exact: true }).waitFor();
            await option(page, "Coordenador do interior", "Excluir");
            await page.getByRole("alertdialog", { name: "Excluir o perfil Coordenador do interior?" }).getByRole("button", { name: "Excluir" }).click();
            await page.getByText("Nenhum perfil com estes filtros.").waitFor();
        }),
    );

/** Two browsers: what one takes away, the other loses at the next click, on the screen and in the API. */
const closes = async ({ browser, url }) => {
    const nurse = await enterAs(browser, url, accounts.coordenacao, { acesso: /Enfermeiro/ });
    const admin = await enterAs(browser, url, accounts.municipal);
    try {
        await during(nurse, () =>
            during(admin, async () => {
                const inativa = async () => {
                    await admin.goto("/perfis");
                    await option(admin, "Enfermeiro", "Inativar");
                    await admin.getByRole("alertdialog").getByRole("button", { name: "Inativar" }).click();
                    await row(admin, "Enfermeiro").getByText("Inativo", { exact: true }).waitFor();
                };
                await inativa();
                mustEqual(await nurse.evaluate(() => fetch("/api/v1/municipios").then(({ status }) => status)), 403, "the API after the perfil was inactivated");
                await nurse.reload();
                await nurse.getByRole("button", { name: /Administrador municipal/ }).waitFor();
                await option(admin, "Enfermeiro", "Ativar");
                await admin.getByRole("alertdialog").getByRole("button", { name: "Ativar" }).click();
                await row(admin, "Enfermeiro").getByText("Ativo", { exact: true }).waitFor();
                mustEqual(await nurse.evaluate(() => fetch("/api/v1/municipios").then(({ status }) => status)), 200, "the API after the perfil is active again");
            }),
        );
    } finally {
        await Promise.allSettled([nurse.context().close(), admin.context().close()]);
    }
};

/** Somebody saved the perfil while it was on another screen. */
const meanwhile = ({ browser, url }) =>
    enterAs(browser, url, accounts.municipal).then((page) =>
        during(page, async () => {
            await page.goto("/perfis/tsb/editar");
            await title(page, "Editar perfil");
            await page.getByRole("checkbox", { name: "CDS", exact: true }).click();
            const status = await page.evaluate(async () => {
                const { csrf } = await fetch("/api/v1/sessao").then((answer) => answer.json());
                const { perfil } = await fetch("/api/v1/perfis/tsb").then((answer) => answer.json());
                const body = JSON.stringify({ nome: perfil.nome, recursos: [], versao: perfil.versao });
                return fetch("/api/v1/perfis/tsb", { method: "PUT", headers: { "X-CSRF": csrf, "Content-Type": "application/json" }, body }).then((answer) => answer.status);
            });
            mustEqual(status, 200, "the answer to the first who saved");
            await page.getByRole("button", { name: "Salvar" }).click();
            await page.getByText(/Outra pessoa alterou este perfil/).waitFor();
        }),
    );

export const perfis = [
    ["[S2-014] [S2-194] [S2-195] [S2-197] [S2-201] [S2-202] [S2-203] [S2-204] [S2-218] perfis are listed, looked for and viewed", lists],
    ["[S2-024] [S2-210] [S2-211] [S2-212] [S2-213] [S2-214] [S2-215] [S2-216] [S2-217] [S2-219] a perfil is made and its recursos authorised and revoked", makes],
    ["[S2-208] [S2-209] [S2-220] [S2-222] a perfil is copied, inactivated and excluded", copies],
    ["[S2-193] [S2-222] an inactive perfil closes screens and API at once", closes],
    ["[S2-219] of two who save the same perfil the second is told", meanwhile],
];
