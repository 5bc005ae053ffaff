// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/sweep_chegadas.hpp"

namespace aroeira::transmission {
namespace {

constexpr int kAtOnce = 10;  // each may hold half a gigabyte

}  // namespace

Result<void> sweep_chegadas(const ArrivalServices& services) {
    const auto before = services.clock.now() - services.limits.kept;
    const auto abandoned = [&](ArrivalPorts& ports) { return ports.chegadas.abandoned(before, kAtOnce); };
    AROEIRA_TRY(const auto any, services.unit.read(abandoned));
    if (any.empty()) return {};
    return services.unit.write([&](ArrivalPorts& ports) -> Result<void> {
        AROEIRA_TRY(const auto keys, abandoned(ports));
        for (const auto& [municipio, lote] : keys) {
            AROEIRA_CHECK(ports.lotes.drop_parts(municipio, lote));
            AROEIRA_CHECK(ports.chegadas.remove(municipio, lote));
        }
        return {};
    });
}

}  // namespace aroeira::transmission
