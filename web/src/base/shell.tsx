// SPDX-License-Identifier: Apache-2.0
// What surrounds every screen: who and where one is, the menu, shortcuts, and the way out.
import type { ComponentChildren } from "preact";
import { useEffect, useState } from "preact/hooks";
import { get } from "./api";
import { useDisclosure } from "./disclosure";
import { Icon, Mark } from "./icons";
import { HelpDialog } from "./help";
import { LiveRegion, Notices } from "./message";
import { permitted, type Module } from "./modules";
import { useMunicipios } from "./municipio";
import { Palette, type Command } from "./palette";
import { go, Link, place } from "./router";
import { activeAcesso, logOut, may, type Sessao } from "./session";
import { bare, focusOn, useShortcuts, withAlt, withCtrl, type Shortcut } from "./shortcuts";
import { createStore, useStore } from "./store";

const version = createStore({ produto: "Aroeira", versao: "" });
void get("/api/v1/versao").then(version.set, () => {});

export function SkipLink() {
    return <a class="skip" href="#conteudo" onClick={(event) => { event.preventDefault(); focusOn("#conteudo"); }}>Ir para o conteúdo</a>;
}

export function Footer() {
    const { produto, versao } = useStore(version);
    return (
        <footer class="foot" id="rodape" tabIndex={-1}>
            <span><strong>{produto}</strong> {versao && `versão ${versao}`}</span>
            <span>Atenção Primária à Saúde · SUS</span>
        </footer>
    );
}

export function Shell({ sessao, modules, children }: { sessao: Sessao; modules: Module[]; children: ComponentChildren }) {
    const [open, setOpen] = useState<"help" | "palette">();
    const [menu, setMenu] = useState(false);
    const { path } = useStore(place);
    useEffect(() => setMenu(false), [path]);

    const shown = permitted(modules, sessao);
    const shortcuts: Shortcut[] = [
        { keys: "Alt+1", does: "Ir para o conteúdo", matches: withAlt("1"), run: () => focusOn("#conteudo") },
        { keys: "Alt+2", does: "Ir para o menu", matches: withAlt("2"), run: () => { setMenu(true); requestAnimationFrame(() => focusOn("#menu a")); } },
        { keys: "Alt+3", does: "Buscar tela ou ação", matches: withAlt("3"), run: () => setOpen("palette") },
        { keys: "Alt+4", does: "Ir para o rodapé", matches: withAlt("4"), run: () => focusOn("#rodape") },
        { keys: "Ctrl+K", does: "Buscar tela ou ação", matches: withCtrl("k"), run: () => setOpen("palette") },
        { keys: "?", does: "Abrir esta ajuda", matches: bare("?"), run: () => setOpen("help") },
    ];
    useShortcuts(shortcuts);

    return (
        <div class="shell">
            <SkipLink />
            <Header sessao={sessao} menu={menu} onMenu={() => setMenu(!menu)} onHelp={() => setOpen("help")} onSearch={() => setOpen("palette")} />
            <div class="shell-body">
                <Menu modules={shown} path={path} open={menu} />
                <main id="conteudo" tabIndex={-1}>
                    <Notices />
                    {children}
                </main>
            </div>
            <Footer />
            <LiveRegion />
            {open === "help" && <HelpDialog shortcuts={shortcuts} onClose={() => setOpen(undefined)} />}
            {open === "palette" && <Palette commands={commandsOf(sessao, shown, () => setOpen("help"))} onClose={() => setOpen(undefined)} />}
        </div>
    );
}

