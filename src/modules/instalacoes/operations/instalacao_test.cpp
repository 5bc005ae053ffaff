// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "modules/instalacoes/domain/stored_security.hpp"
#include "modules/instalacoes/operations/municipios.hpp"
#include "modules/instalacoes/operations/online_receiving.hpp"
#include "modules/instalacoes/operations/processing_hours.hpp"
#include "modules/instalacoes/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::instalacoes;
using namespace aroeira::instalacoes::testing;
using identity::Permission;

namespace {

auto activate(World& world, const Ibge& ibge) {
    return activate_municipio(world.gate.as<Permission::municipios_gerenciar>({.key = "adm"}), ibge, world.services);
}

std::vector<std::string> names_seen_by(World& world, const std::optional<Ibge>& municipio) {
    const auto granted = world.gate.as<Permission::municipios_ver>({.key = "alguem", .municipio = municipio});
    std::vector<std::string> names;
    for (const auto& one : test::must(list_municipios(granted, world.services))) names.push_back(one.nome);
    return names;
}

}  // namespace

TEST_CASE("a município of the national table becomes active once, with its zone") {
    for_each_world([](World& world) {
        CHECK(test::must(activate(world, belem())).fuso == "America/Belem");
        const auto kept = test::must(world.services.unit.read([](Ports& ports) { return ports.municipios.require(belem()); }));
        CHECK(kept.nome == "Belém");
        CHECK(kept.utc_offset_minutes == -180);
        test::must(activate(world, belem()));
        test::must(activate(world, aracaju()));
        CHECK(world.events.size() == 2);
        CHECK(names_seen_by(world, std::nullopt) == std::vector<std::string>{"Aracaju", "Belém"});
        CHECK(code_of_failure(activate(world, sao_paulo())) == "INST-0003");
    });
}

TEST_CASE("a lote of a município makes it active in the centralizador nacional, in that of its state, and nowhere else") {
    for_each_world([](World& world) {
        const identity::Actor sender{.key = "credencial"};
        const auto arrives = [&](TipoInstalacao tipo, const std::string& uf, const Ibge& ibge) {
            return test::must(world.services.unit.write([&](Ports& ports) -> Result<bool> {
                AROEIRA_CHECK(ports.settings.put_first(keys::kInstallationId, "01900000-0000-7000-8000-0000000000aa"));
                AROEIRA_TRY(auto card, ports.settings.card());
                card.tipo = tipo;
                card.uf = uf;
                AROEIRA_CHECK(ports.settings.put_card(card));
                return activate_for_arrival(ibge, sender, world.services, ports);
            }));
        };
        using enum TipoInstalacao;
        for (const auto tipo : {prontuario, centralizador_municipal}) CHECK_FALSE(arrives(tipo, "SE", aracaju()));
        CHECK_FALSE(arrives(centralizador_estadual, "PA", aracaju()));
        CHECK_FALSE(arrives(centralizador_nacional, "", sao_paulo()));  // not in the national table of this test
        CHECK(names_seen_by(world, std::nullopt).empty());
        CHECK(arrives(centralizador_estadual, "SE", aracaju()));
        CHECK(arrives(centralizador_nacional, "", belem()));
        CHECK(names_seen_by(world, std::nullopt) == std::vector<std::string>{"Aracaju", "Belém"});
        REQUIRE(world.events.size() == 2);
        CHECK(world.events[0].event == audit::Event::municipio_ativado);
        CHECK(world.events[0].actor == "credencial");
        CHECK(arrives(centralizador_nacional, "", belem()));
        CHECK(world.events.size() == 2);
    });
}

TEST_CASE("others are told of a município when it becomes active, and it does not when they cannot follow") {
    for_each_world([](World& world) {
        int told = 0;
        world.services.reactions.municipio_activated = [&](db::Session&) { ++told; return Result<void>(); };
        for (int twice = 0; twice < 2; ++twice) test::must(activate(world, belem()));
        CHECK(told == 1);
        world.services.reactions.municipio_activated = [](db::Session&) { return Result<void>(Error{ErrorKind::unavailable, "DB-0004", ""}); };
        CHECK(code_of_failure(activate(world, aracaju())) == "DB-0004");
        CHECK(names_seen_by(world, std::nullopt) == std::vector<std::string>{"Belém"});
    });
}

