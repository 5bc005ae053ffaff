// SPDX-License-Identifier: Apache-2.0
// «Mais opções» of a professional, wherever one is shown.
import type { ComponentChildren } from "preact";
import { useState } from "preact/hooks";
import { get, post, remove, type Schema } from "../base/api";
import { Confirm } from "../base/dialog";
import type { IconName } from "../base/icons";
import { useInside } from "../base/inside";
import { Waiting } from "../base/load";
import { useLoad } from "../base/load";
import { asProblem, notify } from "../base/message";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { go } from "../base/router";
import { SenhaDialog } from "./senha";
import { kProfissionais } from "./places";

export interface Pessoa {
    id: string;
    nome: string;
    ativo: boolean;
    bloqueado: boolean;
}
interface Act {
    title: string;
    icon: IconName;
    onAct: () => void;
}
type Asked = { act: "senha" | "excluir" | "reativar"; pessoa: Pessoa };

/** The acts that the acesso allows on somebody, and the dialogs they open. */
export function useActs(onDone: () => void): { actsOf: (pessoa: Pessoa) => Act[]; dialogs: ComponentChildren } {
    const { may } = useInside();
    const [asked, setAsked] = useState<Asked>();
    const close = () => setAsked(undefined);
    const actsOf = (pessoa: Pessoa): Act[] => [
        ...(may("profissionais_gerenciar") ? [{ title: "Editar", icon: "edit" as const, onAct: () => go(`${kProfissionais}/${pessoa.id}/editar`) }] : []),
        ...(may("senhas_redefinir") && pessoa.ativo
            ? [pessoa.bloqueado
                ? { title: "Desbloquear e redefinir senha", icon: "unlock" as const, onAct: () => setAsked({ act: "senha", pessoa }) }
                : { title: "Redefinir Senha", icon: "key" as const, onAct: () => setAsked({ act: "senha", pessoa }) }]
            : []),
        ...(may("profissionais_gerenciar")
            ? [pessoa.ativo
                ? { title: "Excluir", icon: "trash" as const, onAct: () => setAsked({ act: "excluir", pessoa }) }
                : { title: "Reativar", icon: "play" as const, onAct: () => setAsked({ act: "reativar", pessoa }) }]
            : []),
    ];
    const dialogs = asked && (
        <>
            {asked.act === "senha" && <SenhaDialog pessoa={asked.pessoa} onDone={onDone} onClose={close} />}
            {asked.act === "excluir" && <Exclude pessoa={asked.pessoa} onDone={onDone} onClose={close} />}
            {asked.act === "reativar" && <Reactivate pessoa={asked.pessoa} onDone={onDone} onClose={close} />}
        </>
    );
    return { actsOf, dialogs };
}

interface Props {
    pessoa: Pessoa;
    onDone: () => void;
    onClose: () => void;
}

/** Says before it is done whether the person is deleted or only inactivated. */
function Exclude({ pessoa: { id, nome }, onDone, onClose }: Props) {
    const municipio = askedMunicipio(useMunicipios());
    const [busy, setBusy] = useState(false);
    const load = useLoad((signal) => get("/api/v1/profissionais/{profissional}", { path: { profissional: id }, query: { municipio }, signal }), [id]);
    async function act(): Promise<void> {
        setBusy(true);
        try {
            const { resultado } = await remove("/api/v1/profissionais/{profissional}", { path: { profissional: id }, query: { municipio } });
            notify("success", resultado === "excluido" ? `${nome}: excluído.` : `${nome}: inativado, com as suas lotações. O histórico foi mantido.`);
            if (resultado === "excluido" && location.pathname !== kProfissionais) go(kProfissionais);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        onDone();
        onClose();
    }
    const kept = load.data?.tem_historico ?? true;
    return (
        <Confirm title={`Excluir ${nome}?`} act="Excluir" busy={busy || load.loading} onAct={() => void act()} onClose={onClose}>
            {load.loading && !load.data ? <Waiting /> : kept ? <Kept /> : <p>O cadastro de {nome} é apagado. Ele não tem lotações e nunca entrou no sistema.</p>}
        </Confirm>
    );
}

const Kept = () => (
    <p>
        Este profissional tem histórico no sistema: o cadastro não é apagado. Ele fica inativo, as suas lotações também, e não entra mais. Se o SCNES ainda o traz, a próxima importação o ativa de novo.
    </p>
);

function Reactivate({ pessoa: { id, nome }, onDone, onClose }: Props) {
    const municipio = askedMunicipio(useMunicipios());
    const [busy, setBusy] = useState(false);
    async function act(): Promise<void> {
        setBusy(true);
        try {
            await post("/api/v1/profissionais/{profissional}/reativar", { path: { profissional: id }, query: { municipio } });
            notify("success", `${nome}: reativado. Para que entre no sistema, ative ou cadastre uma lotação.`);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        onDone();
        onClose();
    }
    return (
        <Confirm title={`Reativar ${nome}?`} act="Reativar" look="primary" busy={busy} onAct={() => void act()} onClose={onClose}>
            <p>As lotações continuam inativas: ative cada uma que valer.</p>
        </Confirm>
    );
}

export type Detalhe = Schema<"Profissional">;
