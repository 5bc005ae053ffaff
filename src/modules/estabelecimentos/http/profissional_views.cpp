// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/http/profissional_views.hpp"

#include "modules/tabelas/api/tabelas.hpp"

namespace aroeira::estabelecimentos::views {
namespace {

bool locked(const std::optional<identity::PersonState>& usuario) { return usuario && usuario->bloqueado; }

/// An id that is offered no more still names itself.
Opcao named(const std::string& id, const std::vector<identity::PerfilOferecido>& offered) {
    for (const auto& one : offered)
        if (one.id == id) return {id, one.nome};
    return {id, id};
}

LotacaoNaLista line_of(const LotacaoVista& seen, const std::vector<identity::PerfilOferecido>& offered) {
    const auto& l = seen.lotacao.lotacao;
    LotacaoNaLista view{.id = std::string(l.id.text()), .cnes = l.dados.cnes, .unidade = seen.lotacao.unidade, .ine = l.dados.ine};
    view.equipe = seen.lotacao.equipe;
    view.cbo = l.dados.cbo;
    view.cbo_titulo = tabelas::cbo_title(l.dados.cbo);
    view.microarea = l.microarea;
    view.origem = name_of(l.origem);
    view.ativa = l.ativa;
    view.segue_cnes = l.dados.segue_cnes;
    view.versao = l.versao;
    for (const auto& id : seen.perfis) view.perfis.push_back(named(id, offered));
    return view;
}

}  // namespace

DadosProfissional dados_of(const DadosDoProfissional& t) {
    DadosProfissional d{.cpf = t.cpf, .cns = t.cns, .nome = t.nome, .nascimento = t.nascimento, .sexo = t.sexo};
    d.conselho = t.conselho;
    d.conselho_uf = t.conselho_uf;
    d.registro = t.registro;
    d.email = t.email;
    d.telefone = t.telefone;
    const auto& e = t.endereco;
    d.endereco = {e.cep, e.uf, e.cidade, e.bairro, e.logradouro, e.numero, e.complemento, e.referencia};
    return d;
}

Profissionais of(const Page<ProfissionalComAcesso>& page) {
    Profissionais view{.total = page.total};
    for (const auto& [pessoa, usuario] : page.rows)
        view.itens.push_back({pessoa.id, pessoa.nome, pessoa.cpf, pessoa.cns, std::string(name_of(pessoa.origem)), pessoa.ativo, locked(usuario)});
    return view;
}

Profissional of(const ProfissionalVisto& seen) {
    const auto& p = seen.pessoa;
    const auto& d = p.dados;
    Profissional view;
    view.id = p.id.text();
    view.origem = name_of(p.origem);
    view.ativo = p.ativo;
    view.bloqueado = locked(seen.usuario);
    view.tem_historico = seen.tem_historico;
    view.versao = p.versao;
    if (seen.usuario && seen.usuario->ultimo_acesso) view.ultimo_acesso_ms = to_ms(*seen.usuario->ultimo_acesso);
    if (seen.usuario) view.usuario = seen.usuario->usuario.text();
    view.cpf = d.cpf;
    view.cns = d.cns;
    view.nome = d.nome;
    view.nascimento = d.nascimento;
    view.sexo = d.sexo;
    view.conselho = d.conselho;
    view.conselho_uf = d.conselho_uf;
    view.registro = d.registro;
    view.email = d.email;
    view.telefone = d.telefone;
    const auto& e = d.endereco;
    view.endereco = {e.cep, e.uf, e.cidade, e.bairro, e.logradouro, e.numero, e.complemento, e.referencia};
    for (const auto& one : seen.lotacoes) view.lotacoes.push_back(line_of(one, seen.perfis));
    return view;
}

}  // namespace aroeira::estabelecimentos::views