TEST_CASE("who is bound to a município sees no other, and none when his is not active") {
    for_each_world([](World& world) {
        test::must(activate(world, belem()));
        test::must(activate(world, aracaju()));
        CHECK(names_seen_by(world, belem()) == std::vector<std::string>{"Belém"});
        CHECK(names_seen_by(world, sao_paulo()).empty());
        CHECK(world.services.unit.read([](Ports& ports) { return ports.municipios.require(belem()); }));
        CHECK(code_of_failure(world.services.unit.read([](Ports& ports) { return ports.municipios.require(sao_paulo()); })) == "INST-0001");
    });
}

TEST_CASE("fichas are processed continuously until somebody chooses a window, which is 0h to 6h") {
    for_each_world([](World& world) {
        const auto see = world.gate.as<Permission::fichas_ver>({.key = "alguem"});
        const auto save = world.gate.as<Permission::processamento_configurar>({.key = "adm"});
        CHECK(test::must(read_processing_hours(see, world.services)) == ProcessingHours{true, 0, 360});
        test::must(save_processing_hours(save, {false, 22 * 60, 5 * 60 + 30}, world.services));
        CHECK(test::must(read_processing_hours(see, world.services)) == ProcessingHours{false, 1320, 330});
        CHECK(world.events.back().details == R"({"antes":"continuo","depois":"janela 22:00-05:30"})");
        test::must(save_processing_hours(save, {false, 22 * 60, 5 * 60 + 30}, world.services));
        CHECK(world.events.size() == 1);
        CHECK(code_of_failure(save_processing_hours(save, {false, 60, 60}, world.services)) == "INST-0004");
        CHECK(test::must(read_processing_hours(see, world.services)) == ProcessingHours{false, 1320, 330});
    });
}

TEST_CASE("the limits of identity follow the options of the manual, and no value switches them off") {
    for_each_world([](World& world) {
        const auto policy_with = [&](const char* idle, const char* attempts) {
            return test::must(world.services.unit.write([&](Ports& ports) -> Result<identity::SecurityPolicy> {
                AROEIRA_CHECK(ports.settings.put(keys::kIdleMinutes, idle));
                AROEIRA_CHECK(ports.settings.put(keys::kFailuresMax, attempts));
                StoredSecuritySettings stored(ports.settings);
                return stored.policy();
            }));
        };
        CHECK(policy_with("240", "10").idle_max == std::chrono::minutes(240));
        CHECK(policy_with("240", "10").failures_max == 10);
        CHECK(policy_with("60", "1").failures_max == 1);
        for (const auto* value : {"0", "-1", "999999", "", "nunca", "31", "11"}) {
            CAPTURE(value);
            CHECK(policy_with(value, "5").idle_max == std::chrono::minutes(30));
            CHECK(policy_with("30", value).failures_max == 5);
        }
    });
}

TEST_CASE("receiving from other systems is on until it is switched off, and says where the installation moved") {
    for_each_world([](World& world) {
        const auto see = world.gate.as<Permission::credenciais_gerenciar>({.key = "adm"});
        const auto save = world.gate.as<Permission::processamento_configurar>({.key = "adm"});
        CHECK(test::must(read_online_receiving(see, world.services)).enabled);
        test::must(save_online_receiving(save, {false, "https://novo.exemplo:8443/"}, world.services));
        const auto now = test::must(read_online_receiving(see, world.services));
        CHECK_FALSE(now.enabled);
        CHECK(now.moved_to == "https://novo.exemplo:8443/");
        for (const auto* address : {"javascript:alert(1)", "https://", "https://a b", "http://x\n", "ftp://a", "https://<b>"})
            CHECK(code_of_failure(save_online_receiving(save, {true, address}, world.services)) == "INST-0006");
        CHECK(world.events.size() == 1);
    });
}

TEST_CASE("who waits for the processing hours hears of a change after it was made, and only then") {
    for_each_world([](World& world) {
        const auto save = world.gate.as<Permission::processamento_configurar>({.key = "adm"});
        std::vector<ProcessingHours> heard;
        world.services.reactions.processing_hours = [&](db::Session& session) -> Result<void> {
            SqlSettingsStore settings(session);
            AROEIRA_TRY(const auto hours, settings.processing_hours());
            heard.push_back(hours);
            return {};
        };
        const ProcessingHours night{false, 0, 360};
        test::must(save_processing_hours(save, night, world.services));
        test::must(save_processing_hours(save, night, world.services));
        CHECK(heard == std::vector<ProcessingHours>{night});
    });
}
