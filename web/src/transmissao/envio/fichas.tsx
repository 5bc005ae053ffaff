// SPDX-License-Identifier: Apache-2.0
import { get } from "../../base/api";
import { LinkButton } from "../../base/button";
import { SelectField } from "../../base/field";
import { Filters, List, type Column } from "../../base/list";
import { useLoad, usePolling } from "../../base/load";
import { setQuery, useQuery } from "../../base/router";
import { Tag } from "../../base/tag";
import { kRecebimento } from "../places";
import { kVerdictsMs, type FichaEnviada, type LoteEnviado } from "./lotes_enviados";

const kVeredito = [
    { value: "", label: "Todas" },
    { value: "rejeitada", label: "Rejeitada" },
    { value: "aceita", label: "Aceita" },
    { value: "pendente", label: "Sem resposta" },
];

/** What the destino said of each ficha, and why. */
export function Fichas({ lote, municipio }: { lote: LoteEnviado; municipio: string | undefined }) {
    const query = useQuery();
    const [veredito, pagina] = [query.get("veredito") ?? "", Number(query.get("pagina") ?? 1)];
    const load = useLoad(
        (signal) => get("/api/v1/transmissao/lotes/{lote}/fichas", { path: { lote: lote.id }, query: { municipio, veredito, pagina: String(pagina) }, signal }),
        [lote.id, veredito, pagina, lote.situacao],
    );
    usePolling(lote.situacao === "enviado", kVerdictsMs, load.reload);
    return (
        <>
            <Filters>
                <SelectField id="veredito" label="Resposta do destino" value={veredito} onInput={(value) => setQuery({ veredito: value, pagina: undefined })} options={kVeredito} />
            </Filters>
            <List
                load={load}
                caption="Fichas do lote"
                columns={columns}
                rowKey={(ficha) => `${ficha.uuid} ${ficha.versao}`}
                one="ficha"
                many="fichas"
                page={pagina}
                onPage={(page) => setQuery({ pagina: page > 1 ? String(page) : undefined })}
                empty={{ title: "Nenhuma ficha com esta resposta." }}
            />
        </>
    );
}

const columns: Column<FichaEnviada>[] = [
    { title: "Ficha", cell: ({ uuid }) => <span class="code">{uuid}</span>, heads: true },
    { title: "Versão", cell: ({ versao }) => String(versao), numeric: true },
    { title: "Resposta", cell: ({ veredito }) => <Veredito veredito={veredito} /> },
    { title: "Motivo", cell: (ficha) => <Reasons ficha={ficha} /> },
    {
        title: "Ações",
        actions: true,
        cell: ({ uuid }) => <LinkButton small look="plain" icon="eye" to={`${kRecebimento}/fichas/${encodeURIComponent(uuid)}`} aria-label={`Visualizar a ficha ${uuid}`}>Visualizar</LinkButton>,
    },
];

function Veredito({ veredito }: Pick<FichaEnviada, "veredito">) {
    switch (veredito) {
        case "aceita": return <Tag tone="good">Aceita</Tag>;
        case "rejeitada": return <Tag tone="bad">Rejeitada</Tag>;
        case "pendente": return <Tag tone="wait">Sem resposta</Tag>;
    }
}

function Reasons({ ficha: { erros, avisos } }: { ficha: FichaEnviada }) {
    if (erros.length + avisos.length === 0) return <>–</>;
    return (
        <ul class="reasons">
            {[...erros, ...avisos].map(({ regra, campo, mensagem, correcao }) => (
                <li key={regra + campo}>
                    {mensagem}
                    {correcao && <small><strong>Como corrigir:</strong> {correcao}</small>}
                    {campo && <small class="code">{campo}</small>}
                </li>
            ))}
        </ul>
    );
}
