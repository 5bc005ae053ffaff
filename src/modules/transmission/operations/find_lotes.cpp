// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/find_lotes.hpp"

namespace aroeira::transmission {

Result<LotesEnviados> list_lotes(const MayManage& granted, const std::optional<Ibge>& asked, const LoteEnviadoFilter& filter,
                                 const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) { return ports.lotes.list(municipio, filter); });
}

Result<LoteComHistorico> find_lote(const MayManage& granted, const std::optional<Ibge>& asked, const LoteEnviadoId& id,
                                   const Services& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    return services.unit.read([&](Ports& ports) -> Result<LoteComHistorico> {
        AROEIRA_TRY(auto lote, ports.lotes.find(municipio, id));
        AROEIRA_TRY(auto history, ports.lotes.history(municipio, id));
        return LoteComHistorico{std::move(lote), std::move(history)};
    });
}

}  // namespace aroeira::transmission
