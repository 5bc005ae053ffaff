// SPDX-License-Identifier: Apache-2.0
import { get, put, type Schema } from "../../base/api";
import { isTime, TimeField } from "../../base/dates";
import { RadioField } from "../../base/field";
import { FormFrame, useForm } from "../../base/form";
import { Loaded, useLoad } from "../../base/load";
import { notify } from "../../base/message";
import { RecebimentoFrame } from "./frame";

type Horario = Schema<"ConfiguracaoDeProcessamento">;
const kTitle = "Processamento dos lotes recebidos";
const kLabels = { modo: "Quando processar", inicio: "Início", fim: "Fim" };

export function Processamento() {
    const load = useLoad((signal) => get("/api/v1/recebimento/configuracao", { signal }), []);
    return (
        <RecebimentoFrame view="processamento">
            <div class="card narrow">
                <h2>{kTitle}</h2>
                <Loaded load={load}>{(now) => <HoursForm now={now} />}</Loaded>
            </div>
        </RecebimentoFrame>
    );
}

function HoursForm({ now }: { now: Horario }) {
    const form = useForm({
        initial: { ...now } as Record<"modo" | "inicio" | "fim", string>,
        check: ({ modo, inicio, fim }) =>
            modo === "continuo"
                ? {}
                : {
                      ...(isTime(inicio) ? {} : { inicio: "Informe a hora de início, de 00:00 a 23:59." }),
                      ...(!isTime(fim) ? { fim: "Informe a hora de fim, de 00:00 a 23:59." } : fim === inicio ? { fim: "O fim deve ser diferente do início." } : {}),
                  },
        submit: async ({ modo, inicio, fim }) => {
            await put("/api/v1/recebimento/configuracao", { body: { modo: modo as Horario["modo"], inicio, fim } });
            notify("success", "Horário gravado.");
        },
    });
    const { values, errors, set } = form;
    return (
        <FormFrame form={form} submit="Salvar" labels={kLabels}>
            <RadioField
                id="modo"
                label={kLabels.modo}
                value={values.modo}
                error={errors.modo}
                onInput={(value) => set("modo", value)}
                options={[
                    { value: "continuo", label: "Contínuo", hint: "Cada lote é processado assim que chega." },
                    { value: "janela", label: "Só dentro do horário", hint: "O lote espera o horário abaixo, ou alguém clicar em «Processar todos»." },
                ]}
            />
            {values.modo === "janela" && (
                <fieldset class="period">
                    <legend>Horário</legend>
                    <TimeField id="inicio" label={kLabels.inicio} value={values.inicio} error={errors.inicio} onInput={(text) => set("inicio", text)} />
                    <TimeField id="fim" label={kLabels.fim} value={values.fim} error={errors.fim} onInput={(text) => set("fim", text)} />
                </fieldset>
            )}
            {values.modo === "janela" && <p class="hint">O padrão é das 00:00 às 06:00, no fuso do município. O início acompanha o horário da aba «Configuração». O computador deve permanecer ligado, sem suspender, durante o horário.</p>}
        </FormFrame>
    );
}
