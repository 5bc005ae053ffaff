// SPDX-License-Identifier: Apache-2.0
// Transmissão de Dados › Configuração: the certificate this installation shows to one that receives.
import { openAuthority } from "../support/certificates.mjs";
import { atConfiguracao, rowOf } from "./destinos.mjs";
import { examine, kDesk, kPhone } from "./harness.mjs";

/** The installation is known to the other by a certificate, and has no password there. */
async function certificate({ browser, here }) {
    const authority = openAuthority();
    authority.issue("UBS");
    authority.bundle("UBS", "segredo");
    const file = { name: "ubs.pfx", mimeType: "application/x-pkcs12", buffer: authority.read("UBS.pfx") };
    try {
        for (const viewport of [kPhone, kDesk]) {
            await atConfiguracao(
                { browser, here },
                async (page) => {
                    const nome = `Por certificado ${viewport.width}`;
                    await page.getByRole("button", { name: "Adicionar instalação" }).click();
                    const dialog = page.getByRole("dialog", { name: "Adicionar instalação" });
                    await dialog.getByLabel("Nome da instalação").fill(nome);
                    await dialog.getByLabel("Endereço do servidor").fill(`https://127.0.0.1:9/${viewport.width}`);
                    await dialog.getByText("Certificado desta instalação").click();
                    await dialog.getByLabel("Arquivo do certificado").setInputFiles(file);
                    await dialog.getByLabel(/^Senha do certificado \(/).fill("errada");
                    await dialog.getByRole("button", { name: "Adicionar" }).click();
                    await dialog.getByRole("link", { name: /Senha do certificado: A senha do certificado não é esta\./ }).waitFor();
                    await examine(page, `destino-certificado-${viewport.width}`);
                    await dialog.getByLabel(/^Senha do certificado \(/).fill("segredo");
                    await dialog.getByRole("button", { name: "Adicionar" }).click();
                    await dialog.waitFor({ state: "detached" });
                    await rowOf(page, nome).getByText(/Certificado de UBS Válido até/).waitFor();
                    await page.getByRole("button", { name: `Editar ${nome}` }).click();
                    const editing = page.getByRole("dialog", { name: `Editar ${nome}` });
                    await editing.getByText(/^([0-9a-f]{2}:){31}[0-9a-f]{2}$/).waitFor();
                    await editing.getByLabel("Tirar").check();
                    await editing.getByRole("button", { name: "Salvar" }).click();
                    await editing.waitFor({ state: "detached" });
                    await rowOf(page, nome).getByText("Falta informar o usuário e a senha").waitFor();
                    await page.getByRole("button", { name: `Excluir ${nome}` }).click();
                    await page.getByRole("alertdialog").getByRole("button", { name: "Excluir" }).click();
                    await rowOf(page, nome).waitFor({ state: "detached" });
                },
                { viewport },
            );
        }
    } finally {
        authority.close();
    }
}

export const destinoCertificado = [
    ["[S2-239] a destino is given a certificate in place of a password, is told when its password is wrong, and loses it again", async ({ browser, network }) => certificate({ ...(await network()), browser })],
];
