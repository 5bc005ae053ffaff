// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, post, type Schema } from "../base/api";
import { Button } from "../base/button";
import { count, dateTime } from "../base/format";
import { TrabalhoProgress, ended, type Trabalho } from "../base/job";
import { Empty, Table, type Column } from "../base/list";
import { Loaded, useLoad } from "../base/load";
import { asProblem, Message, notify, ProblemMessage } from "../base/message";
import type { Problem } from "../base/api";
import { Section } from "../base/screen";
import { GestaoFrame } from "./frame";

type Estado = Schema<"ProcessamentoDosRelatorios">;
type Municipio = Estado["municipios"][number];
interface Running {
    id: string;
    what: "marcacao" | "processamento";
}

/** «Processamento»: first mark, wait, then force. Source: manual, 3.7.6.2. */
export function Processamento() {
    const load = useLoad(async (signal) => {
        const estado = await get("/api/v1/relatorios/processamento", { signal });
        return { estado, running: await alive(estado, signal) };
    }, []);
    return <GestaoFrame tab="processamento"><Loaded load={load}>{({ estado, running }) => <Steps key={running?.id ?? "parado"} estado={estado} going={running} reload={load.reload} />}</Loaded></GestaoFrame>;
}

/** The job that still runs, for who opens the screen while it does. */
async function alive(estado: Estado, signal: AbortSignal): Promise<Running | undefined> {
    for (const what of ["marcacao", "processamento"] as const) {
        const id = estado[what];
        if (id && !ended(await get("/api/v1/trabalhos/{trabalho}", { path: { trabalho: id }, signal }))) return { id, what };
    }
    return undefined;
}

function Steps({ estado, going, reload }: { estado: Estado; going: Running | undefined; reload: () => void }) {
    const [running, setRunning] = useState(going);
    const [problem, setProblem] = useState<Problem>();
    const marked = estado.municipios.some(({ marcado_ms }) => marcado_ms !== undefined);
    const waiting = estado.municipios.reduce((sum, { marcadas }) => sum + marcadas, 0);

    async function start(what: Running["what"]): Promise<void> {
        setProblem(undefined);
        try {
            const { trabalho } = await post(what === "marcacao" ? "/api/v1/relatorios/processamento/marcar" : "/api/v1/relatorios/processamento/forcar");
            setRunning({ id: trabalho, what });
        } catch (failure) {
            setProblem(asProblem(failure));
        }
    }
    function end(trabalho: Trabalho): void {
        const what = running?.what;
        setRunning(undefined);
        if (trabalho.situacao === "concluido") notify("success", what === "marcacao" ? "Marcação concluída. Clique em «Forçar o processamento»." : "Relatórios processados.");
        else notify("danger", trabalho.mensagem || "O processamento foi cancelado. O que já foi processado fica.");
        reload();
    }
    return (
        <>
            <Section id="processar" title="Processamento">
                <p>Os relatórios são processados toda noite, às {estado.horario}, só com as fichas que chegaram ou mudaram. Para atualizá-los agora, marque, aguarde o andamento e force.</p>
                {problem && <ProblemMessage problem={problem} />}
                {running ? (
                    <TrabalhoProgress id={running.id} label={running.what === "marcacao" ? "Marcar para processamento" : "Forçar o processamento"} onEnd={end} />
                ) : (
                    <>
                        {marked && <Message kind="info" title={waiting > 0 ? `${count(waiting, "ficha marcada", "fichas marcadas")} para processamento.` : "Nenhuma ficha nova desde o último processamento."} />}
                        <div class="form-actions">
                            <Button icon="check" look={marked ? "secondary" : "primary"} onClick={() => void start("marcacao")}>Marcar para processamento</Button>
                            <Button icon="play" look={marked ? "primary" : "secondary"} disabled={!marked} onClick={() => void start("processamento")}>Forçar o processamento</Button>
                        </div>
                    </>
                )}
            </Section>
            <Section id="municipios" title="Municípios">
                {estado.municipios.length === 0 ? <Empty title="Nenhum município ativo nesta instalação." /> : <Table caption="Processamento por município" columns={columns} rows={estado.municipios} rowKey={({ ibge }) => ibge} />}
            </Section>
        </>
    );
}

const columns: Column<Municipio>[] = [
    { title: "Município", cell: ({ nome }) => nome, heads: true },
    { title: "Último processamento", cell: ({ processado_ms }) => (processado_ms === undefined ? "Nunca processado" : dateTime(processado_ms)) },
    { title: "Marcado para processamento", cell: ({ marcado_ms, marcadas }) => (marcado_ms === undefined ? "–" : <>{dateTime(marcado_ms)}<small>{count(marcadas, "ficha", "fichas")}</small></>) },
];
