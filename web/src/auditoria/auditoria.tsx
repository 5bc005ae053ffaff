// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, post, type Schema } from "../base/api";
import { Button } from "../base/button";
import { ComboField } from "../base/combo";
import { DateField } from "../base/dates";
import { RadioField, SelectField, TextField, type Option } from "../base/field";
import { FormFrame, useForm, type Form } from "../base/form";
import { Loaded, useLoad, usePolling } from "../base/load";
import { notify } from "../base/message";
import { Screen, Section } from "../base/screen";
import { Events } from "./events";
import { History, running } from "./history";
import { check, filtersOf, kLabels, untouched, type Filtros, type Typed } from "./search";

type Opcoes = Schema<"OpcoesDeAuditoria">;
const kAll = { value: "", label: "Todos" };
const options = (list: Opcoes["tipos"]) => [kAll, ...list.map(({ codigo, titulo }) => ({ value: codigo, label: titulo }))];

async function findPeople(busca: string, signal: AbortSignal) {
    const { itens } = await get("/api/v1/auditoria/usuarios", { query: { busca }, signal });
    return itens.map(({ id, nome }) => ({ value: id, label: nome }));
}

/** «Auditoria»: which actions were executed and by whom. */
export function Auditoria() {
    // Opening the module is itself an event of the trail.
    const choices = useLoad((signal) => post("/api/v1/auditoria/abertura", { signal }), []);
    const [page, setPage] = useState(1);
    const [search, setSearch] = useState<Filtros>();
    const history = useLoad((signal) => get("/api/v1/auditoria/trilhas", { query: { pagina: String(page) }, signal }), [page]);
    usePolling(history.data?.itens.some(running) ?? false, 1500, history.reload);
    const form = useForm<Typed>({
        initial: untouched(Date.now()),
        check,
        submit: async (typed) => {
            await post("/api/v1/auditoria/trilhas", { body: { filtros: filtersOf(typed), formato: typed.formato === "pdf" ? "pdf" : "csv" } });
            notify("success", "A trilha de auditoria está sendo gerada. O arquivo aparece no histórico, abaixo.");
            setPage(1);
            history.reload();
        },
    });
    const view = () => {
        const wrong = Object.keys(check(form.values)).length > 0;
        if (wrong) void form.send();
        else setSearch(filtersOf(form.values));
    };
    return (
        <Screen title="Auditoria" lead="Saiba quais ações foram executadas dentro do sistema e quem as executou, a partir da geração de trilhas de auditoria.">
            <Loaded load={choices}>
                {(loaded) => (
                    <div class="card">
                        <FormFrame form={form} submit="Gerar trilha de auditoria" icon="history" labels={kLabels}>
                            <Steps form={form} choices={loaded} />
                            <Button icon="search" onClick={view}>Visualizar eventos</Button>
                        </FormFrame>
                    </div>
                )}
            </Loaded>
            {search && (
                <Section id="eventos" title="Eventos">
                    <Events key={JSON.stringify(search)} filtros={search} />
                </Section>
            )}
            <Section id="historico" title="Histórico de trilhas de auditoria">
                <History load={history} page={page} onPage={setPage} />
            </Section>
        </Screen>
    );
}

function Steps({ form, choices }: { form: Form<Typed>; choices: Opcoes }) {
    const { values, errors, set } = form;
    const [person, setPerson] = useState<Option>();
    return (
        <>
            <fieldset class="period">
                <legend>Período</legend>
                <DateField id="inicio" label="Início" value={values.inicio} error={errors.inicio} onInput={(text) => set("inicio", text)} />
                <DateField id="fim" label="Fim" value={values.fim} error={errors.fim} onInput={(text) => set("fim", text)} />
            </fieldset>
            <div class="field-pair">
                <SelectField id="tipo" label={kLabels.tipo} value={values.tipo} error={errors.tipo} onInput={(value) => set("tipo", value)} options={options(choices.tipos)} />
                <SelectField id="registro" label={kLabels.registro} value={values.registro} error={errors.registro} onInput={(value) => set("registro", value)} options={options(choices.registros)} />
            </div>
            <div class="field-pair">
                <ComboField id="usuario" label={kLabels.usuario} required={false} hint="Digite parte do nome e escolha na lista." error={errors.usuario} search={findPeople} chosen={values.usuario ? person : undefined} onChoose={(option) => { setPerson(option); set("usuario", option?.value ?? ""); }} />
                <TextField id="detalhes" label={kLabels.detalhes} required={false} hint="Parte da descrição, como Hórus." maxLength={200} value={values.detalhes} error={errors.detalhes} onInput={(value) => set("detalhes", value)} />
            </div>
            <div class="field-pair">
                <TextField id="identificador" label={kLabels.identificador} required={false} hint="Inteiro, como aparece em um evento." maxLength={200} value={values.identificador} error={errors.identificador} onInput={(value) => set("identificador", value)} />
                <TextField id="componente" label={kLabels.componente} required={false} hint="Por exemplo, um endereço IP." maxLength={200} value={values.componente} error={errors.componente} onInput={(value) => set("componente", value)} />
            </div>
            <RadioField id="formato" label={kLabels.formato} value={values.formato} onInput={(value) => set("formato", value)} options={[{ value: "csv", label: "CSV" }, { value: "pdf", label: "PDF" }]} />
        </>
    );
}
