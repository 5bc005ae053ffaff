// SPDX-License-Identifier: Apache-2.0
import { useEffect, useRef, useState } from "preact/hooks";
import { get, type Problem } from "../base/api";
import { Button, LinkButton } from "../base/button";
import { Dialog } from "../base/dialog";
import { DropZone } from "../base/drop_zone";
import { bytes } from "../base/format";
import { Icon } from "../base/icons";
import { ProgressBar, TrabalhoProgress, type Trabalho } from "../base/job";
import { asProblem, Message, ProblemMessage } from "../base/message";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { useInside } from "../base/inside";
import { upload } from "../base/transfer";
import type { Importacao, Relatorio } from "./importacoes";
import { Summary } from "./report_summary";

type Step =
    | { at: "choosing" }
    | { at: "chosen"; file: File }
    | { at: "sending"; file: File; simulate: boolean; sent: number; total: number }
    | { at: "working"; file?: File; simulate: boolean; importacao: string; trabalho: string }
    | { at: "simulated"; file: File; relatorio: Relatorio }
    | { at: "imported"; relatorio: Relatorio };

interface Accepted {
    importacao: string;
    trabalho: string;
}

/** From the file to «Importação Concluída», with the simulation on the way for who wants it. */
export function ImportPanel({ running, onChange }: { running: Importacao | undefined; onChange: () => void }) {
    const { may } = useInside();
    const municipios = useMunicipios();
    const [step, setStep] = useState<Step>({ at: "choosing" });
    const [problem, setProblem] = useState<Problem>();
    const [ending, setEnding] = useState<Trabalho>();
    const sending = useRef<AbortController>();
    useEffect(() => () => sending.current?.abort(), []);

    // An import that somebody began, or that a reload forgot, is followed too.
    useEffect(() => {
        if (running?.trabalho && (step.at === "choosing" || step.at === "chosen"))
            setStep({ at: "working", simulate: running.simulada, importacao: running.id, trabalho: running.trabalho, ...(step.at === "chosen" ? { file: step.file } : {}) });
    }, [running?.trabalho]);

    async function send(file: File, simulate: boolean): Promise<void> {
        const controller = new AbortController();
        sending.current = controller;
        setProblem(undefined);
        setEnding(undefined);
        setStep({ at: "sending", file, simulate, sent: 0, total: file.size });
        try {
            const fields = { municipio: askedMunicipio(municipios), simular: simulate ? "true" : undefined };
            const accepted = await upload<Accepted>("/api/v1/cnes/importacoes", file, fields, (sent, total) => setStep({ at: "sending", file, simulate, sent, total }), controller.signal);
            setStep({ at: "working", file, simulate, ...accepted });
            onChange();
        } catch (failure) {
            if (!controller.signal.aborted) setProblem(asProblem(failure));
            setStep({ at: "chosen", file });
        }
    }

    async function finish(trabalho: Trabalho): Promise<void> {
        if (step.at !== "working") return;
        onChange();
        if (trabalho.situacao !== "concluido") {
            setEnding(trabalho);
            return setStep(step.file ? { at: "chosen", file: step.file } : { at: "choosing" });
        }
        try {
            const relatorio = await get("/api/v1/cnes/importacoes/{importacao}", { path: { importacao: step.importacao }, query: { municipio: askedMunicipio(municipios) } });
            if (!step.simulate) setStep({ at: "imported", relatorio });
            else if (step.file) setStep({ at: "simulated", file: step.file, relatorio });
            else setStep({ at: "choosing" });
        } catch (failure) {
            setProblem(asProblem(failure));
            setStep({ at: "choosing" });
        }
    }

    if (!may("cnes_importar")) return <Message kind="info" title="Seu acesso só permite consultar as importações." />;
    const noMunicipio = !municipios.fixed && !municipios.chosen;
    const choose = ([file]: File[]) => {
        setProblem(undefined);
        setEnding(undefined);
        if (file) setStep({ at: "chosen", file });
    };
    return (
        <>
            {problem && <ProblemMessage problem={problem} />}
            {ending && <Ending trabalho={ending} />}
            {step.at === "choosing" && (
                <>
                    <DropZone label="Clique para importar ou arraste os arquivos" hint="Arquivo XMLPARAESUS_XXXXXX.ZIP ou o .xml que há dentro dele" accept=".zip,.xml" disabled={noMunicipio} onFiles={choose} />
                    {noMunicipio && <p class="hint">Selecione o município antes de importar.</p>}
                </>
            )}
            {step.at === "chosen" && <Chosen file={step.file} onOpen={() => void send(step.file, false)} onSimulate={() => void send(step.file, true)} onDrop={() => setStep({ at: "choosing" })} />}
            {step.at === "sending" && <ProgressBar label={`Enviando ${step.file.name}`} stage="Enviando o arquivo ao servidor" done={step.sent} total={step.total} unit="bytes" cancel={() => sending.current?.abort()} />}
            {step.at === "working" && <TrabalhoProgress id={step.trabalho} label={step.simulate ? "Simulando a importação" : "Importando o CNES"} onEnd={(trabalho) => void finish(trabalho)} />}
            {step.at === "simulated" && <Simulated relatorio={step.relatorio} onImport={() => void send(step.file, false)} onDrop={() => setStep({ at: "choosing" })} />}
            {step.at === "imported" && <Concluded relatorio={step.relatorio} onClose={() => setStep({ at: "choosing" })} />}
        </>
    );
}

