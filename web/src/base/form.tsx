// SPDX-License-Identifier: Apache-2.0
// The one form pattern: errors beside each field and together above, with the focus on them.
import type { ComponentChildren } from "preact";
import { useEffect, useRef, useState } from "preact/hooks";
import type { Problem } from "./api";
import { Button } from "./button";
import type { IconName } from "./icons";
import { Message, asProblem } from "./message";

export type Errors<Values> = Partial<Record<keyof Values & string, string>>;

interface Setup<Values> {
    initial: Values;
    /** What is wrong, by field. The server checks again. */
    check: (values: Values) => Errors<Values>;
    submit: (values: Values) => Promise<void>;
    /** Somebody else saved it meanwhile: reads again what there is, and what was typed stays. */
    onStale?: () => void;
}

export interface Form<Values> {
    values: Values;
    errors: Errors<Values>;
    problem: Problem | undefined;
    busy: boolean;
    attempts: number;
    set: (name: keyof Values & string, value: string) => void;
    send: () => Promise<void>;
}

export function useForm<Values extends Record<string, string>>({ initial, check, submit, onStale }: Setup<Values>): Form<Values> {
    const [values, setValues] = useState(initial);
    const [errors, setErrors] = useState<Errors<Values>>({});
    const [problem, setProblem] = useState<Problem>();
    const [busy, setBusy] = useState(false);
    const [attempts, setAttempts] = useState(0);

    async function send(): Promise<void> {
        if (busy) return;
        const wrong = check(values);
        setErrors(wrong);
        setProblem(undefined);
        if (Object.keys(wrong).length > 0) return setAttempts((n) => n + 1);
        setBusy(true);
        try {
            await submit(values);
        } catch (failure) {
            const refused = asProblem(failure);
            if (refused.status === 409) onStale?.();
            const named: Errors<Values> = {};
            for (const one of refused.errors) {
                const field = one.field as keyof Values & string;
                if (field in values) named[field] = `${named[field] ?? ""} ${one.message} ${one.fix}`.trim();
            }
            setErrors(named);
            setProblem(refused);
            setAttempts((n) => n + 1);
        } finally {
            setBusy(false);
        }
    }
    const set = (name: keyof Values & string, value: string) => {
        setValues((before) => ({ ...before, [name]: value }));
        setErrors(({ [name]: _, ...others }) => others as Errors<Values>);
    };
    return { values, errors, problem, busy, attempts, set, send };
}

interface FrameProps<Values> {
    form: Form<Values>;
    submit: string;
    icon?: IconName;
    labels: Record<keyof Values & string, string>;
    cancel?: () => void;
    /** What was sent before is not finished yet. */
    busy?: boolean;
    children: ComponentChildren;
}

export function FormFrame<Values extends Record<string, string>>({ form, submit, icon, labels, cancel, busy = false, children }: FrameProps<Values>) {
    return (
        <form
            noValidate
            onSubmit={(event) => {
                event.preventDefault();
                void form.send();
            }}
        >
            <Summary form={form} labels={labels} />
            {children}
            <div class="form-actions">
                <Button look="primary" type="submit" busy={form.busy || busy} {...(icon ? { icon } : {})}>{submit}</Button>
                {cancel && <Button look="plain" onClick={cancel}>Cancelar</Button>}
            </div>
        </form>
    );
}

function Summary<Values extends Record<string, string>>({ form, labels }: { form: Form<Values>; labels: Record<keyof Values & string, string> }) {
    const box = useRef<HTMLDivElement>(null);
    useEffect(() => {
        if (form.attempts > 0) box.current?.focus();
    }, [form.attempts]);
    const wrong = Object.entries(form.errors) as [keyof Values & string, string][];
    if (wrong.length === 0 && !form.problem) return null;
    const others = form.problem?.errors.filter(({ field }) => !(field in form.values)) ?? [];
    return (
        <div class="summary" ref={box} tabIndex={-1} role="alert">
            <Message kind="danger" title={form.problem?.message ?? "Corrija o que está indicado e tente de novo."}>
                {(wrong.length > 0 || others.length > 0) && (
                    <ul>
                        {wrong.map(([name, text]) => (
                            <li key={name}>
                                <a
                                    href={`#${name}`}
                                    onClick={(event) => {
                                        event.preventDefault();
                                        document.getElementById(name)?.focus();
                                    }}
                                >
                                    {labels[name]}: {text}
                                </a>
                            </li>
                        ))}
                        {others.map((one) => <li key={one.rule}>{one.message} {one.fix}</li>)}
                    </ul>
                )}
            </Message>
        </div>
    );
}
