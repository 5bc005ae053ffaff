// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "modules/identity/api/granted.hpp"
#include "modules/instalacoes/operations/services.hpp"
#include "modules/instalacoes/store/sql_municipio_store.hpp"
#include "modules/instalacoes/store/sql_settings_store.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/doubles.hpp"

/// The module over a real database, with a trail and a clock the test owns.
namespace aroeira::instalacoes::testing {

using test::BufferTrail;
using test::OpenGate;
using test::code_of_failure;

inline Ibge aracaju() { return Ibge::parse("2800308").value(); }
inline Ibge belem() { return Ibge::parse("1501402").value(); }
inline Ibge sao_paulo() { return Ibge::parse("3550308").value(); }

class FewMunicipios final : public NationalMunicipios {
public:
    std::optional<NationalMunicipio> find(const Ibge& ibge) const override {
        if (ibge == aracaju()) return NationalMunicipio{"Aracaju", "SE", "America/Maceio", -180};
        if (ibge == belem()) return NationalMunicipio{"Belém", "PA", "America/Belem", -180};
        return std::nullopt;
    }
};

class World {
public:
    explicit World(db::Database& database) : database_(database) {}

    FixedClock clock{from_ms(1'787'000'000'000)};
    FewMunicipios national;
    std::vector<audit::Entry> events;
    OpenGate gate;
    Services services{Unit<Ports>([this](const auto& body) { return run(body, true); },
                                  [this](const auto& body) { return run(body, false); }),
                      clock, national};

    db::Database& database() { return database_; }
    std::string text(const std::string& sql) {
        std::string found;
        test::must(database_.read([&](db::Session& session) {
            return session.each(db::Query{"test.text", sql}, {}, [&](const db::Row& row) {
                found = row.string(0);
                return false;
            });
        }));
        return found;
    }
    std::int64_t number(const std::string& sql) {
        std::int64_t found = 0;
        test::must(database_.read([&](db::Session& session) {
            return session.each(db::Query{"test.number", sql}, {}, [&](const db::Row& row) {
                found = row.integer(0);
                return false;
            });
        }));
        return found;
    }

private:
    Result<void> run(const Unit<Ports>::Body& body, bool writes) {
        const auto with_session = [&](db::Session& session) {
            SqlMunicipioStore municipios(session);
            SqlSettingsStore settings(session);
            BufferTrail trail(events);
            Ports ports{municipios, settings, trail, session};
            return body(ports);
        };
        return writes ? database_.write(with_session) : database_.read(with_session);
    }
    db::Database& database_;
};

inline void for_each_world(const std::function<void(World&)>& test) {
    test::for_each_engine([&](db::Database& database) {
        World world(database);
        test(world);
    });
}

}  // namespace aroeira::instalacoes::testing
