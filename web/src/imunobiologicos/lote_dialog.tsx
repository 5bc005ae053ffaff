// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { post, put } from "../base/api";
import { ComboField } from "../base/combo";
import { DateField, readDay } from "../base/dates";
import { Dialog } from "../base/dialog";
import { TextField, type Option } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { day, folded } from "../base/format";
import { notify } from "../base/message";
import type { Lote, Tabelas } from "./lotes";

const kLabels = { imunobiologico: "Imunobiológico", lote: "Lote", fabricante: "Fabricante", validade: "Data de validade" };
const kShown = 30;
type Row = Tabelas["fabricantes"][number];

const optionOf = ({ codigo, nome }: Row): Option => ({ value: codigo, label: nome });

/** The tables are small enough to be looked through here. */
const searchIn = (rows: Row[]) => async (text: string): Promise<Option[]> => {
    const words = folded(text).split(/\s+/).filter(Boolean);
    return rows.filter(({ nome, codigo }) => words.every((word) => `${codigo} ${folded(nome)}`.includes(word))).slice(0, kShown).map(optionOf);
};

export function LoteDialog({ tabelas, lote, onSaved, onClose }: { tabelas: Tabelas; lote?: Lote; onSaved: () => void; onClose: () => void }) {
    const [imunobiologico, setImunobiologico] = useState<Option | undefined>(lote && optionOf(lote.imunobiologico));
    const [fabricante, setFabricante] = useState<Option | undefined>(lote && optionOf(lote.fabricante));
    const form = useForm({
        initial: { imunobiologico: "", lote: lote?.lote ?? "", fabricante: "", validade: lote ? day(lote.validade) : "" },
        check: ({ lote, validade }) => ({
            ...(imunobiologico ? {} : { imunobiologico: "Escolha o imunobiológico na lista." }),
            ...(/^[A-Za-z0-9./-]{1,30}$/.test(lote.trim()) ? {} : { lote: "Informe o lote como está no frasco: letras, números, barra, ponto e hífen." }),
            ...(fabricante ? {} : { fabricante: "Escolha o fabricante na lista." }),
            ...(readDay(validade) ? {} : { validade: "Informe a data de validade, como 31/12/2027." }),
        }),
        submit: async (values) => {
            const body = { imunobiologico: imunobiologico?.value ?? "", lote: values.lote.trim(), fabricante: fabricante?.value ?? "", validade: readDay(values.validade) ?? "" };
            if (lote) await put("/api/v1/imunobiologicos/lotes/{lote}", { path: { lote: lote.id }, body: { ...body, versao: lote.versao } });
            else await post("/api/v1/imunobiologicos/lotes", { body });
            notify("success", lote ? `Lote ${body.lote}: alterações gravadas.` : `Lote ${body.lote}: adicionado.`);
            onSaved();
            onClose();
        },
        onStale: onSaved,
    });
    const { values, errors, set } = form;
    return (
        <Dialog title={lote ? `Editar o lote ${lote.lote}` : "Cadastrar lote"} onClose={onClose} wide>
            <FormFrame form={form} submit={lote ? "Salvar" : "Adicionar"} labels={kLabels} cancel={onClose}>
                <ComboField id="imunobiologico" label={kLabels.imunobiologico} error={errors.imunobiologico} search={searchIn(tabelas.imunobiologicos)} chosen={imunobiologico} onChoose={(option) => { setImunobiologico(option); set("imunobiologico", ""); }} />
                <TextField id="lote" label={kLabels.lote} hint="Como está no frasco, sem espaços." maxLength={30} autoComplete="off" value={values.lote} error={errors.lote} onInput={(text) => set("lote", text)} />
                <ComboField id="fabricante" label={kLabels.fabricante} error={errors.fabricante} search={searchIn(tabelas.fabricantes)} chosen={fabricante} onChoose={(option) => { setFabricante(option); set("fabricante", ""); }} />
                <div class="short">
                    <DateField id="validade" label={kLabels.validade} value={values.validade} error={errors.validade} onInput={(text) => set("validade", text)} />
                </div>
            </FormFrame>
        </Dialog>
    );
}
