// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from "preact/hooks";
import { get, type Problem } from "../../base/api";
import { Button, LinkButton } from "../../base/button";
import { DropZone } from "../../base/drop_zone";
import { count } from "../../base/format";
import { Icon } from "../../base/icons";
import { ProgressBar, TrabalhoProgress, type Trabalho } from "../../base/job";
import { announce, asProblem, Message, ProblemMessage } from "../../base/message";
import { askedMunicipio, MunicipioChoice, useMunicipios } from "../../base/municipio";
import { Screen } from "../../base/screen";
import { upload } from "../../base/transfer";
import { kRecebimento } from "../places";
import { kTrilha, type LoteRecebido } from "./lotes_recebidos";

type State =
    | { at: "waiting" }
    | { at: "sending"; sent: number; total: number }
    | { at: "processing"; lote: string; trabalho: string }
    | { at: "kept"; lote: string; inicio: string; fim: string }
    | { at: "done"; lote: LoteRecebido }
    | { at: "ended"; lote: string; trabalho: Trabalho }
    | { at: "refused"; problem: Problem };

interface Item {
    key: number;
    file: File;
    state: State;
}
let keys = 0;

/** «Importar Arquivo»: one file or several, each to its own end. */
export function Importar() {
    const municipios = useMunicipios();
    const municipio = askedMunicipio(municipios);
    const [items, setItems] = useState<Item[]>([]);
    const sending = useRef<AbortController>();
    const put = (key: number, state: State) => setItems((before) => before.map((item) => (item.key === key ? { ...item, state } : item)));

    // One upload at a time: several at once would share the same wire and all be slow.
    const next = items.some(({ state }) => state.at === "sending") ? undefined : items.find(({ state }) => state.at === "waiting");
    useEffect(() => {
        if (next) void send(next);
    }, [next?.key]);
    useEffect(() => () => sending.current?.abort(), []);

    async function send({ key, file }: Item): Promise<void> {
        const controller = new AbortController();
        sending.current = controller;
        put(key, { at: "sending", sent: 0, total: file.size });
        try {
            const accepted = await upload<{ lote: string; trabalho: string }>("/api/v1/recebimento/lotes", file, { municipio }, (sent, total) => put(key, { at: "sending", sent, total }), controller.signal);
            const hours = await get("/api/v1/recebimento/configuracao");
            // In the hours mode the lote waits for the night: there is nothing to watch.
            if (hours.modo === "janela") put(key, { at: "kept", lote: accepted.lote, inicio: hours.inicio, fim: hours.fim });
            else put(key, { at: "processing", ...accepted });
        } catch (failure) {
            put(key, { at: "refused", problem: asProblem(failure) });
        }
    }

    async function finish(key: number, id: string, trabalho: Trabalho): Promise<void> {
        if (trabalho.situacao !== "concluido") return put(key, { at: "ended", lote: id, trabalho });
        try {
            const { lote } = await get("/api/v1/recebimento/lotes/{lote}", { path: { lote: id }, query: { municipio } });
            put(key, { at: "done", lote });
            announce("Processo concluído. Volte à tela de controle de recebimento para mais detalhes.");
        } catch (failure) {
            put(key, { at: "refused", problem: asProblem(failure) });
        }
    }

    const noMunicipio = !municipios.fixed && !municipios.chosen;
    return (
        <Screen title="Importar Arquivo" trail={kTrilha} lead="Importe fichas geradas por um CDS, um PEC ou outro sistema. Cada arquivo vira um lote, conferido ficha por ficha. As fichas do CDS não substituem o registro no prontuário de papel.">
            <MunicipioChoice />
            <div class="card">
                <DropZone
                    label="Importar ou arraste os arquivos"
                    button="Selecionar arquivo"
                    hint="Arquivos .zip, .esus, .esus13 ou .esus.xml"
                    accept=".zip,.esus,.esus13,.xml"
                    multiple
                    disabled={noMunicipio}
                    onFiles={(files) => setItems((before) => [...before, ...files.map((file) => ({ key: ++keys, file, state: { at: "waiting" } as State }))])}
                />
                {noMunicipio && <p class="hint">Selecione o município antes de importar.</p>}
                <ul class="transfers">
                    {items.map((item) => (
                        <li key={item.key}>
                            <Transfer
                                item={item}
                                cancel={() => (item.state.at === "sending" ? sending.current?.abort() : setItems((before) => before.filter(({ key }) => key !== item.key)))}
                                onEnd={(lote, trabalho) => void finish(item.key, lote, trabalho)}
                            />
                        </li>
                    ))}
                </ul>
            </div>
            <LinkButton icon="chevronLeft" to={kRecebimento}>Voltar ao controle de recebimento</LinkButton>
        </Screen>
    );
}

function Transfer({ item: { file, state }, cancel, onEnd }: { item: Item; cancel: () => void; onEnd: (lote: string, trabalho: Trabalho) => void }) {
    switch (state.at) {
        case "waiting":
            return <p class="transfer-waiting"><Icon name="clock" /> {file.name}: aguardando o envio do arquivo anterior. <Button look="plain" small onClick={cancel}>Remover</Button></p>;
        case "sending":
            return <ProgressBar label={`Enviando ${file.name}`} stage="Enviando o arquivo ao servidor" done={state.sent} total={state.total} unit="bytes" cancel={cancel} />;
        case "processing":
            return <TrabalhoProgress id={state.trabalho} label={`Processando ${file.name}`} onEnd={(trabalho) => onEnd(state.lote, trabalho)} />;
        case "kept":
            return (
                <Message kind="success" title={`Arquivo recebido: ${file.name}`}>
                    As fichas serão processadas entre {state.inicio} e {state.fim}. Para processar agora, use «Processar todos» na tela de controle de recebimento.
                </Message>
            );
        case "done":
            return <Outcome lote={state.lote} />;
        case "ended":
            return (
                <div role="alert">
                    <Message kind="danger" title={state.trabalho.situacao === "cancelado" ? `Processamento cancelado: ${file.name}` : `O arquivo não pôde ser processado: ${file.name}`}>
                        {state.trabalho.mensagem || "O arquivo recebido está guardado."} <LinkTo lote={state.lote} />
                    </Message>
                </div>
            );
        case "refused":
            return (
                <div>
                    <p class="transfer-name"><Icon name="file" /> {file.name}</p>
                    <ProblemMessage problem={state.problem} />
                </div>
            );
    }
}

function Outcome({ lote }: { lote: LoteRecebido }) {
    const wrong = lote.invalidas + lote.ilegiveis;
    const parts = [
        count(lote.recebidas, "ficha recebida", "fichas recebidas"),
        count(lote.validas, "válida", "válidas"),
        count(wrong, "inválida", "inválidas"),
        ...(lote.repetidas > 0 ? [count(lote.repetidas, "repetida", "repetidas")] : []),
    ];
    return (
        <Message kind={wrong > 0 ? "warning" : "success"} title={`Processo concluído: ${lote.arquivo}`}>
            {parts.join(", ")}. <LinkTo lote={lote.id} />
        </Message>
    );
}

function LinkTo({ lote }: { lote: string }) {
    return <LinkButton small icon="eye" to={`${kRecebimento}/lotes/${lote}`}>Visualizar o lote</LinkButton>;
}
