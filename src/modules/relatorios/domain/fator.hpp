// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>

#include "base/result.hpp"

namespace aroeira::relatorios {

/// «Fator» of a report nobody configured: every group of the longest report, for a year.
inline constexpr std::int64_t kFatorPadrao = 240;
inline constexpr std::int64_t kFatorMaximo = 9999;

/// The groups of information chosen, times the months of the period, may not pass the fator: one number bounds how many
/// groups may be chosen and which period may be filtered.
/// Errors: `invalid_input` RELAT-0007, saying how much of either fits. Source: manual, 3.7.6.1.
Result<void> check_fator(std::int64_t fator, std::size_t grupos, std::size_t meses);

}  // namespace aroeira::relatorios
