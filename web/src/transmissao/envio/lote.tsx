// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, post, type Schema } from "../../base/api";
import { Button } from "../../base/button";
import { Count, Counts } from "../../base/counts";
import { bytes, dateTime } from "../../base/format";
import { ProgressBar } from "../../base/job";
import { Table } from "../../base/list";
import { Loaded, useLoad, usePolling } from "../../base/load";
import { asProblem, Message, notify } from "../../base/message";
import { askedMunicipio, useMunicipios } from "../../base/municipio";
import { setQuery } from "../../base/router";
import { Facts, Screen, Section } from "../../base/screen";
import { focusOn } from "../../base/shortcuts";
import { novoHorario } from "../configuracao/destinos";
import { Fichas } from "./fichas";
import { toSend, moving, kTrilha, kVerdictsMs, SituacaoDoEnvio, type LoteEnviado as Lote } from "./lotes_enviados";
import { SaveButton } from "./save_button";

type Linha = Schema<"LoteEnviadoComHistorico">["historico"][number];
const kRefreshMs = 1000;

/** «Visualizar»: what a lote holds, what was done with it and what its destino said. Source: manual, 3.7.3.2. */
export function LoteEnviado({ captures }: { captures: Record<string, string> }) {
    const municipio = askedMunicipio(useMunicipios());
    const id = captures["lote"] ?? "";
    const load = useLoad((signal) => get("/api/v1/transmissao/lotes/{lote}", { path: { lote: id }, query: { municipio }, signal }), [id]);
    const lote = load.data?.lote;
    usePolling(lote !== undefined && moving(lote), kRefreshMs, load.reload);
    usePolling(lote?.situacao === "enviado", kVerdictsMs, load.reload);
    return (
        <Screen title={lote ? `Lote de envio ${lote.numero}` : "Lote de envio"} trail={kTrilha} lead={lote?.destino_nome} actions={lote && <Actions lote={lote} onDone={load.reload} />}>
            <Loaded load={load}>
                {({ lote: one, historico }) => (
                    <>
                        <Now lote={one} />
                        <LoteFacts lote={one} />
                        <Section id="fichas" title="Fichas do lote"><Fichas lote={one} municipio={municipio} /></Section>
                        <Section id="historico" title="Histórico"><History lines={historico} /></Section>
                    </>
                )}
            </Loaded>
        </Screen>
    );
}

function Actions({ lote, onDone }: { lote: Lote; onDone: () => void }) {
    const municipio = askedMunicipio(useMunicipios());
    const [busy, setBusy] = useState(false);
    async function mark(): Promise<void> {
        setBusy(true);
        try {
            await post("/api/v1/transmissao/lotes/{lote}/enviar", { path: { lote: lote.id }, query: { municipio } });
            notify("success", `Lote ${lote.numero} marcado para envio.`);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        } finally {
            onDone();
            setBusy(false);
        }
    }
    const markable = ["gerado", "salvo", "parado"].includes(lote.situacao);
    return (
        <>
            {markable && <Button look="primary" icon="send" busy={busy} onClick={() => void mark()}>Marcar para envio</Button>}
            <SaveButton lote={lote} onSaved={onDone} />
            <Button icon="print" onClick={() => print()}>Imprimir</Button>
        </>
    );
}

/** What is happening with it, or keeps it from happening. */
function Now({ lote }: { lote: Lote }) {
    if (lote.situacao === "parado") return <Message kind="danger" title="O envio deste lote parou.">{lote.causa} Corrija a causa e use «Marcar para envio».</Message>;
    const given = toSend(lote) ? novoHorario(lote) : undefined;
    return (
        <>
            {given && <Message kind="warning" title={given}>{lote.destino_nome} marcou este horário para receber o lote. O envio começa sozinho.</Message>}
            {!given && toSend(lote) && lote.causa && (
                <Message kind="warning" title="Ainda não foi possível enviar este lote.">
                    {lote.causa} {lote.proxima !== undefined && `Nova tentativa em ${dateTime(lote.proxima)}, ou agora, com «Marcar para envio».`}
                </Message>
            )}
            {lote.situacao === "enviando" && <ProgressBar label="Envio" stage={`Enviando para ${lote.destino_nome}`} done={lote.enviados} total={lote.tamanho} unit="bytes" />}
        </>
    );
}

function LoteFacts({ lote }: { lote: Lote }) {
    const show = (veredito: string) => () => {
        setQuery({ veredito, pagina: undefined });
        focusOn("#veredito");
    };
    return (
        <>
            <Counts label="Totais do lote">
                <Count value={lote.fichas} name="Fichas" onShow={show("")} />
                <Count value={lote.aceitas} name="Aceitas" tone="good" onShow={show("aceita")} />
                <Count value={lote.rejeitadas} name="Rejeitadas" tone="bad" onShow={show("rejeitada")} />
                <Count value={lote.fichas - lote.aceitas - lote.rejeitadas} name="Sem resposta" onShow={show("pendente")} />
            </Counts>
            <Facts
                items={[
                    ["Situação", <SituacaoDoEnvio lote={lote} />],
                    ["Destino", lote.destino_nome],
                    ["Criado em", dateTime(lote.criado_ms)],
                    ["Enviado em", dateTime(lote.enviado_ms)],
                    ["Responsável", lote.responsavel],
                    ["Arquivo", <span class="long">{lote.arquivo} ({bytes(lote.tamanho)})</span>],
                    ["SHA-256", <span class="code">{lote.sha256}</span>],
                ]}
            />
        </>
    );
}

const kAtos: Record<Linha["ato"], string> = {
    gerado: "Gerado",
    salvo: "Salvo em arquivo",
    marcado: "Marcado para envio",
    iniciado: "Envio iniciado",
    enviado: "Enviado",
    concluido: "Concluído",
    parado: "Parado",
    perdido: "Perdido pelo destino",
};

function History({ lines }: { lines: Linha[] }) {
    return (
        <Table
            caption="Histórico do lote"
            rows={lines}
            rowKey={({ instante_ms, ato }) => `${instante_ms} ${ato}`}
            columns={[
                { title: "Quando", cell: (line) => dateTime(line.instante_ms), heads: true },
                { title: "O que foi feito", cell: (line) => <>{kAtos[line.ato]}{line.detalhe && <small>{line.detalhe}</small>}</> },
                { title: "Responsável", cell: (line) => line.responsavel },
            ]}
        />
    );
}
