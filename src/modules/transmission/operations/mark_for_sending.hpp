// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/operations/services.hpp"

namespace aroeira::transmission {

/// «Marcar o lote para início do envio automático»: it leaves at once, whatever the hour, and those of
/// its município and destino that come before it leave first. What the destino failed, and the hour it
/// gave, are forgotten; a lote that was parado is tried again from the beginning.
/// Errors: `conflict` TRANS-0030 when it was sent, TRANS-0031 when its destino is not sent to over the
///         network; `not_found` TRANS-0001; `forbidden` ACESSO-0005; `invalid_input` ACESSO-0006;
///         `unavailable` DB-0004.
/// Source: manual, 3.7.3.2.
Result<LoteEnviado> mark_for_sending(const MayManage& granted, const std::optional<Ibge>& asked, const LoteEnviadoId& id,
                                     const Services& services);

}  // namespace aroeira::transmission
