// SPDX-License-Identifier: Apache-2.0
// The trail: recording an event, telling what an act changed, verifying, and searching.
// AROEIRA_BENCH_EVENTOS says how many events; a tenth of them stays in the table, the rest is in the archive.
#define DOCTEST_CONFIG_IMPLEMENT  // The temporary folder comes from the tests, which need it.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <limits>
#include <thread>

#include "benchmarks/support/measure.hpp"
#include "modules/audit/module.hpp"
#include "modules/audit/store/chain.hpp"
#include "platform/db/migrate.hpp"
#include "tests/support/databases.hpp"

namespace aroeira::bench {
namespace {

using Clock = std::chrono::steady_clock;
constexpr const char* kTown = "2800308";
constexpr std::int64_t kBegin = 1'760'000'000'000;
constexpr std::int64_t kStepMs = 500;

std::int64_t wanted_events() {
    const char* text = std::getenv("AROEIRA_BENCH_EVENTOS");
    return text ? std::atoll(text) : 1'000'000;
}
double seconds_since(Clock::time_point begin) { return std::chrono::duration<double>(Clock::now() - begin).count(); }
void must(const Result<void>& done) {
    if (done) return;
    std::fprintf(stderr, "%s\n", done.error().message.c_str());
    std::exit(1);
}

struct Made {
    std::string id, actor, entity_id, details;
    std::int64_t instant = 0;
    [[nodiscard]] audit::EventRow row() const { return {kTown, id, instant, "lote_recebido", actor, "10.0.0.7", "lote_recebido", entity_id, details}; }
};
Made made(std::int64_t i) {
    char id[40];
    std::snprintf(id, sizeof id, "%08llx-%04llx-7000-8000-%012llx", static_cast<unsigned long long>((kBegin + i * kStepMs) >> 16),
                  static_cast<unsigned long long>((kBegin + i * kStepMs) & 0xffff), static_cast<unsigned long long>(i));
    return {id, "0190aaaa-0000-7000-8000-0000000000" + std::to_string(10 + i % 50), "0190bbbb-0000-7000-8000-" + std::string(id + 24), R"({"fichas":12})", kBegin + i * kStepMs};
}

/// A month of a município, as the program would have it.
struct Trail {
    explicit Trail(std::int64_t count) : events(count) {
        must([&]() -> Result<void> { AROEIRA_CHECK(db::migrate(*database, SystemClock{})); return {}; }());
        constexpr std::array<std::string_view, 9> columns{"municipio", "id", "instante_ms", "evento", "ator", "endereco", "entidade", "entidade_id", "detalhes"};
        constexpr std::array<std::string_view, 3> waiting{"municipio", "id", "resumo"};
        for (std::int64_t at = 0; at < count; at += 50'000) {
            must(database->write([&](db::Session& session) -> Result<void> {
                const auto until = std::min(at + 50'000, count);
                AROEIRA_TRY(const auto rows, session.bulk({"evento", columns}));
                for (auto i = at; i < until; ++i) {
                    const auto one = made(i);
                    const std::array<db::Value, 9> row{kTown, one.id, one.instant, "lote_recebido", one.actor, "10.0.0.7", "lote_recebido", one.entity_id, one.details};
                    AROEIRA_CHECK(rows->add(row));
                }
                AROEIRA_CHECK(rows->finish());
                AROEIRA_TRY(const auto pending, session.bulk({"evento_pendente", waiting}));
                for (auto i = at; i < until; ++i) {
                    const auto one = made(i);
                    const auto digest = audit::digest_of(one.row());
                    const std::array<db::Value, 3> row{kTown, one.id, db::Blob{audit::bytes_of(digest)}};
                    AROEIRA_CHECK(pending->add(row));
                }
                return pending->finish();
            }));
            must([&]() -> Result<void> { AROEIRA_CHECK(audit::seal_chains(*database, vault)); return {}; }());
        }
        must([&]() -> Result<void> { AROEIRA_CHECK(audit::close_blocks(*database, vault)); return {}; }());
    }
    void archive(std::int64_t until) {
        must([&]() -> Result<void> { AROEIRA_CHECK(audit::archive_blocks(*database, kBegin + until * kStepMs, std::numeric_limits<std::int64_t>::max())); return {}; }());
    }
    double verify() {
        const auto begin = Clock::now();
        const auto verified = audit::verify_trail(*database, vault, nullptr);
        if (!verified || !verified->findings.empty()) std::exit(1);
        return static_cast<double>(events) / seconds_since(begin);
    }
    /// Milliseconds to the first 30 of a filter.
    double search(audit::EventFilter filter) {
        filter.municipio = kTown;
        filter.until_ms = std::numeric_limits<std::int64_t>::max();
        const auto begin = Clock::now();
        must(database->read([&](db::Session& session) -> Result<void> {
            audit::SqlTrailReader reader(session);
            int seen = 0;
            AROEIRA_CHECK(reader.read(filter, "", [&](const audit::EventView&) { return ++seen <= 30; }));
            return {};
        }));
        return seconds_since(begin) * 1000;
    }

    std::int64_t events;
    test::TemporaryFolder folder;
    std::unique_ptr<db::Database> database = db::open(folder.file("trilha.db")).value();
    crypto::Vault vault = crypto::Vault::open(folder.file("chaves")).value();
};

/// SHA-256 of the same bytes, twice per event as the chain has it, on as many threads.
double hash_alone(std::int64_t count) {
    constexpr std::int64_t kKept = 20'000;
    std::vector<Made> all;
    for (std::int64_t i = 0; i < std::min(count, kKept); ++i) all.push_back(made(i));
    const auto threads = std::max(1U, std::thread::hardware_concurrency());
    const auto begin = Clock::now();
    {
        std::vector<std::jthread> workers;
        for (unsigned t = 0; t < threads; ++t)
            workers.emplace_back([&] {
                std::string link(32, '\0');
                for (std::int64_t i = 0; i < count / threads; ++i) {
                    const auto digest = audit::digest_of(all[static_cast<std::size_t>(i) % all.size()].row());
                    link = audit::bytes_of(audit::link_of(link, i, audit::bytes_of(digest)));
                }
            });
    }
    return static_cast<double>(count) / seconds_since(begin);
}

void verifying(Trail& trail, const char* id) {
    std::vector<double> ours, theirs, ratios;
    for (int turn = 0; turn < 5; ++turn) {
        ours.push_back(trail.verify());
        theirs.push_back(hash_alone(trail.events));
        ratios.push_back(ours.back() / theirs.back());
    }
    const auto value = median(ours);
    print({.id = id, .value = value, .unit = "1/s", .against = "SHA-256 só, mesmos bytes", .floor = median(theirs), .ratio = median(ratios), .must = 0.2, .aim = 0.4,
           .also_ok = value >= 1'500'000});
}

void searching(Trail& trail) {
    const std::vector<audit::EventFilter> filters{{.actor = made(7).actor}, {.entity_id = made(trail.events / 2).entity_id}, {.entity_id = made(3).entity_id},
                                                  {.types = {audit::EventType::password_changed}}, {.address = "10.9.9.9"}, {.entities = {"perfil"}}, {.details = "fichas"}};
    std::vector<double> times;
    for (int turn = 0; turn < 3; ++turn)
        for (const auto& filter : filters) times.push_back(trail.search(filter));
    std::sort(times.begin(), times.end());
    const auto p95 = times[times.size() * 95 / 100];
    print({.id = "auditoria.filtrar_p95", .value = p95, .unit = "ms", .against = "300 ms, " + std::to_string(trail.events) + " eventos", .floor = 300, .ratio = p95 / 300, .must = 1, .aim = 0.5,
           .wanted = Wanted::at_most});
}

constexpr db::Query kPlain{"bench.plain", R"sql(
    INSERT INTO evento (municipio, id, instante_ms, evento, ator, endereco, entidade, entidade_id, detalhes) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};
constexpr db::Query kCreate{"bench.create", "CREATE TABLE coisa (municipio TEXT NOT NULL, id TEXT NOT NULL, nome TEXT NOT NULL, PRIMARY KEY (municipio, id))"};
constexpr db::Query kInsert{"bench.insert", "INSERT INTO coisa (municipio, id, nome) VALUES ($1, $2, $3)"};
constexpr db::Query kChange{"bench.change", "UPDATE coisa SET nome = $3 WHERE municipio = $1 AND id = $2"};

void appending(Trail& trail) {
    SystemIdSource ids;
    const SystemClock clock;
    constexpr int kEvents = 500;
    const auto record = [&] {
        must(trail.database->write([&](db::Session& session) -> Result<void> {
            audit::SqlTrail into(session, ids, clock);
            for (int i = 0; i < kEvents; ++i)
                AROEIRA_CHECK(into.record({.event = audit::Event::lote_recebido, .actor = "0190", .address = "10.0.0.7", .entity = "lote_recebido", .entity_id = "1", .municipio = "3550308"}));
            return {};
        }));
        return std::size_t{kEvents};
    };
    const auto plain = [&] {
        must(trail.database->write([&](db::Session& session) -> Result<void> {
            for (int i = 0; i < kEvents; ++i)
                AROEIRA_CHECK(session.run(kPlain, {"3550308", ids.next(), to_ms(clock.now()), "lote_recebido", "0190", "10.0.0.7", "lote_recebido", "1", ""}));
            return {};
        }));
        return std::size_t{kEvents};
    };
    const auto compared = compare(record, plain, 11);
    print({.id = "auditoria.acrescentar", .value = compared.ours, .unit = "1/s", .against = "INSERT só", .floor = compared.theirs, .ratio = compared.ratio, .must = 0.3, .aim = 0.5});
}

/// A small act with its commit on the disk, with and without telling what it changed.
void telling() {
    SystemIdSource ids;
    const SystemClock clock;
    const test::TemporaryFolder folder;
    auto raw = db::open(folder.file("ato.db")).value();
    must([&]() -> Result<void> { AROEIRA_CHECK(db::migrate(*raw, clock)); return {}; }());
    must(raw->write([&](db::Session& session) -> Result<void> {
        AROEIRA_CHECK(session.run(kCreate));
        AROEIRA_CHECK(session.run(kInsert, {kTown, "1", "a"}));
        return {};
    }));
    auto told = audit::audited(db::open(folder.file("ato.db")).value(), ids, clock);
    const auto act = [&](db::Database& database) {
        const auto begin = Clock::now();
        for (int i = 0; i < 50; ++i)
            must(database.write([&](db::Session& session) -> Result<void> {
                AROEIRA_CHECK(session.run(kChange, {kTown, "1", std::to_string(i)}));
                return audit::SqlTrail(session, ids, clock).record({.event = audit::Event::configuracao_alterada, .actor = "0190", .address = "10.0.0.7", .entity = "coisa", .entity_id = "1", .municipio = kTown});
            }));
        return 50 / seconds_since(begin);
    };
    std::vector<double> ours, theirs, ratios;
    for (int turn = 0; turn < 21; ++turn) {
        ours.push_back(act(*told));
        theirs.push_back(act(*raw));
        ratios.push_back(ours.back() / theirs.back());
    }
    print({.id = "auditoria.ato_com_operacoes", .value = median(ours), .unit = "1/s", .against = "o mesmo ato sem contar as operações", .floor = median(theirs), .ratio = median(ratios), .must = 0.95, .aim = 0.98});
}

}  // namespace
}  // namespace aroeira::bench

int main() {
    using namespace aroeira::bench;
    Trail trail(wanted_events());
    verifying(trail, "auditoria.verificar_tabela");
    trail.archive(trail.events * 9 / 10);
    verifying(trail, "auditoria.verificar");
    searching(trail);
    appending(trail);
    telling();
}
