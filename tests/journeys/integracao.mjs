// SPDX-License-Identifier: Apache-2.0
// Integração: a credencial for another system, its password shown once, and what that system sends.
import { openAuthority } from "../support/certificates.mjs";
import { must, mustEqual } from "../support/checks.mjs";
import { thriftOf, visita } from "../support/fichas.mjs";
import { accounts } from "../support/server.mjs";
import { during, enterAs, examine, gone, kDesk, kPhone, title } from "./harness.mjs";
import { trapped } from "./keyboard.mjs";

/** What the other system does with what it was given, as it would to a PEC. */
async function sendOnline(url, { usuario, senha }, number) {
    const login = new FormData();
    login.append("usuario", usuario);
    login.append("senha", senha);
    const entered = await fetch(`${url}/api/recebimento/login`, { method: "POST", body: login });
    if (entered.status !== 200) return entered.status;
    const [file] = await thriftOf([visita(number)]);
    const form = new FormData();
    form.append("ficha", new Blob([file.bytes]), file.name);
    const answer = await fetch(`${url}/api/v1/recebimento/ficha`, { method: "POST", body: form, headers: { Cookie: entered.headers.get("Set-Cookie").split(";")[0] } });
    return answer.status;
}

const credencial = ({ browser, url }) =>
    enterAs(browser, url, accounts.municipal).then((page) =>
        during(page, async () => {
            await page.getByRole("navigation", { name: "Módulos" }).getByRole("link", { name: "Integração" }).click();
            await title(page, "Credenciais de integração");
            await page.getByRole("button", { name: "Criar credencial" }).click();
            const naming = page.getByRole("dialog", { name: "Criar credencial" });
            await naming.getByRole("button", { name: "Criar credencial" }).click();
            await naming.getByRole("link", { name: /Informe o nome do sistema/ }).waitFor();
            await naming.getByLabel("Nome do sistema").fill("Prontuário Vida");
            await naming.getByRole("button", { name: "Criar credencial" }).click();

            const secret = page.getByRole("dialog", { name: "Credencial criada: Prontuário Vida" });
            await secret.getByText("A senha só é mostrada agora.").waitFor();
            const given = { usuario: await secret.getByLabel("Usuário", { exact: true }).inputValue(), senha: await secret.getByLabel("Senha", { exact: true }).inputValue() };
            must(given.senha.length >= 16, "a password nobody guesses");
            await secret.getByRole("button", { name: "Já guardei a senha" }).click();
            must(await page.getByRole("button", { name: "Criar credencial" }).evaluate((button) => button === document.activeElement), "two dialogs later the focus is back where it began");
            const row = page.getByRole("row", { name: /Prontuário Vida/ });
            await row.getByText("Ativa", { exact: true }).waitFor();
            await row.getByText("Nunca").waitFor();
            await page.reload();
            await row.waitFor();
            must(!(await page.content()).includes(given.senha), "the password is shown again");

            mustEqual(await sendOnline(url, given, 700), 200, "the answer to the system's ficha");
            await page.goto("/transmissao/recebimento?tipo=online");
            await page.getByRole("row", { name: /Prontuário Vida/ }).getByText("Online", { exact: true }).waitFor();

            await page.goto("/integracao/credenciais");
            await row.getByRole("button", { name: "Inativar a credencial Prontuário Vida" }).click();
            await page.getByRole("alertdialog").getByRole("button", { name: "Inativar" }).click();
            await row.getByText("Inativa", { exact: true }).waitFor();
            mustEqual(await sendOnline(url, given, 701), 400, "the answer to a system whose credencial was inactivated");
        }),
    );

/** Registered, seen, exchanged by a wrong file that is refused, removed. */
async function certificado({ browser, url }) {
    const authority = openAuthority();
    authority.issue("UBS Ipê");
    const pem = authority.read("UBS Ipê.crt");
    try {
        for (const viewport of [kPhone, kDesk]) {
            await during(await enterAs(browser, url, accounts.municipal, { viewport }), async (page) => {
                const nome = `UBS do certificado ${viewport.width}`;
                await page.goto("/integracao/credenciais");
                await page.getByRole("button", { name: "Criar credencial" }).click();
                await page.getByLabel("Nome do sistema").fill(nome);
                await page.getByRole("dialog").getByRole("button", { name: "Criar credencial" }).click();
                await page.getByRole("button", { name: "Já guardei a senha" }).click();
                const row = page.getByRole("row", { name: new RegExp(nome) });
                const opener = row.getByRole("button", { name: `Certificado da credencial ${nome}` });
                await opener.click();
                const dialog = page.getByRole("dialog", { name: `Certificado da credencial ${nome}` });
                await dialog.getByRole("button", { name: "Registrar certificado" }).click();
                await dialog.getByRole("link", { name: /Escolha o arquivo do certificado/ }).waitFor();
                await dialog.getByLabel("Arquivo do certificado").setInputFiles({ name: "foto.cer", mimeType: "application/octet-stream", buffer: Buffer.from("isto não é um certificado") });
                await dialog.getByRole("button", { name: "Registrar certificado" }).click();
                await dialog.getByRole("link", { name: /O arquivo não é um certificado/ }).waitFor();
                await examine(page, `certificado-recusado-${viewport.width}`);
                await dialog.getByLabel("Arquivo do certificado").setInputFiles({ name: "ubs.cer", mimeType: "application/octet-stream", buffer: pem });
                await dialog.getByRole("button", { name: "Registrar certificado" }).click();
                await page.locator(".notice").getByText(`Certificado de UBS Ipê registrado na credencial ${nome}.`).waitFor();
                await row.getByText(/Válido até \d\d\/\d\d\/\d{4}/).waitFor();
                await page.reload();
                await opener.click();
                await dialog.getByText(/^([0-9a-f]{2}:){31}[0-9a-f]{2}$/).waitFor();
                await examine(page, `certificado-${viewport.width}`);
                await trapped(page, opener);
                await opener.click();
                await dialog.getByRole("button", { name: "Remover certificado" }).click();
                await page.getByRole("alertdialog").getByRole("button", { name: "Remover certificado" }).click();
                await page.locator(".notice").getByText(`Certificado removido da credencial ${nome}.`).waitFor();
                await gone(row.getByText(/Válido até/));
            });
        }
    } finally {
        authority.close();
    }
}

export const integracao = [
    ["a certificate is registered in a credencial, shown by whose it is and its fingerprint, and removed", certificado],
    ["[S2-264] a credencial is created with its password shown once, receives online, and is inactivated", credencial],
];
