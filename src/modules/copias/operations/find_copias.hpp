// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/copias/operations/services.hpp"

namespace aroeira::copias {

struct Page {
    std::vector<Copia> copias{};
    bool more = false;
};
/// Thirty at a time, the newest first. Errors: `unavailable` DB-0004.
Result<Page> find_copias(const MayCopy& granted, std::int64_t page, const Services& services);

struct Overview {
    Standing standing = Standing::sem_agenda;
    std::optional<Agenda> agenda{};
    std::optional<Copia> last{};  ///< The newest scheduled one.
};
/// Errors: `unavailable` DB-0004. Source: SISAB, perguntas frequentes: the national base is no copy.
Result<Overview> look_at_copias(const MayCopy& granted, const Services& services);

}  // namespace aroeira::copias
