// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/blocks.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "modules/audit/store/proof.hpp"
#include "modules/audit/store/sealer.hpp"
#include "modules/audit/store/sql_trail.hpp"
#include "modules/audit/store/sql_trail_reader.hpp"
#include "modules/audit/store/verify_trail.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;
using namespace aroeira::audit;

namespace {

constexpr const char* kTown = "2800308";

/// A trail of a município whose first two blocks are closed and whose first may be archived.
struct Site {
    explicit Site(db::Database& base, int count = 2100) : database(base) {
        record(count);
        test::must(seal_chains(database, vault));
        CHECK(test::must(close_blocks(database, vault)) == count / 1024);
    }
    void record(int count) {
        test::must(database.write([&](db::Session& session) -> Result<void> {
            SqlTrail trail(session, ids, clock);
            for (int i = 0; i < count; ++i) {
                clock.set(clock.now() + std::chrono::minutes(1));
                AROEIRA_CHECK(trail.record({.event = i % 100 == 0 ? Event::senha_alterada : Event::lote_recebido, .actor = "ator-" + std::to_string(i % 7), .address = "10.0.0.7",
                                            .entity = "lote_recebido", .entity_id = std::to_string(i), .municipio = kTown, .details = R"({"acento":"ã"})"}));
            }
            return {};
        }));
    }
    void archive(std::int64_t most = 1) { CHECK(test::must(archive_blocks(database, to_ms(clock.now()), most)) == most); }
    void run(std::string_view sql, std::initializer_list<db::Value> values = {}) {
        test::must(database.write([&](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(session.run({"test.tamper", sql}, values));
            return {};
        }));
    }
    std::string bytes(std::string_view sql, std::initializer_list<db::Value> values = {}) {
        std::string found;
        test::must(database.read([&](db::Session& session) {
            return session.each({"test.bytes", sql}, values, [&](const db::Row& row) {
                found = row.blob(0);
                return false;
            });
        }));
        return found;
    }
    std::vector<std::string> codes() {
        std::vector<std::string> all;
        for (const auto& one : test::must(verify_trail(database, vault, nullptr)).findings)
            all.push_back(std::string(code_of(one.what)) + " " + std::to_string(one.position));
        return all;
    }
    std::string first() {
        const auto found = codes();
        return found.empty() ? "intact" : found.front();
    }
    std::vector<std::string> search(EventFilter filter, std::size_t most = 5000) {
        filter.municipio = kTown;
        if (filter.until_ms == 0) filter.until_ms = std::numeric_limits<std::int64_t>::max();
        std::vector<std::string> seen;
        Cursor cursor;
        do {
            test::must(database.read([&](db::Session& session) -> Result<void> {
                SqlTrailReader reader(session);
                std::size_t page = 0;
                AROEIRA_TRY(cursor, reader.read(filter, cursor, [&](const EventView& event) {
                    if (page == 400) return false;
                    ++page;
                    seen.emplace_back(event.entity_id);
                    return true;
                }));
                return {};
            }));
        } while (!cursor.empty() && seen.size() < most);
        return seen;
    }
    Proof proof_of(const std::string& id) {
        std::optional<Proof> proof;
        test::must(database.read([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(proof, prove(session, vault, kTown, id));
            return {};
        }));
        return *proof;
    }

    db::Database& database;
    test::TemporaryFolder folder;
    crypto::Vault vault = crypto::Vault::open(folder.file("chaves")).value();
    SystemIdSource ids;
    FixedClock clock{from_ms(1'787'000'000'000)};
};

}  // namespace

TEST_CASE("[TE6] old blocks leave the table for the archive and the trail still verifies, and is searched as before") {
    test::for_each_engine([](db::Database& database) {
        Site site(database);
        site.record(3);  // And three that wait.
        const auto before = site.search({});
        REQUIRE(before.size() == 2103);
        CHECK(site.first() == "intact");
        site.archive();
        CHECK(site.bytes("SELECT COUNT(*) FROM evento") == "1079");
        CHECK(site.first() == "intact");
        CHECK(site.search({}) == before);
        CHECK(site.search({.actor = "ator-3"}).size() == std::count_if(before.begin(), before.end(), [](const auto& id) { return std::stoi(id) % 7 == 3; }));
        CHECK(site.search({.types = {EventType::password_changed}}).size() == 22);
        CHECK(site.search({.entity_id = "2050"}) == std::vector<std::string>{"2050"});
        CHECK(site.search({.entity_id = "5"}).size() == 1);
        CHECK(site.search({.details = "acento"}).size() == 2103);
        CHECK(site.search({.actor = "nobody"}).empty());
        site.archive();
        CHECK(site.first() == "intact");
        CHECK(site.search({}) == before);
        // Nothing more is full.
        CHECK(test::must(archive_blocks(database, to_ms(site.clock.now()), 9)) == 0);
    });
}

TEST_CASE("[TE6] a block is archived only when it is old, and only when it verifies") {
    test::for_each_engine([](db::Database& database) {
        Site site(database);
        CHECK(test::must(archive_blocks(database, 1'787'000'000'000, 9)) == 0);
        site.run("UPDATE evento SET ator = 'outro' WHERE municipio = '2800308' AND id = (SELECT id FROM evento_elo WHERE ordem = 7)");
        CHECK(archive_blocks(database, to_ms(site.clock.now()), 9).error().code.text() == "AUDIT-0002");
        CHECK(site.first() == "evento_alterado 7");
        CHECK(open_since_ms(1'787'000'000'000) == 1'782'864'000'000);  // 2026-08-17 gives 2026-07-01T00:00Z.
    });
}

