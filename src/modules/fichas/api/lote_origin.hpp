// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

#include "base/identifiers.hpp"
#include "platform/json/json.hpp"

namespace aroeira::fichas {

/// Which lote of which installation a zip is, as its comment says it: a lote carried as a file tells
/// who received it which of two versions of a ficha is newer. Other systems do not look at a comment.
struct LoteOrigin {
    std::int64_t aroeira = 1;  ///< Version of this text.
    std::string lote{};
    std::int64_t numero = 0;  ///< Of the lote in the installation that made it.
    std::string remetente{};  ///< That installation.
    std::string municipio{};
    static constexpr auto fields = std::tuple{
        json::field("aroeira", &LoteOrigin::aroeira), json::field("lote", &LoteOrigin::lote), json::field("numero", &LoteOrigin::numero),
        json::field("remetente", &LoteOrigin::remetente), json::field("municipio", &LoteOrigin::municipio)};
};

/// What to write as the comment of the zip.
std::string comment_of(const LoteOrigin& origin);
/// Nothing when the comment is another system's, of another município, or does not make sense.
std::optional<LoteOrigin> origin_in(std::string_view comment, const Ibge& municipio);

}  // namespace aroeira::fichas
