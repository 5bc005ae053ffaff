// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/http/views.hpp"

#include "modules/identity/domain/termo.hpp"

namespace aroeira::identity::views {

AcessoDisponivel of(const AcessoDescrito& described) {
    AcessoDisponivel view{.id = std::string(described.acesso.id.text()), .titulo = described.acesso.described.nome, .perfil = described.acesso.perfil};
    if (described.acesso.municipio) view.municipio = std::string(described.acesso.municipio->text());
    view.municipio_nome = described.place.municipio_nome;
    view.unidade = described.place.unidade;
    view.equipe = described.place.equipe;
    view.cbo = described.place.cbo;
    return view;
}

SessaoAberta of(const SessaoDescrita& described) {
    const Sessao& sessao = described.sessao;
    SessaoAberta view{.csrf = sessao.csrf, .usuario = {sessao.key(), sessao.nome}};
    for (const auto& acesso : described.acessos) view.acessos.push_back(of(acesso));
    if (sessao.acesso) view.acesso_ativo = std::string(sessao.acesso->id.text());
    view.trocar_senha = sessao.trocar_senha;
    view.falta_codigo = sessao.falta_codigo;
    view.segundo_fator = described.second_factor;
    view.falta_segundo_fator = sessao.falta_segundo_fator;
    view.falta_termo = sessao.termo < kTermoVersao;
    if (sessao.acesso_anterior) view.ultimo_acesso = to_ms(*sessao.acesso_anterior);
    view.falhas_anteriores = sessao.falhas_anteriores;
    view.inatividade_s = std::chrono::duration_cast<std::chrono::seconds>(sessao.inatividade).count();
    view.expira_ms = to_ms(sessao.expira);
    // What cannot be done before the password is changed is not shown as possible.
    if (sessao.acesso && !sessao.trocar_senha && !view.falta_codigo && !view.falta_termo && !view.falta_segundo_fator)
        for (const auto permission : kPermissions)
            if (sessao.permissoes.has(permission)) view.permissoes.emplace_back(name_of(permission));
    return view;
}

CredencialDeIntegracao of(const Credencial& credencial) {
    CredencialDeIntegracao view{.id = std::string(credencial.id.text()), .nome = credencial.nome, .usuario = credencial.usuario};
    if (credencial.municipio) view.municipio = std::string(credencial.municipio->text());
    view.ativa = credencial.ativa;
    view.criada_ms = to_ms(credencial.criada);
    if (const auto& c = credencial.certificado) view.certificado = {c->titular, c->impressao, to_ms(c->from), to_ms(c->until)};
    if (credencial.ultimo_uso) view.ultimo_uso_ms = to_ms(*credencial.ultimo_uso);
    return view;
}

}  // namespace aroeira::identity::views
