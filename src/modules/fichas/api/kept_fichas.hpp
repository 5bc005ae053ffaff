// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/identifiers.hpp"
#include "modules/fichas/api/parada.hpp"

namespace aroeira::fichas {

/// A ficha as it was received, the newest version.
struct KeptFicha {
    std::string uuid{};
    std::int64_t versao = 0;
    std::int64_t posicao = 0;  ///< In its lote.
    std::string conteudo{};
};

/// The newest lote of an installation that sends to this one.
struct Remessa {
    std::string remetente{};  ///< Uuid of the installation.
    Instant em{};
};

/// Everything current that is kept of a município or of one establishment, valid or not: for who gives
/// it back to the base it came from.
class KeptFichas {
public:
    virtual ~KeptFichas() = default;
    /// Errors of every method: `unavailable` DB-0004.

    /// Installations whose newest lote came before an instant, over the network or as a file that says
    /// whose it is; the longest quiet first, at most `limit`. Cost: an index of one entry per lote.
    virtual Result<std::vector<Remessa>> quiet_since(Instant before, int limit) = 0;

    /// The next ones of a walk, by lote and position, at most `limit`, and where it stands then; none at
    /// the end. `cnes`: "" for all. Cost: the fichas given and the lotes they are in, by index.
    virtual Result<std::vector<KeptFicha>> next(const Ibge& municipio, std::string_view cnes, Parada& at, int limit) = 0;
};

}  // namespace aroeira::fichas
