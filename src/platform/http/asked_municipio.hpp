// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string_view>

#include "base/identifiers.hpp"
#include "platform/http/http.hpp"

/// The município a request names. Only who works on several has to; his permission decides whether he may.
namespace aroeira::http {

inline const Parameter kMunicipioParameter{"municipio", "Código IBGE; só para quem pode mais de um município."};

/// Nothing where it is absent or empty. Errors: `invalid_input` IDENT-0006.
inline Result<std::optional<Ibge>> asked_municipio(std::optional<std::string_view> text) {
    if (!text || text->empty()) return std::optional<Ibge>();
    AROEIRA_TRY(const auto ibge, Ibge::parse(*text));
    return std::optional(ibge);
}
/// That of `kMunicipioParameter`. Errors: as above.
inline Result<std::optional<Ibge>> asked_municipio(const Request& request) { return asked_municipio(request.query_value("municipio")); }

}  // namespace aroeira::http
