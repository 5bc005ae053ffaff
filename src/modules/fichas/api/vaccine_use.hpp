// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>

#include "base/clock.hpp"
#include "base/identifiers.hpp"

namespace aroeira::fichas {

/// A lote of a vaccine, as a dose names it.
struct GivenLote {
    std::int64_t imunobiologico = 0;
    std::string lote{};
    std::string fabricante{};  ///< Number of the RNDS. A dose of before 8.4.0 names its maker by words: then any.
};

/// Whether the doses kept here name a lote.
class VaccineUse {
public:
    virtual ~VaccineUse() = default;
    /// Of the current fichas of vacinação of the município, received at or after `since` (all of them without it), also
    /// those a rule refused. The lote is compared without case. Errors: `unavailable` DB-0004.
    /// Cost: reads every such ficha until the first that does; decodes only those whose bytes have the lote.
    virtual Result<bool> names(const Ibge& municipio, const GivenLote& lote, const std::optional<Instant>& since) = 0;
};

}  // namespace aroeira::fichas
