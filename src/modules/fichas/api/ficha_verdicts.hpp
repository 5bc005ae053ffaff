// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "modules/fichas/api/findings.hpp"

namespace aroeira::fichas {

/// A ficha somebody sent: which one, and which bytes of it.
struct SentFicha {
    std::string uuid{};
    std::string sha256{};  ///< 32 bytes.
};

enum class Veredito : std::uint8_t {
    aceita,
    rejeitada,     ///< A rule refuses it, or it cannot be read.
    desconhecida,  ///< Not here, or not processed yet.
};
inline constexpr std::array kVereditos{Veredito::aceita, Veredito::rejeitada, Veredito::desconhecida};
std::string_view name_of(Veredito veredito);

struct FichaVerdict {
    Veredito veredito = Veredito::desconhecida;
    Findings achados{};
};

/// What this installation says of fichas it received, by any way and in any lote.
class FichaVerdicts {
public:
    virtual ~FichaVerdicts() = default;
    /// In the order asked. Of the very bytes that were sent, whether they are the current version or not.
    /// Errors: `unavailable` DB-0004. Cost: one statement per hundred fichas, one more for those not found.
    virtual Result<std::vector<FichaVerdict>> of(const Ibge& municipio, std::span<const SentFicha> fichas) = 0;
};

}  // namespace aroeira::fichas
