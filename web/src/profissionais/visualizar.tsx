// SPDX-License-Identifier: Apache-2.0
import { get } from "../base/api";
import { LinkButton } from "../base/button";
import { maskCpf } from "../base/field";
import { dateTime, day } from "../base/format";
import { useInside } from "../base/inside";
import { Loaded, useLoad } from "../base/load";
import { Message } from "../base/message";
import { MoreMenu } from "../base/more_menu";
import { askedMunicipio, useMunicipios } from "../base/municipio";
import { Facts, Screen, Section } from "../base/screen";
import { Acessos } from "./acessos";
import { useActs, type Detalhe } from "./acts";
import { Lotacoes } from "./lotacoes";
import { maskCep, maskPhone, sexes } from "./masks";
import { useCidade, useOpcoes } from "./opcoes";
import { kProfissionais, kTrilha } from "./places";

/** «Visualizar»: who the person is, only to be read, and her lotações at the end. */
export function ProfissionalScreen({ captures }: { captures: Record<string, string> }) {
    const municipio = askedMunicipio(useMunicipios());
    const { may } = useInside();
    const profissional = captures["profissional"] ?? "";
    const load = useLoad((signal) => get("/api/v1/profissionais/{profissional}", { path: { profissional }, query: { municipio }, signal }), [profissional]);
    const { actsOf, dialogs } = useActs(load.reload);
    const one = load.data;
    return (
        <Screen
            title={one?.nome ?? "Profissional"}
            trail={kTrilha}
            actions={
                one && (
                    <>
                        {may("profissionais_gerenciar") && <LinkButton icon="edit" to={`${kProfissionais}/${profissional}/editar`}>Editar</LinkButton>}
                        {actsOf(one).length > 0 && <MoreMenu of={one.nome} acts={actsOf(one)} />}
                    </>
                )
            }
        >
            <Loaded load={load}>
                {(detalhe) => (
                    <>
                        <Situation detalhe={detalhe} />
                        <Dados detalhe={detalhe} />
                        <Lotacoes detalhe={detalhe} onChange={load.reload} />
                        {detalhe.usuario && may("acessos_gerenciar") && <Acessos usuario={detalhe.usuario} nome={detalhe.nome} ativo={detalhe.ativo} />}
                    </>
                )}
            </Loaded>
            {dialogs}
        </Screen>
    );
}

function Situation({ detalhe: { ativo, bloqueado } }: { detalhe: Detalhe }) {
    if (!ativo) return <Message kind="info" title="Este profissional está inativo e não entra no sistema." />;
    if (bloqueado) return <Message kind="danger" title="O acesso está bloqueado por tentativas de entrar com a senha errada.">Use «Mais opções» e «Desbloquear e redefinir senha».</Message>;
    return null;
}

const orDash = (text: string | undefined) => text || "–";

function Dados({ detalhe: one }: { detalhe: Detalhe }) {
    const opcoes = useOpcoes();
    const cidade = useCidade(one.endereco.uf, one.endereco.cidade);
    const { endereco: e } = one;
    return (
        <>
            <Section id="dados" title="Dados do profissional">
                <Facts
                    items={[
                        ["CPF", maskCpf(one.cpf)],
                        ["CNS", orDash(one.cns)],
                        ["Data de nascimento", one.nascimento ? day(one.nascimento) : "–"],
                        ["Sexo", sexes.find(({ value }) => value === one.sexo)?.label ?? "Não informado"],
                        ["Conselho de classe", one.registro ? `${opcoes?.conselhos.find(({ codigo }) => codigo === one.conselho)?.nome ?? one.conselho} ${one.conselho_uf} ${one.registro}` : "–"],
                        ["Telefone", orDash(maskPhone(one.telefone))],
                        ["E-mail", orDash(one.email)],
                        ["Origem", one.origem === "cnes" ? "Importado do SCNES" : "Cadastrado no sistema"],
                        ["Último acesso", one.ultimo_acesso_ms === undefined ? "Nunca entrou" : dateTime(one.ultimo_acesso_ms)],
                    ]}
                />
            </Section>
            <Section id="endereco" title="Endereço Residencial">
                <Facts
                    items={[
                        ["CEP", orDash(maskCep(e.cep))],
                        ["Estado", orDash(e.uf)],
                        ["Município", orDash(cidade)],
                        ["Bairro", orDash(e.bairro)],
                        ["Logradouro", orDash([e.logradouro, e.numero].filter(Boolean).join(", "))],
                        ["Complemento", orDash(e.complemento)],
                        ["Ponto de referência", orDash(e.referencia)],
                    ]}
                />
            </Section>
        </>
    );
}
