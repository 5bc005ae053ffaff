// SPDX-License-Identifier: Apache-2.0
import { permitted, type Module } from "../base/modules";
import { Link } from "../base/router";
import { may, type Sessao } from "../base/session";

interface Step {
    name: string;
    does: string;
    who: string;
    /** The module where it is done, by its title, and the screen in it. */
    module: string;
    to?: string;
}

/** Quadro 3.1, in its order: some steps need earlier ones. The manual has no Passo 4. Source: manual, 3. */
const kSteps: Step[] = [
    { name: "Passo 1", does: "Configurar sistema (envio de dados e horário de funcionamento da UBS)", who: "Administrador da instalação", module: "Transmissão de Dados", to: "/transmissao/configuracao" },
    { name: "Passo 2", does: "Definir o(s) administrador(es) do(s) Distrito Federal/Município(s)", who: "Administrador da instalação", module: "Configurações da instalação", to: "/instalacao/municipios" },
    { name: "Passo 3", does: "Definir o tempo de consulta de cada categoria profissional por CBO, quando necessário", who: "Administrador municipal", module: "CBO" },
    { name: "Passo 5", does: "Criar/redefinir perfis e personalizar recursos de cada perfil, quando necessário", who: "Administrador municipal ou Coordenador", module: "Perfis" },
    { name: "Passo 6", does: "Verificar configuração dos profissionais importados do CNES (identificação, lotação, perfil)", who: "Administrador municipal ou Coordenador", module: "Profissionais" },
    { name: "Passo 7", does: "Verificar a agenda dos profissionais de saúde", who: "Coordenador", module: "Profissionais" },
];

/** The way from a new installation to one that works, with links to what this acesso can do of it. */
export function FirstSteps({ sessao, modules }: { sessao: Sessao; modules: Module[] }) {
    const shown = permitted(modules, sessao);
    const placeOf = ({ module, to }: Step): string | undefined => {
        const found = shown.find(({ title }) => title === module);
        const route = found?.routes.find(({ path }) => path === (to ?? found.path));
        return route && may(sessao, route.permission) ? route.path : undefined;
    };
    const steps = kSteps.map((step) => ({ ...step, place: placeOf(step) }));
    if (steps.every(({ place }) => place === undefined)) return null;
    return (
        <details class="steps">
            <summary>Passo a passo da configuração inicial</summary>
            <p class="hint">Siga a ordem: alguns passos dependem dos anteriores. O sistema já vem com opções padronizadas; confira-as e adapte-as à realidade local.</p>
            <ol class="plain-list">
                {steps.map(({ name, does, who, place }) => (
                    <li key={name}>
                        <strong>{name}</strong>: {place ? <Link to={place}>{does}</Link> : does} <span class="hint">({who})</span>
                    </li>
                ))}
            </ol>
            <p class="hint">Profissionais com mais de uma lotação na unidade de saúde precisam ter a agenda criada manualmente.</p>
        </details>
    );
}
