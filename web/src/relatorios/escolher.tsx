// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, type Schema } from "../base/api";
import { ComboField } from "../base/combo";
import { DateField, readDay } from "../base/dates";
import { RadioField, SelectField, type Option } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { day, isoDay } from "../base/format";
import { Grupos } from "./grupos";

type Declared = Schema<"Relatorios">["itens"][number];
type Escolhas = Schema<"EscolhasDosRelatorios">;

export interface Pedido {
    query: Record<string, string | undefined>;
    /** The filters in words, for the head of what is printed. */
    words: [string, string][];
    forma: Forma;
}
export type Forma = "sintetico" | "mensal" | "analitico";

const kLabels = {
    inicio: "Data de início", fim: "Data de fim", unidade: "Unidade de saúde", equipe: "Equipe", por: "Filtrar por",
    profissional: "Profissional", cbo: "Categoria profissional", forma: "Modelo", grupos: "Grupos de informação",
};
const kFormas = [
    { value: "sintetico", label: "Sintético", hint: "Um número por linha, no período todo." },
    { value: "mensal", label: "Série mensal", hint: "Uma coluna por mês." },
    { value: "analitico", label: "Analítico", hint: "Cada unidade, equipe e profissional em separado." },
];
const kAll = { value: "", label: "Todas" };

/** Period, filters and groups of a report. */
export function Escolher({ declared, escolhas, municipio, onAsk }: { declared: Declared; escolhas: Escolhas; municipio: string | undefined; onAsk: (pedido: Pedido) => void }) {
    const consolidated = declared.especie === "consolidado";
    const today = day(isoDay(Date.now()));
    const [groups, setGroups] = useState(declared.grupos.map(({ codigo }) => codigo));
    const [person, setPerson] = useState<Option>();
    const form = useForm({
        initial: { inicio: consolidated ? "" : `01/${today.slice(3)}`, fim: consolidated ? "" : today, unidade: "", equipe: "", por: "todos", profissional: "", cbo: "", forma: "sintetico", grupos: "" },
        check: (values) => ({
            ...(consolidated && !values.inicio && !values.fim && values.forma !== "mensal"
                ? {}
                : {
                      ...(readDay(values.inicio) ? {} : { inicio: "Informe uma data, como 01/09/2026." }),
                      ...(readDay(values.fim) ? ((readDay(values.inicio) ?? "") > (readDay(values.fim) ?? "") ? { fim: "A data de fim deve ser igual ou posterior à de início." } : {}) : { fim: "Informe uma data, como 30/09/2026." }),
                  }),
            ...(groups.length > 0 ? {} : { grupos: "Escolha ao menos um grupo de informação." }),
            ...(values.por === "profissional" && !person ? { profissional: "Escolha um profissional." } : {}),
            ...(values.por === "cbo" && !values.cbo ? { cbo: "Escolha uma categoria." } : {}),
        }),
        submit: async (values) => onAsk(pedidoOf(values, person, groups, declared, escolhas)),
    });
    const { values, errors, set } = form;
    const findPeople = async (busca: string, signal: AbortSignal): Promise<Option[]> =>
        (await get("/api/v1/relatorios/profissionais", { query: { unidade: values.unidade, busca, municipio }, signal })).itens.map(({ id, nome }) => ({ value: id, label: nome }));
    const whole = escolhas.alcance !== "proprio";
    const teams = escolhas.equipes.filter(({ cnes }) => !values.unidade || cnes === values.unidade);
    return (
        <section class="card ask" aria-label="Filtros do relatório">
            <FormFrame form={form} submit="Gerar relatório" icon="chartBar" labels={kLabels}>
                <fieldset class="period">
                    <legend>Período {consolidated && <span class="optional">(sem ele, a situação de hoje)</span>}</legend>
                    <DateField id="inicio" label={kLabels.inicio} value={values.inicio} error={errors.inicio} onInput={(text) => set("inicio", text)} />
                    <DateField id="fim" label={kLabels.fim} value={values.fim} error={errors.fim} onInput={(text) => set("fim", text)} />
                </fieldset>
                {whole ? (
                    <>
                        <div class="columns">
                            <SelectField id="unidade" label={kLabels.unidade} value={values.unidade} onInput={(value) => { set("unidade", value); set("equipe", ""); setPerson(undefined); }} options={[...(escolhas.alcance === "municipio" ? [kAll] : []), ...escolhas.unidades.map(({ cnes, nome }) => ({ value: cnes, label: nome }))]} />
                            <SelectField id="equipe" label={kLabels.equipe} value={values.equipe} onInput={(value) => set("equipe", value)} options={[kAll, ...teams.map(({ ine, nome }) => ({ value: ine, label: `${nome} (${ine})` }))]} />
                        </div>
                        <RadioField id="por" label={kLabels.por} value={values.por} onInput={(value) => set("por", value)} options={[{ value: "todos", label: "Todos os profissionais" }, { value: "profissional", label: "Profissional" }, { value: "cbo", label: "Categoria profissional" }]} />
                        {values.por === "profissional" && <ComboField id="profissional" label={kLabels.profissional} hint="Digite parte do nome e escolha na lista." error={errors.profissional} search={findPeople} chosen={person} onChoose={(option) => { setPerson(option); set("profissional", ""); }} />}
                        {values.por === "cbo" && <SelectField id="cbo" label={kLabels.cbo} value={values.cbo} error={errors.cbo} onInput={(value) => set("cbo", value)} options={[{ value: "", label: "Selecione" }, ...escolhas.categorias.map(({ cbo, nome }) => ({ value: cbo, label: `${nome} (${cbo})` }))]} />}
                    </>
                ) : (
                    <p class="hint">O relatório mostra a sua própria produção.</p>
                )}
                <Grupos id="grupos" label={kLabels.grupos} grupos={declared.grupos} chosen={groups} error={errors.grupos} onChange={setGroups} />
                <RadioField id="forma" label={kLabels.forma} value={values.forma} onInput={(value) => set("forma", value)} options={kFormas} />
            </FormFrame>
        </section>
    );
}

function pedidoOf(values: Record<string, string>, person: Option | undefined, groups: string[], declared: Declared, escolhas: Escolhas): Pedido {
    const byPerson = values["por"] === "profissional" ? person : undefined;
    const cbo = values["por"] === "cbo" ? values["cbo"] : "";
    const unit = escolhas.unidades.find(({ cnes }) => cnes === values["unidade"]);
    const team = escolhas.equipes.find(({ ine }) => ine === values["equipe"]);
    const category = escolhas.categorias.find((one) => one.cbo === cbo);
    const all = groups.length === declared.grupos.length;
    return {
        forma: values["forma"] as Forma,
        query: {
            inicio: readDay(values["inicio"] ?? ""), fim: readDay(values["fim"] ?? ""), unidade: values["unidade"], equipe: values["equipe"],
            profissional: byPerson?.value, cbo, grupos: all ? undefined : groups.join(","), forma: values["forma"],
        },
        words: [
            ["Período", values["inicio"] ? `${values["inicio"]} a ${values["fim"]}` : "Situação de hoje"],
            ...(escolhas.alcance === "proprio" ? [["Profissional", "Produção própria"] as [string, string]] : [
                ["Unidade de saúde", unit?.nome ?? "Todas"] as [string, string],
                ["Equipe", team?.nome ?? "Todas"] as [string, string],
                byPerson ? ["Profissional", byPerson.label] as [string, string] : ["Categoria profissional", category?.nome ?? "Todas"] as [string, string],
            ]),
        ],
    };
}
