// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

#include "modules/copias/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::copias;
using copias::testing::for_each_world;
using copias::testing::Night;
using copias::testing::World;
using test::must;

namespace {

using namespace std::chrono_literals;

std::string events_of(const World& world) {
    std::string names;
    for (const auto& one : world.events) names += std::string(audit::name_of(one.event)) + " ";
    return names;
}

std::size_t files_in(const World& world) {
    return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator(world.folder.path()), {}));
}

NewAgenda every_night(World& world, int keep = 2) { return {world.folder.path().string(), 120, keep, world.lock}; }

std::string code_of(const Result<void>& result) { return result ? "" : std::string(result.error().code.text()); }

}  // namespace

TEST_CASE("[S2-319] a copy made on request is a file that opens, a line of the list and an event of the trail") {
    for_each_world([](World& world) {
        const auto made = must(make_copia(world.may(), world.path("a.copia"), world.lock, world.services));
        const auto held = must(must(backup::Copy::open(made.arquivo, copias::testing::kPhrase)).verify());
        CHECK(held.about.program == "1.0");
        CHECK(held.about.instalacao == "01900000-0000-7000-8000-000000000000");
        CHECK(held.about.criada_ms == to_ms(world.clock.now()));
        CHECK(held.files == std::vector<std::string>{"mestra.key"});
        CHECK(made.sha256 == must(backup::sha256_of_file(made.arquivo)));
        CHECK(events_of(world) == "copia_de_seguranca_realizada ");
        CHECK(world.events[0].entity_id == made.id.text());
        const auto page = must(find_copias(world.may(), 0, world.services));
        REQUIRE(page.copias.size() == 1);
        CHECK(page.copias[0].situacao == Situacao::concluida);
        CHECK(page.copias[0].tamanho == made.tamanho);
        CHECK(page.copias[0].linhas == held.rows);
        CHECK_FALSE(page.more);
    });
}

TEST_CASE("a copy that fails is in the list with its cause, and not in the trail as done") {
    for_each_world([](World& world) {
        CHECK(make_copia(world.may(), world.path("nada/a.copia"), world.lock, world.services).error().code.text() == "COPIA-0005");
        const auto page = must(find_copias(world.may(), 0, world.services));
        REQUIRE(page.copias.size() == 1);
        CHECK(page.copias[0].situacao == Situacao::falhou);
        CHECK(page.copias[0].mensagem.find("a pasta não existe") != std::string::npos);
        CHECK(events_of(world).empty());
    });
}

TEST_CASE("[S2-320] a disk that gives back something else than was written is found before the copy is needed") {
    for_each_world([](World& world) {
        const auto path = world.path("a.copia");
        auto services_of_a_bad_disk = world.services;
        services_of_a_bad_disk.read_back = [](const std::string&) { return Result<std::string>(std::string(64, '0')); };
        CHECK(make_copia(world.may(), path, world.lock, services_of_a_bad_disk).error().code.text() == "COPIA-0013");
        CHECK(events_of(world) == "copia_de_seguranca_integridade ");
    });
}

TEST_CASE("the list is thirty at a time, the newest first") {
    for_each_world([](World& world) {
        for (int i = 0; i < 31; ++i) {
            world.clock.set(world.clock.now() + 1min);
            must(world.services.unit.write([&](Ports& ports) {
                return ports.copias.insert({.id = world.ids.make<Copia>(), .arquivo = std::to_string(i), .iniciada = world.clock.now()});
            }));
        }
        const auto first = must(find_copias(world.may(), 0, world.services)), second = must(find_copias(world.may(), 1, world.services));
        CHECK(first.copias.size() == 30);
        CHECK(first.copias[0].arquivo == "30");
        CHECK(first.more);
        REQUIRE(second.copias.size() == 1);
        CHECK(second.copias[0].arquivo == "0");
        CHECK_FALSE(second.more);
    });
}

