// SPDX-License-Identifier: Apache-2.0
// Configuração as it is seen and reached: both widths, axe, and the keyboard alone.
import { must } from "../support/checks.mjs";
import { accounts } from "../support/server.mjs";
import { atConfiguracao, kConfiguracao, rowOf } from "./destinos.mjs";
import { during, examine, kDesk, kPhone, logIn, title, visit } from "./harness.mjs";
import { tabTo, trapped, walk } from "./keyboard.mjs";
import { kCity, kNacional } from "./network.mjs";

async function fits(network) {
    for (const viewport of [kDesk, kPhone]) {
        await atConfiguracao(
            network,
            async (page) => {
                const shot = (name) => `configuracao${name}-${viewport.width}`;
                await page.getByText("Identificador").waitFor();
                await examine(page, shot(""));
                await walk(page);
                for (const [opener, name] of [["Adicionar instalação", "-adicionar"], [`Editar ${kCity}`, "-editar"], ["Editar esta instalação", "-identidade"]]) {
                    const button = page.getByRole("button", { name: opener, exact: true });
                    await tabTo(page, button);
                    await page.keyboard.press("Enter");
                    await page.locator("dialog[open]").waitFor();
                    await examine(page, shot(name));
                    await trapped(page, button);
                }
                const more = page.getByRole("button", { name: `Mais opções de ${kCity}` });
                await more.click();
                await examine(page, shot("-mais"));
                await page.keyboard.press("Escape");
                must(await more.evaluate((button) => button === document.activeElement && button.ariaExpanded === "false"), "Esc closes «Mais opções» and gives the focus back");
            },
            { viewport },
        );
    }
}

const keyboardOnly = ({ browser, here, there, credencial }) =>
    visit(browser, here.url).then((page) =>
        during(page, async () => {
            await logIn(page, accounts.instalacao);
            await title(page, /^Olá/);
            await page.goto(kConfiguracao);
            const press = async (control) => {
                await tabTo(page, control);
                await page.keyboard.press("Enter");
            };
            await rowOf(page, kNacional).waitFor();
            await press(page.getByRole("button", { name: "Adicionar instalação" }));
            const dialog = page.getByRole("dialog", { name: "Adicionar instalação" });
            await page.locator("dialog input:focus").waitFor();
            await page.keyboard.type("Pelo teclado");
            await page.keyboard.press("Tab");
            // Another way to the same server: the address that is in the list would be refused.
            await page.keyboard.type(there.url.replace("localhost", "127.0.0.1"));
            await tabTo(page, dialog.getByLabel("Usuário"));
            await page.keyboard.type(credencial.usuario);
            await page.keyboard.press("Tab");
            await page.keyboard.type(credencial.senha);
            await page.keyboard.press("Enter");
            await rowOf(page, "Pelo teclado").waitFor();
            await press(page.getByRole("button", { name: "Testar conexão" }));
            await rowOf(page, "Pelo teclado").getByText("Estabelecida").waitFor();
            await press(page.getByRole("button", { name: "Excluir Pelo teclado" }));
            await press(page.getByRole("alertdialog").getByRole("button", { name: "Excluir", exact: true }));
            await rowOf(page, "Pelo teclado").waitFor({ state: "detached" });
        }),
    );

/** After those of `destinos`, which leave a receiver in the list. */
export const destinosScreen = [
    ["Configuração fits both widths, axe and the keyboard", fits],
    ["a receiver is added, tested and removed with the keyboard alone", keyboardOnly],
].map(([name, journey]) => [name, async ({ browser, network }) => journey({ ...(await network()), browser })]);
