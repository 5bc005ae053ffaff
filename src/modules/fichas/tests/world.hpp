// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <doctest/doctest.h>

#include <atomic>
#include <chrono>
#include <set>
#include <string>
#include <thread>
#include <vector>

#include "modules/audit/module.hpp"
#include "modules/fichas/module.hpp"
#include "modules/fichas/operations/evaluate.hpp"
#include "modules/fichas/operations/receive_lote.hpp"
#include "modules/fichas/store/sql_ficha_store.hpp"
#include "modules/fichas/tests/visita.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/doubles.hpp"

/// Recebimento over a real database and a real queue, with a registry and a clock the test owns.
namespace aroeira::fichas::testing {

using test::OpenGate;
using test::code_of_failure;

inline Ibge aracaju() { return Ibge::parse("2800308").value(); }
inline Ibge other_municipio() { return Ibge::parse("3550308").value(); }

constexpr int kOffsetMinutes = -180;

/// A registry that knows the establishments it is told and, with any of them, every team and professional.
class FewUnidades final : public Catalogo {
public:
    explicit FewUnidades(std::set<std::string, std::less<>> known) : known_(std::move(known)) {}
    [[nodiscard]] bool has_municipio(std::string_view ibge) const override { return ibge == aracaju().text(); }
    [[nodiscard]] bool has_unidade(std::string_view, std::string_view cnes) const override { return known_.contains(cnes); }
    [[nodiscard]] bool has_equipe(std::string_view, std::string_view) const override { return !known_.empty(); }
    [[nodiscard]] bool has_profissional(std::string_view, std::string_view) const override { return !known_.empty(); }
    [[nodiscard]] bool has_profissional_cpf(std::string_view, std::string_view) const override { return !known_.empty(); }

private:
    std::set<std::string, std::less<>> known_;
};

/// An installation of one município.
class OneMunicipio final : public InstallationPort {
public:
    OneMunicipio(const ProcessingHours& hours, const std::string& edition) : hours_(hours), edition_(edition) {}
    Result<ProcessingHours> processing_hours() override { return hours_; }
    Result<int> utc_offset_minutes(const Ibge& municipio) override {
        if (municipio == aracaju()) return kOffsetMinutes;
        return Error{ErrorKind::not_found, "RECEB-0003", "Este município não está ativo nesta instalação."};
    }
    Result<std::string> registry_edition(const Ibge&) override { return edition_; }

private:
    const ProcessingHours& hours_;
    const std::string& edition_;
};

class World {
public:
    explicit World(db::Database& database) : database_(database) {}

    /// The administrador municipal of Aracaju.
    template <identity::Permission P>
    identity::Granted<P> ana() {
        return gate.as<P>({.key = "ana", .name = "Ana Responsável", .municipio = aracaju(), .address = "10.0.0.1"});
    }
    /// A credencial de integração of Aracaju.
    identity::Granted<identity::Permission::fichas_receber> sistema(const std::string& key = "sistema") {
        return gate.as<identity::Permission::fichas_receber>({.kind = identity::Actor::Kind::credencial, .key = key,
                                                              .name = "Sistema " + key, .municipio = aracaju(), .address = "10.0.0.9"});
    }
    Result<Accepted> try_send(const std::string& bytes, const std::string& name = "lote.zip") {
        return receive_lote(ana<identity::Permission::fichas_importar>(), {.file_name = name, .bytes = bytes}, services);
    }
    LoteId send(const std::string& bytes, const std::string& name = "lote.zip") { return test::must(try_send(bytes, name)).lote; }

    template <class F>
    auto read(F&& body) { return services.unit.read(std::forward<F>(body)); }

    /// Runs what is due, as the program does, until nothing is.
    void run_jobs() {
        const auto runner = jobs::make_runner(database_, clock, ids, fichas::jobs(services), 1);
        runner->start();
        for (int i = 0; i < 2000 && due() != 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
        runner->stop();
        REQUIRE(due() == 0);
    }
    std::int64_t due() {
        return number("SELECT COUNT(*) FROM trabalho WHERE situacao = 'executando' OR (situacao = 'aguardando' AND nao_antes_ms <= " +
                      std::to_string(to_ms(clock.now())) + ")");
    }
    std::int64_t number(const std::string& sql) {
        return test::must(read([&](Ports& ports) {
                   return ports.session.first(db::Query{"test.number", sql}, {}, [](const db::Row& row) { return row.integer(0); });
               })).value();
    }
    std::int64_t rows(const std::string& table) { return number("SELECT COUNT(*) FROM " + table); }
    std::int64_t events(audit::Event event) {
        return number("SELECT COUNT(*) FROM evento WHERE evento = '" + std::string(audit::name_of(event)) + "'");
    }

    LoteRecebido lote(const LoteId& id) {
        return test::must(read([&](Ports& ports) { return ports.fichas.find_lote(aracaju(), id); }));
    }
    std::vector<FichaVersao> versions(const Visita& visit) {
        return test::must(read([&](Ports& ports) { return ports.fichas.find_ficha(aracaju(), visit.uuid()); }));
    }
    bool keeps(const Visita& visit) {
        return read([&](Ports& ports) { return ports.fichas.find_ficha(aracaju(), visit.uuid()); }).has_value();
    }

    FixedClock clock{from_ms(1'790'000'000'000)};  // 2026-09-21, 11:13 in Aracaju
    SystemIdSource ids;
    ProcessingHours hours{};
    std::shared_ptr<const Catalogo> catalogo;  ///< Null: no registry is asked.
    std::string edition{};                     ///< Of the registry.
    /// An import ends, here or on another node, once the next `evaluators` were made.
    void import_after(int evaluators, std::shared_ptr<const Catalogo> known) {
        services.evaluator = [this, plain = services.evaluator, evaluators, known = std::move(known)](const Ibge& municipio) mutable {
            auto made = plain(municipio);
            if (--evaluators == 0) {
                catalogo = known;
                edition += "+";
            }
            return made;
        };
    }
    OpenGate gate;
    std::atomic<bool> broken{false};           ///< The database does not answer.
    int loses = 0;                             ///< How often each write runs and is rolled back before it is committed.
    Services services{Unit<Ports>([this](const auto& body) { return run(body, true); }, [this](const auto& body) { return run(body, false); }),
                      clock, ids,
                      [this](const Ibge& municipio) -> Result<std::unique_ptr<Evaluator>> {
                          return make_evaluator({clock, catalogo, municipio, edition});
                      },
                      [] {}};

private:
    Result<void> run(const Unit<Ports>::Body& body, bool writes) {
        if (broken) return Error{ErrorKind::unavailable, "DB-0004", "O banco de dados não respondeu.", {}, "disco"};
        const auto inside = [&](db::Session& session) {
            SqlFichaStore store(session);
            audit::SqlTrail trail(session, ids, clock);
            OneMunicipio installation(hours, edition);
            Ports ports{store, trail, installation, session};
            return body(ports);
        };
        if (!writes) return database_.read(inside);
        for (int i = 0; i < loses; ++i)
            (void)database_.write([&](db::Session& session) -> Result<void> {
                AROEIRA_CHECK(inside(session));
                return Error{ErrorKind::unavailable, "DB-0004", "Perdeu para outra transação."};
            });
        return database_.write(inside);
    }
    db::Database& database_;
};

inline void for_each_world(const std::function<void(World&)>& test) {
    test::for_each_engine([&](db::Database& database) {
        World world(database);
        test(world);
    });
}

}  // namespace aroeira::fichas::testing
