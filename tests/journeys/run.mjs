// SPDX-License-Identifier: Apache-2.0
// All journeys over one server.  Usage: node tests/journeys/run.mjs [name of a file, or part of a check's]
import { Checks } from "../support/checks.mjs";
import { acesso } from "./acesso.mjs";
import { auditoria } from "./auditoria.mjs";
import { bases } from "./bases.mjs";
import { agenda } from "./agenda.mjs";
import { cbo } from "./cbo.mjs";
import { cnes } from "./cnes.mjs";
import { copias } from "./copias.mjs";
import { destinoCertificado } from "./destino_certificado.mjs";
import { destinos } from "./destinos.mjs";
import { destinosScreen } from "./destinos_screen.mjs";
import { entrance } from "./entrance.mjs";
import { envio } from "./envio.mjs";
import { firstAccess } from "./first_access.mjs";
import { fluxos } from "./fluxos.mjs";
import { gestao } from "./gestao.mjs";
import { gestores } from "./gestores.mjs";
import { imunobiologicos } from "./imunobiologicos.mjs";
import { instalacao } from "./instalacao.mjs";
import { integracao } from "./integracao.mjs";
import { perfis } from "./perfis.mjs";
import { lotacoes } from "./lotacoes.mjs";
import { processamento } from "./processamento.mjs";
import { profissionais } from "./profissionais.mjs";
import { recebimento } from "./recebimento.mjs";
import { relatorios } from "./relatorios.mjs";
import { screens } from "./screens.mjs";
import { unidades } from "./unidades.mjs";
import { openWorld } from "./world.mjs";

// `entrance` is the last: it leaves accounts with other passwords, and one blocked.
const all = { recebimento, processamento, integracao, destinos, destinosScreen, destinoCertificado, envio, bases, fluxos, cnes, screens, perfis, acesso, firstAccess, copias, gestao, imunobiologicos, instalacao, cbo, unidades, profissionais, gestores, lotacoes, agenda, relatorios, auditoria, entrance };
const [wanted = ""] = process.argv.slice(2);
const checks = new Checks();
const world = await openWorld();
try {
    for (const [file, journeys] of Object.entries(all))
        for (const [name, journey] of journeys) if (wanted in all ? file === wanted : name.includes(wanted)) await checks.check(name, () => journey(world));
} finally {
    await world.close();
}
checks.finish();
