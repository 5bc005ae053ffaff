// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>

#include "modules/transmission/operations/arrival_services.hpp"

namespace aroeira::transmission {

inline constexpr std::size_t kVereditosMax = 1000;  ///< In one question.

/// What this installation says of fichas another sent, each named by its uuid and its bytes. Whatever
/// way they came, and as things stand now: after a reprocessing the answer may be another.
/// Errors: `invalid_input` TRANS-0024 when more than kVereditosMax are asked; `forbidden` ACESSO-0005;
///         `invalid_input` ACESSO-0006; `unavailable` DB-0004.
/// Cost: one statement per hundred fichas.
Result<std::vector<fichas::FichaVerdict>> tell_vereditos(const MayReceive& granted, const std::optional<Ibge>& asked,
                                                         std::span<const fichas::SentFicha> fichas, const ArrivalServices& services);

}  // namespace aroeira::transmission
