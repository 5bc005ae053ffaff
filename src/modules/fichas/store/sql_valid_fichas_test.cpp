// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/sql_valid_fichas.hpp"

#include "modules/fichas/operations/reprocess.hpp"
#include "modules/fichas/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using namespace aroeira::fichas::testing;

TEST_CASE("The current valid fichas are given as they came in, from where the last page ended, with the bytes they came in") {
    for_each_world([](World& world) {
        const Visita corrected{.number = 3, .numero_lote = 2};
        world.send(zip_of({Visita{.number = 2}, Visita{.number = 1}, Visita{.number = 3}, Visita{.number = 4, .turno = kNoSuchTurno}}));
        world.run_jobs();
        world.send(zip_of({corrected}));
        world.run_jobs();
        Parada last;
        const auto page = [&](const Ibge& municipio, const Parada& after, int limit) {
            std::vector<FichaKey> keys;
            for (const auto& one : test::must(world.read([&](Ports& ports) { return SqlValidFichas(ports.session).after(municipio, after, limit); }))) {
                keys.push_back(one.key);
                last = one.place();
            }
            return keys;
        };
        const auto key = [](int number, std::int64_t versao) { return FichaKey{Visita{.number = number}.uuid(), versao}; };
        CHECK(page(aracaju(), {}, 10) == std::vector{key(2, 1), key(1, 1), key(3, 2)});
        CHECK(page(aracaju(), {}, 1) == std::vector{key(2, 1)});
        CHECK(page(aracaju(), last, 1) == std::vector{key(1, 1)});
        CHECK(page(aracaju(), last, 2) == std::vector{key(3, 2)});
        CHECK(page(aracaju(), last, 2).empty());
        CHECK(page(other_municipio(), {}, 10).empty());
        const auto contents = [&](const std::vector<FichaKey>& keys) {
            return world.read([&](Ports& ports) { return SqlValidFichas(ports.session).contents_of(aracaju(), keys); });
        };
        CHECK(test::must(contents({key(3, 2), key(1, 1)})) == std::vector{corrected.bytes(), Visita{.number = 1}.bytes()});
        CHECK(test::must(contents({})).empty());
        CHECK(code_of_failure(contents({key(1, 1), key(3, 1)})) == "RECEB-0002");
        CHECK(code_of_failure(contents({key(9, 1)})) == "RECEB-0002");
    });
}

TEST_CASE("Fichas of one position, as those that came one by one once had, are each given once, whatever the page") {
    for_each_world([](World& world) {
        std::vector<Visita> visits;
        for (int i = 1; i <= 20; ++i) visits.push_back({.number = i});
        world.send(zip_of(visits));
        world.run_jobs();
        test::must(world.services.unit.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.session.run({"test.one_position", "UPDATE ficha SET posicao = 0"}));
            return {};
        }));
        for (const int limit : {1, 3, 20}) {
            std::vector<std::string> seen;
            Parada last;
            for (bool more = true; more;) {
                const auto page = test::must(world.read([&](Ports& ports) { return SqlValidFichas(ports.session).after(aracaju(), last, limit); }));
                for (const auto& one : page) seen.push_back(one.key.uuid);
                more = !page.empty();
                if (more) last = page.back().place();
            }
            CHECK(seen.size() == visits.size());
            CHECK(std::set<std::string>(seen.begin(), seen.end()).size() == visits.size());
        }
    });
}

TEST_CASE("The contents of many fichas come in the order asked") {
    for_each_world([](World& world) {
        std::vector<Visita> visits;
        std::vector<FichaKey> keys;
        std::vector<std::string> expected;
        for (int i = 1; i <= 230; ++i) visits.push_back({.number = i});
        world.send(zip_of(visits));
        world.run_jobs();
        for (int i = 230; i >= 1; --i) {
            keys.push_back({Visita{.number = i}.uuid(), 1});
            expected.push_back(Visita{.number = i}.bytes());
        }
        CHECK(test::must(world.read([&](Ports& ports) { return SqlValidFichas(ports.session).contents_of(aracaju(), keys); })) == expected);
    });
}

TEST_CASE("A lote that valid fichas entered is told once, and again when another becomes valid in it") {
    for_each_world([](World& world) {
        const auto news = [&] {
            return test::must(world.services.unit.write([&](Ports& ports) { return SqlValidFichas(ports.session).take_news(aracaju()); }));
        };
        const auto places = [&](const LoteId& lote, std::int64_t from) {
            std::vector<std::int64_t> found;
            for (const auto& one : test::must(world.read([&](Ports& ports) { return SqlValidFichas(ports.session).of_lote(aracaju(), lote.text(), from); })))
                found.push_back(one.posicao);
            return found;
        };
        const auto good = world.send(zip_of({Visita{.number = 1}, Visita{.number = 2}, Visita{.number = 3}}));
        world.send(zip_of({Visita{.number = 4, .turno = kNoSuchTurno}}));
        world.run_jobs();
        CHECK(news() == std::vector{std::string(good.text())});
        CHECK(news().empty());
        CHECK(places(good, 0) == std::vector<std::int64_t>{0, 1, 2});
        CHECK(places(good, 2) == std::vector<std::int64_t>{2});
        const auto again = world.send(zip_of({Visita{.number = 1}}));
        const auto corrected = world.send(zip_of({Visita{.number = 2, .numero_lote = 9}}));
        world.run_jobs();
        CHECK(news() == std::vector{std::string(corrected.text())});
        CHECK(places(again, 0).empty());
        CHECK(places(good, 0) == std::vector<std::int64_t>{0, 2});
    });
}

TEST_CASE("A ficha that became valid when the registry grew makes its lote news") {
    for_each_world([](World& world) {
        world.catalogo = std::make_shared<FewUnidades>(std::set<std::string, std::less<>>{});
        const auto lote = world.send(zip_of({Visita{.number = 1}}));
        world.run_jobs();
        const auto news = [&] {
            return test::must(world.services.unit.write([&](Ports& ports) { return SqlValidFichas(ports.session).take_news(aracaju()); }));
        };
        CHECK(news().empty());
        world.catalogo.reset();
        test::must(world.services.unit.write([&](Ports& ports) {
            return ask_to_reprocess(ports.session, world.ids, world.clock, aracaju(), "2", "ana");
        }));
        world.run_jobs();
        CHECK(news() == std::vector{std::string(lote.text())});
    });
}
