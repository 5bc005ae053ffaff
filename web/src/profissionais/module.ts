// SPDX-License-Identifier: Apache-2.0
import { ConfiguracaoDeAgenda } from "../agenda/configuracao";
import { FechamentoDeAgenda } from "../agenda/fechamento";
import { AgendaOnline } from "../agenda/online";
import type { Module } from "../base/modules";
import { EditProfissional, RegisterProfissional } from "./cadastro";
import { Profissionais } from "./lista";
import { EditLotacao, RegisterLotacao } from "./lotacao";
import { kProfissionais } from "./places";
import { ProfissionalScreen } from "./visualizar";

export const profissionais: Module = {
    title: "Profissionais",
    summary: "Cadastre quem usa o sistema, as suas lotações, os seus perfis e a sua agenda.",
    icon: "userMd",
    path: kProfissionais,
    permission: "profissionais_ver",
    routes: [
        { path: kProfissionais, title: "Profissionais", permission: "profissionais_ver", screen: Profissionais, listed: true },
        { path: `${kProfissionais}/cadastrar`, title: "Cadastrar profissional", permission: "profissionais_gerenciar", screen: RegisterProfissional, listed: true },
        { path: `${kProfissionais}/:profissional`, title: "Profissional", permission: "profissionais_ver", screen: ProfissionalScreen },
        { path: `${kProfissionais}/:profissional/editar`, title: "Editar profissional", permission: "profissionais_gerenciar", screen: EditProfissional },
        { path: `${kProfissionais}/:profissional/lotacoes`, title: "Cadastrar lotação", permission: "lotacoes_gerenciar", screen: RegisterLotacao },
        { path: `${kProfissionais}/:profissional/lotacoes/:lotacao`, title: "Editar lotação", permission: "lotacoes_gerenciar", screen: EditLotacao },
        { path: `${kProfissionais}/:profissional/lotacoes/:lotacao/agenda`, title: "Configuração de agenda", permission: "agenda_gerenciar", screen: ConfiguracaoDeAgenda },
        { path: `${kProfissionais}/:profissional/lotacoes/:lotacao/fechamento`, title: "Fechamento de agenda", permission: "agenda_gerenciar", screen: FechamentoDeAgenda },
        { path: `${kProfissionais}/:profissional/lotacoes/:lotacao/agenda-online`, title: "Configuração de agenda online", permission: "agenda_gerenciar", screen: AgendaOnline },
    ],
};
