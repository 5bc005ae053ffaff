// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/store/sql_people.hpp"

#include <algorithm>
#include <set>

#include "modules/identity/domain/reach.hpp"

namespace aroeira::identity {
namespace {

constexpr db::Query kPlanAnew{"identity.plan_anew", "ANALYZE usuario, acesso"};

Error not_of_lotacao() {
    return {ErrorKind::invalid_input, "ACESSO-0040", "Um dos perfis não pode ser usado em uma lotação.",
            {{"ACESSO-0040", "perfis", "O perfil não existe, está inativo ou não é de lotação.", "Escolha um perfil da lista."}}};
}

}  // namespace

Result<UsuarioId> SqlPeople::ensure(const Cpf& cpf, std::string_view nome) {
    AROEIRA_TRY(auto known, usuarios_.find_by_cpf(cpf));
    if (known) {
        if (known->nome != nome) {
            known->nome = nome;
            AROEIRA_CHECK(usuarios_.update(*known));
        }
        return known->id;
    }
    Usuario fresh{.id = ids_.make<Usuario>(), .cpf = cpf, .nome = std::string(nome)};
    fresh.criado = clock_.now();
    AROEIRA_CHECK(usuarios_.insert(fresh));
    return fresh.id;
}

Result<std::vector<std::optional<PersonState>>> SqlPeople::states(std::span<const Cpf> cpfs) {
    std::vector<std::optional<PersonState>> states;
    for (const auto& cpf : cpfs) {
        AROEIRA_TRY(const auto known, usuarios_.find_by_cpf(cpf));
        if (known) states.push_back(PersonState{known->id, known->ativo, known->bloqueado, known->ultimo_acesso});
        else states.push_back(std::nullopt);
    }
    return states;
}

Result<void> SqlPeople::set_perfis(const UsuarioId& usuario, const Ibge& municipio, std::string_view lotacao,
                                   std::span<const std::string> perfis) {
    std::set<std::string, std::less<>> wanted(perfis.begin(), perfis.end());
    AROEIRA_TRY(const auto kept, usuarios_.acessos_of_lotacao(municipio, lotacao));
    for (const auto& acesso : kept)
        if (acesso.usuario != usuario || wanted.erase(acesso.perfil) == 0) AROEIRA_CHECK(usuarios_.inactivate_acesso(acesso.id));
    for (const auto& id : wanted) {
        AROEIRA_TRY(const auto perfil, perfis_.find(municipio, id));
        if (!perfil || !perfil->ativo || perfil->acesso != TipoAcesso::lotacao) return not_of_lotacao();
        AROEIRA_CHECK(usuarios_.insert_acesso({ids_.make<Acesso>(), usuario, id, municipio, std::string(lotacao)}));
    }
    return {};
}

Result<void> SqlPeople::many_were_set() { return db::plan_anew(session_, kPlanAnew); }

Result<std::vector<std::string>> SqlPeople::perfis_of(const Ibge& municipio, std::string_view lotacao) {
    AROEIRA_TRY(const auto kept, usuarios_.acessos_of_lotacao(municipio, lotacao));
    std::vector<std::string> perfis;
    for (const auto& acesso : kept) perfis.push_back(acesso.perfil);
    return perfis;
}

Result<std::optional<std::vector<std::string>>> SqlPeople::lotacoes_of(const Actor& actor) {
    // Who is no usuário has no acessos: a person of that kind reaches nothing.
    std::vector<Acesso> acessos;
    if (const auto id = UsuarioId::parse(actor.key)) {
        AROEIRA_TRY(acessos, usuarios_.acessos_of(*id));
    }
    return identity::lotacoes_of(actor, acessos);
}

Result<std::vector<PerfilOferecido>> SqlPeople::perfis_of_lotacao(const Ibge& municipio) {
    AROEIRA_TRY(const auto perfis, perfis_.offered(municipio, TipoAcesso::lotacao));
    std::vector<PerfilOferecido> offered;
    for (const auto& one : perfis) offered.push_back({one.id, one.nome});
    return offered;
}

Result<void> SqlPeople::set_ativo(const UsuarioId& id, bool ativo) {
    AROEIRA_TRY(auto usuario, usuarios_.find(id));
    if (!usuario) return Error{ErrorKind::not_found, "ACESSO-0022", "Usuário não encontrado."};
    if (!ativo) {
        AROEIRA_TRY(const auto acessos, usuarios_.acessos_of(id));
        const bool administers = std::any_of(acessos.begin(), acessos.end(), [](const Acesso& a) { return a.perfil == perfil_padrao::instalador; });
        if (administers) {
            // Of two who inactivate each other, the second finds nobody: writes are serializable.
            AROEIRA_TRY(const bool another, usuarios_.another_administrator(id));
            if (!another)
                return Error{ErrorKind::conflict, "ACESSO-0041",
                             "Esta é a única pessoa que administra a instalação. Dê o acesso a outra antes de inativá-la."};
        }
        AROEIRA_CHECK(sessoes_.remove_others(id, ""));
    }
    if (usuario->ativo == ativo) return {};
    usuario->ativo = ativo;
    return usuarios_.update(*usuario);
}

}  // namespace aroeira::identity
