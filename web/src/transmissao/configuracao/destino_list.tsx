// SPDX-License-Identifier: Apache-2.0
import { useState } from "preact/hooks";
import { post, remove } from "../../base/api";
import { Button } from "../../base/button";
import { CertificateState } from "../../base/certificate";
import { Confirm } from "../../base/dialog";
import { dateTime, hour } from "../../base/format";
import { List, type Column, type Page } from "../../base/list";
import type { Load } from "../../base/load";
import { asProblem, notify } from "../../base/message";
import { MoreMenu } from "../../base/more_menu";
import { Tag } from "../../base/tag";
import { DestinoDialog } from "./destino_dialog";
import { EstadoDaConexao, kProtocolos, novoHorario, type Destino } from "./destinos";

interface Props {
    load: Load<Page<Destino>>;
    /** HH:MM of the installation; nothing until it is known. */
    horario: string | undefined;
}

/** The receivers, each with what was found when it was last tried and what can be done with it. */
export function DestinoList({ load, horario }: Props) {
    const [editing, setEditing] = useState<Destino>();
    const [removing, setRemoving] = useState<Destino>();
    const columns: Column<Destino>[] = [
        { title: "Instalação", cell: (one) => <Name destino={one} />, heads: true },
        { title: "Forma de envio", cell: (one) => <Way destino={one} /> },
        { title: "Conexão", cell: ({ conexao }) => <><EstadoDaConexao conexao={conexao} />{conexao.situacao !== "nao_testada" && <small class="reason">{conexao.detalhe} {conexao.em !== undefined && `Testada em ${dateTime(conexao.em)}.`}</small>}</> },
        { title: "Próximo envio", cell: (one) => <Next destino={one} horario={horario} /> },
        {
            title: "Ações",
            actions: true,
            cell: (one) => (
                <>
                    <Button small look="plain" icon="edit" aria-label={`Editar ${one.nome}`} onClick={() => setEditing(one)}>Editar</Button>
                    {one.origem !== "nacional" && <Button small look="plain" icon="trash" aria-label={`Excluir ${one.nome}`} onClick={() => setRemoving(one)}>Excluir</Button>}
                    <MoreMenu of={one.nome} acts={[{ title: one.ativo ? "Inativar" : "Ativar", icon: one.ativo ? "ban" : "play", onAct: () => void turn(one, load.reload) }]} />
                </>
            ),
        },
    ];
    return (
        <>
            <List
                load={load}
                caption="Instalações que recebem os dados"
                columns={columns}
                rowKey={({ id }) => id}
                one="instalação"
                many="instalações"
                empty={{ title: "Nenhuma instalação para receber os dados.", text: "Use «Adicionar instalação»." }}
            />
            {editing && <DestinoDialog destino={editing} onSaved={load.reload} onClose={() => setEditing(undefined)} />}
            {removing && <Remove destino={removing} onDone={load.reload} onClose={() => setRemoving(undefined)} />}
        </>
    );
}

function Name({ destino: { nome, endereco, ativo } }: { destino: Destino }) {
    return (
        <span class="long">
            {nome} {!ativo && <Tag tone="off">Inativa</Tag>}
            {endereco ? <small class="code">{endereco}</small> : <small>Sem endereço: só por arquivo</small>}
        </span>
    );
}

function Way({ destino: { protocolo, usuario, certificado } }: { destino: Destino }) {
    return (
        <>
            {kProtocolos[protocolo]}
            {usuario && <small>Usuário <span class="code">{usuario}</span></small>}
            {certificado && <small>Certificado de {certificado.titular} <CertificateState until={certificado.valido_ate} /></small>}
        </>
    );
}

/** When it is tried next and, after a failure, why not before. */
function Next({ destino: { ativo, endereco, usuario, tem_senha, certificado, janela, tentativas }, horario }: { destino: Destino } & Pick<Props, "horario">) {
    if (!ativo || !endereco) return <>–</>;
    if (usuario ? !tem_senha : !certificado) return <>Falta informar o usuário e a senha</>;
    const { proxima, falhas, parado, causa } = tentativas;
    const given = novoHorario(tentativas);
    const planned = janela ? `Entre ${janela.inicio} e ${janela.fim}` : horario ? `A partir das ${horario}` : "";
    const retry = proxima !== undefined && falhas > 0 ? `Nova tentativa: ${hour(proxima)}` : undefined;
    return (
        <>
            {given ? <strong>{given}</strong> : (retry ?? planned)}
            {parado && <small>Uma tentativa por dia, até que uma dê certo.</small>}
            {falhas > 0 && causa && <small class="reason">{causa}</small>}
        </>
    );
}

async function turn(destino: Destino, done: () => void): Promise<void> {
    const { id, nome, ativo } = destino;
    try {
        if (ativo) await post("/api/v1/transmissao/destinos/{destino}/inativar", { path: { destino: id } });
        else await post("/api/v1/transmissao/destinos/{destino}/ativar", { path: { destino: id } });
        notify("success", ativo ? `${nome}: inativada. Nada é enviado a ela até ser ativada de novo.` : `${nome}: ativada.`);
    } catch (failure) {
        notify("danger", asProblem(failure).message);
    }
    done();
}

function Remove({ destino: { id, nome }, onDone, onClose }: { destino: Destino; onDone: () => void; onClose: () => void }) {
    const [busy, setBusy] = useState(false);
    async function act(): Promise<void> {
        setBusy(true);
        try {
            await remove("/api/v1/transmissao/destinos/{destino}", { path: { destino: id } });
            notify("success", `${nome}: excluída.`);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        onDone();
        onClose();
    }
    return (
        <Confirm title={`Excluir ${nome}?`} act="Excluir" busy={busy} onAct={() => void act()} onClose={onClose}>
            <p>Nenhum lote será mais gerado para ela. Os lotes já gerados continuam na lista de envio.</p>
        </Confirm>
    );
}
