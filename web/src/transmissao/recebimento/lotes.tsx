// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, post } from "../../base/api";
import { Button, LinkButton } from "../../base/button";
import { SelectField } from "../../base/field";
import { count, dateTime, number } from "../../base/format";
import { useInside } from "../../base/inside";
import { Filters, List, type Column } from "../../base/list";
import { useLoad, usePolling } from "../../base/load";
import { asProblem, notify } from "../../base/message";
import { askedMunicipio, useMunicipios } from "../../base/municipio";
import { setQuery, useQuery } from "../../base/router";
import { kRecebimento } from "../places";
import { RecebimentoFrame } from "./frame";
import { InconsistenciasDialog } from "./inconsistencias_dialog";
import { LoteCsvButton } from "./lote_csv";
import { kCanais, nomeDoCanal, pendente, SituacaoDoLote, type LoteRecebido } from "./lotes_recebidos";

const kRefreshMs = 2000;

/** «Recebimento por lote»: what came in, by which channel, and how it went. */
export function Lotes() {
    const { may } = useInside();
    const [reporting, setReporting] = useState(false);
    const [changes, setChanges] = useState(0);
    return (
        <RecebimentoFrame
            view="lote"
            actions={
                <>
                    {may("fichas_importar") && <LinkButton look="primary" icon="fileImport" to={`${kRecebimento}/importar`}>Importar Arquivo</LinkButton>}
                    {may("fichas_processar") && <ProcessAll onDone={() => setChanges(changes + 1)} />}
                    <Button icon="csv" onClick={() => setReporting(true)}>Gerar relatório de Inconsistências</Button>
                </>
            }
        >
            <LoteList changes={changes} />
            {reporting && <InconsistenciasDialog onClose={() => setReporting(false)} />}
        </RecebimentoFrame>
    );
}

function ProcessAll({ onDone }: { onDone: () => void }) {
    const municipio = askedMunicipio(useMunicipios());
    const [busy, setBusy] = useState(false);
    async function process(): Promise<void> {
        setBusy(true);
        try {
            const { lotes } = await post("/api/v1/recebimento/processar", { query: { municipio } });
            notify(lotes > 0 ? "success" : "info", lotes > 0 ? `Processamento iniciado: ${count(lotes, "lote", "lotes")}.` : "Nenhum lote pendente: tudo o que chegou já foi processado.");
            onDone();
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        } finally {
            setBusy(false);
        }
    }
    return <Button icon="play" busy={busy} onClick={() => void process()}>Processar todos</Button>;
}

function LoteList({ changes }: { changes: number }) {
    const query = useQuery();
    const municipios = useMunicipios();
    const municipio = askedMunicipio(municipios);
    const [situacao, tipo, pagina] = [query.get("situacao") ?? "", query.get("tipo") ?? "", Number(query.get("pagina") ?? 1)];
    const load = useLoad(
        (signal) => get("/api/v1/recebimento/lotes", { query: { pagina: String(pagina), situacao, tipo, municipio }, signal }),
        [situacao, tipo, pagina, municipios.chosen, changes],
    );
    usePolling(load.data?.itens.some(pendente) ?? false, kRefreshMs, load.reload);
    const filtered = situacao !== "" || tipo !== "";
    return (
        <>
            <Filters>
                <SelectField id="situacao" label="Situação" value={situacao} onInput={(value) => setQuery({ situacao: value, pagina: undefined })} options={kSituacoes} />
                <SelectField id="tipo" label="Tipo de recebimento" value={tipo} onInput={(value) => setQuery({ tipo: value, pagina: undefined })} options={kCanais} />
                <Button look="plain" icon="redo" onClick={load.reload}>Atualizar</Button>
            </Filters>
            <List
                load={load}
                caption="Lotes recebidos"
                columns={columns}
                rowKey={({ id }) => id}
                one="lote recebido"
                many="lotes recebidos"
                page={pagina}
                onPage={(page) => setQuery({ pagina: page > 1 ? String(page) : undefined })}
                empty={filtered ? { title: "Nenhum lote com estes filtros." } : { title: "Nenhum lote recebido ainda.", text: "Use «Importar Arquivo», ou crie uma credencial de integração para receber pela rede." }}
            />
        </>
    );
}

const kSituacoes = [
    { value: "", label: "Todas" },
    { value: "aguardando", label: "Aguardando" },
    { value: "processando", label: "Processando" },
    { value: "processado", label: "Processado" },
    { value: "falhou", label: "Não processado" },
];

const columns: Column<LoteRecebido>[] = [
    { title: "Recebido em", cell: (lote) => dateTime(lote.recebido_ms), heads: true },
    { title: "Arquivo", cell: (lote) => <span class="long">{lote.arquivo}{lote.numero_originadora !== undefined && <small>Lote de origem {number(lote.numero_originadora)}</small>}</span> },
    { title: "Responsável", cell: (lote) => <>{lote.responsavel}<small>{nomeDoCanal(lote.tipo)}</small></> },
    { title: "Recebidas", cell: (lote) => <>{number(lote.recebidas)}{lote.repetidas > 0 && <small>{count(lote.repetidas, "repetida", "repetidas")}</small>}</>, numeric: true },
    { title: "Válidas", cell: (lote) => number(lote.validas), numeric: true },
    { title: "Inválidas", cell: (lote) => number(lote.invalidas + lote.ilegiveis), numeric: true },
    { title: "Situação", cell: (lote) => <SituacaoDoLote situacao={lote.situacao} /> },
    {
        title: "Ações",
        actions: true,
        cell: (lote) => (
            <>
                <LinkButton small look="plain" icon="eye" to={`${kRecebimento}/lotes/${lote.id}`} aria-label={`Visualizar o lote ${lote.arquivo}`}>Visualizar</LinkButton>
                <LoteCsvButton lote={lote} small />
            </>
        ),
    },
];
