// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, remove, type Schema } from "../base/api";
import { Button } from "../base/button";
import { Confirm } from "../base/dialog";
import { dateTime } from "../base/format";
import { List, type Column } from "../base/list";
import { useLoad } from "../base/load";
import { asProblem, notify } from "../base/message";
import { setQuery, useQuery } from "../base/router";
import { Screen, Section } from "../base/screen";
import { Tag } from "../base/tag";
import { SegundoFator } from "./segundo_fator";

type Entrada = Schema<"MeusAcessos">["itens"][number];
type Aberta = Schema<"SessoesAbertas">["itens"][number];

const kResultados: Record<Entrada["resultado"], { text: string; good?: boolean }> = {
    ok: { text: "Entrou", good: true },
    senha: { text: "Senha errada" },
    codigo: { text: "Código errado" },
    bloqueado: { text: "Recusado: bloqueado" },
    sem_acesso: { text: "Recusado: sem acesso" },
};

/** «Meus acessos»: what happened with one's own access, and where one is still inside. */
export function OwnAccess() {
    return (
        <Screen title="Meus acessos" lead="Confira se cada acesso foi mesmo seu. Se não foi, encerre a sessão e troque a senha.">
            <Abertas />
            <SegundoFator />
            <Entradas />
        </Screen>
    );
}

function Entradas() {
    const pagina = Number(useQuery().get("pagina") ?? 1);
    const load = useLoad((signal) => get("/api/v1/meus-acessos", { query: { pagina: String(pagina) }, signal }), [pagina]);
    const columns: Column<Entrada>[] = [
        { title: "Quando", cell: (one) => dateTime(one.instante_ms), heads: true },
        { title: "Resultado", cell: ({ resultado }) => <Tag tone={kResultados[resultado].good ? "good" : "bad"}>{kResultados[resultado].text}</Tag> },
        { title: "Endereço de rede", cell: ({ endereco }) => <span class="code">{endereco}</span> },
    ];
    return (
        <Section title="Entradas dos últimos 30 dias" id="entradas">
            <List
                load={load}
                caption="Entradas dos últimos 30 dias"
                columns={columns}
                rowKey={(one) => `${one.instante_ms} ${one.resultado} ${one.endereco}`}
                one="registro"
                many="registros"
                page={pagina}
                onPage={(page) => setQuery({ pagina: page > 1 ? String(page) : undefined })}
                empty={{ title: "Nenhuma entrada nos últimos 30 dias." }}
            />
        </Section>
    );
}

function Abertas() {
    const [ending, setEnding] = useState<Aberta>();
    const load = useLoad(async (signal) => {
        const { itens } = await get("/api/v1/minhas-sessoes", { signal });
        return { itens, total: itens.length };
    }, []);
    const columns: Column<Aberta>[] = [
        { title: "Desde", cell: (one) => dateTime(one.criada_ms), heads: true },
        { title: "Último uso", cell: (one) => dateTime(one.vista_ms) },
        { title: "Endereço de rede", cell: ({ endereco }) => <span class="code">{endereco}</span> },
        {
            title: "Ações",
            actions: true,
            cell: (one) => one.atual ? <Tag tone="good">Esta</Tag> : <Button small look="plain" icon="logOut" aria-label={`Encerrar a sessão de ${dateTime(one.criada_ms)}`} onClick={() => setEnding(one)}>Encerrar</Button>,
        },
    ];
    return (
        <Section title="Sessões abertas" id="sessoes">
            <List load={load} caption="Sessões abertas" columns={columns} rowKey={({ id }) => id} one="sessão" many="sessões" empty={{ title: "Nenhuma sessão aberta." }} />
            {ending && <EndSession sessao={ending} onDone={load.reload} onClose={() => setEnding(undefined)} />}
        </Section>
    );
}

function EndSession({ sessao, onDone, onClose }: { sessao: Aberta; onDone: () => void; onClose: () => void }) {
    const [busy, setBusy] = useState(false);
    async function end(): Promise<void> {
        setBusy(true);
        try {
            await remove("/api/v1/minhas-sessoes/{sessao}", { path: { sessao: sessao.id } });
            notify("success", "Sessão encerrada.");
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        onDone();
        onClose();
    }
    return (
        <Confirm title={`Encerrar a sessão de ${dateTime(sessao.criada_ms)}?`} act="Encerrar" busy={busy} onAct={() => void end()} onClose={onClose}>
            <p>Quem a usa, em <span class="code">{sessao.endereco}</span>, sai na hora e o que não gravou se perde.</p>
        </Confirm>
    );
}
