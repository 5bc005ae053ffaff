// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/find_sincronia.hpp"

#include <algorithm>

namespace aroeira::transmission {

Result<std::vector<Sincronia>> find_sincronia(const MayManage&, const Services& services) {
    const auto before = services.clock.now() - kSincroniaPerto;
    return services.unit.read([&](Ports& ports) -> Result<std::vector<Sincronia>> {
        AROEIRA_TRY(auto all, ports.sincronia.quiet_destinos(before, kSincroniasMax));
        AROEIRA_TRY(const auto senders, ports.kept.quiet_since(before, kSincroniasMax));
        for (const auto& one : senders) {
            AROEIRA_TRY(auto nome, ports.sincronia.name_of_sender(one.remetente));
            all.push_back({.lado = Lado::remetente, .nome = std::move(nome), .desde = one.em});
        }
        std::stable_sort(all.begin(), all.end(), [](const Sincronia& a, const Sincronia& b) { return a.desde < b.desde; });
        return all;
    });
}

}  // namespace aroeira::transmission
