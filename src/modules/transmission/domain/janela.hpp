// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "base/local_time.hpp"  // IWYU pragma: export
#include "modules/transmission/domain/destino.hpp"

/// When a destino may be sent to: arithmetic of a daily window in the zone of a município.
namespace aroeira::transmission {

/// The installation's window, six hours from its «Horário de geração de lotes e processamento de fichas».
/// Source: manual, 3.7.3.2 (between 0h and 6h).
Janela window_from(int from_minutes);

/// Whether `now` is inside; one that ends where it begins is the whole day. Unit: `utc_offset_minutes` is added to UTC.
bool is_open(const Janela& janela, Instant now, int utc_offset_minutes);

/// The first instant not before `now` at which it is open: `now` itself when it is.
Instant open_from(const Janela& janela, Instant now, int utc_offset_minutes);

}  // namespace aroeira::transmission
