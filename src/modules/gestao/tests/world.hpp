// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "modules/gestao/module.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/doubles.hpp"

/// The module over a real database, with a trail and a gate the test owns.
namespace aroeira::gestao::testing {

using test::BufferTrail;
using test::OpenGate;
using test::code_of_failure;

inline Ibge aracaju() { return Ibge::parse("2800308").value(); }
inline Ibge belem() { return Ibge::parse("1501402").value(); }

class World {
public:
    explicit World(db::Database& database) : database_(database) {}

    MayGovern of(const Ibge& municipio) {
        return gate.as<identity::Permission::gestao_municipal>({.key = "joana", .name = "Joana", .municipio = municipio, .address = "10.0.0.3"});
    }
    MayGovern joana() { return of(aracaju()); }

    SystemIdSource ids;
    std::vector<audit::Entry> events;
    OpenGate gate;
    Services services{Unit<Ports>([this](const auto& body) { return run(body, true); }, [this](const auto& body) { return run(body, false); }), ids};

private:
    Result<void> run(const Unit<Ports>::Body& body, bool writes) {
        std::vector<audit::Entry> happened;
        const auto inside = [&](db::Session& session) {
            happened.clear();
            SqlAgendaStore agendas(session);
            SqlGrupoExameStore grupos(session);
            SqlTipoServicoStore tipos(session);
            BufferTrail trail(happened);
            Ports ports{agendas, grupos, tipos, trail, session};
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

/// What people type where a name is wanted, and that must come back letter by letter, as text.
inline const std::vector<std::string> kHostileNames{"<script>alert(1)</script>", "'; DROP TABLE tipo_servico; --", "\"><img src=x onerror=alert(1)>", "{{7*7}}", "=cmd|' /C calc'!A0",
                                                    "100% _ !", "ação ÇÃÕ ß 漢字"};

}  // namespace aroeira::gestao::testing
