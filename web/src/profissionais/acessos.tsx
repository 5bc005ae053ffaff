// SPDX-License-Identifier: Apache-2.0
// What is given to a person and not to a lotação: the acessos of gestor and of administrators.
import { useState } from "preact/hooks";
import { get, post, remove, type Schema } from "../base/api";
import { Button } from "../base/button";
import { Confirm, Dialog } from "../base/dialog";
import { SelectField } from "../base/field";
import { FormFrame, useForm } from "../base/form";
import { Empty, Table, type Column } from "../base/list";
import { useInside } from "../base/inside";
import { Loaded, useLoad } from "../base/load";
import { asProblem, Message, notify } from "../base/message";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { Section } from "../base/screen";

type Acessos = Schema<"AcessosDoUsuario">;
type Acesso = Acessos["itens"][number];

interface Props {
    usuario: string;
    nome: string;
    ativo: boolean;
}

/** «Cadastrar perfil», as a município says, or «Cadastrar Acesso», as the installation does. */
export function Acessos({ usuario, nome, ativo }: Props) {
    const all = useMunicipios();
    const municipio = askedMunicipio(all);
    const { may } = useInside();
    const [giving, setGiving] = useState(false);
    const [taking, setTaking] = useState<Acesso>();
    const load = useLoad((signal) => get("/api/v1/usuarios/{usuario}/acessos", { path: { usuario }, query: { municipio }, signal }), [usuario]);
    const label = all.fixed ? "Cadastrar perfil" : "Cadastrar Acesso";
    const columns: Column<Acesso>[] = [
        { title: "Perfil", cell: ({ titulo }) => titulo, heads: true },
        { title: "Onde vale", cell: ({ municipio_nome }) => municipio_nome ?? "Toda a instalação" },
        {
            title: "Ações",
            actions: true,
            cell: (one) => load.data?.perfis.some(({ id }) => id === one.perfil) && (
                <Button small look="plain" icon="trash" aria-label={`Excluir o acesso ${one.titulo}`} onClick={() => setTaking(one)}>Excluir</Button>
            ),
        },
    ];
    return (
        <Section id="acessos" title="Acessos" actions={ativo && <Button icon="plus" onClick={() => setGiving(true)}>{label}</Button>}>
            <Loaded load={load}>
                {({ itens }) => itens.length === 0
                    ? <Empty title="Nenhum acesso além dos das lotações.">Aqui ficam os perfis de gestor e de administrador, que não dependem de uma lotação.</Empty>
                    : <Table caption="Acessos" columns={columns} rows={itens} rowKey={({ id }) => id} />}
            </Loaded>
            {load.data?.segundo_fator && may("usuarios_gerenciar") && <SecondStep usuario={usuario} nome={nome} onDone={load.reload} />}
            {giving && load.data && <Give title={label} usuario={usuario} nome={nome} perfis={load.data.perfis} onDone={load.reload} onClose={() => setGiving(false)} />}
            {taking && <Take usuario={usuario} nome={nome} acesso={taking} onDone={load.reload} onClose={() => setTaking(undefined)} />}
        </Section>
    );
}

const kLabels = { perfil: "Perfil", municipio: "Município" };

function Give({ title, usuario, nome, perfis, onDone, onClose }: { title: string; usuario: string; nome: string; perfis: Acessos["perfis"]; onDone: () => void; onClose: () => void }) {
    const { list, chosen, fixed } = useMunicipios();
    const asks = (id: string) => !fixed && (perfis.find((one) => one.id === id)?.municipal ?? false);
    const form = useForm({
        initial: { perfil: perfis.length === 1 ? (perfis[0]?.id ?? "") : "", municipio: chosen ?? "" },
        check: ({ perfil, municipio }) => ({
            ...(perfil ? {} : { perfil: "Escolha o perfil." }),
            ...(asks(perfil) && !municipio ? { municipio: "Escolha o município." } : {}),
        }),
        submit: async ({ perfil, municipio }) => {
            const { titulo } = await post("/api/v1/usuarios/{usuario}/acessos", { path: { usuario }, body: { perfil, ...(asks(perfil) ? { municipio } : {}) } });
            notify("success", `${nome} tem o acesso ${titulo}.`);
            onDone();
            onClose();
        },
    });
    const { values, errors } = form;
    return (
        <Dialog title={`${title}: ${nome}`} onClose={onClose}>
            <FormFrame form={form} submit="Salvar" labels={kLabels} cancel={onClose}>
                <SelectField id="perfil" label={kLabels.perfil} value={values.perfil} error={errors.perfil} onInput={(value) => form.set("perfil", value)} options={[{ value: "", label: "Selecione o perfil" }, ...perfis.map((one) => ({ value: one.id, label: one.nome }))]} />
                {asks(values.perfil) && (
                    <SelectField id="municipio-do-acesso" label={kLabels.municipio} value={values.municipio} error={errors.municipio} onInput={(value) => form.set("municipio", value)} options={[{ value: "", label: "Selecione o município" }, ...list.map((one) => ({ value: one.ibge, label: `${one.nome} – ${one.uf}` }))]} />
                )}
            </FormFrame>
        </Dialog>
    );
}

function Take({ usuario, nome, acesso, onDone, onClose }: { usuario: string; nome: string; acesso: Acesso; onDone: () => void; onClose: () => void }) {
    const [busy, setBusy] = useState(false);
    async function act(): Promise<void> {
        setBusy(true);
        try {
            await remove("/api/v1/usuarios/{usuario}/acessos/{acesso}", { path: { usuario, acesso: acesso.id } });
            notify("success", `O acesso ${acesso.titulo} de ${nome} foi excluído.`);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        onDone();
        onClose();
    }
    return (
        <Confirm title={`Excluir o acesso ${acesso.titulo} de ${nome}?`} act="Excluir" busy={busy} onAct={() => void act()} onClose={onClose}>
            <p>A pessoa deixa de entrar por ele na hora. O acesso pode ser cadastrado de novo.</p>
        </Confirm>
    );
}

/** For who lost the telephone and the codes of recovery. */
function SecondStep({ usuario, nome, onDone }: { usuario: string; nome: string; onDone: () => void }) {
    const [asking, setAsking] = useState(false);
    const [busy, setBusy] = useState(false);
    async function act(): Promise<void> {
        setBusy(true);
        try {
            await remove("/api/v1/usuarios/{usuario}/segundo-fator", { path: { usuario } });
            notify("success", `A verificação em duas etapas de ${nome} foi desligada.`);
        } catch (failure) {
            notify("danger", asProblem(failure).message);
        }
        setBusy(false);
        setAsking(false);
        onDone();
    }
    return (
        <>
            <Message kind="info" title="A verificação em duas etapas está ligada.">
                <Button icon="unlock" onClick={() => setAsking(true)}>Desligar a verificação em duas etapas</Button>
            </Message>
            {asking && (
                <Confirm title={`Desligar a verificação em duas etapas de ${nome}?`} act="Desligar" busy={busy} onAct={() => void act()} onClose={() => setAsking(false)}>
                    <p>Faça isto só quando a pessoa perdeu o aparelho e os códigos de recuperação, e confirme que é ela quem pede. As suas sessões abertas são encerradas.</p>
                </Confirm>
            )}
        </>
    );
}
