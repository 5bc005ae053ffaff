// SPDX-License-Identifier: Apache-2.0
// The one pattern for work that takes long: the file goes up, the server works, one may cancel.
import { useEffect, useRef, useState } from "preact/hooks";
import { get, post, Problem, type Schema } from "./api";
import { Button } from "./button";
import { bytes, number, percent } from "./format";
import { announce, asProblem, ProblemMessage } from "./message";

export type Trabalho = Schema<"Trabalho">;
const kEnded = ["concluido", "falhou", "cancelado"];
export const ended = (trabalho: Trabalho): boolean => kEnded.includes(trabalho.situacao);

const kPollMs = 500;

interface Watched {
    trabalho?: Trabalho;
    problem?: Problem;
}

/** Follows a job to its end. A lost connection is shown and tried again: the job itself goes on. */
export function useTrabalho(id: string | undefined, onEnd: (trabalho: Trabalho) => void): Watched {
    const [watched, setWatched] = useState<Watched>({});
    const tellEnd = useRef(onEnd);
    tellEnd.current = onEnd;
    useEffect(() => {
        setWatched({});
        if (!id) return;
        const controller = new AbortController();
        let timer: ReturnType<typeof setTimeout>;
        const look = async () => {
            try {
                const trabalho = await get("/api/v1/trabalhos/{trabalho}", { path: { trabalho: id }, signal: controller.signal });
                setWatched({ trabalho });
                if (ended(trabalho)) return tellEnd.current(trabalho);
            } catch (failure) {
                if (controller.signal.aborted) return;
                setWatched((before) => ({ ...before, problem: asProblem(failure) }));
                if (failure instanceof Problem && [401, 403, 404].includes(failure.status)) return;
            }
            if (!controller.signal.aborted) timer = setTimeout(look, kPollMs);
        };
        void look();
        return () => {
            controller.abort();
            clearTimeout(timer);
        };
    }, [id]);
    return watched;
}

interface BarProps {
    label: string;
    stage: string;
    done: number;
    total: number;
    unit?: "bytes" | "count";
    cancel?: () => void;
    cancelling?: boolean;
}

/** A bar with what is being done, how much of it, and the way out. */
export function ProgressBar({ label, stage, done, total, unit = "count", cancel, cancelling = false }: BarProps) {
    const shown = unit === "bytes" ? bytes : number;
    const amount = total > 0 ? `${shown(done)} de ${shown(total)} (${percent(done, total)})` : done > 0 ? shown(done) : "";
    // Every tenth is said aloud; every step would drown the listener.
    const tenth = total > 0 ? Math.floor((done / total) * 10) : 0;
    useEffect(() => announce(`${label}: ${stage}${total > 0 ? `, ${tenth * 10} por cento` : ""}`), [stage, tenth]);
    return (
        <div class="progress">
            <div class="progress-head">
                <strong>{label}</strong>
                <span>{amount}</span>
            </div>
            <progress aria-label={label} max={total > 0 ? total : 1} {...(total > 0 ? { value: Math.min(done, total) } : {})} />
            <div class="progress-foot">
                <span>{cancelling ? "Cancelando…" : stage}</span>
                {cancel && <Button look="plain" small icon="ban" busy={cancelling} onClick={cancel}>Cancelar</Button>}
            </div>
        </div>
    );
}

/** The bar of a job on the server. */
export function TrabalhoProgress({ id, label, onEnd }: { id: string; label: string; onEnd: (trabalho: Trabalho) => void }) {
    const [cancelling, setCancelling] = useState(false);
    const [refusal, setRefusal] = useState<Problem>();
    const { trabalho, problem } = useTrabalho(id, onEnd);
    async function cancel(): Promise<void> {
        setCancelling(true);
        try {
            await post("/api/v1/trabalhos/{trabalho}/cancelar", { path: { trabalho: id } });
        } catch (failure) {
            // Too late to cancel is no error: the job has ended and says how.
            if (!(failure instanceof Problem && failure.status === 409)) setRefusal(asProblem(failure));
            setCancelling(false);
        }
    }
    const shown = refusal ?? problem;
    const stage = trabalho?.etapa || (trabalho?.situacao === "executando" ? "Processando…" : "Aguardando a vez…");
    return (
        <>
            {shown && <ProblemMessage problem={shown} />}
            <ProgressBar label={label} stage={stage} done={trabalho?.feitos ?? 0} total={trabalho?.total ?? 0} cancel={() => void cancel()} cancelling={cancelling} />
        </>
    );
}
