// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/http/unidade_views.hpp"

#include "modules/tabelas/api/tabelas.hpp"

namespace aroeira::estabelecimentos::views {
namespace {

UnidadeDeSaude line_of(const UnidadeNaLista& one) { return {one.cnes, one.nome, one.tipo, one.ativa}; }
Equipe line_of(const EquipeNaLista& one) { return {one.ine, one.tipo, one.area, one.nome, one.ativa}; }

}  // namespace

UnidadesDeSaude of(const Page<UnidadeNaLista>& page) {
    UnidadesDeSaude view{.total = page.total};
    for (const auto& one : page.rows) view.itens.push_back(line_of(one));
    return view;
}

UnidadeCompleta of(const UnidadeVista& seen) {
    const auto& u = seen.unidade;
    UnidadeCompleta view;
    static_cast<UnidadeDeSaude&>(view) = line_of(u.unidade);
    view.cnpj = u.cnpj;
    view.subtipo = u.subtipo;
    view.complexidades = u.complexidades;
    view.telefone1 = u.telefone1;
    view.telefone2 = u.telefone2;
    view.fax = u.fax;
    view.email = u.email;
    view.cep = u.cep;
    view.uf = u.uf;
    view.bairro = u.bairro;
    view.logradouro = u.logradouro;
    view.numero = u.numero;
    view.complemento = u.complemento;
    view.referencia = u.referencia;
    for (const auto& one : seen.servicos) view.tipos_servico.push_back({one.nome, one.origem});
    return view;
}

Equipes of(const std::vector<EquipeNaLista>& equipes) {
    Equipes view;
    for (const auto& one : equipes) view.itens.push_back(line_of(one));
    return view;
}

EquipeCompleta of(const estabelecimentos::EquipeCompleta& equipe) {
    EquipeCompleta view;
    static_cast<Equipe&>(view) = line_of(equipe.equipe);
    view.descricao = equipe.descricao;
    view.area_descricao = equipe.area_descricao;
    view.desativada_em = equipe.desativada_em;
    return view;
}

Lotados of(const Page<estabelecimentos::Lotado>& page) {
    Lotados view{.total = page.total};
    for (const auto& one : page.rows)
        view.itens.push_back({one.profissional, one.nome, one.cpf, one.cns, one.cbo, std::string(tabelas::cbo_title(one.cbo)), one.equipe,
                              one.microarea, one.ativa});
    return view;
}

}  // namespace aroeira::estabelecimentos::views
