// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, put, type Schema } from "../../base/api";
import { Button } from "../../base/button";
import { Dialog } from "../../base/dialog";
import { SelectField, TextField } from "../../base/field";
import { FormFrame, useForm } from "../../base/form";
import { Loaded, useLoad } from "../../base/load";
import { notify } from "../../base/message";
import { Facts, Section } from "../../base/screen";

type Instalacao = Schema<"Instalacao">;
const kLabels = { tipo: "Tipo de instalação", nome: "Nome", uf: "UF" };
const kTipos: Record<Instalacao["tipo"], string> = {
    prontuario: "Prontuário eletrônico (PEC)",
    centralizador_municipal: "Centralizador municipal",
    centralizador_estadual: "Centralizador estadual",
    centralizador_nacional: "Centralizador Nacional",
};
const kUfs = "AC AL AM AP BA CE DF ES GO MA MG MS MT PA PB PE PI PR RJ RN RO RR RS SC SE SP TO".split(" ");

/** What this installation is to those it sends to and receives from. */
export function Identidade() {
    const [editing, setEditing] = useState(false);
    const load = useLoad((signal) => get("/api/v1/instalacao", { signal }), []);
    return (
        <Section id="desta-instalacao" title="Esta instalação" actions={load.data && <Button small icon="edit" aria-label="Editar esta instalação" onClick={() => setEditing(true)}>Editar</Button>}>
            <Loaded load={load}>
                {(now) => (
                    <>
                        <Facts
                            items={[
                                [kLabels.tipo, kTipos[now.tipo]],
                                [kLabels.nome, now.nome || "–"],
                                [kLabels.uf, now.uf || "–"],
                                ["Identificador", <span class="code">{now.id}</span>],
                            ]}
                        />
                        {editing && <IdentidadeDialog now={now} onSaved={load.reload} onClose={() => setEditing(false)} />}
                    </>
                )}
            </Loaded>
        </Section>
    );
}

function IdentidadeDialog({ now, onSaved, onClose }: { now: Instalacao; onSaved: () => void; onClose: () => void }) {
    const form = useForm({
        initial: { tipo: now.tipo as string, nome: now.nome, uf: now.uf },
        check: ({ tipo, nome, uf }) => ({
            ...(nome.trim() ? {} : { nome: "Informe o nome pelo qual as outras a conhecem." }),
            ...(uf || tipo !== "centralizador_estadual" ? {} : { uf: "Um centralizador estadual é de uma unidade da federação: escolha a UF." }),
        }),
        submit: async ({ tipo, nome, uf }) => {
            await put("/api/v1/instalacao", { body: { tipo: tipo as Instalacao["tipo"], nome: nome.trim(), uf } });
            notify("success", "Dados da instalação gravados.");
            onSaved();
            onClose();
        },
    });
    const { values, errors, set } = form;
    const tipos = Object.entries(kTipos).map(([value, label]) => ({ value, label }));
    return (
        <Dialog title="Editar esta instalação" onClose={onClose}>
            <FormFrame form={form} submit="Salvar" labels={kLabels} cancel={onClose}>
                <SelectField id="tipo" label={kLabels.tipo} hint="Um centralizador recebe os lotes de outras instalações." value={values.tipo} error={errors.tipo} onInput={(value) => set("tipo", value)} options={tipos} />
                <TextField id="nome" label={kLabels.nome} hint="Como as outras instalações veem esta." maxLength={200} autoComplete="off" value={values.nome} error={errors.nome} onInput={(text) => set("nome", text)} />
                <SelectField id="uf" label={kLabels.uf} value={values.uf} error={errors.uf} onInput={(value) => set("uf", value)} options={[{ value: "", label: "Nenhuma" }, ...kUfs.map((uf) => ({ value: uf, label: uf }))]} />
            </FormFrame>
        </Dialog>
    );
}