TEST_CASE("[TE1] [TE5] what is done to a closed or an archived block is found and named") {
    const auto check = [](bool archived, std::string_view sql, const std::string& expected) {
        test::for_each_engine([&](db::Database& database) {
            Site site(database, 1100);
            if (archived) site.archive();
            REQUIRE(site.first() == "intact");
            site.run(sql);
            CHECK(site.first() == expected);
        });
    };
    check(false, "UPDATE evento_bloco SET raiz = elo", "bloco_reescrito 1");
    check(false, "UPDATE evento_bloco SET assinatura = raiz", "bloco_reescrito 1");
    check(false, "UPDATE evento_bloco SET de_ms = de_ms - 1", "bloco_reescrito 1");
    check(true, "DELETE FROM evento_arquivo", "arquivo_perdido 1");
    check(true, "UPDATE evento_arquivo SET conteudo = (SELECT raiz FROM evento_bloco)", "arquivo_perdido 1");
    check(true, "DELETE FROM evento_bloco", "elo_removido 1");
    check(true, "UPDATE evento_bloco SET arquivado = 0", "elo_removido 1");
    check(true, "DELETE FROM evento_elo WHERE ordem = 1025", "elo_removido 1025");
}

TEST_CASE("[TE4] [TE5] a block that reaches beyond a chain that was cut is still asked for its signature") {
    test::for_each_engine([](db::Database& database) {
        Site site(database, 1100);
        site.run("DELETE FROM evento_elo WHERE ordem > 500");
        CHECK(site.first() == "fim_cortado 501");
        site.run("UPDATE evento_bloco SET raiz = elo");
        CHECK(site.first() == "bloco_reescrito 1");
    });
}

TEST_CASE("[TE1] an event whose link has lost the one before it is known by the root of its block") {
    test::for_each_engine([](db::Database& database) {
        Site site(database);
        site.run("DELETE FROM evento_elo WHERE ordem = 1024");
        CHECK(site.codes() == std::vector<std::string>{"elo_removido 1024", "evento_inserido 0"});
        site.run("UPDATE evento SET ator = 'outro' WHERE id = (SELECT id FROM evento_elo WHERE ordem = 1025)");
        CHECK(site.codes() == std::vector<std::string>{"elo_removido 1024", "bloco_alterado 1025", "evento_inserido 0"});
    });
}

TEST_CASE("[TE1] an archived event that somebody unpacked, edited and packed again is named") {
    test::for_each_engine([](db::Database& database) {
        Site site(database, 1100);
        site.archive();
        const auto packed = site.bytes("SELECT conteudo FROM evento_arquivo");
        const auto unpacked = test::must(unpack(kTown, packed));
        std::vector<OwnedEvent> events;
        for (const auto& one : unpacked) events.push_back(one.event);
        events[9].actor = "outro";
        // With the small checks of a careful hand only the block is known; the root does not lie.
        site.run("UPDATE evento_arquivo SET conteudo = $1", {db::Blob{pack(kTown, events)}});
        CHECK(site.first() == "bloco_alterado 1");
    });
}

TEST_CASE("[TE8] an event of the archive, of a block and of the tail is proven, and a changed proof is not") {
    test::for_each_engine([](db::Database& database) {
        Site site(database);
        std::vector<std::string> ids;
        test::must(database.read([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(ids, session.all({"test.ids", "SELECT id FROM evento_elo WHERE municipio = '2800308' ORDER BY ordem"}, {}, [](const db::Row& row) { return row.string(0); }));
            return {};
        }));
        site.archive();
        for (const std::size_t position : {1, 700, 1024, 1025, 2048, 2049, 2100}) {
            auto proof = site.proof_of(ids[position - 1]);
            CHECK(proof.position == static_cast<std::int64_t>(position));
            CHECK(proof.size == 2100);
            CHECK(proof.path.size() <= 12);
            const auto read_again = test::must(json::parse<Proof>(json::text_of(proof)));
            CHECK(check_proof(read_again, crypto::to_base64(site.vault.public_key())));
            auto forged = proof;
            forged.event.ator = "outro";
            CHECK(check_proof(forged).error().code.text() == "AUDIT-0006");
            forged = proof;
            forged.position = proof.position == 1 ? 2 : 1;
            CHECK_FALSE(check_proof(forged));
            forged = proof;
            forged.size = 2101;
            CHECK_FALSE(check_proof(forged));
            CHECK_FALSE(check_proof(proof, "outra"));
        }
        test::must(database.read([&](db::Session& session) -> Result<void> {
            CHECK(prove(session, site.vault, kTown, "01910000-0000-7000-8000-000000000000").error().code.text() == "AUDIT-0005");
            return {};
        }));
    });
}

TEST_CASE("[TE10] a block that is closed or archived by two programs at once is closed once") {
    test::for_each_engine([](db::Database& database) {
        Site site(database, 1100);
        CHECK(test::must(close_blocks(database, site.vault)) == 0);
        site.archive();
        CHECK(test::must(archive_blocks(database, to_ms(site.clock.now()) + 1, 9)) == 0);
        CHECK(site.bytes("SELECT COUNT(*) FROM evento_arquivo") == "1");
    });
}
