// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/domain/reach.hpp"

namespace aroeira::identity {

std::optional<std::vector<std::string>> lotacoes_of(const Actor& actor, const std::vector<Acesso>& acessos) {
    if (actor.kind != Actor::Kind::person || !actor.municipio) return std::nullopt;
    std::vector<std::string> lotacoes;
    for (const auto& one : acessos) {
        if (one.municipio != actor.municipio || one.described.nome != actor.perfil) continue;
        if (!one.lotacao) return std::nullopt;
        lotacoes.push_back(*one.lotacao);
    }
    return lotacoes;
}

}  // namespace aroeira::identity
