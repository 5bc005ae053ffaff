// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/sql_ficha_news.hpp"

#include "modules/fichas/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using namespace aroeira::fichas::testing;

namespace {

constexpr auto kReader = Leitor::relatorios;

template <class F>
auto ask(World& world, F&& question) {
    return test::must(world.services.unit.write([&](Ports& ports) {
        SqlFichaNews news(ports.session);
        return question(news);
    }));
}

/// Reads all news, two at a time, as a reader does.
std::vector<FichaKey> read_all(World& world) {
    std::vector<FichaKey> all;
    while (const auto from = ask(world, [](SqlFichaNews& news) { return news.next(aracaju(), kReader); })) {
        const auto some = ask(world, [&](SqlFichaNews& news) { return news.read(aracaju(), *from, 2); });
        for (const auto& one : some) all.push_back(one.key);
        test::must(world.services.unit.write([&](Ports& ports) {
            return SqlFichaNews(ports.session).seen(aracaju(), kReader, from->lote,
                                                    some.size() == 2 ? std::optional(some.back().posicao + 1) : std::nullopt);
        }));
    }
    return all;
}

FichaKey key(int number, std::int64_t versao) { return {Visita{.number = number}.uuid(), versao}; }

}  // namespace

TEST_CASE("Whatever comes is news once, valid or not, by its place in the lote") {
    for_each_world([](World& world) {
        world.send(zip_of({Visita{.number = 2}, Visita{.number = 1}, Visita{.number = 3, .turno = kNoSuchTurno}}));
        world.run_jobs();
        CHECK(ask(world, [](SqlFichaNews& news) { return news.waiting(aracaju(), kReader); }) == 3);
        CHECK(read_all(world) == std::vector{key(2, 1), key(1, 1), key(3, 1)});
        CHECK(read_all(world).empty());
        CHECK(ask(world, [](SqlFichaNews& news) { return news.waiting(aracaju(), kReader); }) == 0);
        world.send(zip_of({Visita{.number = 1}}));
        world.run_jobs();
        CHECK(read_all(world).empty());
        world.send(zip_of({Visita{.number = 1, .turno = kNoSuchTurno}}));
        world.run_jobs();
        CHECK(read_all(world) == std::vector{key(1, 2)});
        CHECK_FALSE(ask(world, [](SqlFichaNews& news) { return news.next(other_municipio(), kReader); }));
    });
}

TEST_CASE("A version is found with its content, beside the others of its ficha") {
    for_each_world([](World& world) {
        const Visita first{.number = 1}, second{.number = 1, .turno = 2};
        for (const auto& visit : {first, second}) {
            world.send(zip_of({visit}));
            world.run_jobs();
        }
        const auto versions = ask(world, [&](SqlFichaNews& news) { return news.versions(aracaju(), first.uuid()); });
        REQUIRE(versions.size() == 2);
        CHECK_FALSE(versions[0].atual);
        CHECK(versions[1].atual);
        CHECK(versions[1].valida);
        CHECK(ask(world, [&](SqlFichaNews& news) { return news.find(aracaju(), key(1, 1)); })->conteudo == first.bytes());
        CHECK_FALSE(ask(world, [&](SqlFichaNews& news) { return news.find(aracaju(), key(1, 3)); }));
    });
}

TEST_CASE("Everything kept can be made news again") {
    for_each_world([](World& world) {
        for (int number = 1; number <= 3; ++number) world.send(zip_of({Visita{.number = number}}));
        world.run_jobs();
        read_all(world);
        test::must(world.services.unit.write([&](Ports& ports) { return SqlFichaNews(ports.session).start_over(aracaju(), kReader); }));
        CHECK(read_all(world).size() == 3);
    });
}
