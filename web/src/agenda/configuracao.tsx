// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, put, type Problem, type Schema } from "../base/api";
import { Button } from "../base/button";
import { isTime, TimeField } from "../base/dates";
import { CheckField } from "../base/field";
import { FormFrame, useForm, type Errors, type Form } from "../base/form";
import { count } from "../base/format";
import { Loaded, useLoad } from "../base/load";
import { Message, notify } from "../base/message";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { go } from "../base/router";
import { Facts, Screen } from "../base/screen";
import { kProfissionais } from "../profissionais/places";
import { kDias, kUteis, trailOf } from "./places";

type Agenda = Schema<"AgendaDaLotacao">;
type Periodo = Agenda["periodos"][number];

// Two periods a day are drawn: the morning and the afternoon. More come when they are there already.
const kDrawn = 2;
const kMost = 4;
type Values = Record<string, string>;
const nameOf = (dia: number, periodo: number, end: "inicio" | "fim"): string => `${end}-${dia}-${periodo}`;

/** «Criar configuração de agenda» and «Editar configuração de agenda». */
export function ConfiguracaoDeAgenda({ captures }: { captures: Record<string, string> }) {
    const municipio = askedMunicipio(useMunicipios());
    const [profissional, lotacao] = [captures["profissional"] ?? "", captures["lotacao"] ?? ""];
    const load = useLoad((signal) => get("/api/v1/lotacoes/{lotacao}/agenda", { path: { lotacao }, query: { municipio }, signal }), [lotacao]);
    const title = load.data?.situacao === "nenhuma" ? "Criar configuração de agenda" : "Editar configuração de agenda";
    return (
        <Screen title={load.data ? title : "Configuração de agenda"} trail={trailOf(profissional, load.data?.profissional_nome)}>
            <Loaded load={load}>
                {(agenda) => (
                    <>
                        <Facts items={[["Profissional", agenda.profissional_nome], ["Unidade de saúde", agenda.unidade], ["CBO", `${agenda.cbo} – ${agenda.cbo_titulo}`], ["Duração do agendamento", count(agenda.duracao, "minuto", "minutos")]]} />
                        {agenda.situacao === "automatica" && <Message kind="info" title="Esta agenda está no horário-padrão do município.">É o que vale para quem tem uma lotação só. Salve outros horários para mudar.</Message>}
                        <AgendaForm agenda={agenda} municipio={municipio} back={`${kProfissionais}/${profissional}`} />
                    </>
                )}
            </Loaded>
        </Screen>
    );
}

function valuesOf(periodos: Periodo[]): Values {
    const values: Values = {};
    for (let dia = 1; dia <= kDias.length; ++dia) {
        const own = periodos.filter((one) => one.dia === dia);
        for (let n = 0; n < kMost; ++n) {
            values[nameOf(dia, n, "inicio")] = own[n]?.inicio ?? "";
            values[nameOf(dia, n, "fim")] = own[n]?.fim ?? "";
        }
    }
    return values;
}

function periodosOf(values: Values): Periodo[] {
    const periodos: Periodo[] = [];
    for (let dia = 1; dia <= kDias.length; ++dia)
        for (let n = 0; n < kMost; ++n) {
            const [inicio, fim] = [values[nameOf(dia, n, "inicio")] ?? "", values[nameOf(dia, n, "fim")] ?? ""];
            if (inicio || fim) periodos.push({ dia, inicio, fim });
        }
    return periodos;
}

const isEnd = (text: string): boolean => isTime(text) || text === "24:00";

function check(values: Values): Errors<Values> {
    const errors: Errors<Values> = {};
    for (let dia = 1; dia <= kDias.length; ++dia)
        for (let n = 0; n < kMost; ++n) {
            const [inicio, fim] = [values[nameOf(dia, n, "inicio")] ?? "", values[nameOf(dia, n, "fim")] ?? ""];
            if (!inicio && !fim) continue;
            if (!isTime(inicio)) errors[nameOf(dia, n, "inicio")] = "Informe o horário inicial, de 00:00 a 23:59.";
            if (!isEnd(fim)) errors[nameOf(dia, n, "fim")] = "Informe o horário final, de 00:01 a 24:00.";
            else if (isTime(inicio) && fim <= inicio) errors[nameOf(dia, n, "fim")] = "O horário final deve ser depois do inicial.";
        }
    if (periodosOf(values).length === 0) errors[nameOf(1, 0, "inicio")] = "Preencha ao menos um período, ou use «horário-padrão».";
    return errors;
}

const kLabels: Record<string, string> = Object.fromEntries(
    kDias.flatMap((dia, i) => Array.from({ length: kMost }, (_, n) => n).flatMap((n) => [[nameOf(i + 1, n, "inicio"), `${dia}, início do ${n + 1}º período`], [nameOf(i + 1, n, "fim"), `${dia}, fim do ${n + 1}º período`]])),
);

function AgendaForm({ agenda, municipio, back }: { agenda: Agenda; municipio: string | undefined; back: string }) {
    const [weekend, setWeekend] = useState(agenda.periodos.some(({ dia }) => dia > kUteis));
    const form = useForm<Values>({
        initial: valuesOf(agenda.periodos),
        check,
        submit: async (values) => {
            await put("/api/v1/lotacoes/{lotacao}/agenda", { path: { lotacao: agenda.lotacao }, query: { municipio }, body: { periodos: periodosOf(values), versao: agenda.versao } });
            go(back);
            notify("success", `Agenda de ${agenda.profissional_nome} gravada. Os horários agendados previamente não mudam.`);
        },
    });
    const fill = () => {
        for (const [name, value] of Object.entries(valuesOf(agenda.padrao))) form.set(name, value);
        setWeekend(agenda.padrao.some(({ dia }) => dia > kUteis));
    };
    return (
        <FormFrame form={form} submit="Salvar" labels={kLabels} cancel={() => go(back)}>
            <div class="form-tools">
                <Button icon="clock" onClick={fill}>Horário-padrão</Button>
                <CheckField id="fim-de-semana" label="Mostrar fim de semana" checked={weekend} onInput={setWeekend} />
            </div>
            <Refusals problem={form.problem} />
            {kDias.slice(0, weekend ? kDias.length : kUteis).map((dia, i) => <Day key={dia} form={form} dia={i + 1} title={dia} />)}
        </FormFrame>
    );
}

/** What the server says of a day, beside the days. */
function Refusals({ problem }: { problem: Problem | undefined }) {
    const days = problem?.errors.filter(({ field }) => field.startsWith("periodos")) ?? [];
    return days.length > 0 ? <ul class="only-heard">{days.map((one) => <li key={one.field}>{one.message}</li>)}</ul> : null;
}

function Day({ form: { values, errors, set }, dia, title }: { form: Form<Values>; dia: number; title: string }) {
    const known = Array.from({ length: kMost }, (_, n) => n).filter((n) => n < kDrawn || values[nameOf(dia, n, "inicio")] || values[nameOf(dia, n, "fim")]);
    const field = (n: number, end: "inicio" | "fim", label: string) => {
        const name = nameOf(dia, n, end);
        return <TimeField id={name} label={label} value={values[name] ?? ""} error={errors[name]} onInput={(text) => set(name, text)} />;
    };
    return (
        <fieldset class="day">
            <legend>{title}</legend>
            {known.map((n) => (
                <div key={n} class="period">
                    {field(n, "inicio", `Início do ${n + 1}º período`)}
                    {field(n, "fim", `Fim do ${n + 1}º período`)}
                </div>
            ))}
        </fieldset>
    );
}
