// SPDX-License-Identifier: Apache-2.0
import { get } from "../../base/api";
import { LinkButton } from "../../base/button";
import { Count, Counts } from "../../base/counts";
import { SelectField } from "../../base/field";
import { bytes, count, dateTime, month, number } from "../../base/format";
import { Filters, List, type Column } from "../../base/list";
import { Loaded, useLoad, usePolling } from "../../base/load";
import { Message } from "../../base/message";
import { askedMunicipio, useMunicipios } from "../../base/municipio";
import { setQuery, useQuery } from "../../base/router";
import { Facts, Screen, Section } from "../../base/screen";
import { focusOn } from "../../base/shortcuts";
import { kRecebimento } from "../places";
import { LoteCsvButton } from "./lote_csv";
import { kTrilha, nomeDoCanal, pendente, SituacaoDaFicha, SituacaoDoLote, Totals, type FichaRecebida, type LoteRecebido, type TotalPorTipo } from "./lotes_recebidos";

/** One lote: its totals, each leading to its fichas, by situação and by tipo. */
export function Lote({ captures }: { captures: Record<string, string> }) {
    const municipio = askedMunicipio(useMunicipios());
    const id = captures["lote"] ?? "";
    const load = useLoad((signal) => get("/api/v1/recebimento/lotes/{lote}", { path: { lote: id }, query: { municipio }, signal }), [id]);
    usePolling(load.data !== undefined && pendente(load.data.lote), 2000, load.reload);
    const lote = load.data?.lote;
    return (
        <Screen title="Lote recebido" trail={kTrilha} lead={lote && <span class="long">{lote.arquivo}</span>} actions={lote && <LoteCsvButton lote={lote} />}>
            <Loaded load={load}>
                {({ lote: one, por_tipo }) => (
                    <>
                        <LoteFacts lote={one} />
                        {one.situacao === "falhou" && <Message kind="danger" title="Este lote não pôde ser processado.">{one.mensagem}</Message>}
                        {por_tipo.length > 0 && <Section id="por-tipo" title="Fichas por tipo"><Totals totals={por_tipo} /></Section>}
                        <Section id="fichas" title="Fichas do lote"><Fichas lote={one} tipos={por_tipo} municipio={municipio} /></Section>
                    </>
                )}
            </Loaded>
        </Screen>
    );
}

function LoteFacts({ lote }: { lote: LoteRecebido }) {
    return (
        <>
            <Counts label="Totais do lote">
                <Count value={lote.recebidas} name="Recebidas" onShow={show("")} />
                <Count value={lote.validas} name="Válidas" tone="good" onShow={show("valida")} />
                <Count value={lote.invalidas} name="Inválidas" tone="bad" onShow={show("invalida")} />
                <Count value={lote.ilegiveis} name="Ilegíveis" tone="bad" onShow={show("ilegivel")} />
                <Count value={lote.repetidas} name="Repetidas" />
            </Counts>
            <Facts
                items={[
                    ["Situação", <SituacaoDoLote situacao={lote.situacao} />],
                    ["Tipo de recebimento", nomeDoCanal(lote.tipo)],
                    ["Recebido em", dateTime(lote.recebido_ms)],
                    ["Processado em", dateTime(lote.processado_ms)],
                    ["Responsável", lote.responsavel],
                    ["Tamanho", `${bytes(lote.tamanho)}, ${count(lote.entradas, "arquivo", "arquivos")}`],
                    ...(lote.numero_originadora === undefined ? [] : [["Lote no sistema de origem", String(lote.numero_originadora)] as [string, string]]),
                ]}
            />
        </>
    );
}

/** What a total counts, in the list below. */
function show(situacao: string): () => void {
    return () => {
        setQuery({ situacao, pagina: undefined });
        focusOn("#situacao");
    };
}

function Fichas({ lote, tipos, municipio }: { lote: LoteRecebido; tipos: TotalPorTipo[]; municipio: string | undefined }) {
    const query = useQuery();
    const [situacao, tipo, pagina] = [query.get("situacao") ?? "", query.get("tipo") ?? "", Number(query.get("pagina") ?? 1)];
    const load = useLoad(
        (signal) => get("/api/v1/recebimento/lotes/{lote}/fichas", { path: { lote: lote.id }, query: { situacao, tipo, pagina: String(pagina), municipio }, signal }),
        [lote.id, situacao, tipo, pagina, lote.situacao, lote.recebidas],
    );
    return (
        <>
            <Filters>
                <SelectField id="situacao" label="Situação" value={situacao} onInput={(value) => setQuery({ situacao: value, pagina: undefined })} options={kSituacoes} />
                <SelectField
                    id="tipo"
                    label="Tipo de ficha"
                    value={tipo}
                    onInput={(value) => setQuery({ tipo: value, pagina: undefined })}
                    options={[{ value: "", label: "Todos" }, ...tipos.map((one) => ({ value: String(one.tipo), label: one.nome }))]}
                />
            </Filters>
            <List
                load={load}
                caption="Fichas do lote"
                columns={situacao === "ilegivel" ? unreadable : columnsOf(lote.id)}
                rowKey={(ficha) => `${ficha.uuid} ${ficha.versao}`}
                one="ficha"
                many="fichas"
                page={pagina}
                onPage={(page) => setQuery({ pagina: page > 1 ? String(page) : undefined })}
                empty={pendente(lote) ? { title: "As fichas aparecem aqui assim que forem processadas." } : { title: "Nenhuma ficha com estes filtros." }}
            />
        </>
    );
}

const kSituacoes = [
    { value: "", label: "Todas" },
    { value: "invalida", label: "Inválida" },
    { value: "valida", label: "Válida" },
    { value: "ilegivel", label: "Ilegível" },
];

const unreadable: Column<FichaRecebida>[] = [
    { title: "Arquivo", cell: (ficha) => <span class="long">{ficha.uuid}</span>, heads: true },
    { title: "Motivo", cell: (ficha) => ficha.motivo ?? "O conteúdo não é uma ficha que se possa ler." },
    { title: "Situação", cell: (ficha) => <SituacaoDaFicha situacao={ficha.situacao} /> },
];

function columnsOf(lote: string): Column<FichaRecebida>[] {
    return [
        { title: "Ficha", cell: (ficha) => <>{ficha.nome_tipo}<small class="code">{ficha.uuid}</small></>, heads: true },
        { title: "CNES", cell: (ficha) => ficha.cnes },
        { title: "INE", cell: (ficha) => ficha.ine ?? "–" },
        { title: "Competência", cell: (ficha) => month(ficha.competencia) },
        { title: "Versão LEDI", cell: (ficha) => ficha.versao_ledi },
        { title: "Erros", cell: (ficha) => number(ficha.erros), numeric: true },
        { title: "Situação", cell: (ficha) => <SituacaoDaFicha situacao={ficha.situacao} /> },
        {
            title: "Ações",
            actions: true,
            cell: (ficha) => <LinkButton small look="plain" icon="eye" to={`${kRecebimento}/fichas/${encodeURIComponent(ficha.uuid)}?lote=${lote}`} aria-label={`Visualizar a ficha ${ficha.uuid}`}>Visualizar</LinkButton>,
        },
    ];
}
