// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>

namespace aroeira::fichas {

/// Where a walk over what is kept stands: at a ficha, by where it came in. Empty at the beginning. Everything is walked in
/// this order, about that of arrival: what came together is kept together. Two fichas of a lote may have one position, and
/// the uuid tells them apart.
struct Parada {
    std::string lote{};
    std::int64_t posicao = -1;
    std::string uuid{};
};

}  // namespace aroeira::fichas
