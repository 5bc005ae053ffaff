// SPDX-License-Identifier: Apache-2.0
import { put, type Schema } from "../../base/api";
import { isTime, TimeField } from "../../base/dates";
import { FormFrame, useForm } from "../../base/form";
import { Loaded, type Load } from "../../base/load";
import { notify } from "../../base/message";

type Now = Schema<"ConfiguracaoDeTransmissao">;
const kTitle = "Horário de geração de lotes e processamento de fichas";
const kLabels = { horario: kTitle };

export function Horario({ load }: { load: Load<Now> }) {
    return (
        <section class="card" aria-labelledby="do-horario">
            <h2 id="do-horario">Horário</h2>
            <Loaded load={load}>{(now) => <HorarioForm now={now} onSaved={load.reload} />}</Loaded>
        </section>
    );
}

function HorarioForm({ now, onSaved }: { now: Now; onSaved: () => void }) {
    const form = useForm({
        initial: { horario: now.horario },
        check: ({ horario }) => (isTime(horario) ? {} : { horario: "Informe a hora, de 00:00 a 23:59." }),
        submit: async ({ horario }) => {
            await put("/api/v1/transmissao/configuracao", { body: { horario } });
            notify("success", "Horário gravado.");
            onSaved();
        },
    });
    return (
        <FormFrame form={form} submit="Salvar" labels={kLabels}>
            <div class="short">
                <TimeField id="horario" label={kTitle} value={form.values.horario} error={form.errors.horario} onInput={(text) => form.set("horario", text)} />
            </div>
            <p class="hint">Os lotes são gerados e enviados, e as fichas recebidas são processadas, nas seis horas a partir deste horário. O computador deve permanecer ligado e conectado à internet, sem suspender.</p>
        </FormFrame>
    );
}
