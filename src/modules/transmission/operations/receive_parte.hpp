// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/find_chegada.hpp"

namespace aroeira::transmission {

/// A piece of a lote's file.
struct Parte {
    std::string_view from{};   ///< Where in the file it begins, as written in the address.
    std::string_view bytes{};
};

/// Keeps the next part of an announced lote, in one commit. With the part that completes it, in the
/// same commit: its SHA-256 and its structure are proven, and it becomes a received lote that waits
/// for its hours. When this says `confirmado`, the lote cannot be lost any more.
///
/// A lote whose content is refused is forgotten with its parts, and that is recorded.
/// Errors: `not_found` TRANS-0025; `conflict` TRANS-0022 when the part is not the next one; `invalid_input`
///         TRANS-0028 when its size or place cannot be; `invalid_input` TRANS-0023 when the whole is not
///         what was announced; ZIP-…, RECEB-0010 or RECEB-0014 when it is no lote; `forbidden` ACESSO-0005;
///         `invalid_input` ACESSO-0006; `unavailable` DB-0004.
/// Cost: the last part reads the whole lote into memory.
Result<ChegadaState> receive_parte(const MayReceive& granted, const std::optional<Ibge>& asked, const fichas::LoteId& lote, const Parte& parte,
                                   const ArrivalServices& services);

}  // namespace aroeira::transmission
