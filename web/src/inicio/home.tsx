// SPDX-License-Identifier: Apache-2.0
import { dateTime, count } from "../base/format";
import { Icon } from "../base/icons";
import { Message } from "../base/message";
import { permitted, type Module } from "../base/modules";
import { Link } from "../base/router";
import { activeAcesso, may, type Sessao } from "../base/session";
import { CopiasWarning } from "./copias_warning";
import { useEffect, useRef } from "preact/hooks";

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
                <ul class="cards">
                    {shown.map((module) => (
                        <li key={module.path}>
                            <Link to={module.path} class="module-card">
                                <span class="module-icon"><Icon name={module.icon} /></span>
                                <strong>{module.title}</strong>
                                <span>{module.summary}</span>
                            </Link>
                        </li>
                    ))}
                </ul>
            )}
        </article>
    );
}
