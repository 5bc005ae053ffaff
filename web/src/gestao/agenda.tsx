// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, put, type Schema } from "../base/api";
import { isTime, TimeField } from "../base/dates";
import { CheckField, TextField } from "../base/field";
import { FormFrame, useForm, type Errors, type Form } from "../base/form";
import { Loaded, useLoad } from "../base/load";
import { notify } from "../base/message";
import { GestaoFrame } from "./frame";

type Now = Schema<"AgendaPadrao">;
type Values = Record<string, string>;

const kDays = ["", "Segunda-feira", "Terça-feira", "Quarta-feira", "Quinta-feira", "Sexta-feira", "Sábado", "Domingo"];
const kWeek = [1, 2, 3, 4, 5];
const kWeekend = [6, 7];
const kTurns = [1, 2];

/** «Configuração da agenda padrão»: hours per day of the week, and how long an appointment lasts. Source: manual, 3.11.1. */
export function Agenda() {
    const load = useLoad((signal) => get("/api/v1/gestao/agenda-padrao", { signal }), []);
    return (
        <GestaoFrame aba="Configuração da agenda padrão">
            <Loaded load={load}>
                {(now) => (
                    <>
                        <section class="card" aria-labelledby="periodos">
                            <h2 id="periodos">Períodos de trabalho</h2>
                            <PeriodosForm now={now} onSaved={load.reload} />
                        </section>
                        <section class="card narrow" aria-labelledby="da-duracao">
                            <h2 id="da-duracao">Duração padrão do agendamento</h2>
                            <DuracaoForm now={now} onSaved={load.reload} />
                        </section>
                    </>
                )}
            </Loaded>
        </GestaoFrame>
    );
}

const from = (day: number, turn: number): string => `inicio-${day}-${turn}`;
const until = (day: number, turn: number): string => `fim-${day}-${turn}`;

function PeriodosForm({ now, onSaved }: { now: Now; onSaved: () => void }) {
    const [weekend, setWeekend] = useState(now.periodos.some(({ dia }) => kWeekend.includes(dia)));
    const days = weekend ? [...kWeek, ...kWeekend] : kWeek;
    const form = useForm<Values>({
        initial: initialOf(now),
        check: (values) => check(values, days),
        submit: async (values) => {
            await put("/api/v1/gestao/agenda-padrao", { body: { duracao: now.duracao, periodos: periodosOf(values, days), versao: now.versao } });
            notify("success", "Horários de atendimento padrão gravados.");
            onSaved();
        },
        onStale: onSaved,
    });
    return (
        <FormFrame form={form} submit="Salvar" labels={kLabels}>
            <p class="hint">O horário de atendimento de todos os profissionais da unidade de saúde em cada dia. Deixe em branco o dia ou o período sem atendimento.</p>
            <CheckField id="fim-de-semana" label="Mostrar fim de semana" checked={weekend} onInput={setWeekend} />
            {weekend || <p class="hint">Sem o fim de semana, ele fica sem horário ao salvar.</p>}
            <div class="days">{days.map((day) => <DayRow key={day} day={day} form={form} />)}</div>
        </FormFrame>
    );
}

function DayRow({ day, form: { values, errors, set } }: { day: number; form: Form<Values> }) {
    const ofDay = errors[`periodos.${day}`];
    return (
        <fieldset class="day-row">
            <legend>{kDays[day]}</legend>
            {kTurns.map((turn) => [
                <TimeField key={from(day, turn)} id={from(day, turn)} label="Início" value={values[from(day, turn)] ?? ""} error={errors[from(day, turn)]} onInput={(text) => set(from(day, turn), text)} />,
                <TimeField key={until(day, turn)} id={until(day, turn)} label="Fim" value={values[until(day, turn)] ?? ""} error={errors[until(day, turn)]} onInput={(text) => set(until(day, turn), text)} />,
            ])}
            {ofDay && <p class="field-error">{ofDay}</p>}
        </fieldset>
    );
}

const kLabels: Record<string, string> = Object.fromEntries(
    [...kWeek, ...kWeekend].flatMap((day) => [
        [`periodos.${day}`, kDays[day] ?? ""],
        ...kTurns.flatMap((turn) => [
            [from(day, turn), `${kDays[day]}, início do ${turn}º período`],
            [until(day, turn), `${kDays[day]}, fim do ${turn}º período`],
        ]),
    ]),
);

function initialOf({ periodos }: Now): Values {
    const values: Values = {};
    for (const day of [...kWeek, ...kWeekend]) {
        const ofDay = periodos.filter(({ dia }) => dia === day);
        for (const turn of kTurns) {
            values[from(day, turn)] = ofDay[turn - 1]?.inicio ?? "";
            values[until(day, turn)] = ofDay[turn - 1]?.fim ?? "";
        }
        // Where the server refuses a whole day, its words have a place.
        values[`periodos.${day}`] = "";
    }
    return values;
}

function check(values: Values, days: number[]): Errors<Values> {
    const errors: Errors<Values> = {};
    for (const day of days)
        for (const turn of kTurns) {
            const [begin, end] = [values[from(day, turn)] ?? "", values[until(day, turn)] ?? ""];
            if (!begin && !end) continue;
            if (!isTime(begin)) errors[from(day, turn)] = "Informe a hora de início, de 00:00 a 23:59.";
            if (!isTime(end) && end !== "24:00") errors[until(day, turn)] = "Informe a hora de fim, de 00:01 a 24:00.";
            else if (isTime(begin) && end <= begin) errors[until(day, turn)] = "O fim deve ser depois do início.";
        }
    return errors;
}

function periodosOf(values: Values, days: number[]): Now["periodos"] {
    return days.flatMap((dia) =>
        kTurns.map((turn) => ({ dia, inicio: values[from(dia, turn)] ?? "", fim: values[until(dia, turn)] ?? "" })).filter(({ inicio, fim }) => inicio !== "" && fim !== ""),
    );
}

function DuracaoForm({ now, onSaved }: { now: Now; onSaved: () => void }) {
    const form = useForm({
        initial: { duracao: String(now.duracao) },
        check: ({ duracao }) => (Number(duracao) >= 1 && Number(duracao) <= 240 ? {} : { duracao: "Informe a duração, de 1 a 240 minutos." }),
        submit: async ({ duracao }) => {
            await put("/api/v1/gestao/agenda-padrao", { body: { duracao: Number(duracao), periodos: now.periodos, versao: now.versao } });
            notify("success", "Duração padrão do agendamento gravada.");
            onSaved();
        },
        onStale: onSaved,
    });
    return (
        <FormFrame form={form} submit="Salvar" labels={{ duracao: "Duração padrão do agendamento (minutos)" }}>
            <div class="short">
                <TextField id="duracao" label="Duração padrão do agendamento (minutos)" inputMode="numeric" autoComplete="off" maxLength={3} value={form.values.duracao} error={form.errors.duracao} onInput={(text) => form.set("duracao", text.replace(/\D/g, ""))} />
            </div>
            <p class="hint">As lotações cujo CBO tem duração própria usam a do CBO.</p>
        </FormFrame>
    );
}
