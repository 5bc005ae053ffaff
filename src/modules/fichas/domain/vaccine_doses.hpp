// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/ficha.hpp"
#include "modules/fichas/api/vaccine_use.hpp"

namespace aroeira::fichas {

/// Whether a dose of the ficha, given now or copied, names the lote. False for a ficha that is no vacinação.
bool names_lote(const Ficha& ficha, const GivenLote& lote);

}  // namespace aroeira::fichas
