// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "modules/imunobiologicos/module.hpp"
#include "modules/instalacoes/store/sql_municipio_store.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/doubles.hpp"

/// The module over a real database, with a trail, a clock and fichas the test owns.
namespace aroeira::imunobiologicos::testing {

using test::BufferTrail;
using test::OpenGate;
using test::code_of_failure;

inline Ibge aracaju() { return Ibge::parse("2800308").value(); }
inline Ibge belem() { return Ibge::parse("1501402").value(); }

/// Fichas that name what the test says; `on_look` is called when they are asked.
class ToldUse final : public fichas::VaccineUse {
public:
    Result<bool> names(const Ibge& municipio, const fichas::GivenLote& lote, const std::optional<Instant>& since) override {
        looks.push_back(since);
        const bool used = municipio == aracaju() && lote.lote == used_lote;
        if (on_look) std::exchange(on_look, {})();
        return used;
    }
    std::string used_lote{};
    std::function<void()> on_look{};
    std::vector<std::optional<Instant>> looks{};
};

class World {
public:
    explicit World(db::Database& database) : database_(database) {
        test::must(database.write([](db::Session& session) -> Result<void> {
            instalacoes::SqlMunicipioStore municipios(session);
            AROEIRA_CHECK(municipios.activate({aracaju(), "Aracaju", "SE", "America/Maceio", -180}));
            AROEIRA_CHECK(municipios.activate({belem(), "Belém", "PA", "America/Belem", -180}));
            return {};
        }));
    }

    MayKeep of(const Ibge& municipio) {
        return gate.as<identity::Permission::lotes_imunobiologicos>({.key = "rita", .name = "Rita", .municipio = municipio, .address = "10.0.0.4"});
    }
    MayKeep rita() { return of(aracaju()); }

    FixedClock clock{from_ms(1'790'000'000'000)};  // 2026-09-21, 11:13 in Aracaju
    SystemIdSource ids;
    ToldUse use;
    std::vector<audit::Entry> events;
    OpenGate gate;
    Services services{Unit<Ports>([this](const auto& body) { return run(body, true); }, [this](const auto& body) { return run(body, false); }), clock, ids};

private:
    Result<void> run(const Unit<Ports>::Body& body, bool writes) {
        std::vector<audit::Entry> happened;
        const auto inside = [&](db::Session& session) {
            happened.clear();
            SqlLoteStore lotes(session);
            instalacoes::SqlMunicipioStore municipios(session);
            BufferTrail trail(happened);
            Ports ports{lotes, use, municipios, trail};
            return body(ports);
        };
        const auto done = writes ? database_.write(inside) : database_.read(inside);
        if (done) events.insert(events.end(), happened.begin(), happened.end());
        return done;
    }
    db::Database& database_;
};

inline void for_each_world(const std::function<void(World&)>& test) {
    test::for_each_engine([&](db::Database& database) {
        World world(database);
        test(world);
    });
}

}  // namespace aroeira::imunobiologicos::testing
