// SPDX-License-Identifier: Apache-2.0
import { get } from "../base/api";
import { Button } from "../base/button";
import { StackedBars } from "../base/chart";
import { count, dateTime, day, number } from "../base/format";
import { Empty, Table } from "../base/list";
import { Loaded, useLoad, usePolling } from "../base/load";
import { Message } from "../base/message";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { Facts, Screen, Section } from "../base/screen";
import { save } from "../base/transfer";
import { SituacaoDaImportacao } from "./history";
import { emAndamento, kContagens, nomeDoTipo, soma, type Relatorio } from "./importacoes";
import { reportCsv } from "./report_csv";
import { rowsOf, Summary } from "./report_summary";

export function Report({ captures }: { captures: Record<string, string> }) {
    const municipio = askedMunicipio(useMunicipios());
    const importacao = captures["importacao"] ?? "";
    const load = useLoad((signal) => get("/api/v1/cnes/importacoes/{importacao}", { path: { importacao }, query: { municipio }, signal }), [importacao]);
    usePolling(load.data !== undefined && emAndamento(load.data), 2000, load.reload);
    const relatorio = load.data;
    return (
        <Screen
            title={relatorio?.simulada ? "Relatório da simulação" : "Relatório da importação"}
            trail={[{ title: "Importação de CNES", to: "/cnes" }]}
            actions={
                relatorio && (
                    <>
                        <Button icon="print" onClick={() => print()}>Imprimir</Button>
                        <Button icon="csv" onClick={() => save(reportCsv(relatorio), `importacao-cnes-${relatorio.municipio}.csv`)}>Exportar CSV</Button>
                    </>
                )
            }
        >
            <Loaded load={load}>{(data) => <Body relatorio={data} />}</Loaded>
        </Screen>
    );
}

function Body({ relatorio }: { relatorio: Relatorio }) {
    const rejected = relatorio.rejeicoes.length;
    const all = soma(relatorio, "rejeitadas");
    const looks = ["new", "changed", "gone", "same", "bad"] as const;
    return (
        <>
            <Facts
                items={[
                    ["Município", relatorio.municipio_nome],
                    ["Arquivo", <span class="long">{relatorio.arquivo}</span>],
                    ["Data do arquivo", relatorio.data_arquivo ? day(relatorio.data_arquivo) : "–"],
                    ["Versão do arquivo", relatorio.versao || "–"],
                    ["Início", dateTime(relatorio.iniciada_ms)],
                    ["Fim", dateTime(relatorio.concluida_ms)],
                    ["Responsável", relatorio.responsavel],
                    ["Situação", <SituacaoDaImportacao situacao={relatorio.situacao} />],
                ]}
            />
            {relatorio.situacao === "falhou" && <Message kind="danger" title="O arquivo não foi importado. Nada foi alterado no sistema.">{relatorio.mensagem}</Message>}
            {relatorio.situacao === "concluida" && (
                <Message kind={rejected > 0 ? "warning" : "info"} title="Analise este relatório antes de prosseguir.">
                    Ele traz dados importantes sobre a consistência dos cadastros do CNES, necessários para o bom funcionamento do sistema.
                    {rejected > 0 && ` ${count(rejected, "registro não foi importado e precisa ser corrigido no CNES.", "registros não foram importados e precisam ser corrigidos no CNES.")}`}
                </Message>
            )}
            <Section id="importados" title="Registros importados">
                <Summary relatorio={relatorio} />
                <StackedBars
                    title="Registros por situação"
                    series={kContagens.map(([, name], i) => ({ name, look: looks[i] ?? "same" }))}
                    bars={rowsOf(relatorio).map(({ name, counts }) => ({ name, values: kContagens.map(([what]) => counts[what]) }))}
                />
            </Section>
            <Section id="nao-importados" title="Registros não importados">
                {rejected === 0 ? (
                    <Empty title="Todos os registros do arquivo foram importados." />
                ) : (
                    <>
                        <p class="list-count">{count(rejected, "registro não importado", "registros não importados")}{all > rejected && `, os primeiros de ${number(all)}`}</p>
                        <Table
                            caption="Registros não importados"
                            rows={relatorio.rejeicoes}
                            rowKey={(one) => `${one.tipo} ${one.chave} ${one.linha} ${one.motivo}`}
                            columns={[
                                { title: "Registro", cell: (one) => nomeDoTipo(one.tipo) },
                                { title: "Identificação", cell: (one) => <span class="long">{one.chave}</span>, heads: true },
                                { title: "Motivo", cell: (one) => one.motivo },
                                { title: "Linha do arquivo", cell: (one) => (one.linha ? number(one.linha) : "–"), numeric: true },
                            ]}
                        />
                    </>
                )}
            </Section>
            <Section id="sem-agenda" title="Profissionais com mais de uma lotação que não tiveram agenda configurada">
                {relatorio.sem_agenda.length === 0 ? (
                    <Empty title="Nenhum profissional nesta condição." />
                ) : (
                    <>
                        <p>Configure a agenda de cada lotação destes profissionais para que possam receber agendamentos.</p>
                        <Table
                            caption="Profissionais com mais de uma lotação que não tiveram agenda configurada"
                            rows={relatorio.sem_agenda}
                            rowKey={(one) => `${one.profissional} ${one.unidade}`}
                            columns={[
                                { title: "Profissional", cell: (one) => one.profissional, heads: true },
                                { title: "Unidade de saúde", cell: (one) => one.unidade },
                                { title: "Lotações", cell: (one) => number(one.lotacoes), numeric: true },
                            ]}
                        />
                    </>
                )}
            </Section>
        </>
    );
}
