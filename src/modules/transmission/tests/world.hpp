// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <mutex>

#include "modules/fichas/store/sql_kept_fichas.hpp"
#include "modules/fichas/store/sql_valid_fichas.hpp"
#include "modules/fichas/tests/world.hpp"
#include "modules/instalacoes/store/sql_municipio_store.hpp"
#include "modules/instalacoes/store/sql_settings_store.hpp"
#include "modules/transmission/module.hpp"
#include "modules/transmission/operations/ask_for_lotes.hpp"
#include "modules/transmission/operations/find_lotes.hpp"
#include "modules/transmission/operations/generate_lotes.hpp"
#include "modules/transmission/operations/job_argument.hpp"
#include "modules/transmission/store/sql_destino_store.hpp"
#include "modules/transmission/store/sql_envio_store.hpp"
#include "modules/transmission/store/sql_lote_enviado_store.hpp"
#include "modules/transmission/store/sql_percurso_store.hpp"
#include "modules/transmission/store/sql_sincronia_store.hpp"

/// Transmission over a real database and a real queue, beside the recebimento that fills it.
namespace aroeira::transmission::testing {

using fichas::testing::aracaju;
using fichas::testing::code_of_failure;
using fichas::testing::Visita;
using fichas::testing::zip_of;

inline constexpr auto kManage = identity::Permission::transmissao_gerenciar;

/// A trail that stops answering after so many acts, as a disk does: what was begun must not stay.
class FailingTrail final : public audit::Trail {
public:
    FailingTrail(audit::Trail& behind, int& left) : behind_(behind), left_(left) {}
    Result<void> record(const audit::Entry& entry) override {
        if (left_-- <= 0) return Error{ErrorKind::unavailable, "DB-0004", "O banco de dados não respondeu.", {}, "disco"};
        return behind_.record(entry);
    }

private:
    audit::Trail& behind_;
    int& left_;
};

/// Other servers, as the test says they answer; it remembers what was asked. Safe from any thread.
class ScriptedTransport final : public client::Transport {
public:
    using Answering = std::function<Result<client::Answer>(const client::Call&)>;
    Result<client::Answer> send(const client::Call& call) override {
        {
            const std::lock_guard guard(mutex_);
            asked_.push_back({call.method, call.url, std::string(call.body), call.ca_pem, call.headers});
        }
        return answer(call);
    }
    struct Asked {
        client::Method method;
        std::string url, body, ca_pem;
        std::vector<std::pair<std::string, std::string>> headers;
    };
    [[nodiscard]] std::vector<Asked> asked() {
        const std::lock_guard guard(mutex_);
        return asked_;
    }

    Answering answer = [](const client::Call&) -> Result<client::Answer> {
        return Error{ErrorKind::unavailable, "CLIENT-0001", "Ninguém respondeu neste endereço."};
    };

private:
    std::mutex mutex_;
    std::vector<Asked> asked_;
};

/// The keys of an installation, in a folder that dies with the program.
inline const crypto::Vault& vault() {
    static const test::TemporaryFolder folder;
    static const crypto::Vault opened = test::must(crypto::Vault::open(folder.file("chaves")));
    return opened;
}

class World {
public:
    explicit World(db::Database& database) : received(database), database_(database) {
        test::must(database.write([](db::Session& session) -> Result<void> {
            instalacoes::SqlMunicipioStore municipios(session);
            AROEIRA_CHECK(municipios.activate({aracaju(), "Aracaju", "SE", "America/Maceio", -180}));
            instalacoes::SqlSettingsStore settings(session);
            AROEIRA_CHECK(settings.put_first(instalacoes::keys::kInstallationId, "01900000-0000-7000-8000-0000000000aa"));
            AROEIRA_CHECK(session.run(db::Query{"test.cursor_table", "CREATE TABLE cursor_of_test (cursor TEXT NOT NULL)"}));
            return {};
        }));
    }

    template <class F>
    auto read(F&& body) { return services.unit.read(std::forward<F>(body)); }
    template <class F>
    auto write(F&& body) { return services.unit.write(std::forward<F>(body)); }

    /// The administradora da instalação, who reaches every município.
    MayManage marina() { return gate.as<kManage>({.key = "marina", .name = "Marina Duarte", .address = "10.0.0.2"}); }

