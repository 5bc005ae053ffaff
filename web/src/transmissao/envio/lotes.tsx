// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get } from "../../base/api";
import { Button, LinkButton } from "../../base/button";
import { SelectField } from "../../base/field";
import { dateTime, number } from "../../base/format";
import { Filters, List, type Column, type Page } from "../../base/list";
import { useLoad, usePolling, type Load } from "../../base/load";
import { Message } from "../../base/message";
import { askedMunicipio, useMunicipios } from "../../base/municipio";
import { setQuery, useQuery } from "../../base/router";
import { novoHorario, useDestinos, type Destino } from "../configuracao/destinos";
import { TransmissaoFrame } from "../frame";
import { kEnvio } from "../places";
import { SincroniaWarnings } from "../sincronia";
import { GenerateDialog, GenerateProgress } from "./generate";
import { Andamento, moving, kSituacoes, SituacaoDoEnvio, type LoteEnviado } from "./lotes_enviados";
import { SaveButton } from "./save_button";

const kRefreshMs = 2000;
const kDefault = "00:00";
const kWindowHours = 6;

/** «Envio»: what went out or waits to, to the configured servers or by file. Source: manual, 3.7.3.2. */
export function LotesEnviados() {
    const [asking, setAsking] = useState(false);
    const [trabalho, setTrabalho] = useState<string>();
    const [made, setMade] = useState(0);
    return (
        <TransmissaoFrame
            tab="envio"
            municipioFor="o que ele envia"
            actions={<Button look="primary" icon="plus" busy={trabalho !== undefined} onClick={() => setAsking(true)}>Gerar novo lote</Button>}
        >
            {trabalho && (
                <GenerateProgress
                    trabalho={trabalho}
                    onEnd={() => {
                        setTrabalho(undefined);
                        setMade(made + 1);
                    }}
                />
            )}
            <Sending made={made} />
            {asking && <GenerateDialog onBegun={setTrabalho} onClose={() => setAsking(false)} />}
        </TransmissaoFrame>
    );
}

function Sending({ made }: { made: number }) {
    const query = useQuery();
    const municipios = useMunicipios();
    const [situacao, pagina] = [query.get("situacao") ?? "", Number(query.get("pagina") ?? 1)];
    const load = useLoad(
        (signal) => get("/api/v1/transmissao/lotes", { query: { pagina: String(pagina), situacao, municipio: askedMunicipio(municipios) }, signal }),
        [situacao, pagina, municipios.chosen, made],
    );
    const destinos = useDestinos();
    const look = () => {
        load.reload();
        destinos.reload();
    };
    usePolling(load.data?.itens.some(moving) ?? false, kRefreshMs, look);
    return (
        <>
            <SincroniaWarnings />
            <When destinos={destinos.data?.itens ?? []} />
            <Filters>
                <SelectField id="situacao" label="Situação" value={situacao} onInput={(value) => setQuery({ situacao: value, pagina: undefined })} options={kSituacoes} />
                <Button look="plain" icon="redo" onClick={look}>Atualizar</Button>
            </Filters>
            <LoteList load={load} pagina={pagina} filtered={situacao !== ""} />
        </>
    );
}

/** The hours of sending, and the hour a receiver gave instead. */
function When({ destinos }: { destinos: Destino[] }) {
    const horario = useLoad((signal) => get("/api/v1/transmissao/configuracao", { signal }), []).data?.horario ?? kDefault;
    const end = (Number(horario.slice(0, 2)) + kWindowHours) % 24;
    const hours = horario === kDefault ? "entre 0h e 6h da manhã" : `entre ${horario} e ${String(end).padStart(2, "0")}${horario.slice(2)}`;
    return (
        <>
            {destinos.map(({ id, nome, ativo, tentativas }) => {
                const given = ativo && novoHorario(tentativas);
                return given && <Message key={id} kind="warning" title={given}>{nome} marcou este horário para receber os lotes. O envio começa sozinho.</Message>;
            })}
            <Message kind="info" title={`O envio dos dados é automático, ${hours}.`}>
                O computador deve permanecer ligado e conectado à internet, sem suspender as atividades do sistema operacional.
            </Message>
        </>
    );
}

function LoteList({ load, pagina, filtered }: { load: Load<Page<LoteEnviado>>; pagina: number; filtered: boolean }) {
    return (
        <List
            load={load}
            caption="Lotes de envio"
            columns={columnsOf(load.reload)}
            rowKey={({ id }) => id}
            one="lote de envio"
            many="lotes de envio"
            page={pagina}
            onPage={(page) => setQuery({ pagina: page > 1 ? String(page) : undefined })}
            empty={filtered ? { title: "Nenhum lote nesta situação." } : { title: "Nenhum lote de envio ainda.", text: "São gerados sozinhos no horário de envio. Para não esperar, use «Gerar novo lote»." }}
        />
    );
}

function columnsOf(reload: () => void): Column<LoteEnviado>[] {
    return [
        { title: "Lote", cell: (lote) => number(lote.numero), heads: true },
        { title: "Destino", cell: (lote) => <span class="long">{lote.destino_nome}</span> },
        { title: "Fichas", cell: (lote) => number(lote.fichas), numeric: true },
        { title: "Aceitas", cell: (lote) => number(lote.aceitas), numeric: true },
        { title: "Rejeitadas", cell: (lote) => number(lote.rejeitadas), numeric: true },
        { title: "Situação", cell: (lote) => <><SituacaoDoEnvio lote={lote} /><Andamento lote={lote} /></> },
        { title: "Criado em", cell: (lote) => <><span class="when">{dateTime(lote.criado_ms)}</span><small>{lote.responsavel}</small></> },
        {
            title: "Ações",
            actions: true,
            cell: (lote) => (
                <>
                    <LinkButton small look="plain" icon="eye" to={`${kEnvio}/lotes/${lote.id}`} aria-label={`Visualizar o lote ${lote.numero}`}>Visualizar</LinkButton>
                    <SaveButton lote={lote} small onSaved={reload} />
                </>
            ),
        },
    ];
}