TEST_CASE("every night a copy, and away with those this program made that are older than what stays") {
    for_each_world([](World& world) {
        std::ofstream(world.path("de-outra-pessoa.copia")) << "x";
        must(schedule_copias(world.may(), every_night(world), world.services));
        for (int night = 0; night < 4; ++night) {
            world.clock.set(world.clock.now() + 24h);
            Night job;
            must(run_routine(job, world.services));
            REQUIRE(job.again);
            // 02:00 in Brasília.
            CHECK(std::chrono::floor<std::chrono::minutes>(*job.again - std::chrono::floor<std::chrono::days>(*job.again)) == 5h);
            CHECK(*job.again > world.clock.now());
            CHECK(*job.again - world.clock.now() <= 24h);
        }
        CHECK(files_in(world) == 3);
        CHECK(std::filesystem::exists(world.path("de-outra-pessoa.copia")));
        const auto overview = must(look_at_copias(world.may(), world.services));
        CHECK(overview.standing == Standing::em_dia);
        CHECK(std::filesystem::exists(overview.last->arquivo));
        CHECK(must(must(backup::Copy::open(overview.last->arquivo, copias::testing::kPhrase)).verify()).rows > 0);
    });
}

TEST_CASE("a night that fails leaves the copies of before, tells so, and comes again") {
    for_each_world([](World& world) {
        must(schedule_copias(world.may(), every_night(world, 1), world.services));
        Night good;
        must(run_routine(good, world.services));
        // The folder is gone: the disk of the copies is not mounted.
        const auto folder = world.folder.path().string();
        const auto elsewhere = folder + ".fora";
        std::filesystem::rename(folder, elsewhere);
        world.clock.set(world.clock.now() + 24h);
        Night bad;
        CHECK_FALSE(run_routine(bad, world.services));
        CHECK(bad.again);
        const auto overview = must(look_at_copias(world.may(), world.services));
        CHECK(overview.standing == Standing::falhou);
        CHECK_FALSE(overview.last->mensagem.empty());
        std::filesystem::rename(elsewhere, folder);
        CHECK(files_in(world) == 1);
    });
}

TEST_CASE("a routine that is stopped leaves nothing and does not count as a failure") {
    for_each_world([](World& world) {
        must(schedule_copias(world.may(), every_night(world), world.services));
        Night job;
        job.stop = true;
        CHECK_FALSE(run_routine(job, world.services));
        CHECK(files_in(world) == 0);
        CHECK(must(look_at_copias(world.may(), world.services)).standing == Standing::sem_copia);
    });
}

TEST_CASE("an agenda that could not work is refused when it is chosen") {
    for_each_world([](World& world) {
        const auto refused = [&](auto change) {
            auto agenda = every_night(world);
            change(agenda);
            return code_of(schedule_copias(world.may(), agenda, world.services)) == "COPIA-0014";
        };
        CHECK(refused([](NewAgenda& a) { a.pasta = "copias"; }));
        CHECK(refused([](NewAgenda& a) { a.pasta += "/nada"; }));
        CHECK(refused([](NewAgenda& a) { a.manter = 0; }));
        CHECK(refused([](NewAgenda& a) { a.manter = 401; }));
        CHECK(refused([](NewAgenda& a) { a.minuto = 1440; }));
        CHECK(refused([](NewAgenda& a) { a.minuto = -1; }));
        CHECK(must(look_at_copias(world.may(), world.services)).standing == Standing::sem_agenda);
        CHECK(events_of(world).empty());
    });
}

TEST_CASE("choosing and giving up the nightly copy are in the trail; without an agenda the routine makes nothing") {
    for_each_world([](World& world) {
        must(ensure_routine(world.services));
        must(ensure_routine(world.services));
        must(schedule_copias(world.may(), every_night(world), world.services));
        must(unschedule_copias(world.may(), world.services));
        must(unschedule_copias(world.may(), world.services));
        CHECK(events_of(world) == "configuracao_alterada configuracao_alterada ");
        Night job;
        must(run_routine(job, world.services));
        CHECK(job.again);
        CHECK(files_in(world) == 0);
        CHECK(must(look_at_copias(world.may(), world.services)).standing == Standing::sem_agenda);
    });
}
