// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>

#include "modules/transmission/domain/janela.hpp"
#include "modules/transmission/operations/services.hpp"

namespace aroeira::transmission {

/// The hours of this installation and the zone of each of its municípios, as they are when read.
class Hours {
public:
    /// Errors: `unavailable` DB-0004.
    static Result<Hours> read(Ports& ports);

    /// When what goes to a destino may leave: its own window or the installation's, in the zone of the município.
    [[nodiscard]] Instant open_from(const std::optional<Janela>& own, const Ibge& municipio, Instant now) const;
    /// The next time the window opens where the installation is.
    [[nodiscard]] Instant next_opening(const std::optional<Janela>& own, Instant now) const;
    /// The next «Horário de geração de lotes», where the installation is.
    [[nodiscard]] Instant next_routine(Instant now) const;

private:
    std::map<Ibge, int> offsets_{};
    int home_offset_ = -180;  ///< Brasília's, while there is no município.
    int start_minutes_ = 0;
};

}  // namespace aroeira::transmission
