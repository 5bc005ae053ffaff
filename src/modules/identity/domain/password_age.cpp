// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/domain/password_age.hpp"

namespace aroeira::identity {

Instant months_after(Instant from, int months) {
    const auto day = std::chrono::floor<std::chrono::days>(from);
    std::chrono::year_month_day date = std::chrono::year_month_day(day) + std::chrono::months(months);
    if (!date.ok()) date = date.year() / date.month() / std::chrono::last;
    return std::chrono::sys_days(date) + (from - day);
}

Instant counted_since(const Usuario& usuario, Instant now) {
    return usuario.senha_desde && *usuario.senha_desde <= now ? *usuario.senha_desde : now;
}

bool must_redefine(const Usuario& usuario, const SecurityPolicy& policy, Instant now) {
    if (usuario.redefinicao < policy.redefinition) return true;
    return policy.password_months && now >= months_after(counted_since(usuario, now), *policy.password_months);
}

}  // namespace aroeira::identity
