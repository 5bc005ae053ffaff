// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { get, remove, type Schema } from "../base/api";
import { Button } from "../base/button";
import { CertificateState } from "../base/certificate";
import { Confirm } from "../base/dialog";
import { dateTime } from "../base/format";
import { List, type Column } from "../base/list";
import { useLoad } from "../base/load";
import { asProblem, notify } from "../base/message";
import { useMunicipios } from "../base/municipio";
import { Screen } from "../base/screen";
import { Tag } from "../base/tag";
import { Certificado } from "./certificado";
import { NewCredencial } from "./new_credencial";

type Credencial = Schema<"Credenciais">["itens"][number];

/** Who may send fichas by the network in the name of which system. */
export function Credenciais() {
    const { list } = useMunicipios();
    const [creating, setCreating] = useState(false);
    const [ending, setEnding] = useState<Credencial>();
    const [certifying, setCertifying] = useState<Credencial>();
    const load = useLoad(async (signal) => {
        const { itens } = await get("/api/v1/integracao/credenciais", { signal });
        return { itens, total: itens.length };
    }, []);
    const nameOf = (ibge: string | undefined) => (ibge ? (list.find((one) => one.ibge === ibge)?.nome ?? ibge) : "Todos");
    const columns: Column<Credencial>[] = [
        { title: "Sistema", cell: (one) => one.nome, heads: true },
        { title: "Usuário", cell: (one) => <span class="code">{one.usuario}</span> },
        { title: "Município", cell: (one) => nameOf(one.municipio) },
        { title: "Criada em", cell: (one) => dateTime(one.criada_ms) },
        { title: "Último uso", cell: (one) => (one.ultimo_uso_ms === undefined ? "Nunca" : dateTime(one.ultimo_uso_ms)) },
        { title: "Certificado", cell: ({ certificado }) => (certificado ? <>{certificado.titular}<small><CertificateState until={certificado.valido_ate_ms} /></small></> : "–") },
        { title: "Situação", cell: (one) => (one.ativa ? <Tag tone="good">Ativa</Tag> : <Tag tone="off">Inativa</Tag>) },
        {
            title: "Ações",
            actions: true,
            cell: (one) =>
                one.ativa ? (
                    <>
                        <Button small look="plain" icon="key" aria-label={`Certificado da credencial ${one.nome}`} onClick={() => setCertifying(one)}>Certificado</Button>
                        <Button small look="plain" icon="ban" aria-label={`Inativar a credencial ${one.nome}`} onClick={() => setEnding(one)}>Inativar</Button>
                    </>
                ) : null,
        },
    ];
    return (
        <Screen
            title="Credenciais de integração"
            lead="Cada sistema que envia fichas pela rede usa uma credencial própria, com usuário e senha ou um certificado."
            actions={<Button look="primary" icon="plus" onClick={() => setCreating(true)}>Criar credencial</Button>}
        >
            <List
                load={load}
                caption="Credenciais de integração"
                columns={columns}
                rowKey={({ id }) => id}
                one="credencial"
                many="credenciais"
                empty={{ title: "Nenhuma credencial criada.", text: "Crie uma para cada sistema que vai enviar fichas." }}
            />
            {creating && <NewCredencial onCreated={load.reload} onClose={() => setCreating(false)} />}
            {certifying && <Certificado credencial={certifying} onDone={load.reload} onClose={() => setCertifying(undefined)} />}
            {ending && <Inactivate credencial={ending} onDone={load.reload} onClose={() => setEnding(undefined)} />}
        </Screen>
    );
}

function Inactivate({ credencial, onDone, onClose }: { credencial: Credencial; onDone: () => void; onClose: () => void }) {
    const [busy, setBusy] = useState(false);
    async function act(): Promise<void> {
        setBusy(true);
        try {
            await remove("/api/v1/integracao/credenciais/{credencial}", { path: { credencial: credencial.id } });
            notify("success", `Credencial ${credencial.nome} inativada. O sistema não consegue mais enviar fichas com ela.`);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        onDone();
        onClose();
    }
    return (
        <Confirm title={`Inativar a credencial ${credencial.nome}?`} act="Inativar" busy={busy} onAct={() => void act()} onClose={onClose}>
            <p>O sistema que usa <span class="code">{credencial.usuario}</span> deixa de enviar fichas na hora. Uma credencial inativada não volta: será preciso criar outra.</p>
        </Confirm>
    );
}
