// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>

#include "modules/fichas/operations/ports.hpp"

namespace aroeira::fichas {

/// Told how far a long work is; an Error ends it.
using OnProgress = std::function<Result<void>(std::string_view stage, std::int64_t done, std::int64_t total)>;

/// How many valid fichas of the município `evaluator` would refuse: what a registry that is to come
/// would do to them. Nothing is written.
/// Errors: `unavailable` from the store; whatever `on_progress` answers.
/// Cost: every valid ficha is read and judged once, in blocks.
Result<std::int64_t> count_invalidated(const Ibge& municipio, Evaluator& evaluator, const Services& services, const OnProgress& on_progress);

}  // namespace aroeira::fichas
