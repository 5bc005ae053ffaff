// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, type Schema } from "../base/api";
import { Button } from "../base/button";
import { SelectField, TextField } from "../base/field";
import { Icon } from "../base/icons";
import { useInside } from "../base/inside";
import { Filters, List, type Column } from "../base/list";
import { useLoad } from "../base/load";
import { MoreMenu } from "../base/more_menu";
import { go, Link, setQuery, useQuery } from "../base/router";
import { Screen } from "../base/screen";
import { Tag } from "../base/tag";
import { ExcludePerfil, SwitchPerfil } from "./acts";

export type Perfil = Schema<"Perfis">["itens"][number];

const kSituacoes = [{ value: "", label: "Todos" }, { value: "ativo", label: "Ativos" }, { value: "inativo", label: "Inativos" }];

/** «Perfis»: the standard ones and those of the município. */
export function Perfis() {
    const { may } = useInside();
    const query = useQuery();
    const [busca, situacao, pagina] = [query.get("busca") ?? "", query.get("situacao") ?? "", Number(query.get("pagina") ?? 1)];
    const [switching, setSwitching] = useState<Perfil>();
    const [excluding, setExcluding] = useState<Perfil>();
    const load = useLoad((signal) => get("/api/v1/perfis", { query: { busca, situacao, pagina: String(pagina) }, signal }), [busca, situacao, pagina]);
    const manages = may("perfis_gerenciar");
    const columns: Column<Perfil>[] = [
        { title: "Perfil", cell: ({ nome }) => nome, heads: true },
        { title: "Tipo de perfil", cell: ({ tipo_titulo }) => tipo_titulo },
        { title: "Tipo de acesso", cell: ({ tipo_acesso_titulo }) => tipo_acesso_titulo },
        { title: "Origem", cell: ({ padrao, editado }) => (padrao ? (editado ? "Padrão, editado" : "Padrão") : "Personalizado") },
        { title: "Situação", cell: ({ ativo }) => (ativo ? <Tag tone="good">Ativo</Tag> : <Tag tone="off">Inativo</Tag>) },
        { title: "Ações", actions: true, cell: (perfil) => <Acts perfil={perfil} manages={manages} onSwitch={setSwitching} onExclude={setExcluding} /> },
    ];
    return (
        <Screen
            title="Perfis"
            lead="Cada perfil é um conjunto de recursos do sistema. O que se muda aqui vale na hora para quem tem o perfil neste município."
            actions={manages && <Button look="primary" icon="plus" onClick={() => go("/perfis/novo")}>Cadastrar perfil</Button>}
        >
            <Filters>
                <TextField id="busca" label="Nome do perfil" required={false} maxLength={100} autoComplete="off" value={busca} onInput={(text) => setQuery({ busca: text, pagina: undefined })} />
                <SelectField id="situacao" label="Situação" value={situacao} onInput={(value) => setQuery({ situacao: value, pagina: undefined })} options={kSituacoes} />
            </Filters>
            <List
                load={load}
                caption="Perfis"
                columns={columns}
                rowKey={({ id }) => id}
                one="perfil"
                many="perfis"
                page={pagina}
                onPage={(page) => setQuery({ pagina: page > 1 ? String(page) : undefined })}
                empty={{ title: "Nenhum perfil com estes filtros.", text: "Confira o nome ou mostre todas as situações." }}
            />
            {switching && <SwitchPerfil perfil={switching} onDone={load.reload} onClose={() => setSwitching(undefined)} />}
            {excluding && <ExcludePerfil perfil={excluding} onDone={load.reload} onClose={() => setExcluding(undefined)} />}
        </Screen>
    );
}

interface ActsProps {
    perfil: Perfil;
    manages: boolean;
    onSwitch: (perfil: Perfil) => void;
    onExclude: (perfil: Perfil) => void;
}

function Acts({ perfil, manages, onSwitch, onExclude }: ActsProps) {
    const more = [
        ...(perfil.copiavel ? [{ title: "Copiar", icon: "copy" as const, onAct: () => go(`/perfis/${perfil.id}/copiar`) }] : []),
        ...(perfil.padrao ? [] : [{ title: "Excluir", icon: "trash" as const, onAct: () => onExclude(perfil) }]),
        ...(perfil.editavel && perfil.tipo_acesso !== "administrador_municipal"
            ? [{ title: perfil.ativo ? "Inativar" : "Ativar", icon: perfil.ativo ? ("ban" as const) : ("check" as const), onAct: () => onSwitch(perfil) }]
            : []),
    ];
    return (
        <div class="row-buttons">
            <Link to={`/perfis/${perfil.id}`} class="br-button circle small" aria-label={`Visualizar ${perfil.nome}`} title="Visualizar"><Icon name="search" /></Link>
            {manages && perfil.editavel && (
                <Link to={`/perfis/${perfil.id}/editar`} class="br-button circle small" aria-label={`Editar ${perfil.nome}`} title="Editar"><Icon name="edit" /></Link>
            )}
            {manages && more.length > 0 && <MoreMenu of={perfil.nome} acts={more} />}
        </div>
    );
}
