// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/trabalhos.hpp"

#include <doctest/doctest.h>

#include "base/ids.hpp"
#include "modules/instalacoes/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::instalacoes;
using namespace aroeira::instalacoes::testing;
using identity::Permission;

namespace {

using Granted = identity::Granted<Permission::trabalhos_ver>;

Granted person(World& world, const char* key, const std::optional<Ibge>& municipio) {
    return world.gate.as<Permission::trabalhos_ver>({.key = key, .municipio = municipio});
}

jobs::TrabalhoId enqueue(World& world, const std::optional<Ibge>& municipio, const char* owner) {
    SystemIdSource ids;
    return test::must(world.services.unit.write([&](Ports& ports) {
        jobs::NewJob job{.kind = "cnes_importar", .argument = "{}"};
        if (municipio) job.municipio = std::string(municipio->text());
        job.owner = owner;
        return jobs::enqueue(ports.session, ids, world.clock, job);
    }));
}

}  // namespace

TEST_CASE("a trabalho is seen in its município, by its owner and by the administrador da instalação") {
    for_each_world([](World& world) {
        const auto id = enqueue(world, aracaju(), "ana");
        CHECK(find_trabalho(person(world, "ana", aracaju()), id, world.services));
        CHECK(find_trabalho(person(world, "beatriz", aracaju()), id, world.services));
        CHECK(find_trabalho(person(world, "ana", belem()), id, world.services));
        CHECK(find_trabalho(person(world, "adm", std::nullopt), id, world.services));
        const auto of_installation = enqueue(world, std::nullopt, "adm");
        CHECK(find_trabalho(person(world, "adm", std::nullopt), of_installation, world.services));
        CHECK(code_of_failure(find_trabalho(person(world, "ana", aracaju()), of_installation, world.services)) == "JOBS-0002");
    });
}

TEST_CASE("a trabalho of another município is answered as one that does not exist, and leaves an event") {
    // ASVS V8.2.2: swapping ids between municípios.
    for_each_world([](World& world) {
        const auto id = enqueue(world, aracaju(), "ana");
        SystemIdSource ids;
        const auto unknown = find_trabalho(person(world, "caio", belem()), ids.make<jobs::Trabalho>(), world.services);
        const auto refused = find_trabalho(person(world, "caio", belem()), id, world.services);
        CHECK(code_of_failure(refused) == code_of_failure(unknown));
        CHECK(refused.error().message == unknown.error().message);
        CHECK(refused.error().kind == ErrorKind::not_found);
        CHECK(world.events.size() == 2);
        CHECK(code_of_failure(cancel_trabalho(person(world, "caio", belem()), id, world.services)) == "JOBS-0002");
        CHECK(test::must(find_trabalho(person(world, "ana", aracaju()), id, world.services)).state == jobs::State::waiting);
    });
}

TEST_CASE("a job without owner belongs to nobody without a key") {
    for_each_world([](World& world) {
        const auto id = enqueue(world, aracaju(), "");
        CHECK(code_of_failure(find_trabalho(person(world, "", belem()), id, world.services)) == "JOBS-0002");
    });
}

TEST_CASE("cancelling ends a waiting trabalho, once, and the trail says who did it") {
    for_each_world([](World& world) {
        const auto id = enqueue(world, aracaju(), "ana");
        const auto cancelled = test::must(cancel_trabalho(person(world, "beatriz", aracaju()), id, world.services));
        CHECK(cancelled.state == jobs::State::cancelled);
        REQUIRE(world.events.size() == 1);
        CHECK(world.events.front().event == audit::Event::trabalho_cancelado);
        CHECK(world.events.front().actor == "beatriz");
        CHECK(world.events.front().municipio == "2800308");
        CHECK(code_of_failure(cancel_trabalho(person(world, "beatriz", aracaju()), id, world.services)) == "JOBS-0003");
    });
}

TEST_CASE("what a trabalho was to do hears of its cancelling in the same transaction: when it cannot follow, nothing is cancelled") {
    for_each_world([](World& world) {
        const auto id = enqueue(world, aracaju(), "ana");
        world.services.reactions.trabalho_cancelled = [&](db::Session&, const jobs::Status& told) -> Result<void> {
            CHECK(told.id == id);
            CHECK(told.state == jobs::State::cancelled);
            return Error{ErrorKind::conflict, "DB-0003"};
        };
        CHECK(code_of_failure(cancel_trabalho(person(world, "ana", aracaju()), id, world.services)) == "DB-0003");
        CHECK(test::must(find_trabalho(person(world, "ana", aracaju()), id, world.services)).state == jobs::State::waiting);
    });
}
