// SPDX-License-Identifier: Apache-2.0
import type { Schema } from "../base/api";
import { LinkButton } from "../base/button";
import { dateTime, day } from "../base/format";
import { List, type Column } from "../base/list";
import type { Load } from "../base/load";
import { Tag } from "../base/tag";
import type { Importacao } from "./importacoes";

export function SituacaoDaImportacao({ situacao }: { situacao: Importacao["situacao"] }) {
    switch (situacao) {
        case "aguardando": return <Tag tone="wait">Aguardando</Tag>;
        case "executando": return <Tag tone="run">Em andamento</Tag>;
        case "concluida": return <Tag tone="good">Concluída</Tag>;
        case "falhou": return <Tag tone="bad">Não importado</Tag>;
        case "cancelada": return <Tag tone="off">Cancelada</Tag>;
    }
}

export function History({ load, withMunicipio }: { load: Load<Schema<"Importacoes">>; withMunicipio: boolean }) {
    const columns: Column<Importacao>[] = [
        { title: "Data da importação", cell: (one) => dateTime(one.iniciada_ms), heads: true },
        ...(withMunicipio ? [{ title: "Município", cell: (one: Importacao) => one.municipio_nome }] : []),
        { title: "Arquivo", cell: (one) => <span class="long">{one.arquivo}{one.data_arquivo && <small>Gerado em {day(one.data_arquivo)}</small>}</span> },
        { title: "Tipo", cell: (one) => (one.simulada ? "Simulação" : "Importação") },
        { title: "Situação", cell: (one) => <SituacaoDaImportacao situacao={one.situacao} /> },
        { title: "Responsável", cell: (one) => one.responsavel },
        {
            title: "Ações",
            actions: true,
            cell: (one) => (
                <LinkButton small look="plain" icon="eye" to={`/cnes/importacoes/${one.id}`} aria-label={`Visualizar a importação de ${dateTime(one.iniciada_ms)}`}>Visualizar</LinkButton>
            ),
        },
    ];
    const { data, ...rest } = load;
    const page = { ...rest, ...(data ? { data: { itens: data.itens, total: data.itens.length } } : {}) };
    return (
        <List
            load={page}
            caption="Histórico de Importações"
            columns={columns}
            rowKey={({ id }) => id}
            one="importação"
            many="importações"
            empty={{ title: "Nenhum arquivo do CNES foi importado ainda.", text: "Cada importação aparece aqui com o seu relatório." }}
        />
    );
}
