// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, post, remove, type Schema } from "../base/api";
import { Button } from "../base/button";
import { DateField, readDay } from "../base/dates";
import { Confirm } from "../base/dialog";
import { SelectField, TextField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { day } from "../base/format";
import { Empty, Table } from "../base/list";
import { Loaded, useLoad } from "../base/load";
import { asProblem, notify } from "../base/message";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { Facts, Screen, Section } from "../base/screen";
import { trailOf } from "./places";

type Fechamentos = Schema<"Fechamentos">;
type Fechamento = Fechamentos["itens"][number];
type Motivo = Fechamento["motivo"];

const kMotivos: { value: Motivo; label: string }[] = [
    { value: "atestado", label: "Atestado" },
    { value: "curso", label: "Curso" },
    { value: "ferias", label: "Férias" },
    { value: "licenca", label: "Licença" },
    { value: "reuniao", label: "Reunião" },
    { value: "outro", label: "Outro" },
];
const kLabels = { inicio: "Data inicial", fim: "Data final", motivo: "Motivo", especificacao: "Especifique" };
const kNone = { inicio: "", fim: "", motivo: "", especificacao: "" };

/** «Visualizar fechamento de agenda». */
export function FechamentoDeAgenda({ captures }: { captures: Record<string, string> }) {
    const municipio = askedMunicipio(useMunicipios());
    const [profissional, lotacao] = [captures["profissional"] ?? "", captures["lotacao"] ?? ""];
    const [added, setAdded] = useState(0);
    const load = useLoad((signal) => get("/api/v1/lotacoes/{lotacao}/fechamentos", { path: { lotacao }, query: { municipio }, signal }), [lotacao]);
    return (
        <Screen title="Fechamento de agenda" trail={trailOf(profissional, load.data?.profissional_nome)} lead="Os dias em que a agenda está fechada: ninguém é agendado neles.">
            <Loaded load={load}>
                {(data) => (
                    <>
                        <Facts items={[["Profissional", data.profissional_nome], ["Unidade de saúde", data.unidade], ["CBO", `${data.cbo} – ${data.cbo_titulo}`]]} />
                        <Section id="novo" title="Adicionar fechamento">
                            <Add
                                key={added}
                                lotacao={lotacao}
                                municipio={municipio}
                                onAdded={() => {
                                    setAdded(added + 1);
                                    load.reload();
                                }}
                            />
                        </Section>
                        <Section id="fechamentos" title="Fechamentos da agenda"><List data={data} municipio={municipio} onDone={load.reload} /></Section>
                    </>
                )}
            </Loaded>
        </Screen>
    );
}

function Add({ lotacao, municipio, onAdded }: { lotacao: string; municipio: string | undefined; onAdded: () => void }) {
    const form = useForm({
        initial: kNone,
        check: ({ inicio, fim, motivo, especificacao }) => {
            const [from, until] = [readDay(inicio), readDay(fim)];
            return {
                ...(from ? {} : { inicio: "Informe a data inicial, como 07/10/2026." }),
                ...(!until ? { fim: "Informe a data final, como 07/10/2026." } : from && until < from ? { fim: "A data final deve ser igual ou posterior à inicial." } : {}),
                ...(motivo ? {} : { motivo: "Escolha o motivo." }),
                ...(motivo === "outro" && !especificacao.trim() ? { especificacao: "Descreva o motivo." } : {}),
            };
        },
        submit: async ({ inicio, fim, motivo, especificacao }) => {
            const body = { inicio: readDay(inicio) ?? "", fim: readDay(fim) ?? "", motivo: motivo as Motivo, especificacao: motivo === "outro" ? especificacao.trim() : "" };
            await post("/api/v1/lotacoes/{lotacao}/fechamentos", { path: { lotacao }, query: { municipio }, body });
            notify("success", `Agenda fechada de ${inicio} a ${fim}.`);
            onAdded();
        },
    });
    const { values, errors, set } = form;
    return (
        <FormFrame form={form} submit="Adicionar" icon="plus" labels={kLabels}>
            <div class="fields">
                <DateField id="inicio" label={kLabels.inicio} value={values.inicio} error={errors.inicio} onInput={(text) => set("inicio", text)} />
                <DateField id="fim" label={kLabels.fim} value={values.fim} error={errors.fim} onInput={(text) => set("fim", text)} />
                <SelectField id="motivo" label={kLabels.motivo} value={values.motivo} error={errors.motivo} onInput={(value) => set("motivo", value)} options={[{ value: "", label: "Selecione" }, ...kMotivos]} />
                {values.motivo === "outro" && <TextField id="especificacao" label={kLabels.especificacao} maxLength={200} autoComplete="off" value={values.especificacao} error={errors.especificacao} onInput={(text) => set("especificacao", text)} />}
            </div>
        </FormFrame>
    );
}

const periodOf = ({ inicio, fim }: Fechamento): string => (inicio === fim ? day(inicio) : `${day(inicio)} a ${day(fim)}`);

function List({ data: { itens, lotacao }, municipio, onDone }: { data: Fechamentos; municipio: string | undefined; onDone: () => void }) {
    const [removing, setRemoving] = useState<Fechamento>();
    async function act(one: Fechamento): Promise<void> {
        try {
            await remove("/api/v1/lotacoes/{lotacao}/fechamentos/{fechamento}", { path: { lotacao, fechamento: one.id }, query: { municipio } });
            notify("success", `Fechamento de ${periodOf(one)} excluído.`);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        setRemoving(undefined);
        onDone();
    }
    if (itens.length === 0) return <Empty title="Nenhum fechamento. A agenda segue os horários da semana." />;
    return (
        <>
            <Table
                caption="Fechamentos da agenda"
                rows={itens}
                rowKey={({ id }) => id}
                columns={[
                    { title: "Período", cell: periodOf, heads: true },
                    { title: "Motivo", cell: ({ motivo, especificacao }) => <span class="long">{kMotivos.find(({ value }) => value === motivo)?.label}{especificacao && <small>{especificacao}</small>}</span> },
                    { title: "Ações", actions: true, cell: (one) => <Button small look="plain" icon="trash" aria-label={`Excluir o fechamento de ${periodOf(one)}`} onClick={() => setRemoving(one)}>Excluir</Button> },
                ]}
            />
            {removing && (
                <Confirm title={`Excluir o fechamento de ${periodOf(removing)}?`} act="Excluir" onAct={() => void act(removing)} onClose={() => setRemoving(undefined)}>
                    <p>A agenda volta a ficar aberta nestes dias.</p>
                </Confirm>
            )}
        </>
    );
}
