// SPDX-License-Identifier: Apache-2.0
#include "modules/copias/operations/find_copias.hpp"

namespace aroeira::copias {
namespace {

constexpr std::int64_t kPage = 30;

}  // namespace

Result<Page> find_copias(const MayCopy&, std::int64_t page, const Services& services) {
    return services.unit.read([&](Ports& ports) -> Result<Page> {
        Page found;
        AROEIRA_TRY(found.copias, ports.copias.list(kPage, page * kPage));
        found.more = found.copias.size() > static_cast<std::size_t>(kPage);
        if (found.more) found.copias.pop_back();
        return found;
    });
}

Result<Overview> look_at_copias(const MayCopy&, const Services& services) {
    return services.unit.read([&](Ports& ports) -> Result<Overview> {
        Overview seen;
        AROEIRA_TRY(seen.agenda, ports.copias.agenda());
        AROEIRA_TRY(seen.last, ports.copias.last_scheduled());
        seen.standing = standing_of(seen.agenda, seen.last, services.clock.now());
        return seen;
    });
}

}  // namespace aroeira::copias
