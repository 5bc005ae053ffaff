// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/perfil_book.hpp"

#include <mutex>

#include "modules/identity/domain/permission_source.hpp"

namespace aroeira::identity {
namespace {

/// Of installations that gather a state; beyond it the book begins anew.
constexpr std::size_t kPerfisMax = 20'000;

std::string key_of(const Perfil& perfil) {
    return (perfil.municipio ? std::string(perfil.municipio->text()) : std::string()) + "/" + perfil.id;
}

}  // namespace

std::optional<PermissionSet> PerfilBook::find(const Perfil& perfil) const {
    const std::shared_lock lock(mutex_);
    const auto found = known_.find(key_of(perfil));
    if (found == known_.end() || found->second.versao != perfil.versao || found->second.as_shipped != perfil.as_shipped())
        return std::nullopt;
    return found->second.permissions;
}

void PerfilBook::keep(const Perfil& perfil, PermissionSet permissions) {
    const std::unique_lock lock(mutex_);
    if (known_.size() >= kPerfisMax) known_.clear();
    known_.insert_or_assign(key_of(perfil), Known{perfil.versao, perfil.as_shipped(), permissions});
}

Result<PermissionSet> permissions_of(const Perfil& perfil, PerfilStore& perfis, PerfilBook& book) {
    if (const auto known = book.find(perfil)) return *known;
    PermissionSet permissions;
    if (perfil.as_shipped()) {
        permissions = permissions_given_by(recursos_padrao(perfil.id));
    } else {
        AROEIRA_TRY(const auto kept, perfis.recursos(perfil));
        RecursoSet active;
        for (const auto& recurso : kept)
            if (recurso.ativo) active.insert(recurso.caminho);
        permissions = permissions_given_by(active);
    }
    book.keep(perfil, permissions);
    return permissions;
}

}  // namespace aroeira::identity
