// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/reach.hpp"

#include <algorithm>

namespace aroeira::estabelecimentos {
namespace {

Error out_of_reach() {
    return {ErrorKind::forbidden, "PROF-0007", "Seu acesso alcança só a sua unidade de saúde. Peça ao administrador municipal."};
}

bool has(const std::vector<std::string>& units, std::string_view cnes) { return std::find(units.begin(), units.end(), cnes) != units.end(); }

}  // namespace

Result<std::optional<std::vector<std::string>>> units_of(const identity::Actor& actor, const Ibge& municipio, Ports& ports) {
    AROEIRA_TRY(const auto lotacoes, ports.people.lotacoes_of(actor));
    if (!lotacoes) return std::optional<std::vector<std::string>>();
    std::vector<std::string> units;
    for (const auto& id : *lotacoes) {
        AROEIRA_TRY(const auto own, ports.lotacoes.find(municipio, id));
        if (own && own->lotacao.ativa) units.push_back(own->lotacao.dados.cnes);
    }
    return std::optional(std::move(units));
}

Result<void> require_reach(const identity::Actor& actor, const Ibge& municipio, std::string_view profissional, Ports& ports) {
    AROEIRA_TRY(const auto units, units_of(actor, municipio, ports));
    if (!units) return {};
    AROEIRA_TRY(const auto lotacoes, ports.lotacoes.of(municipio, profissional));
    if (std::any_of(lotacoes.begin(), lotacoes.end(), [&](const auto& one) { return has(*units, one.lotacao.dados.cnes); })) return {};
    return out_of_reach();
}

Result<void> require_unit(const identity::Actor& actor, const Ibge& municipio, std::string_view cnes, Ports& ports) {
    AROEIRA_TRY(const auto units, units_of(actor, municipio, ports));
    if (!units || has(*units, cnes)) return {};
    return out_of_reach();
}

}  // namespace aroeira::estabelecimentos
