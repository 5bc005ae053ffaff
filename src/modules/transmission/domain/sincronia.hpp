// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "modules/transmission/domain/destino.hpp"

/// How long ago two bases had the same data.
namespace aroeira::transmission {

/// The most there may be between two synchronisations. Source: manual, 3.7.1, «um período máximo de um mês».
inline constexpr std::chrono::days kSincroniaMax{30};
/// From here on it is said, so that there is time to do something.
inline constexpr std::chrono::days kSincroniaPerto{25};

enum class Lado : std::uint8_t {
    destino,    ///< One we send to.
    remetente,  ///< One that sends to us.
};
std::string_view name_of(Lado lado);

/// One that has not synchronised for `kSincroniaPerto` or more.
struct Sincronia {
    Lado lado = Lado::destino;
    std::string nome{};   ///< "" for one that is only known by its files.
    Instant desde{};      ///< The last time; or, when there was none, of the first lote made for it.
    bool nunca = false;
    [[nodiscard]] bool atrasada(Instant now) const { return now - desde > kSincroniaMax; }
};

class SincroniaStore {
public:
    virtual ~SincroniaStore() = default;
    /// Active destinos with lotes, none of which was confirmed by it or saved to a file since an instant;
    /// the longest first, at most `limit`. Errors: `unavailable` DB-0004. Cost: the lotes of the installation.
    virtual Result<std::vector<Sincronia>> quiet_destinos(Instant before, int limit) = 0;
    /// What an installation called itself when it last announced a lote; "" when it never did.
    /// Errors: `unavailable` DB-0004.
    virtual Result<std::string> name_of_sender(std::string_view instalacao) = 0;
};

}  // namespace aroeira::transmission
