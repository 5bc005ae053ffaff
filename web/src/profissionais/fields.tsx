// SPDX-License-Identifier: Apache-2.0
import { useRef, useState } from "preact/hooks";
import { get } from "../base/api";
import { DateField } from "../base/dates";
import { maskCpf, SelectField, TextField } from "../base/field";
import type { Form } from "../base/form";
import { announce, asProblem, Message } from "../base/message";
import { Section } from "../base/screen";
import { kLabels, type Values } from "./cadastro";
import { maskCep, maskCns, maskPhone, onlyDigits, sexes } from "./masks";
import { useCidades, useOpcoes } from "./opcoes";

type Of = { form: Form<Values> };

/** One line of text of the form. */
function Text({ form: { values, errors, set }, name, mask, required = false, ...rest }: Of & { name: keyof Values; mask?: (text: string) => string; required?: boolean; hint?: string; inputMode?: "numeric" | "email" | "tel" }) {
    return (
        <TextField
            {...rest}
            id={name}
            label={kLabels[name]}
            required={required}
            maxLength={200}
            autoComplete="off"
            value={mask ? mask(values[name]) : values[name]}
            error={errors[name]}
            onInput={(text) => set(name, mask ? mask(text) : text)}
        />
    );
}

function Choice({ form: { values, errors, set }, name, options, required = false, onChosen }: Of & { name: keyof Values; options: { value: string; label: string }[]; required?: boolean; onChosen?: () => void }) {
    return (
        <SelectField
            id={name}
            label={kLabels[name]}
            required={required}
            value={values[name]}
            error={errors[name]}
            onInput={(value) => {
                set(name, value);
                onChosen?.();
            }}
            options={options}
        />
    );
}

const chosen = (list: { codigo: string; nome: string }[], none: string) => [{ value: "", label: none }, ...list.map(({ codigo, nome }) => ({ value: codigo, label: nome }))];

/** `optional`: who comes from the CNES may have neither date of birth nor sex. */
export function PersonFields({ form, fixedCpf, optional }: Of & { fixedCpf: boolean; optional: boolean }) {
    const opcoes = useOpcoes();
    return (
        <Section id="dados" title="Dados do profissional">
            <div class="fields">
                {fixedCpf ? (
                    <div class="field">
                        <span class="label">{kLabels.cpf}</span>
                        <p class="given" id="cpf">{maskCpf(form.values.cpf)}</p>
                        <p class="hint">É o login, e não muda.</p>
                    </div>
                ) : (
                    <Text form={form} name="cpf" mask={maskCpf} required inputMode="numeric" />
                )}
                <Text form={form} name="cns" mask={maskCns} inputMode="numeric" />
                <Text form={form} name="nome" required />
                <DateField id="nascimento" label={kLabels.nascimento} value={form.values.nascimento} error={form.errors.nascimento} onInput={(text) => form.set("nascimento", text)} />
                <Choice form={form} name="sexo" options={sexes} required={!optional} />
                <Choice form={form} name="conselho" options={chosen(opcoes?.conselhos ?? [], "Nenhum")} />
                <Choice form={form} name="conselho_uf" options={chosen(opcoes?.ufs ?? [], "Nenhum")} />
                <Text form={form} name="registro" />
                <Text form={form} name="telefone" mask={maskPhone} inputMode="tel" />
                <Text form={form} name="email" inputMode="email" />
            </div>
        </Section>
    );
}

/** «Endereço Residencial»: a CEP fills what the base knows; the rest, and what it does not know, is typed. */
export function AddressFields({ form }: Of) {
    const opcoes = useOpcoes();
    const cidades = useCidades(form.values.uf);
    const [unknown, setUnknown] = useState<string>();
    const asked = useRef("");
    async function look(text: string): Promise<void> {
        const cep = onlyDigits(text);
        if (cep.length !== 8 || asked.current === cep) return;
        asked.current = cep;
        try {
            const found = await get("/api/v1/enderecos/ceps/{cep}", { path: { cep } });
            if (asked.current !== cep) return;
            setUnknown(undefined);
            for (const name of ["uf", "cidade", "bairro", "logradouro"] as const) form.set(name, found[name]);
            announce("Endereço preenchido pelo CEP.");
        } catch (failure) {
            setUnknown(asProblem(failure).message);
        }
    }
    return (
        <Section id="endereco" title="Endereço Residencial">
            <div class="fields">
                <TextField
                    id="cep"
                    label={kLabels.cep}
                    hint="Preenche estado, município, bairro e logradouro."
                    required={false}
                    inputMode="numeric"
                    maxLength={9}
                    autoComplete="off"
                    value={maskCep(form.values.cep)}
                    error={form.errors.cep}
                    onInput={(text) => {
                        form.set("cep", maskCep(text));
                        void look(text);
                    }}
                />
                <Choice form={form} name="uf" options={chosen(opcoes?.ufs ?? [], "Selecione")} onChosen={() => form.set("cidade", "")} />
                <Choice form={form} name="cidade" options={chosen(cidades, form.values.uf ? "Selecione" : "Escolha o estado")} />
                <Text form={form} name="bairro" />
                <Text form={form} name="logradouro" />
                <Text form={form} name="numero" />
                <Text form={form} name="complemento" />
                <Text form={form} name="referencia" />
            </div>
            {unknown && <Message kind="info" title={unknown} />}
        </Section>
    );
}
