// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/domain/password_age.hpp"

#include <doctest/doctest.h>

using namespace aroeira;
using namespace aroeira::identity;
using namespace std::chrono;

namespace {

Instant at(int year, unsigned month, unsigned day, int hour = 10) { return sys_days(std::chrono::year(year) / month / day) + hours(hour); }

Usuario chosen(std::optional<Instant> when, std::int64_t redefinicao = 0) {
    Usuario usuario{.id = UsuarioId::parse("01900000-0000-7000-8000-000000000000").value(), .cpf = Cpf::parse("52998224725").value()};
    usuario.senha_desde = when;
    usuario.redefinicao = redefinicao;
    return usuario;
}

}  // namespace

TEST_CASE("[S2-051] a password is too old after 1 to 6 calendar months, to the hour, and never when the installation says so") {
    for (int months = 1; months <= 6; ++months) {
        CAPTURE(months);
        const SecurityPolicy policy{.password_months = months};
        const auto since = at(2026, 1, 15);
        const auto end = at(2026, 1U + static_cast<unsigned>(months), 15);
        CHECK_FALSE(must_redefine(chosen(since), policy, end - milliseconds(1)));
        CHECK(must_redefine(chosen(since), policy, end));
    }
    CHECK_FALSE(must_redefine(chosen(at(2000, 1, 1)), {.password_months = std::nullopt}, at(2026, 1, 1)));
    CHECK(SecurityPolicy{}.password_months == 6);
}

TEST_CASE("a month that has no such day ends on its last") {
    CHECK(months_after(at(2026, 8, 31), 6) == at(2027, 2, 28));
    CHECK(months_after(at(2027, 8, 31), 6) == at(2028, 2, 29));
    CHECK(months_after(at(2026, 12, 31), 2) == at(2027, 2, 28));
    CHECK(months_after(at(2026, 11, 30), 1) == at(2026, 12, 30));
}

TEST_CASE("a password of nobody knows when, or of a day a wrong clock put in the future, counts from now") {
    const SecurityPolicy policy{.password_months = 1};
    const auto now = at(2026, 6, 1);
    CHECK_FALSE(must_redefine(chosen(std::nullopt), policy, now));
    CHECK(counted_since(chosen(std::nullopt), now) == now);
    CHECK_FALSE(must_redefine(chosen(at(2036, 1, 1)), policy, now));
    CHECK(counted_since(chosen(at(2036, 1, 1)), now) == now);
    CHECK(counted_since(chosen(at(2026, 5, 1)), now) == at(2026, 5, 1));
}

TEST_CASE("[S2-059] who chose before the last request to redefine must choose again, whatever the clock says") {
    const SecurityPolicy policy{.password_months = std::nullopt, .redefinition = 2};
    for (const auto now : {at(1999, 1, 1), at(2026, 6, 1), at(2050, 1, 1)}) {
        CHECK(must_redefine(chosen(now, 1), policy, now));
        CHECK_FALSE(must_redefine(chosen(now, 2), policy, now));
    }
}
