// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "modules/imunobiologicos/operations/list_lotes.hpp"
#include "modules/imunobiologicos/operations/manage_lotes.hpp"
#include "modules/imunobiologicos/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::imunobiologicos;
using namespace aroeira::imunobiologicos::testing;

namespace {

LoteForm form(std::string lote = "ABC-123/4.5", std::string validade = "2027-03-31") { return {24, std::move(lote), "47619", std::move(validade)}; }

std::vector<std::string> listed(World& world, const LoteFilter& filter = {}) {
    std::vector<std::string> all;
    for (const auto& one : test::must(list_lotes(world.rita(), filter, world.services)).page.items) all.push_back(one.lote);
    return all;
}

std::vector<std::string> offered(World& world, std::string day = "") {
    std::vector<std::string> all;
    for (const auto& one : test::must(lotes_for_dose(world.rita(), 24, std::move(day), world.services))) all.push_back(one.lote);
    return all;
}

std::string field_of(const LoteForm& said) {
    const auto done = checked(said);
    if (done) return "ok";
    return done.error().fields.size() == 1 ? done.error().fields[0].field : "?";
}

}  // namespace

TEST_CASE("[S2-334] [S2-335] [S2-336] [S2-337] a lote has a vaccine and a maker of the tables, what is written on it and a day that exists") {
    CHECK(field_of(form()) == "ok");
    CHECK(checked(form("  AB1 "))->lote == "AB1");
    for (const std::string& lote : {std::string(), std::string("   "), std::string("A B"), std::string("lóte"), std::string("<b>x</b>"), std::string("a'b"), std::string(31, 'x'), std::string("A\nB")})
        CHECK(field_of(form(lote)) == "lote");
    for (const auto* day : {"", "2027-02-29", "2027-13-01", "31/03/2027", "2027-3-31", "2027-03-31T00:00", "1999-12-31", "2100-01-01", "0000-00-00", "20a7-03-31"}) CHECK(field_of(form("A", day)) == "validade");
    CHECK(field_of(form("A", "2028-02-29")) == "ok");
    for (const std::int64_t vaccine : {0, -1, 999'999}) CHECK(field_of({vaccine, "A", "47619", "2027-03-31"}) == "imunobiologico");
    for (const auto* maker : {"", "0", "47619 ", "x"}) CHECK(field_of({24, "A", maker, "2027-03-31"}) == "fabricante");
}

TEST_CASE("[S2-332] [S2-338] [S2-340] an added lote is in the list of its município, once, whatever the case of its letters") {
    for_each_world([](World& world) {
        CHECK(listed(world).empty());
        test::must(add_lote(world.rita(), form(), world.services));
        CHECK(listed(world) == std::vector<std::string>{"ABC-123/4.5"});
        CHECK(code_of_failure(add_lote(world.rita(), form("abc-123/4.5"), world.services)) == "IMUNO-0001");
        test::must(add_lote(world.of(belem()), form(), world.services));
        CHECK(listed(world).size() == 1);
        auto other_maker = form();
        other_maker.fabricante = "10534";
        test::must(add_lote(world.rita(), other_maker, world.services));
        CHECK(listed(world).size() == 2);
        CHECK(listed(world, {.lote = "c-123"}).size() == 2);
        CHECK(listed(world, {.lote = "%"}).empty());
        CHECK(listed(world, {.imunobiologico = 24}).size() == 2);
        CHECK(listed(world, {.imunobiologico = 25}).empty());
        CHECK(listed(world, {.offset = 1, .limit = 30}).size() == 1);
        CHECK(world.events.size() == 3);
        CHECK(world.events[0].entity == "lote_imunobiologico");
    });
}

TEST_CASE("[S2-339] a dose is offered the active lotes that are good on its day in the município, those that end first before the others") {
    for_each_world([](World& world) {
        const auto soon = test::must(add_lote(world.rita(), form("LOGO", "2026-09-21"), world.services));
        test::must(add_lote(world.rita(), form("DEPOIS", "2027-01-01"), world.services));
        test::must(add_lote(world.rita(), form("FOI", "2026-09-20"), world.services));
        CHECK(offered(world) == std::vector<std::string>{"LOGO", "DEPOIS"});
        CHECK(offered(world, "2026-09-20") == std::vector<std::string>{"FOI", "LOGO", "DEPOIS"});
        CHECK(offered(world, "2026-12-31") == std::vector<std::string>{"DEPOIS"});
        CHECK(code_of_failure(lotes_for_dose(world.rita(), 24, "ontem", world.services)) == "IMUNO-0002");
        // Until the end of the day in the município, which is three hours after the one of UTC.
        world.clock.set(from_ms(1'790'046'000'000));  // 2026-09-22 00:00 in Aracaju
        CHECK(offered(world) == std::vector<std::string>{"DEPOIS"});
        world.clock.set(from_ms(1'790'046'000'000 - 1));
        CHECK(offered(world) == std::vector<std::string>{"LOGO", "DEPOIS"});
        test::must(set_ativo(world.rita(), soon.id, false, soon.versao, world.services));
        CHECK(offered(world) == std::vector<std::string>{"DEPOIS"});
        CHECK(test::must(lotes_for_dose(world.rita(), 25, "", world.services)).empty());
        CHECK(test::must(lotes_for_dose(world.of(belem()), 24, "", world.services)).empty());
    });
}

TEST_CASE("[S2-341] [S2-342] a lote is edited, inactivated, activated and deleted; the second of two is told") {
    for_each_world([](World& world) {
        auto lote = test::must(add_lote(world.rita(), form(), world.services));
        lote = test::must(edit_lote(world.rita(), lote.id, form("XYZ", "2028-01-01"), 1, world.services));
        CHECK(lote.versao == 2);
        CHECK(code_of_failure(edit_lote(world.rita(), lote.id, form("OUTRO"), 1, world.services)) == "IMUNO-0004");
        CHECK(code_of_failure(set_ativo(world.rita(), lote.id, false, 1, world.services)) == "IMUNO-0004");
        CHECK(code_of_failure(remove_lote(world.rita(), lote.id, 1, world.services)) == "IMUNO-0004");
        lote = test::must(set_ativo(world.rita(), lote.id, false, 2, world.services));
        CHECK(listed(world).empty());
        CHECK(listed(world, {.inativos = true}) == std::vector<std::string>{"XYZ"});
        // Edited, it stays inactive.
        lote = test::must(edit_lote(world.rita(), lote.id, form("XYZ", "2028-02-01"), 3, world.services));
        CHECK_FALSE(lote.ativo);
        lote = test::must(set_ativo(world.rita(), lote.id, true, 4, world.services));
        CHECK(listed(world) == std::vector<std::string>{"XYZ"});
        test::must(add_lote(world.rita(), form("AAA"), world.services));
        CHECK(code_of_failure(edit_lote(world.rita(), lote.id, form("aaa"), 5, world.services)) == "IMUNO-0001");
        for (const auto& act : {code_of_failure(edit_lote(world.of(belem()), lote.id, form(), 5, world.services)), code_of_failure(set_ativo(world.of(belem()), lote.id, false, 5, world.services)),
                                code_of_failure(remove_lote(world.of(belem()), lote.id, 5, world.services))})
            CHECK(act == "IMUNO-0003");
        test::must(remove_lote(world.rita(), lote.id, 5, world.services));
        CHECK(code_of_failure(remove_lote(world.rita(), lote.id, 5, world.services)) == "IMUNO-0003");
        CHECK(listed(world) == std::vector<std::string>{"AAA"});
    });
}

TEST_CASE("[S2-343] a lote that a ficha names is never deleted nor made another; its validade changes, and it is inactivated") {
    for_each_world([](World& world) {
        auto lote = test::must(add_lote(world.rita(), form("USADO"), world.services));
        world.use.used_lote = "USADO";
        const auto refused = remove_lote(world.rita(), lote.id, 1, world.services);
        CHECK(code_of_failure(refused) == "IMUNO-0005");
        CHECK(refused.error().message.find("já está vinculado a um registro de aplicação de vacina") != std::string::npos);
        CHECK(code_of_failure(edit_lote(world.rita(), lote.id, form("OUTRO"), 1, world.services)) == "IMUNO-0005");
        lote = test::must(edit_lote(world.rita(), lote.id, form("USADO", "2029-01-01"), 1, world.services));
        CHECK(lote.validade == "2029-01-01");
        test::must(set_ativo(world.rita(), lote.id, false, 2, world.services));
        CHECK(listed(world, {.inativos = true}) == std::vector<std::string>{"USADO"});
    });
}

TEST_CASE("[S2-343] a ficha that comes while a lote is being deleted keeps it") {
    for_each_world([](World& world) {
        const auto lote = test::must(add_lote(world.rita(), form("NOVO"), world.services));
        world.use.on_look = [&] { world.use.used_lote = "NOVO"; };
        CHECK(code_of_failure(remove_lote(world.rita(), lote.id, 1, world.services)) == "IMUNO-0005");
        CHECK(listed(world) == std::vector<std::string>{"NOVO"});
        REQUIRE(world.use.looks.size() == 2);
        CHECK_FALSE(world.use.looks[0]);
        // The second look is at what came since, with a day to spare for clocks that were set back.
        CHECK(world.use.looks[1] == world.clock.now() - std::chrono::hours(24));
    });
}
