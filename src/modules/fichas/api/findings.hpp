// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "platform/json/json.hpp"

namespace aroeira::fichas {

/// One broken rule as it is kept with a ficha and shown to people.
struct Finding {
    std::string regra{};
    std::string campo{};
    std::string mensagem{};
    std::string correcao{};
    static constexpr auto fields = std::tuple{
        json::field("regra", &Finding::regra), json::field("campo", &Finding::campo),
        json::field("mensagem", &Finding::mensagem), json::field("correcao", &Finding::correcao, "Como corrigir.")};
};

struct Findings {
    std::vector<Finding> erros{};
    std::vector<Finding> avisos{};
    static constexpr auto fields = std::tuple{json::field("erros", &Findings::erros), json::field("avisos", &Findings::avisos)};
};

inline Result<Findings> parse_findings(std::string_view kept) {
    if (kept.empty()) return Findings{};
    return json::parse<Findings>(kept);
}

}  // namespace aroeira::fichas
