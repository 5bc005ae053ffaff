// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "modules/fichas/api/parada.hpp"

namespace aroeira::fichas {

/// One version of a kept ficha.
struct FichaKey {
    std::string uuid{};
    std::int64_t versao = 0;
    friend auto operator<=>(const FichaKey&, const FichaKey&) = default;
};

/// A valid ficha and its place in the lote it came in.
struct FichaNoLote {
    FichaKey key{};
    std::string lote{};
    std::int64_t posicao = 0;
    [[nodiscard]] Parada place() const { return {lote, posicao, key.uuid}; }
};

/// The current valid fichas of a município, for who sends them on.
class ValidFichas {
public:
    virtual ~ValidFichas() = default;
    /// Errors of every method: `unavailable` DB-0004; others where said.

    /// The received lotes that valid fichas entered, or in which some became valid, since the last time
    /// this was asked: who asks must remember them in the same transaction.
    /// Cost: one statement; nothing of what was told before is looked at.
    virtual Result<std::vector<std::string>> take_news(const Ibge& municipio) = 0;
    /// Those of a received lote from a position on, by ascending position. Cost: one statement; no content is read.
    virtual Result<std::vector<FichaNoLote>> of_lote(const Ibge& municipio, std::string_view lote, std::int64_t from_posicao) = 0;
    /// At most `limit`, by ascending place, after `after` ({} for the first). Cost: one statement; no content is read.
    virtual Result<std::vector<FichaNoLote>> after(const Ibge& municipio, const Parada& after, int limit) = 0;
    /// The bytes of each as they were received, in the format they came in, in the same order.
    /// Errors: `not_found` RECEB-0002 when one is not current any more.
    /// Cost: one statement per hundred fichas.
    virtual Result<std::vector<std::string>> contents_of(const Ibge& municipio, std::span<const FichaKey> fichas) = 0;
};

}  // namespace aroeira::fichas
