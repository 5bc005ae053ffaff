// SPDX-License-Identifier: Apache-2.0
// The one place that knows every module.
import { useEffect, useState } from "preact/hooks";
import { ChangeAcesso, ChooseAcesso } from "./acesso/choose_acesso";
import { ChangePassword, ForcedPasswordChange } from "./acesso/change_password";
import { Entrance } from "./acesso/entrance";
import { FirstAccess } from "./acesso/first_access";
import { SecondStep } from "./acesso/code";
import { Login } from "./acesso/login";
import { OwnAccess } from "./acesso/own_access";
import { RequiredSecondFactor } from "./acesso/segundo_fator_exigido";
import { AcceptTermo } from "./acesso/termo";
import type { Problem } from "./base/api";
import { IdleWarning } from "./base/idle";
import { Waiting } from "./base/load";
import { asProblem, Message, ProblemMessage } from "./base/message";
import { loadMunicipios } from "./base/municipio";
import { routeOf } from "./base/modules";
import { place } from "./base/router";
import { entry, may, refresh, type Sessao } from "./base/session";
import { Screen } from "./base/screen";
import { Shell } from "./base/shell";
import { useStore } from "./base/store";
import { cbo } from "./cbo/module";
import { auditoria } from "./auditoria/module";
import { cnes } from "./cnes/module";
import { gestao } from "./gestao/module";
import { Home } from "./inicio/home";
import { imunobiologicos } from "./imunobiologicos/module";
import { instalacao } from "./instalacao/module";
import { integracao } from "./integracao/module";
import { perfis } from "./perfis/module";
import { profissionais } from "./profissionais/module";
import { gestaoDeRelatorios, relatorios } from "./relatorios/module";
import { transmissao } from "./transmissao/module";
import { unidades } from "./unidades/module";

const modules = [auditoria, imunobiologicos, cbo, cnes, instalacao, gestao, perfis, profissionais, relatorios, gestaoDeRelatorios, transmissao, unidades, integracao];

export function App() {
    const who = useStore(entry);
    const { path } = useStore(place);
    useEffect(() => void refresh(), []);
    if (path === "/primeiro-acesso" && who.state !== "inside") return <FirstAccess />;
    switch (who.state) {
        case "asking": return <Waiting />;
        case "outside": return <Login reason={who.reason} />;
        case "failed": return <Entrance title="Sem conexão com o servidor"><ProblemMessage problem={who.problem} retry={() => void refresh()} /></Entrance>;
        case "inside": return <Inside sessao={who.sessao} />;
    }
}

function Inside({ sessao }: { sessao: Sessao }) {
    const [choosing, setChoosing] = useState(false);
    useEffect(() => setChoosing(false), [sessao.csrf]);
    if (sessao.falta_codigo) return <SecondStep />;
    if (sessao.trocar_senha) return <ForcedPasswordChange />;
    if (sessao.falta_termo) return <AcceptTermo />;
    if (!sessao.acesso_ativo || (choosing && sessao.falta_segundo_fator)) return <ChooseAcesso sessao={sessao} />;
    if (sessao.falta_segundo_fator) return <RequiredSecondFactor sessao={sessao} another={() => setChoosing(true)} />;
    return <Working key={sessao.acesso_ativo} sessao={sessao} />;
}

function Working({ sessao }: { sessao: Sessao }) {
    const [ready, setReady] = useState(false);
    const [problem, setProblem] = useState<Problem>();
    const begin = () => {
        setProblem(undefined);
        loadMunicipios(sessao).then(() => setReady(true), (failure) => setProblem(asProblem(failure)));
    };
    useEffect(begin, []);
    return (
        <>
            <Shell sessao={sessao} modules={modules}>
                {problem ? <ProblemMessage problem={problem} retry={begin} /> : ready ? <Current sessao={sessao} /> : <Waiting />}
            </Shell>
            <IdleWarning sessao={sessao} />
        </>
    );
}

function Current({ sessao }: { sessao: Sessao }) {
    const { path } = useStore(place);
    if (path === "/") return <Home sessao={sessao} modules={modules} />;
    if (path === "/senha") return <ChangePassword />;
    if (path === "/meus-acessos") return <OwnAccess />;
    if (path === "/acesso") return <ChangeAcesso sessao={sessao} />;
    const found = routeOf(modules.flatMap(({ routes }) => routes), path);
    if (!found) return <Nowhere />;
    if (!may(sessao, found.route.permission)) return <Refused />;
    return <found.route.screen key={path} captures={found.captures} />;
}

function Refused() {
    return (
        <Screen title="Sem permissão">
            <Message kind="warning" title="Seu acesso não permite abrir esta tela.">Se precisar dela, troque de acesso ou fale com o administrador municipal.</Message>
        </Screen>
    );
}

function Nowhere() {
    return (
        <Screen title="Página não encontrada">
            <Message kind="info" title="Não há nada neste endereço.">Confira o endereço ou volte para a tela inicial.</Message>
        </Screen>
    );
}
