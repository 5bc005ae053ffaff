// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/sending.hpp"

namespace aroeira::transmission {

/// Asks the destino what became of the fichas of a lote it confirmed, a thousand at a time, and says
/// when to ask next: after a growing pause while it has not processed the lote; once a day, for
/// `kAskedFor` after it was sent, while some are rejeitadas, because the registry of the destino may
/// grow; never again when all are aceitas. A lote that the destino confirmed and knows no longer, nor
/// any ficha of it, is sent again.
Result<Reading> ask_vereditos(const Pergunta& pergunta, const Run& run);

/// The pause before the question number `asked`, from 0: doubles from two seconds to an hour.
std::chrono::milliseconds pause_before(int asked);

inline constexpr std::size_t kVereditosBlock = 1000;
inline constexpr std::chrono::days kAskedFor{90};

}  // namespace aroeira::transmission
