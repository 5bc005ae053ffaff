// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <fstream>
#include <functional>
#include <string>
#include <vector>

#include "modules/estabelecimentos/module.hpp"
#include "modules/estabelecimentos/tests/cnes_xml.hpp"
#include "modules/identity/module.hpp"
#include "modules/identity/tests/world.hpp"
#include "platform/jobs/queue.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/doubles.hpp"

/// The module over a real database, with a gate, a trail and a clock the test owns.
namespace aroeira::estabelecimentos::testing {

using test::code_of_failure;

inline Ibge aracaju() { return Ibge::parse(kAracaju).value(); }

class OnlyAracaju final : public instalacoes::MunicipiosAtivos {
public:
    Result<std::optional<instalacoes::MunicipioAtivo>> find(const Ibge& ibge) override {
        if (ibge != aracaju()) return std::optional<instalacoes::MunicipioAtivo>();
        return std::optional(instalacoes::MunicipioAtivo{ibge, "Aracaju", "SE", "America/Maceio", -180});
    }
    Result<std::vector<instalacoes::MunicipioAtivo>> list() override { return std::vector<instalacoes::MunicipioAtivo>{}; }
};

class BufferTrail final : public audit::Trail {
public:
    explicit BufferTrail(std::vector<audit::Event>& events) : events_(events) {}
    Result<void> record(const audit::Entry& entry) override {
        events_.push_back(entry.event);
        return {};
    }

private:
    std::vector<audit::Event>& events_;
};

/// A gate that lets the given actor do everything.
class OpenGate final : public identity::Gate {
public:
    template <identity::Permission P>
    identity::Granted<P> as() { return test::must(resume<P>("")); }
    identity::Actor actor{.kind = identity::Actor::Kind::console, .key = "usuario-1", .name = "Ana", .perfil = "administrador_municipal", .municipio = aracaju()};

private:
    Result<identity::Actor> allow(identity::Permission, const http::Request&) override { return actor; }
    Result<identity::Actor> allow_again(identity::Permission, std::string_view, const std::optional<Ibge>&) override { return actor; }
};

/// A job as the runner would give it; a test may ask it to stop.
class FakeJob final : public jobs::Context {
public:
    FakeJob(jobs::TrabalhoId id, std::string argument) : id_(id), argument_(std::move(argument)) {}
    [[nodiscard]] const jobs::TrabalhoId& id() const override { return id_; }
    [[nodiscard]] std::string_view argument() const override { return argument_; }
    [[nodiscard]] std::string_view cursor() const override { return ""; }
    void progress(std::string_view stage, std::int64_t, std::int64_t) override { stages.emplace_back(stage); }
    Result<void> save_cursor(db::Session&, std::string_view, std::int64_t, std::int64_t) override { return {}; }
    [[nodiscard]] bool should_stop() const override { return stop; }
    void again_at(Instant) override {}
    std::vector<std::string> stages;
    bool stop = false;

private:
    jobs::TrabalhoId id_;
    std::string argument_;
};

class World {
public:
    explicit World(db::Database& base) : database(base) {}

    /// Imports at once, as the command line does.
    Result<Importacao> import_now(const ArquivoXml& file, bool simulate = false) {
        const auto path = dir_.file("XMLPARAESUS_280030.xml");
        std::ofstream(path, std::ios::binary) << file.text();
        return import_file(gate.as<identity::Permission::cnes_importar>(), {path, aracaju(), simulate}, services);
    }
    Relatorio report(const ArquivoXml& file, bool simulate = false) {
        return test::must(json::parse<Relatorio>(test::must(import_now(file, simulate)).relatorio));
    }
    Cadastro cadastro() {
        Cadastro found;
        test::must(database.read([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(found, SqlCadastroStore(session).cadastro(aracaju()));
            return {};
        }));
        return found;
    }
    /// One number a query gives.
    std::int64_t count(const db::Query& query) {
        std::int64_t found = -1;
        test::must(database.read([&](db::Session& session) {
            return session.each(query, {}, [&](const db::Row& row) { return found = row.integer(0), false; });
        }));
        return found;
    }
    void run(const db::Query& query) {
        test::must(database.write([&](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(session.run(query));
            return {};
        }));
    }

    db::Database& database;
    FixedClock clock{from_ms(1'790'000'000'000)};
    SystemIdSource ids;
    OpenGate gate;
    std::vector<audit::Event> events;
    int imported = 0;
    std::int64_t invalidated = 0;
    CadastroPtr asked_after;
    identity::testing::World accounts{database};
    identity::PasswordDesk passwords{accounts.services};
    Services services{Unit<Ports>([this](const auto& body) { return transact(body, true); },
                                  [this](const auto& body) { return transact(body, false); }),
                      clock, ids, passwords, [] {},
                      {[this](db::Session&, const Ibge&, std::string_view) { return ++imported, Result<void>(); },
                       [this](const Ibge&, const CadastroPtr& after, const OnProgress&) -> Result<std::int64_t> {
                           asked_after = after;
                           return invalidated;
                       }}};

private:
    test::TemporaryFolder dir_;
    Result<void> transact(const Unit<Ports>::Body& body, bool writes) {
        const auto with_session = [&](db::Session& session) {
            SqlCadastroStore cadastro(session);
            SqlImportacaoStore importacoes(session);
            SqlCboStore cbos(session);
            SqlUnidadeStore unidades(session);
            SqlProfissionalStore profissionais(session);
            SqlLotacaoStore lotacoes(session);
            SqlCepStore ceps(session);
            identity::SqlPeople people(session, ids, clock);
            OnlyAracaju municipios;
            BufferTrail trail(events);
            Ports ports{cadastro, importacoes, cbos, unidades, profissionais, lotacoes, ceps, people, municipios, trail, session};
            return body(ports);
        };
        return writes ? database.write(with_session) : database.read(with_session);
    }
};

inline void for_each_world(const std::function<void(World&)>& test) {
    test::for_each_engine([&](db::Database& database) {
        World world(database);
        test(world);
    });
}

}  // namespace aroeira::estabelecimentos::testing
