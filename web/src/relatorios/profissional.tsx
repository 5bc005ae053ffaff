// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get } from "../base/api";
import { SelectField, TextField } from "../base/field";
import { useLoad } from "../base/load";

interface Person {
    id: string;
    nome: string;
}

/** One of the professionals whose name has what is typed. */
export function Profissional({ chosen, onChoose, unidade, municipio, error }: { chosen: Person | undefined; onChoose: (person: Person | undefined) => void; unidade: string; municipio: string | undefined; error: string | undefined }) {
    const [text, setText] = useState("");
    const load = useLoad((signal) => get("/api/v1/relatorios/profissionais", { query: { unidade, busca: text, municipio }, signal }), [text, unidade, municipio]);
    const found = load.data?.itens ?? [];
    const options = chosen && !found.some(({ id }) => id === chosen.id) ? [chosen, ...found] : found;
    return (
        <div class="columns">
            <TextField id="busca" label="Nome do profissional" hint="Digite parte do nome." required={false} autoComplete="off" value={text} onInput={setText} />
            <SelectField
                id="profissional"
                label="Profissional"
                hint={load.data && found.length === 0 ? "Nenhum profissional com este nome." : "Até 30 nomes: digite mais letras para ver outros."}
                error={error}
                value={chosen?.id ?? ""}
                onInput={(value) => onChoose(options.find(({ id }) => id === value))}
                options={[{ value: "", label: "Selecione" }, ...options.map(({ id, nome }) => ({ value: id, label: nome }))]}
            />
        </div>
    );
}
