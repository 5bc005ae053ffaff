// SPDX-License-Identifier: Apache-2.0
import type { ComponentChildren } from "preact";
import { useEffect, useRef } from "preact/hooks";
import { get, post, put } from "../base/api";
import { Button } from "../base/button";
import { CheckField, SelectField } from "../base/field";
import { FormFrame, useForm, type Form } from "../base/form";
import { Empty } from "../base/list";
import { Loaded, useLoad } from "../base/load";
import { Message, notify } from "../base/message";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { go } from "../base/router";
import { Screen } from "../base/screen";
import type { Detalhe } from "./acts";
import type { Lotacao } from "./lotacoes";
import { kProfissionais, kTrilha } from "./places";

const kLabels = { cnes: "Unidade de saúde", ine: "INE", cbo: "CBO", perfis: "Perfis", segue_cnes: "Atualizar perfis ao importar CNES" };
type Values = Record<keyof typeof kLabels, string>;
type Opcao = { codigo: string; nome: string };

/** «Cadastrar lotação». */
export function RegisterLotacao({ captures }: { captures: Record<string, string> }) {
    return <Frame title="Cadastrar lotação" profissional={captures["profissional"] ?? ""}>{(detalhe) => <LotacaoForm detalhe={detalhe} />}</Frame>;
}

/** «Editar» of a lotação. */
export function EditLotacao({ captures }: { captures: Record<string, string> }) {
    return (
        <Frame title="Editar lotação" profissional={captures["profissional"] ?? ""}>
            {(detalhe) => {
                const lotacao = detalhe.lotacoes.find(({ id }) => id === captures["lotacao"]);
                return lotacao ? <LotacaoForm detalhe={detalhe} lotacao={lotacao} /> : <Empty title="Esta lotação não existe mais." />;
            }}
        </Frame>
    );
}

function Frame({ title, profissional, children }: { title: string; profissional: string; children: (detalhe: Detalhe) => ComponentChildren }) {
    const municipio = askedMunicipio(useMunicipios());
    const load = useLoad((signal) => get("/api/v1/profissionais/{profissional}", { path: { profissional }, query: { municipio }, signal }), [profissional]);
    return (
        <Screen title={title} trail={[...kTrilha, ...(load.data ? [{ title: load.data.nome, to: `${kProfissionais}/${profissional}` }] : [])]}>
            <Message kind="warning" title="Prefira alterar a lotação no SCNES.">
                Todas as informações que estiverem desatualizadas ou com inconsistência em relação ao SCNES não serão validadas. As lotações criadas manualmente não são alteradas nem desativadas automaticamente com a importação do XML, a menos que se selecione «Atualizar perfis ao importar CNES».
            </Message>
            <Loaded load={load}>{children}</Loaded>
        </Screen>
    );
}

const listOf = (text: string): string[] => text.split(" ").filter(Boolean);

function LotacaoForm({ detalhe, lotacao }: { detalhe: Detalhe; lotacao?: Lotacao }) {
    const municipio = askedMunicipio(useMunicipios());
    const options = useLoad((signal) => get("/api/v1/lotacoes/opcoes", { query: { municipio }, signal }), []);
    const back = `${kProfissionais}/${detalhe.id}`;
    const form = useForm<Values>({
        initial: {
            cnes: lotacao?.cnes ?? "",
            ine: lotacao?.ine ?? "",
            cbo: lotacao?.cbo ?? "",
            perfis: lotacao?.perfis.map(({ codigo }) => codigo).join(" ") ?? "",
            segue_cnes: lotacao?.segue_cnes ? "sim" : "",
        },
        check: ({ cnes, cbo, perfis }) => ({
            ...(cnes ? {} : { cnes: "Escolha a unidade de saúde." }),
            ...(cbo ? {} : { cbo: "Escolha o CBO." }),
            ...(listOf(perfis).length > 0 ? {} : { perfis: "Escolha ao menos um perfil: sem perfil, o profissional não entra no sistema." }),
        }),
        submit: async ({ cnes, ine, cbo, perfis, segue_cnes }) => {
            const body = { cnes, ine, cbo, perfis: listOf(perfis), segue_cnes: segue_cnes === "sim" };
            if (lotacao) await put("/api/v1/lotacoes/{lotacao}", { path: { lotacao: lotacao.id }, query: { municipio }, body: { ...body, versao: lotacao.versao } });
            else await post("/api/v1/profissionais/{profissional}/lotacoes", { path: { profissional: detalhe.id }, query: { municipio }, body });
            go(back);
            notify("success", lotacao ? "Lotação alterada." : "Lotação cadastrada.");
        },
    });
    return (
        <Loaded load={options}>
            {({ unidades, cbos, perfis }) => (
                <FormFrame form={form} submit="Salvar" labels={kLabels} cancel={() => go(back)}>
                    <div class="fields">
                        <Select form={form} name="cnes" options={withCurrent(unidades, lotacao && { codigo: lotacao.cnes, nome: lotacao.unidade })} onChosen={() => form.set("ine", "")} />
                        <Place form={form} municipio={municipio} suggests={!lotacao} />
                        <Select form={form} name="cbo" options={withCurrent(cbos, lotacao && { codigo: lotacao.cbo, nome: lotacao.cbo_titulo })} coded />
                    </div>
                    <CheckField id="segue_cnes" label={kLabels.segue_cnes} hint="Marcada, a importação do arquivo XML pode desativar ou alterar esta lotação." checked={form.values.segue_cnes === "sim"} onInput={(checked) => form.set("segue_cnes", checked ? "sim" : "")} />
                    <Perfis form={form} offered={perfis} known={lotacao?.perfis ?? []} />
                </FormFrame>
            )}
        </Loaded>
    );
}

