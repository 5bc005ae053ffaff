// SPDX-License-Identifier: Apache-2.0
import { dateTime } from "../base/format";
import { csv } from "../base/transfer";
import { kContagens, nomeDoTipo, type Relatorio } from "./importacoes";
import { rowsOf } from "./report_summary";

/** The whole report for a spreadsheet. */
export function reportCsv(relatorio: Relatorio): Blob {
    return csv([
        ["Município", relatorio.municipio_nome],
        ["Arquivo", relatorio.arquivo],
        ["Importado em", dateTime(relatorio.iniciada_ms)],
        ["Responsável", relatorio.responsavel],
        [],
        ["Registros importados", ...kContagens.map(([, title]) => title)],
        ...rowsOf(relatorio).map(({ name, counts }) => [name, ...kContagens.map(([what]) => counts[what])]),
        [],
        ["Registros não importados"],
        ["Registro", "Identificação", "Motivo", "Linha do arquivo"],
        ...relatorio.rejeicoes.map((one) => [nomeDoTipo(one.tipo), one.chave, one.motivo, one.linha ?? ""]),
        [],
        ["Profissionais com mais de uma lotação que não tiveram agenda configurada"],
        ["Profissional", "Unidade de saúde", "Lotações"],
        ...relatorio.sem_agenda.map((one) => [one.profissional, one.unidade, one.lotacoes]),
    ]);
}