    /// Fichas come in and are processed.
    void receive(const std::vector<Visita>& visits) {
        received.send(zip_of(visits));
        received.run_jobs();
    }
    /// Asks for the lotes and runs the queue, as the program does.
    jobs::Status generate() {
        const auto id = test::must(ask_for_lotes(marina(), aracaju(), services));
        const auto runner = jobs::make_runner(database_, received.clock, received.ids, transmission::jobs(services), 1);
        runner->start();
        for (int i = 0; i < 2000 && received.due() != 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        runner->stop();
        return test::must(read([&](Ports& ports) { return jobs::status(ports.session, id); }));
    }
    /// Oldest first.
    std::vector<LoteEnviado> lotes() {
        auto page = test::must(list_lotes(marina(), aracaju(), {.page_size = 1000}, services));
        return {page.items.rbegin(), page.items.rend()};
    }
    std::string zip_in_store(const LoteEnviado& lote) {
        return test::must(read([&](Ports& ports) { return ports.lotes.read_zip(lote.municipio, lote.id); }));
    }
    void run_sql(const std::string& sql) {
        test::must(write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.session.run(db::Query{"test.sql", sql}));
            return {};
        }));
    }

    fichas::testing::World received;
    fichas::testing::OpenGate gate;
    int acts_left = 1'000'000;  ///< Before the trail stops answering.
    bool may_no_longer = false;
    ScriptedTransport transport;
    Services services{Unit<Ports>([this](const auto& body) { return run(body, true); }, [this](const auto& body) { return run(body, false); }),
                      received.clock, received.ids, transport, vault(),
                      [this](std::string_view actor, const Ibge& municipio) -> Result<MayManage> {
                          if (actor == identity::kRoutineKey) return gate.as<kManage>({.kind = identity::Actor::Kind::routine, .key = "rotina", .name = "Rotina automática"});
                          if (may_no_longer || actor != "marina" || municipio != aracaju())
                              return Error{ErrorKind::forbidden, "ACESSO-0002", "Seu perfil não permite isto."};
                          return marina();
                      },
                      [] {}};

private:
    Result<void> run(const Unit<Ports>::Body& body, bool writes) {
        const auto inside = [&](db::Session& session) {
            SqlLoteEnviadoStore lotes(session);
            SqlDestinoStore destinos(session);
            SqlEnvioStore envio(session);
            SqlPercursoStore percurso(session);
            fichas::SqlValidFichas valid(session);
            fichas::SqlKeptFichas kept(session);
            SqlSincroniaStore sincronia(session);
            instalacoes::SqlMunicipioStore municipios(session);
            instalacoes::SqlSettingsStore settings(session);
            audit::SqlTrail trail(session, received.ids, received.clock);
            FailingTrail failing(trail, acts_left);
            Ports ports{lotes, destinos, envio, percurso, valid, kept, sincronia, municipios, settings, failing, session};
            return body(ports);
        };
        return writes ? database_.write(inside) : database_.read(inside);
    }
    db::Database& database_;
};

/// A run of the job that ends where the test says: as when the program stops, or another node took the
/// lease. Its cursor is a row, so that it stays or goes with the transaction that saved it.
class ShortJob final : public jobs::Context {
public:
    explicit ShortJob(World& world) : ShortJob(world, json::text_of(GenerateArgument{std::string(aracaju().text()), "marina"})) {}
    ShortJob(World& world, std::string argument)
        : id_(world.received.ids.make<jobs::Trabalho>()),
          argument_(std::move(argument)),
          cursor_(test::must(world.read([](Ports& ports) {
                      return ports.session.first({"test.cursor", "SELECT cursor FROM cursor_of_test"}, {},
                                                 [](const db::Row& row) { return row.string(0); });
                  })).value_or("")) {}
    [[nodiscard]] const jobs::TrabalhoId& id() const override { return id_; }
    [[nodiscard]] std::string_view argument() const override { return argument_; }
    [[nodiscard]] std::string_view cursor() const override { return cursor_; }
    void progress(std::string_view, std::int64_t, std::int64_t) override {}
    Result<void> save_cursor(db::Session& session, std::string_view cursor, std::int64_t, std::int64_t) override {
        if (loses_lease) return Error{ErrorKind::conflict, "JOBS-0004", "O trabalho passou a outro executor."};
        if (commits_left-- <= 0) return Error{ErrorKind::unavailable, "DB-0004", "O banco de dados não respondeu.", {}, "disco"};
        ++saves;
        AROEIRA_CHECK(session.run({"test.forget_cursor", "DELETE FROM cursor_of_test"}));
        AROEIRA_CHECK(session.run({"test.save_cursor", "INSERT INTO cursor_of_test (cursor) VALUES ($1)"}, {cursor}));
        return {};
    }
    [[nodiscard]] bool should_stop() const override { return saves >= stops_after; }
    void again_at(Instant at) override { again = at; }

    int saves = 0;
    int stops_after = 1000;
    bool loses_lease = false;
    int commits_left = 1'000'000;  ///< Before the database stops answering, as when the machine loses power.
    std::optional<Instant> again{};  ///< When it asked to run again.

private:
    jobs::TrabalhoId id_;
    std::string argument_;
    std::string cursor_;
};

inline void for_each_world(const std::function<void(World&)>& test) {
    test::for_each_engine([&](db::Database& database) {
        World world(database);
        test(world);
    });
}

/// Name and content of every entry.
inline std::map<std::string, std::string> entries_of(const std::string& zip) {
    const auto archive = test::must(zip::Archive::open(zip));
    std::map<std::string, std::string> entries;
    for (std::size_t i = 0; i < archive.size(); ++i) {
        std::string buffer;
        entries[std::string(archive.entry(i).name)] = std::string(test::must(archive.extract(i, buffer)));
    }
    return entries;
}

}  // namespace aroeira::transmission::testing
