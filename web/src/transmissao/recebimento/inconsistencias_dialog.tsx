// SPDX-License-Identifier: Apache-2.0
import { Dialog } from "../../base/dialog";
import { DateField, readDay } from "../../base/dates";
import { SelectField, TextField } from "../../base/field";
import { day, isoDay } from "../../base/format";
import { FormFrame, useForm } from "../../base/form";
import { notify } from "../../base/message";
import { askedMunicipio, useMunicipios } from "../../base/municipio";
import { download } from "../../base/transfer";
import { kCanais } from "./lotes_recebidos";

const kLabels = { inicio: "Período de recebimento: início", fim: "Período de recebimento: fim", responsavel: "Nome do responsável", tipo: "Tipo de recebimento" };
const kMonthMs = 30 * 24 * 3600 * 1000;

/** «Gerar relatório de Inconsistências»: by period, responsável and channel. */
export function InconsistenciasDialog({ onClose }: { onClose: () => void }) {
    const municipio = askedMunicipio(useMunicipios());
    const now = Date.now();
    const form = useForm({
        initial: { inicio: day(isoDay(now - kMonthMs)), fim: day(isoDay(now)), responsavel: "", tipo: "" },
        check: (typed) => {
            const [inicio, fim] = [readDay(typed.inicio), readDay(typed.fim)];
            return {
                ...(inicio ? {} : { inicio: "Informe o primeiro dia do período, como 01/10/2026." }),
                ...(!fim ? { fim: "Informe o último dia do período, como 31/10/2026." } : inicio && fim < inicio ? { fim: "O último dia vem antes do primeiro." } : {}),
            };
        },
        submit: async ({ responsavel, tipo, ...typed }) => {
            const [inicio, fim] = [readDay(typed.inicio), readDay(typed.fim)];
            await download("/api/v1/recebimento/inconsistencias.csv", { inicio, fim, responsavel: responsavel.trim(), tipo, municipio }, `inconsistencias-${inicio}-a-${fim}.csv`);
            onClose();
            notify("success", "Relatório de inconsistências gerado. Procure o arquivo CSV entre os seus downloads.");
        },
    });
    const { values, errors, set } = form;
    return (
        <Dialog title="Relatório de Inconsistências" onClose={onClose}>
            <FormFrame form={form} submit="Gerar relatório" icon="csv" labels={kLabels} cancel={onClose}>
                <fieldset class="period">
                    <legend>Período de recebimento</legend>
                    <DateField id="inicio" label="Início" value={values.inicio} error={errors.inicio} onInput={(text) => set("inicio", text)} />
                    <DateField id="fim" label="Fim" value={values.fim} error={errors.fim} onInput={(text) => set("fim", text)} />
                </fieldset>
                <TextField id="responsavel" label={kLabels.responsavel} required={false} hint="Parte do nome de quem enviou." value={values.responsavel} error={errors.responsavel} onInput={(text) => set("responsavel", text)} />
                <SelectField id="tipo-recebimento" label={kLabels.tipo} value={values.tipo} onInput={(value) => set("tipo", value)} options={kCanais} />
            </FormFrame>
        </Dialog>
    );
}
