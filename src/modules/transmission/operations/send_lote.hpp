// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/sending.hpp"

namespace aroeira::transmission {

/// A lote to one of our installations: announced, sent in parts from wherever the destino says it is,
/// confirmed by it. Each part that arrived is a commit here; after a crash it is announced again,
/// which repeats nothing. What arrived otherwise than it was announced is sent again from the
/// beginning, `kRefusalsMax` times in all.
Result<Reading> send_lote(LoteEnviado lote, const Run& run);

/// One POST per ficha to the public LEDI API of a PEC: what it answers is the verdict. A crash repeats
/// at most `kLediBlock` fichas.
/// Source: LEDI 8.7.0, online API.
Result<Reading> send_fichas(LoteEnviado lote, const Run& run);

inline constexpr int kRefusalsMax = 3;
inline constexpr int kLediBlock = 20;
/// The most that one request carries. Source: the protocol of arrivals.
inline constexpr std::int64_t kPartBytesMax = std::int64_t{8} << 20;

}  // namespace aroeira::transmission
