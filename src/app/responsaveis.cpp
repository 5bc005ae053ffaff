// SPDX-License-Identifier: Apache-2.0
#include "app/responsaveis.hpp"

#include <algorithm>
#include <set>

#include "base/text.hpp"
#include "modules/estabelecimentos/store/sql_contacts.hpp"

namespace aroeira::app {
namespace {

instalacoes::LocalProfessional professional_of(const estabelecimentos::Contact& contact) { return {contact.municipio, contact.id, contact.cpf, contact.nome}; }

/// Every word of `wanted` is in `text`.
bool has_words(std::string_view text, std::string_view wanted) {
    for (std::size_t at = 0; at < wanted.size();) {
        const auto end = std::min(wanted.find(' ', at), wanted.size());
        if (text.find(wanted.substr(at, end - at)) == text.npos) return false;
        at = end + 1;
    }
    return true;
}

bool is_it(const identity::Acesso& acesso, const Ibge& municipio) {
    return acesso.perfil == identity::perfil_padrao::administrador_municipal && acesso.municipio == municipio && !acesso.lotacao;
}

}  // namespace

Result<std::vector<instalacoes::LocalProfessional>> RegistryProfessionals::with_name(std::string_view folded, std::size_t limit) {
    std::vector<instalacoes::LocalProfessional> found;
    std::set<std::string> seen;
    AROEIRA_CHECK(estabelecimentos::each_contact(session_, [&](const estabelecimentos::Contact& contact) {
        if (has_words(text::fold(contact.nome), folded) && seen.insert(std::string(contact.cpf.text())).second) found.push_back(professional_of(contact));
        return found.size() < limit;
    }));
    return found;
}

Result<std::optional<instalacoes::LocalProfessional>> RegistryProfessionals::find(const Ibge& base, std::string_view id) {
    AROEIRA_TRY(const auto contact, estabelecimentos::find_contact(session_, base, id));
    if (!contact) return std::optional<instalacoes::LocalProfessional>();
    return std::optional(professional_of(*contact));
}

Result<std::string> IdentityAdministrators::give(const Cpf& cpf, std::string_view nome, const Ibge& municipio) {
    AROEIRA_TRY(const auto usuario, people_.ensure(cpf, nome));
    AROEIRA_TRY(const auto acessos, usuarios_.acessos_of(usuario));
    const bool has = std::any_of(acessos.begin(), acessos.end(), [&](const identity::Acesso& one) { return is_it(one, municipio); });
    if (!has)
        AROEIRA_CHECK(usuarios_.insert_acesso({.id = ids_.make<identity::Acesso>(), .usuario = usuario,
                                               .perfil = std::string(identity::perfil_padrao::administrador_municipal), .municipio = municipio, .lotacao = {}}));
    return std::string(usuario.text());
}

Result<void> IdentityAdministrators::take(std::string_view usuario, const Ibge& municipio) {
    AROEIRA_TRY(const auto id, identity::UsuarioId::parse(usuario));
    AROEIRA_TRY(const auto acessos, usuarios_.acessos_of(id));
    for (const auto& one : acessos)
        if (is_it(one, municipio)) AROEIRA_CHECK(usuarios_.inactivate_acesso(one.id));
    return {};
}

}  // namespace aroeira::app