function Ending({ trabalho }: { trabalho: Trabalho }) {
    return trabalho.situacao === "cancelado" ? (
        <Message kind="info" title="Importação cancelada.">Nada foi alterado no sistema.</Message>
    ) : (
        <div role="alert"><Message kind="danger" title="O arquivo não foi importado. Nada foi alterado no sistema.">{trabalho.mensagem}</Message></div>
    );
}

function Chosen({ file, onOpen, onSimulate, onDrop }: { file: File; onOpen: () => void; onSimulate: () => void; onDrop: () => void }) {
    const named = /^XMLPARAESUS_?\d{6,7}.*\.(zip|xml)$/i.test(file.name);
    const first = useRef<HTMLDivElement>(null);
    useEffect(() => first.current?.querySelector("button")?.focus(), []);
    return (
        <div class="chosen">
            <p class="chosen-file"><Icon name="file" /> <strong>{file.name}</strong> <span>{bytes(file.size)}</span></p>
            {!named && <p class="hint">O nome esperado é XMLPARAESUS_XXXXXX.ZIP. O conteúdo será conferido de qualquer modo.</p>}
            <div class="chosen-actions" ref={first}>
                <Button look="primary" icon="fileImport" onClick={onOpen}>Abrir</Button>
                <Button icon="flask" onClick={onSimulate}>Simular importação</Button>
                <Button look="plain" onClick={onDrop}>Escolher outro arquivo</Button>
            </div>
            <p class="hint"><strong>Abrir</strong> importa o arquivo. <strong>Simular importação</strong> mostra antes o que vai mudar, sem gravar nada.</p>
        </div>
    );
}

function Simulated({ relatorio, onImport, onDrop }: { relatorio: Relatorio; onImport: () => void; onDrop: () => void }) {
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => heading.current?.focus(), []);
    return (
        <div class="simulated">
            <h2 ref={heading} tabIndex={-1}>Resultado da simulação</h2>
            <p>Nada foi gravado. É isto que a importação vai fazer:</p>
            <Summary relatorio={relatorio} />
            <div class="form-actions">
                <Button look="primary" icon="fileImport" onClick={onImport}>Importar</Button>
                <LinkButton icon="eye" to={`/cnes/importacoes/${relatorio.id}`}>Visualizar o relatório da simulação</LinkButton>
                <Button look="plain" onClick={onDrop}>Descartar</Button>
            </div>
        </div>
    );
}

function Concluded({ relatorio, onClose }: { relatorio: Relatorio; onClose: () => void }) {
    return (
        <Dialog
            title="Importação Concluída"
            onClose={onClose}
            wide
            actions={
                <>
                    <LinkButton icon="eye" to={`/cnes/importacoes/${relatorio.id}`}>Visualizar relatório</LinkButton>
                    <Button look="primary" onClick={onClose}>OK</Button>
                </>
            }
        >
            <Summary relatorio={relatorio} />
            <p><strong>Analise o relatório antes de prosseguir:</strong> ele mostra o que no CNES precisa ser corrigido para o sistema funcionar bem.</p>
        </Dialog>
    );
}
