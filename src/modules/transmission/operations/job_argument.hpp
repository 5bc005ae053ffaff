// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "platform/json/json.hpp"

namespace aroeira::transmission {

/// What the job that makes lotes is told.
struct GenerateArgument {
    std::string municipio{};
    std::string ator{};  ///< Actor::key of who asked.
    static constexpr auto fields = std::tuple{json::field("municipio", &GenerateArgument::municipio), json::field("ator", &GenerateArgument::ator)};
};

/// What the job that sends is told.
struct SendArgument {
    std::string destino{};
    static constexpr auto fields = std::tuple{json::field("destino", &SendArgument::destino)};
};

}  // namespace aroeira::transmission
