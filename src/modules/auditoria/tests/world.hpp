// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>

#include "modules/audit/module.hpp"
#include "modules/auditoria/module.hpp"
#include "modules/identity/store/sql_actor_names.hpp"
#include "modules/identity/tests/world.hpp"
#include "platform/jobs/jobs.hpp"

/// The module over a real database, with people, a trail and a clock the test owns.
namespace aroeira::auditoria::testing {

class NamedInstitutions final : public Institutions {
public:
    Result<Institution> describe(std::string_view municipio) override {
        if (municipio.empty()) return Institution{"Instalação de Teste", "", -180};
        return Institution{"Instalação de Teste", "Aracaju - SE (" + std::string(municipio) + ")", -180};
    }
};

class World {
public:
    explicit World(db::Database& base) : people(base), database(base) {}

    /// One event as any operation records it.
    void record(audit::Entry entry) {
        test::must(services.unit.write([&](Ports& ports) { return ports.trail.record(entry); }));
    }
    MayAudit of(const char* municipio) {
        identity::Actor actor{.key = std::string(maria.id.text()), .name = maria.nome, .address = "10.0.0.9"};
        if (*municipio) actor.municipio = identity::testing::ibge(municipio);
        return people.gate.as<identity::Permission::auditoria_gerar>(actor);
    }
    /// Runs every job that is due.
    void work() {
        jobs::Stepper stepper(database, people.clock, people.ids, auditoria::jobs(services), [](int) { return std::chrono::milliseconds(1); });
        while (test::must(stepper.step())) {}
    }
    std::string file_of(const MayAudit& granted, const TrilhaId& id) {
        auto file = test::must(download_trilha(granted, id, services));
        std::string all;
        for (auto piece = test::must(file.next()); !piece.empty(); piece = test::must(file.next())) all += piece;
        return all;
    }

    identity::testing::World people;
    db::Database& database;
    identity::Usuario maria = people.add(1);
    bool may = true;
    int woken = 0;
    Services services{Unit<Ports>([this](const auto& body) { return database.write(inside(body)); }, [this](const auto& body) { return database.read(inside(body)); }),
                      people.clock, people.ids, "Aroeira 0.0",
                      [this](std::string_view, const std::optional<Ibge>& municipio) -> Result<MayAudit> {
                          if (!may) return Error{ErrorKind::forbidden, "ACESSO-0002", "Seu perfil não permite esta ação."};
                          return of(municipio ? std::string(municipio->text()).c_str() : "");
                      },
                      [this] { ++woken; }};

private:
    struct Stores {
        Stores(db::Session& session, IdSource& ids, const Clock& clock)
            : trail(session, ids, clock), events(session), trilhas(session), names(session), ports{events, trail, trilhas, names, institutions, session} {}
        audit::SqlTrail trail;
        audit::SqlTrailReader events;
        SqlTrilhaStore trilhas;
        identity::SqlActorNames names;
        NamedInstitutions institutions;
        Ports ports;
    };
    db::Database::Body inside(const Unit<Ports>::Body& body) {
        return [this, &body](db::Session& session) {
            Stores stores(session, people.ids, people.clock);
            return body(stores.ports);
        };
    }
};

inline void for_each_world(const std::function<void(World&)>& test) {
    test::for_each_engine([&](db::Database& database) {
        World world(database);
        test(world);
    });
}

}  // namespace aroeira::auditoria::testing