function commandsOf(sessao: Sessao, modules: Module[], help: () => void): Command[] {
    const screens = modules.flatMap((module) =>
        module.routes
            .filter(({ listed, permission }) => listed && may(sessao, permission))
            .map((route) => ({ title: route.title, where: module.title, icon: module.icon, run: () => go(route.path) })),
    );
    return [
        { title: "Tela inicial", where: "Início", icon: "home", run: () => go("/") },
        ...screens,
        ...(sessao.acessos.length > 1 ? [{ title: "Trocar acesso", where: "Conta", icon: "exchange" as const, run: () => go("/acesso") }] : []),
        { title: "Meus acessos", where: "Conta", icon: "history", run: () => go("/meus-acessos") },
        { title: "Trocar senha", where: "Conta", icon: "key", run: () => go("/senha") },
        { title: "Ajuda e atalhos de teclado", where: "Ajuda", icon: "help", run: help },
        { title: "Sair", where: "Conta", icon: "logOut", run: () => void logOut() },
    ];
}

interface HeaderProps {
    sessao: Sessao;
    menu: boolean;
    onMenu: () => void;
    onHelp: () => void;
    onSearch: () => void;
}

function Header({ sessao, menu, onMenu, onHelp, onSearch }: HeaderProps) {
    const { produto, versao } = useStore(version);
    const { list, chosen } = useMunicipios();
    const acesso = activeAcesso(sessao);
    const where = list.find(({ ibge }) => ibge === chosen);
    return (
        <header class="head">
            <button type="button" class="br-button circle menu-button" aria-label="Menu" aria-expanded={menu} aria-controls="menu" onClick={onMenu}>
                <Icon name={menu ? "close" : "bars"} />
            </button>
            <Link to="/" class="brand">
                <Mark />
                <span><strong>{produto}</strong>{versao && <small>versão {versao}</small>}</span>
            </Link>
            {acesso && (
                <p class="head-place">
                    <Icon name="place" />
                    <span><span class="only-heard">Município: </span>{where ? `${where.nome} – ${where.uf}` : (acesso.municipio_nome ?? "Instalação")}</span>
                </p>
            )}
            <div class="head-tools">
                <button type="button" class="br-button circle" aria-label="Buscar tela ou ação (Ctrl+K)" onClick={onSearch}><Icon name="search" /></button>
                <button type="button" class="br-button circle" aria-label="Ajuda (?)" onClick={onHelp}><Icon name="help" /></button>
                <UserMenu sessao={sessao} />
            </div>
        </header>
    );
}

function Menu({ modules, path, open }: { modules: Module[]; path: string; open: boolean }) {
    return (
        <nav id="menu" class={open ? "menu menu-open" : "menu"} aria-label="Módulos">
            <ul>
                <li><Link to="/" {...(path === "/" ? { "aria-current": "page" as const } : {})}><Icon name="home" /> Tela inicial</Link></li>
                {modules.map((module) => (
                    <li key={module.path}>
                        <Link to={module.path} {...(path.startsWith(module.path) ? { "aria-current": "page" as const } : {})}>
                            <Icon name={module.icon} /> {module.title}
                        </Link>
                    </li>
                ))}
            </ul>
        </nav>
    );
}

function UserMenu({ sessao }: { sessao: Sessao }) {
    const { open, toggle, close, box, button, onKeyDown } = useDisclosure();
    return (
        <div class="user" ref={box} onKeyDown={onKeyDown}>
            <button type="button" ref={button} class="user-button" aria-expanded={open} aria-controls="conta" onClick={toggle}>
                <Icon name="user" />
                <span class="user-words"><span>{sessao.usuario.nome}</span><small>{activeAcesso(sessao)?.titulo ?? "Sem acesso escolhido"}</small></span>
                <Icon name="chevronDown" />
            </button>
            <ul id="conta" class="pop-menu" hidden={!open}>
                {sessao.acessos.length > 1 && <li><Link to="/acesso" onClick={close}><Icon name="exchange" /> Trocar acesso</Link></li>}
                <li><Link to="/meus-acessos" onClick={close}><Icon name="history" /> Meus acessos</Link></li>
                <li><Link to="/senha" onClick={close}><Icon name="key" /> Trocar senha</Link></li>
                <li><button type="button" onClick={() => void logOut()}><Icon name="logOut" /> Sair</button></li>
            </ul>
        </div>
    );
}
