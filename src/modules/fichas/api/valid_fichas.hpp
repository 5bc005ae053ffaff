// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"

namespace aroeira::fichas {

/// One version of a kept ficha.
struct FichaKey {
    std::string uuid{};
    std::int64_t versao = 0;
    friend auto operator<=>(const FichaKey&, const FichaKey&) = default;
};

/// The current valid fichas of a município, for who sends them on.
class ValidFichas {
public:
    virtual ~ValidFichas() = default;
    /// At most `limit`, by ascending uuid, after `after_uuid`. Errors: `unavailable` DB-0004.
    /// Cost: one statement; no content is read.
    virtual Result<std::vector<FichaKey>> after(const Ibge& municipio, std::string_view after_uuid, int limit) = 0;
    /// The bytes as they were received, in the format they came in.
    /// Errors: `not_found` RECEB-0002; `unavailable` DB-0004.
    virtual Result<std::string> content_of(const Ibge& municipio, const FichaKey& ficha) = 0;
};

}  // namespace aroeira::fichas
