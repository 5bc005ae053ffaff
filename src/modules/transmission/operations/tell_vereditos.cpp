// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/tell_vereditos.hpp"

namespace aroeira::transmission {

Result<std::vector<fichas::FichaVerdict>> tell_vereditos(const MayReceive& granted, const std::optional<Ibge>& asked,
                                                         std::span<const fichas::SentFicha> fichas, const ArrivalServices& services) {
    AROEIRA_TRY(const auto municipio, granted.municipio(asked));
    if (fichas.size() > kVereditosMax)
        return Error{ErrorKind::invalid_input, "TRANS-0024", "Pergunte por no máximo " + std::to_string(kVereditosMax) + " fichas de cada vez.",
                     {{"TRANS-0024", "fichas", "Fichas demais em uma pergunta.", "Divida a pergunta."}}};
    return services.unit.read([&](ArrivalPorts& ports) { return ports.vereditos.of(municipio, fichas); });
}

}  // namespace aroeira::transmission