/** What it has now is offered too, though it could not be chosen anew. */
function withCurrent(options: Opcao[], current?: Opcao): Opcao[] {
    return !current || options.some(({ codigo }) => codigo === current.codigo) ? options : [current, ...options];
}

function Select({ form, name, options, coded = false, onChosen, none = "Selecione", required = true }: { form: Form<Values>; name: keyof Values; options: Opcao[]; coded?: boolean; onChosen?: () => void; none?: string; required?: boolean }) {
    return (
        <SelectField
            id={name}
            label={kLabels[name]}
            required={required}
            value={form.values[name]}
            error={form.errors[name]}
            onInput={(value) => {
                form.set(name, value);
                onChosen?.();
            }}
            options={[{ value: "", label: none }, ...options.map(({ codigo, nome }) => ({ value: codigo, label: coded ? `${codigo} – ${nome}` : `${nome} – ${codigo}` }))]}
        />
    );
}

/** The teams of the chosen unit; of a new lotação also the perfis that its CBO suggests there. */
function Place({ form, municipio, suggests }: { form: Form<Values>; municipio: string | undefined; suggests: boolean }) {
    const { cnes, ine, cbo } = form.values;
    const suggested = useRef("");
    const load = useLoad(async (signal) => (cnes ? await get("/api/v1/lotacoes/sugestao", { query: { cnes, ine, cbo, municipio }, signal }) : { equipes: [], perfis: [] }), [cnes, ine, cbo]);
    useEffect(() => {
        const perfis = load.data?.perfis.join(" ") ?? "";
        // What somebody chose is never taken away by a suggestion.
        if (!suggests || !load.data || perfis === suggested.current || form.values.perfis !== suggested.current) return;
        suggested.current = perfis;
        form.set("perfis", perfis);
    }, [load.data]);
    return <Select form={form} name="ine" options={load.data?.equipes ?? []} none="Sem equipe" required={false} />;
}

/** «Perfis»: one is added at a time, and each can be taken out. */
function Perfis({ form: { values, errors, set }, offered, known }: { form: Form<Values>; offered: Opcao[]; known: Opcao[] }) {
    const chosen = listOf(values.perfis);
    const named = (id: string) => [...offered, ...known].find(({ codigo }) => codigo === id)?.nome ?? id;
    return (
        <>
            <SelectField
                id="perfis"
                label="Perfis"
                hint="O que o profissional pode fazer por esta lotação. Escolha um ou mais."
                value=""
                error={errors.perfis}
                onInput={(id) => id && set("perfis", [...chosen, id].join(" "))}
                options={[{ value: "", label: "Adicionar perfil" }, ...offered.filter(({ codigo }) => !chosen.includes(codigo)).map(({ codigo, nome }) => ({ value: codigo, label: nome }))]}
            />
            {chosen.length > 0 && (
                <ul class="picked" aria-label="Perfis escolhidos">
                    {chosen.map((id) => (
                        <li key={id}>
                            <span>{named(id)}</span>
                            <Button small look="plain" icon="trash" aria-label={`Excluir o perfil ${named(id)}`} onClick={() => set("perfis", chosen.filter((other) => other !== id).join(" "))}>Excluir</Button>
                        </li>
                    ))}
                </ul>
            )}
        </>
    );
}
