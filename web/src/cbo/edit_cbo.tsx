// SPDX-License-Identifier: Apache-2.0
import { put } from "../base/api";
import { Dialog } from "../base/dialog";
import { TextField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { notify } from "../base/message";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { Facts } from "../base/screen";
import type { Cbo } from "./cbos";

const kLabels = { intervalo_minutos: "Intervalo de agendamento entre as consultas" };

/** «Editar»: how long an appointment of the occupation takes. */
export function EditCbo({ cbo: { cbo, titulo, intervalo_minutos, versao }, onSaved, onClose }: { cbo: Cbo; onSaved: () => void; onClose: () => void }) {
    const municipio = askedMunicipio(useMunicipios());
    const form = useForm({
        initial: { intervalo_minutos: intervalo_minutos === undefined ? "" : String(intervalo_minutos) },
        check: ({ intervalo_minutos: text }) =>
            text === "" || (/^\d+$/.test(text) && Number(text) >= 1 && Number(text) <= 480) ? {} : { intervalo_minutos: "Informe de 1 a 480 minutos, ou deixe em branco." },
        submit: async ({ intervalo_minutos: text }) => {
            await put("/api/v1/cbo/{cbo}", { path: { cbo }, query: { municipio }, body: { versao, ...(text ? { intervalo_minutos: Number(text) } : {}) } });
            notify("success", `${cbo} – ${titulo}: intervalo de agendamento gravado.`);
            onSaved();
            onClose();
        },
    });
    return (
        <Dialog title="Editar CBO" onClose={onClose}>
            <FormFrame form={form} submit="Salvar" labels={kLabels} cancel={onClose}>
                <Facts items={[["CBO", `${cbo} – ${titulo}`]]} />
                <div class="short">
                    <TextField
                        id="intervalo_minutos"
                        label={kLabels.intervalo_minutos}
                        hint="Em minutos. Em branco, vale a duração padrão do município."
                        required={false}
                        inputMode="numeric"
                        maxLength={3}
                        autoComplete="off"
                        value={form.values.intervalo_minutos}
                        error={form.errors.intervalo_minutos}
                        onInput={(text) => form.set("intervalo_minutos", text.replace(/\D/g, ""))}
                    />
                </div>
            </FormFrame>
        </Dialog>
    );
}
