// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/agenda/module.hpp"
#include "modules/estabelecimentos/store/sql_lotacoes.hpp"
#include "modules/estabelecimentos/tests/people.hpp"

/// The module over the registry of a real database.
namespace aroeira::agenda::testing {

using estabelecimentos::testing::code_of_failure;

class FixedPadrao final : public gestao::AgendasPadrao {
public:
    Result<gestao::AgendaPadrao> of(const Ibge&) override { return chosen; }
    gestao::AgendaPadrao chosen{{{1, 480, 720}, {1, 780, 1020}, {3, 480, 720}}, 30};
};

class World {
public:
    explicit World(db::Database& database) : registry(database), database_(database) {}

    AgendaGranted may() { return registry.gate.as<identity::Permission::agenda_gerenciar>(); }
    /// The lotação at this place in the list of somebody.
    std::string lotacao_of(std::string_view nome, std::size_t at = 0) {
        const auto id = estabelecimentos::testing::id_of(registry, nome);
        return std::string(estabelecimentos::testing::see(registry, id).lotacoes.at(at).lotacao.lotacao.id.text());
    }

    estabelecimentos::testing::World registry;
    FixedPadrao padrao;
    Services services{Unit<Ports>([this](const auto& body) { return database_.write(over(body)); },
                                  [this](const auto& body) { return database_.read(over(body)); }),
                      registry.clock, registry.ids};

private:
    std::function<Result<void>(db::Session&)> over(const Unit<Ports>::Body& body) {
        return [this, &body](db::Session& session) {
            SqlAgendaStore agendas(session);
            estabelecimentos::SqlLotacoes lotacoes(session);
            estabelecimentos::testing::BufferTrail trail(registry.events);
            identity::SqlPeople people(session, registry.ids, registry.clock);
            Ports ports{agendas, lotacoes, padrao, people, trail};
            return body(ports);
        };
    }
    db::Database& database_;
};

inline void for_each_world(const std::function<void(World&)>& test) {
    test::for_each_engine([&](db::Database& database) {
        World world(database);
        test(world);
    });
}

}  // namespace aroeira::agenda::testing
