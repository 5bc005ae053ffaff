// SPDX-License-Identifier: Apache-2.0
import { dateTime, count } from "../base/format";
import { Icon } from "../base/icons";
import { Message } from "../base/message";
import { permitted, type Module } from "../base/modules";
import { Link } from "../base/router";
import { activeAcesso, may, type Sessao } from "../base/session";
import { CopiasWarning } from "./copias_warning";
import { FirstSteps } from "./first_steps";
import { useEffect, useId, useRef } from "preact/hooks";

/** «Tela inicial»: the modules of the acesso, nothing that would refuse. */
export function Home({ sessao, modules }: { sessao: Sessao; modules: Module[] }) {
    const heading = useRef<HTMLHeadingElement>(null);
    useEffect(() => {
        document.title = "Tela inicial · Aroeira";
        heading.current?.focus({ preventScroll: true });
    }, []);
    const shown = permitted(modules, sessao);
    const [firstName] = sessao.usuario.nome.split(" ");
    return (
        <article class="screen">
            <header class="screen-head">
                <div>
                    <h1 ref={heading} tabIndex={-1}>Olá, {firstName}</h1>
                    <p class="lead">
                        {activeAcesso(sessao)?.titulo}
                        {sessao.ultimo_acesso !== undefined && <> · Último acesso em {dateTime(sessao.ultimo_acesso)}</>}
                    </p>
                </div>
            </header>
            {sessao.falhas_anteriores > 0 && (
                <Message kind="warning" title={`${count(sessao.falhas_anteriores, "tentativa de acesso com senha errada", "tentativas de acesso com senha errada")} antes desta entrada.`}>
                    Se não foi você, troque a senha e avise o administrador.
                </Message>
            )}
            {may(sessao, "instalacao_configurar") && <CopiasWarning />}
            {shown.length === 0 ? (
                <Message kind="info" title="Nenhum módulo disponível para este acesso.">Os módulos de atendimento ainda não fazem parte desta instalação. Para administrar o município, entre com o acesso de administrador.</Message>
            ) : (
                groupsOf(shown, sessao).map((group) => <Group key={group.title} {...group} />)
            )}
            <FirstSteps sessao={sessao} modules={modules} />
        </article>
    );
}

/** «Administração da Instalação» of who administers all of it, «Administração Municipal» of the others: only what the perfil opens. */
function groupsOf(modules: Module[], sessao: Sessao): { title: string; modules: Module[] }[] {
    const administration = activeAcesso(sessao)?.municipio === undefined ? "Administração da Instalação" : "Administração Municipal";
    return [
        ...(["Atendimento", "Acompanhamento"] as const).map((title) => ({ title, modules: modules.filter(({ area }) => area === title) })),
        { title: administration, modules: modules.filter(({ area }) => !area) },
    ].filter((group) => group.modules.length > 0);
}

function Group({ title, modules }: { title: string; modules: Module[] }) {
    const id = useId();
    return (
        <section class="group" aria-labelledby={id}>
            <h2 id={id}>{title}</h2>
            <ul class="cards">
                {modules.map((module) => (
                    <li key={module.path}>
                        <Link to={module.path} class="module-card">
                            <span class="module-icon"><Icon name={module.icon} /></span>
                            <strong>{module.title}</strong>
                            <span>{module.summary}</span>
                        </Link>
                    </li>
                ))}
            </ul>
        </section>
    );
}
