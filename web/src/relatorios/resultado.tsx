// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import type { Schema } from "../base/api";
import { Button } from "../base/button";
import { StackedBars, type Series } from "../base/chart";
import { count, dateTime, number } from "../base/format";
import { Empty, Table, type Column } from "../base/list";
import { Facts, Section } from "../base/screen";
import type { Pedido } from "./escolher";
import { NeverProcessed } from "./relatorio";

type Answer = Schema<"ResultadoDoRelatorio">;
type Grupo = Answer["grupos"][number];
type Linha = Grupo["linhas"][number];

const kFew = 30;  // lines shown before one asks for all
const kBars = 12; // bars one can still read
const kLooks: Series["look"][] = ["new", "changed", "same", "good", "gone", "bad"];

/** The numbers, group by group, with a picture where it helps. */
export function Resultado({ resultado, pedido }: { resultado: Answer; pedido: Pedido }) {
    const nothing = resultado.grupos.every(({ linhas }) => linhas.length === 0);
    return (
        <>
            <section class="section" aria-labelledby="do-resultado">
                <h2 id="do-resultado">Resultado</h2>
                <Facts items={[...pedido.words, ["Processado em", resultado.processado_ms === undefined ? "Nunca" : dateTime(resultado.processado_ms)]]} />
            </section>
            {resultado.processado_ms === undefined && <NeverProcessed />}
            {nothing ? (
                <Empty title="Nenhum registro com estes filtros.">Confira o período e os filtros. O que chegou depois do último processamento aparece no próximo.</Empty>
            ) : (
                resultado.grupos.map((grupo) => <GrupoSection key={grupo.codigo} grupo={grupo} resultado={resultado} pedido={pedido} />)
            )}
        </>
    );
}

function GrupoSection({ grupo, resultado, pedido }: { grupo: Grupo; resultado: Answer; pedido: Pedido }) {
    const [all, setAll] = useState(false);
    const shown = all ? grupo.linhas : grupo.linhas.slice(0, kFew);
    const hidden = grupo.linhas.length - shown.length;
    return (
        <Section id={`grupo-${grupo.codigo}`} title={grupo.titulo}>
            {grupo.linhas.length === 0 ? (
                <p class="hint">Nenhum registro neste grupo.</p>
            ) : (
                <>
                    {pedido.forma !== "analitico" && <Picture grupo={grupo} monthly={pedido.forma === "mensal"} />}
                    <Table caption={grupo.titulo} columns={columnsOf(grupo, resultado, pedido)} rows={shown} rowKey={(line) => `${line.lotacao ?? ""}-${line.codigo}`} />
                    {hidden > 0 && <Button look="plain" icon="chevronDown" onClick={() => setAll(true)}>{`Mostrar mais ${count(hidden, "linha", "linhas")}`}</Button>}
                </>
            )}
        </Section>
    );
}

function columnsOf(grupo: Grupo, { lotacoes }: Answer, { forma }: Pedido): Column<Linha>[] {
    const who: Column<Linha>[] = forma !== "analitico" ? [] : [
        { title: "Unidade de saúde", cell: ({ lotacao }) => lotacoes[lotacao ?? 0]?.unidade },
        { title: "Equipe", cell: ({ lotacao }) => lotacoes[lotacao ?? 0]?.equipe || "–" },
        { title: "Profissional", cell: ({ lotacao }) => <>{lotacoes[lotacao ?? 0]?.profissional}<small>{lotacoes[lotacao ?? 0]?.cbo}</small></> },
    ];
    const values: Column<Linha>[] = grupo.colunas.map((title, i) => ({ title, cell: ({ valores }) => number(valores[i] ?? 0), numeric: true }));
    const total: Column<Linha>[] = grupo.colunas.length > 1 ? [{ title: "Total", cell: (line) => <strong>{number(line.total)}</strong>, numeric: true }] : [];
    return [...who, { title: "Descrição", cell: ({ rotulo }) => rotulo, heads: true }, ...values, ...total];
}

/** A month is a bar; otherwise a line is, cut by its columns while they can be told apart. */
function Picture({ grupo, monthly }: { grupo: Grupo; monthly: boolean }) {
    if (monthly) {
        const bars = grupo.colunas.map((name, i) => ({ name, values: [grupo.linhas.reduce((sum, { valores }) => sum + (valores[i] ?? 0), 0)] }));
        return <StackedBars title={`${grupo.titulo}, por mês`} series={[{ name: "Quantidade", look: "new" }]} bars={bars} />;
    }
    const apart = grupo.colunas.length <= kLooks.length;
    const series = (apart ? grupo.colunas : ["Quantidade"]).map((name, i) => ({ name, look: kLooks[i] ?? "same" }));
    const most = [...grupo.linhas].sort((a, b) => b.total - a.total).slice(0, kBars);
    const bars = grupo.linhas.filter((line) => most.includes(line)).map(({ rotulo, valores, total }) => ({ name: rotulo, values: apart ? valores : [total] }));
    return <StackedBars title={grupo.linhas.length > kBars ? `${grupo.titulo}: os ${kBars} mais frequentes` : grupo.titulo} series={series} bars={bars} />;
}
