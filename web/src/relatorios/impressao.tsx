// SPDX-License-Identifier: Apache-2.0
import { get, put, type Schema } from "../base/api";
import { TextField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { count } from "../base/format";
import { Table, type Column } from "../base/list";
import { Loaded, useLoad } from "../base/load";
import { notify } from "../base/message";
import { Section } from "../base/screen";
import { GestaoFrame } from "./frame";

type Fator = Schema<"FatorDoRelatorio">;
const kMost = 9999;
const isFator = (text: string) => /^\d{1,4}$/.test(text) && Number(text) >= 1 && Number(text) <= kMost;

/** «Configuração de impressão»: how much each report may ask of the server. Source: manual, 3.7.6.1. */
export function ConfiguracaoDeImpressao() {
    const load = useLoad((signal) => get("/api/v1/relatorios/configuracao", { signal }), []);
    return (
        <GestaoFrame tab="impressao">
            <p class="lead">O fator de um relatório é o máximo de grupos de informação escolhidos multiplicado pelos meses do período. Com fator 24, pedem-se 2 grupos em 12 meses, ou 12 grupos em 2 meses.</p>
            <Loaded load={load}>{({ itens }) => <Fatores itens={itens} reload={load.reload} />}</Loaded>
        </GestaoFrame>
    );
}

function Fatores({ itens, reload }: { itens: Fator[]; reload: () => void }) {
    return (
        <>
            <Group id="consolidados" title="Consolidados" itens={itens.filter(({ especie }) => especie === "consolidado")} reload={reload} />
            <Group id="producao" title="Produção" itens={itens.filter(({ especie }) => especie === "producao")} reload={reload} />
        </>
    );
}

function Group({ id, title, itens, reload }: { id: string; title: string; itens: Fator[]; reload: () => void }) {
    const columns: Column<Fator>[] = [
        { title: "Relatório", cell: ({ nome }) => nome, heads: true },
        { title: "Grupos de informação", cell: ({ grupos }) => grupos, numeric: true },
        { title: "Fator", cell: (one) => <FatorForm key={`${one.codigo}-${one.versao}`} now={one} reload={reload} /> },
    ];
    return (
        <Section id={id} title={title}>
            <Table caption={`Fator dos relatórios: ${title}`} columns={columns} rows={itens} rowKey={({ codigo }) => codigo} />
        </Section>
    );
}

function FatorForm({ now, reload }: { now: Fator; reload: () => void }) {
    const field = `fator-${now.codigo}`;
    const form = useForm({
        initial: { [field]: String(now.fator) },
        check: (values) => (isFator(values[field] ?? "") ? {} : { [field]: `Informe um número de 1 a ${kMost}.` }),
        submit: async (values) => {
            await put("/api/v1/relatorios/configuracao/{relatorio}", { path: { relatorio: now.codigo }, body: { fator: Number(values[field]), versao: now.versao } });
            notify("success", `Fator de «${now.nome}» salvo.`);
            reload();
        },
    });
    const months = Math.floor(now.fator / now.grupos);
    return (
        <FormFrame form={form} submit="Salvar" labels={{ [field]: "Fator" }}>
            <TextField
                id={field}
                label={`Fator de ${now.nome}`}
                hint={months > 0 ? `Com todos os grupos, até ${count(months, "mês", "meses")}.` : `Até ${count(now.fator, "grupo", "grupos")} em um mês.`}
                inputMode="numeric"
                maxLength={4}
                value={form.values[field] ?? ""}
                error={form.errors[field]}
                onInput={(text) => form.set(field, text.replace(/\D/g, ""))}
            />
        </FormFrame>
    );
}
