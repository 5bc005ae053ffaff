// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "modules/fichas/domain/recebimento.hpp"
#include "platform/json/json.hpp"

namespace aroeira::fichas {

/// What a job of recebimento is told.
struct LoteArgument {
    std::string municipio{};
    std::string lote{};
    static constexpr auto fields = std::tuple{json::field("municipio", &LoteArgument::municipio),
                                              json::field("lote", &LoteArgument::lote)};
};

struct MunicipioArgument {
    std::string municipio{};
    static constexpr auto fields = std::tuple{json::field("municipio", &MunicipioArgument::municipio)};
};

}  // namespace aroeira::fichas
