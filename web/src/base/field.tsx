// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren, JSX } from "preact";
import { useState } from "preact/hooks";
import { Icon } from "./icons";

interface FieldProps {
    id: string;
    label: string;
    hint?: string | undefined;
    error?: string | undefined;
    required?: boolean;
}

export const described = (id: string, hint?: string, error?: string) =>
    [hint && `${id}-dica`, error && `${id}-erro`].filter(Boolean).join(" ") || undefined;

export function Frame({ id, label, hint, error, required, children }: FieldProps & { children: ComponentChildren }) {
    return (
        <div class={error ? "field field-wrong" : "field"}>
            <label for={id}>
                {label} {required === false && <span class="optional">(opcional)</span>}
            </label>
            {hint && <p class="hint" id={`${id}-dica`}>{hint}</p>}
            {children}
            {error && (
                <p class="field-error" id={`${id}-erro`}>
                    <Icon name="error" /> {error}
                </p>
            )}
        </div>
    );
}

type TextProps = FieldProps & { value: string; onInput: (value: string) => void } & Pick<
        JSX.InputHTMLAttributes<HTMLInputElement>, "type" | "autoComplete" | "inputMode" | "maxLength" | "min" | "max" | "placeholder"
    >;

function Input({ id, label: _, hint, error, required, value, onInput, ...rest }: TextProps) {
    return (
        <input
            {...rest}
            id={id}
            name={id}
            value={value}
            aria-describedby={described(id, hint, error)}
            aria-invalid={error ? true : undefined}
            aria-required={required === false ? undefined : true}
            onInput={(event) => onInput(event.currentTarget.value)}
        />
    );
}

export function TextField(props: TextProps) {
    const { id, label, hint, error, required } = props;
    return <Frame {...{ id, label, hint, error, required }}><Input {...props} /></Frame>;
}

export function PasswordField(props: TextProps) {
    const { id, label, hint, error, required } = props;
    const [visible, setVisible] = useState(false);
    return (
        <Frame {...{ id, label, hint, error, required }}>
            <div class="password">
                <Input {...props} type={visible ? "text" : "password"} />
                <button type="button" class="br-button circle small" aria-pressed={visible} aria-label={`Mostrar ${label}`} onClick={() => setVisible(!visible)}>
                    <Icon name={visible ? "eyeSlash" : "eye"} />
                </button>
            </div>
        </Frame>
    );
}

/** For what comes in lines, like a certificate. */
export function LinesField({ value, onInput, rows, placeholder, ...field }: FieldProps & { value: string; onInput: (value: string) => void; rows: number; placeholder?: string }) {
    const { id, hint, error, required } = field;
    return (
        <Frame {...field}>
            <textarea
                id={id}
                name={id}
                rows={rows}
                placeholder={placeholder}
                spellcheck={false}
                value={value}
                aria-describedby={described(id, hint, error)}
                aria-invalid={error ? true : undefined}
                aria-required={required === false ? undefined : true}
                onInput={(event) => onInput(event.currentTarget.value)}
            />
        </Frame>
    );
}

/** A small file, like a certificate; its value is its bytes in base64, "" for none. */
export function FileField({ accept, onInput, ...field }: FieldProps & { accept: string; onInput: (base64: string) => void }) {
    const { id, hint, error, required } = field;
    const [problem, setProblem] = useState<string>();
    async function take(file: File | undefined): Promise<void> {
        setProblem(file && file.size > kFileBytesMax ? "O arquivo é grande demais para ser um certificado." : undefined);
        onInput(file && file.size <= kFileBytesMax ? base64Of(new Uint8Array(await file.arrayBuffer())) : "");
    }
    return (
        <Frame {...field} error={error ?? problem}>
            <input
                type="file"
                id={id}
                name={id}
                accept={accept}
                aria-describedby={described(id, hint, error ?? problem)}
                aria-invalid={error ?? problem ? true : undefined}
                aria-required={required === false ? undefined : true}
                onChange={(event) => void take(event.currentTarget.files?.[0])}
            />
        </Frame>
    );
}
const kFileBytesMax = 64 << 10;
const base64Of = (bytes: Uint8Array): string => btoa(Array.from(bytes, (byte) => String.fromCharCode(byte)).join(""));

export interface Option {
    value: string;
    label: string;
}

export function SelectField({ id, label, hint, error, required, value, onInput, options }: FieldProps & { value: string; onInput: (value: string) => void; options: Option[] }) {
    return (
        <Frame {...{ id, label, hint, error, required }}>
            <div class="select">
                <select
                    id={id}
                    name={id}
                    value={value}
                    aria-describedby={described(id, hint, error)}
                    aria-invalid={error ? true : undefined}
                    onChange={(event) => onInput(event.currentTarget.value)}
                >
                    {options.map((option) => (
                        <option key={option.value} value={option.value} selected={option.value === value}>{option.label}</option>
                    ))}
                </select>
                <Icon name="chevronDown" />
            </div>
        </Frame>
    );
}

export function RadioField({ id, label, error, value, onInput, options }: FieldProps & { value: string; onInput: (value: string) => void; options: (Option & { hint?: string })[] }) {
    return (
        <fieldset class="field radios" id={id} aria-describedby={described(id, undefined, error)}>
            <legend>{label}</legend>
            {options.map((option) => (
                <label key={option.value} class="radio">
                    <input type="radio" name={id} value={option.value} checked={option.value === value} onChange={() => onInput(option.value)} />
                    <span>
                        {option.label}
                        {option.hint && <span class="hint">{option.hint}</span>}
                    </span>
                </label>
            ))}
            {error && <p class="field-error" id={`${id}-erro`}><Icon name="error" /> {error}</p>}
        </fieldset>
    );
}

export function CheckField({ id, label, hint, checked, onInput }: { id: string; label: string; hint?: string; checked: boolean; onInput: (checked: boolean) => void }) {
    return (
        <div class="field">
            <label class="radio">
                <input type="checkbox" id={id} name={id} checked={checked} aria-describedby={hint && `${id}-dica`} onChange={(event) => onInput(event.currentTarget.checked)} />
                <span>
                    {label}
                    {hint && <span class="hint" id={`${id}-dica`}>{hint}</span>}
                </span>
            </label>
        </div>
    );
}

/** 12345678909 → 123.456.789-09, also half typed. */
export function maskCpf(text: string): string {
    const digits = text.replace(/\D/g, "").slice(0, 11);
    return digits.replace(/^(\d{3})(\d)/, "$1.$2").replace(/^(\d{3})\.(\d{3})(\d)/, "$1.$2.$3").replace(/\.(\d{3})(\d)/, ".$1-$2");
}
