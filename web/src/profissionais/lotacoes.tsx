// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { post, remove } from "../base/api";
import { useAgendaActs } from "../agenda/acts";
import { LinkButton } from "../base/button";
import { Confirm } from "../base/dialog";
import { useInside } from "../base/inside";
import { Empty, Table, type Column } from "../base/list";
import { asProblem, notify } from "../base/message";
import { MoreMenu } from "../base/more_menu";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { Section } from "../base/screen";
import { Tag } from "../base/tag";
import type { Detalhe } from "./acts";
import { kProfissionais } from "./places";

export type Lotacao = Detalhe["lotacoes"][number];
type Act = "inativar" | "ativar" | "excluir";

export const nameOf = ({ unidade, cnes, cbo_titulo }: Lotacao): string => `${cbo_titulo} em ${unidade || `CNES ${cnes}`}`;

/** The lotações of a professional, at the end of «Visualizar». */
export function Lotacoes({ detalhe, onChange }: { detalhe: Detalhe; onChange: () => void }) {
    const { may } = useInside();
    const manages = may("lotacoes_gerenciar");
    const [asked, setAsked] = useState<{ act: Act; lotacao: Lotacao }>();
    const here = `${kProfissionais}/${detalhe.id}/lotacoes`;
    const agendaActs = useAgendaActs(detalhe.id, detalhe.origem === "cnes");
    const actsOf = (lotacao: Lotacao) => [
        ...agendaActs(lotacao.id),
        ...(manages ? ownActs(lotacao) : []),
    ];
    const ownActs = (lotacao: Lotacao) => [
        lotacao.ativa
            ? { title: "Inativar", icon: "ban" as const, onAct: () => setAsked({ act: "inativar", lotacao }) }
            : { title: "Ativar", icon: "play" as const, onAct: () => setAsked({ act: "ativar", lotacao }) },
        { title: "Excluir", icon: "trash" as const, onAct: () => setAsked({ act: "excluir", lotacao }) },
    ];
    const columns: Column<Lotacao>[] = [
        { title: "Unidade de saúde", cell: ({ unidade, cnes }) => <span class="long">{unidade}<small>CNES {cnes}</small></span>, heads: true },
        { title: "INE", cell: ({ ine, equipe, microarea }) => (ine ? <span class="long">{ine}<small>{equipe}{microarea && `, microárea ${microarea}`}</small></span> : "–") },
        { title: "CBO", cell: ({ cbo, cbo_titulo }) => <span class="long">{cbo} – {cbo_titulo}</span> },
        { title: "Perfis", cell: ({ perfis }) => (perfis.length > 0 ? <span class="long">{perfis.map(({ nome }) => nome).join(", ")}</span> : "Nenhum") },
        { title: "Situação", cell: ({ ativa, origem }) => <>{ativa ? <Tag tone="good">Ativa</Tag> : <Tag tone="off">Inativa</Tag>}<small>{origem === "cnes" ? "Do SCNES" : "Manual"}</small></> },
        {
            title: "Ações",
            actions: true,
            cell: (one) => (
                <>
                    {manages && <LinkButton small look="plain" icon="edit" to={`${here}/${one.id}`} aria-label={`Editar a lotação ${nameOf(one)}`}>Editar</LinkButton>}
                    {actsOf(one).length > 0 && <MoreMenu of={`a lotação ${nameOf(one)}`} acts={actsOf(one)} />}
                </>
            ),
        },
    ];
    return (
        <Section id="lotacoes" title="Lotações" actions={manages && detalhe.ativo && <LinkButton look="primary" icon="plus" to={here}>Cadastrar lotação</LinkButton>}>
            {detalhe.lotacoes.length === 0 ? (
                <Empty title="Nenhuma lotação.">O profissional entra no sistema por uma lotação com perfil, ou por um acesso de gestor.</Empty>
            ) : (
                <Table caption="Lotações" columns={columns} rows={detalhe.lotacoes} rowKey={({ id }) => id} />
            )}
            {asked && <Turn {...asked} nome={detalhe.nome} onDone={onChange} onClose={() => setAsked(undefined)} />}
        </Section>
    );
}

const kWords: Record<Act, { title: string; done: string; look: "danger" | "primary"; text: (imported: boolean) => string }> = {
    inativar: {
        title: "Inativar", done: "inativada", look: "danger",
        text: (imported) => `O profissional deixa de entrar por ela na hora.${imported ? " Se o SCNES ainda a traz, a próxima importação a ativa de novo." : ""}`,
    },
    ativar: { title: "Ativar", done: "ativada", look: "primary", text: () => "O profissional volta a entrar por ela, com o perfil que o CBO sugere." },
    excluir: {
        title: "Excluir", done: "excluída", look: "danger",
        text: (imported) => `Os acessos e a configuração de agenda dela são apagados.${imported ? " Se o SCNES ainda a traz, a próxima importação a cria de novo." : ""}`,
    },
};

function Turn({ act, lotacao, nome, onDone, onClose }: { act: Act; lotacao: Lotacao; nome: string; onDone: () => void; onClose: () => void }) {
    const municipio = askedMunicipio(useMunicipios());
    const [busy, setBusy] = useState(false);
    const { title, done, look, text } = kWords[act];
    async function perform(): Promise<void> {
        setBusy(true);
        const options = { path: { lotacao: lotacao.id }, query: { municipio } };
        try {
            if (act === "excluir") await remove("/api/v1/lotacoes/{lotacao}", options);
            else if (act === "inativar") await post("/api/v1/lotacoes/{lotacao}/inativar", options);
            else await post("/api/v1/lotacoes/{lotacao}/ativar", options);
            notify("success", `Lotação ${nameOf(lotacao)}: ${done}.`);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        onDone();
        onClose();
    }
    return (
        <Confirm title={`${title} a lotação de ${nome} como ${nameOf(lotacao)}?`} act={title} look={look} busy={busy} onAct={() => void perform()} onClose={onClose}>
            <p>{text(lotacao.origem === "cnes")}</p>
        </Confirm>
    );
}
