// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <string>

#include "modules/fichas/operations/ports.hpp"
#include "modules/identity/api/granted.hpp"

namespace aroeira::fichas {

/// What the report is asked for, as the screen says it: local dates, both included.
struct ReportRequest {
    std::optional<Ibge> municipio{};
    std::string inicio{};              ///< AAAA-MM-DD; may be empty when a lote is given.
    std::string fim{};                 ///< AAAA-MM-DD.
    std::optional<LoteId> lote{};
    std::string responsavel{};
    std::optional<Canal> canal{};
};

/// The CSV of inconsistencies: one line per broken rule, with where the ficha came from, the field,
/// the cause and how to correct it.
///
/// Errors: `invalid_input` RECEB-0020 (a date is missing or not a date), RECEB-0021 (the end before
///         the beginning, or more than 366 days); `not_found` of `find_lote`; `forbidden` ACESSO-0005;
///         `unavailable` from the store.
/// Cost: one pass over the inconsistent fichas of the period.
/// Source: manual, 3.7.3.3.1 and 3.7.3.3.3.
Result<std::string> inconsistency_report(const identity::Granted<identity::Permission::fichas_ver>& granted,
                                         const ReportRequest& request, const Services& services);

}  // namespace aroeira::fichas
