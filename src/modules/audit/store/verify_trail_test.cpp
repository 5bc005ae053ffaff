// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/verify_trail.hpp"

#include <doctest/doctest.h>

#include <thread>

#include "modules/audit/store/chain.hpp"
#include "modules/audit/store/sealer.hpp"
#include "modules/audit/store/sql_trail.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;
using audit::Tampering;

namespace {

constexpr const char* kTown = "2800308";

/// A trail of ten sealed events of a município and three of the installation.
struct Site {
    explicit Site(db::Database& base) : database(base) {
        record(10, kTown);
        record(3, "");
        test::must(audit::seal_chains(database, vault));
        for (int i = 1; i <= 10; ++i) ids.push_back(text("SELECT id FROM evento_elo WHERE municipio = '2800308' AND ordem = $1", i));
    }
    void record(int count, const std::string& municipio) {
        test::must(database.write([&](db::Session& session) -> Result<void> {
            audit::SqlTrail trail(session, source, clock);
            for (int i = 0; i < count; ++i)
                AROEIRA_CHECK(trail.record({.event = audit::Event::lote_recebido, .actor = "0190", .address = "10.0.0.7",
                                            .entity = "lote_recebido", .entity_id = std::to_string(i), .municipio = municipio,
                                            .details = R"({"acento":"ã"})"}));
            return {};
        }));
    }
    void run(std::string_view sql, std::initializer_list<db::Value> values = {}) {
        test::must(database.write([&](db::Session& session) -> Result<void> {
            AROEIRA_CHECK(session.run({"test.tamper", sql}, values));
            return {};
        }));
    }
    std::string text(std::string_view sql, int position) {
        std::string found;
        test::must(database.read([&](db::Session& session) {
            return session.each({"test.text", sql}, {position}, [&](const db::Row& row) {
                found = row.string(0);
                return false;
            });
        }));
        return found;
    }
    /// What somebody does who has the database and not the key: every link anew, over what is there now.
    void rewrite(int from) {
        test::must(database.write([&](db::Session& session) -> Result<void> {
            std::string before(audit::kNoLink);
            for (int position = 1; position <= 10; ++position) {
                AROEIRA_TRY(const auto link, session.first({"test.row", R"sql(
                    SELECT l.id, l.elo, e.instante_ms, e.evento, e.ator, e.endereco, e.entidade, e.entidade_id, e.detalhes
                    FROM evento_elo l JOIN evento e ON e.municipio = l.municipio AND e.id = l.id
                    WHERE l.municipio = '2800308' AND l.ordem = $1)sql"}, {position}, [&](const db::Row& row) {
                    const auto digest = audit::digest_of(audit::event_of(row, kTown, row.text(0), 2));
                    return position < from ? std::string(row.blob(1)) : std::string(audit::bytes_of(audit::link_of(before, position, audit::bytes_of(digest))));
                }));
                before = link.value();
                AROEIRA_CHECK(session.run({"test.relink", "UPDATE evento_elo SET elo = $2 WHERE municipio = '2800308' AND ordem = $1"}, {position, db::Blob{before}}));
            }
            AROEIRA_CHECK(session.run({"test.reend", "UPDATE evento_cadeia SET elo = $1 WHERE municipio = '2800308'"}, {db::Blob{before}}));
            return {};
        }));
    }
    audit::Verification verify(const audit::Checkpoint* checkpoint = nullptr) { return test::must(audit::verify_trail(database, vault, checkpoint)); }
    /// The first bad event, as "what position event".
    std::string first(const audit::Checkpoint* checkpoint = nullptr) {
        const auto found = verify(checkpoint).findings;
        if (found.empty()) return "intact";
        return std::string(audit::code_of(found[0].what)) + " " + std::to_string(found[0].position) + " " + found[0].event_id;
    }

    db::Database& database;
    test::TemporaryFolder folder;
    crypto::Vault vault = crypto::Vault::open(folder.file("chaves")).value();
    SystemIdSource source;
    FixedClock clock{from_ms(1'787'000'000'123)};
    std::vector<std::string> ids{};
};

using Tamper = std::function<void(Site&)>;

/// The finding of a copy tampered with by `tamper`, on each engine; "#" is the event at `named`.
void check_found(const Tamper& tamper, const std::string& expected, std::size_t named = 0, bool with_checkpoint = false) {
    test::for_each_engine([&](db::Database& database) {
        Site site(database);
        const auto checkpoint = test::must(audit::make_checkpoint(database, site.vault, 1));
        REQUIRE(site.first(&checkpoint) == "intact");
        tamper(site);
        CHECK(site.first(with_checkpoint ? &checkpoint : nullptr) == expected + " " + (named ? site.ids[named - 1] : ""));
    });
}

}  // namespace

TEST_CASE("[TE1] an edit of any column of a sealed event is found, naming the event") {
    for (const std::string column : {"evento", "ator", "endereco", "entidade", "entidade_id", "detalhes"})
        check_found([&](Site& site) { site.run("UPDATE evento SET " + column + " = 'outro' WHERE id = $1", {site.ids[3]}); }, "evento_alterado 4", 4);
    check_found([](Site& site) { site.run("UPDATE evento SET instante_ms = instante_ms + 1 WHERE id = $1", {site.ids[9]}); }, "evento_alterado 10", 10);
}

TEST_CASE("[TE1] text moved from one column to the next is an edit") {
    check_found([](Site& site) { site.run("UPDATE evento SET ator = '019', endereco = '010.0.0.7' WHERE id = $1", {site.ids[0]}); }, "evento_alterado 1", 1);
}

TEST_CASE("[TE2] the removal of an event from the middle is found") {
    check_found([](Site& site) { site.run("DELETE FROM evento WHERE id = $1", {site.ids[4]}); }, "evento_removido 5", 5);
}

TEST_CASE("[TE2] the removal of an event and of its link is found") {
    check_found([](Site& site) {
        site.run("DELETE FROM evento WHERE id = $1", {site.ids[4]});
        site.run("DELETE FROM evento_elo WHERE id = $1", {site.ids[4]});
    }, "elo_removido 5");
}

TEST_CASE("[TE3] two events that changed places are found") {
    check_found([](Site& site) {
        site.run("UPDATE evento_elo SET id = CASE WHEN ordem = 6 THEN $2 ELSE $1 END WHERE municipio = '2800308' AND ordem IN (6, 7)", {site.ids[5], site.ids[6]});
    }, "evento_alterado 6", 6 + 1);
}

TEST_CASE("[TE3] an event put in without the program is found") {
    const std::string forged = "01910000-0000-7000-8000-000000000000";
    test::for_each_engine([&](db::Database& database) {
        Site site(database);
        site.run("INSERT INTO evento VALUES ('2800308', $1, 1, 'login_ok', '', '', '', '', '')", {forged});
        CHECK(site.first() == "evento_inserido 0 " + forged);
    });
}

TEST_CASE("[TE3] an event put in with a link made for it is found") {
    check_found([](Site& site) {
        site.run("INSERT INTO evento VALUES ('2800308', '01910000-0000-7000-8000-000000000000', 1, 'login_ok', '', '', '', '', '')");
        site.run("INSERT INTO evento_elo SELECT municipio, 11, '01910000-0000-7000-8000-000000000000', elo FROM evento_elo WHERE municipio = '2800308' AND ordem = 10");
        site.ids.emplace_back("01910000-0000-7000-8000-000000000000");
    }, "evento_alterado 11", 11);
}

TEST_CASE("[TE4] a tail cut off is found, also when the end was moved back") {
    const auto cut = [](Site& site) {
        site.run("DELETE FROM evento WHERE id >= $1 AND municipio = '2800308'", {site.ids[7]});
        site.run("DELETE FROM evento_elo WHERE municipio = '2800308' AND ordem >= 8");
    };
    check_found(cut, "fim_cortado 8");
    check_found([&](Site& site) {
        cut(site);
        site.run("UPDATE evento_cadeia SET ordem = 7, elo = (SELECT elo FROM evento_elo WHERE municipio = '2800308' AND ordem = 7) WHERE municipio = '2800308'");
    }, "fim_sem_assinatura 7", 7);
}

TEST_CASE("[TE4] a trail put back as it was before, with the signature it had then, is found with a later checkpoint") {
    test::for_each_engine([](db::Database& database) {
        Site site(database);
        // The end of ten, kept aside, and put back over the end of fifteen.
        site.run("CREATE TABLE guardado AS SELECT * FROM evento_cadeia");
        site.record(5, kTown);
        test::must(audit::seal_chains(database, site.vault));
        const auto checkpoint = test::must(audit::make_checkpoint(database, site.vault, 1));
        site.run("DELETE FROM evento WHERE id IN (SELECT id FROM evento_elo WHERE municipio = '2800308' AND ordem > 10)");
        site.run("DELETE FROM evento_elo WHERE municipio = '2800308' AND ordem > 10");
        site.run("DELETE FROM evento_cadeia");
        site.run("INSERT INTO evento_cadeia SELECT * FROM guardado");
        CHECK(site.first() == "intact");
        CHECK(site.first(&checkpoint) == "fim_cortado 11 ");
        site.run("DROP TABLE guardado");
    });
}

TEST_CASE("[TE5] a chain written anew over a changed event is found by its end and by the checkpoint") {
    const auto forge = [](Site& site) {
        site.run("UPDATE evento SET ator = 'outro' WHERE id = $1", {site.ids[1]});
        site.rewrite(2);
    };
    check_found(forge, "fim_sem_assinatura 10", 10);
    test::for_each_engine([&](db::Database& database) {
        Site site(database);
        const auto checkpoint = test::must(audit::make_checkpoint(database, site.vault, 1));
        forge(site);
        const auto found = site.verify(&checkpoint).findings;
        REQUIRE(found.size() == 2);
        CHECK(found[0].what == Tampering::chain_rewritten);
        CHECK(found[0].event_id == site.ids[9]);
        CHECK(found[1].what == Tampering::end_unsigned);
        // The program does not go on from an end it did not sign: its key would vouch for the forgery.
        site.record(1, kTown);
        CHECK(audit::seal_chains(database, site.vault).error().code.text() == "AUDIT-0001");
    });
}

TEST_CASE("[TE5] a checkpoint that was changed, or is of another installation, is told") {
    test::for_each_engine([](db::Database& database) {
        Site site(database);
        auto checkpoint = test::must(audit::make_checkpoint(database, site.vault, 1));
        const auto read_again = test::must(json::parse<audit::Checkpoint>(json::text_of(checkpoint)));
        CHECK(site.first(&read_again) == "intact");
        const auto elsewhere = crypto::Vault::open(site.folder.file("outras")).value();
        const auto foreign = test::must(audit::make_checkpoint(database, elsewhere, 1));
        CHECK(site.first(&foreign) == "selo_falso 0 ");
        checkpoint.chains[1].position = 9;
        CHECK(site.first(&checkpoint) == "selo_falso 0 ");
    });
}

TEST_CASE("an event that is recorded and not sealed yet is counted as such, and guarded") {
    test::for_each_engine([](db::Database& database) {
        Site site(database);
        site.record(2, kTown);
        const auto whole = site.verify();
        CHECK(whole.findings.empty());
        REQUIRE(whole.chains.size() == 2);
        CHECK(whole.chains[1].sealed == 10);
        CHECK(whole.chains[1].pending == 2);
        site.run("UPDATE evento SET ator = 'outro' WHERE id = (SELECT MAX(id) FROM evento_pendente)");
        CHECK(site.first().starts_with("pendente_alterado 0 "));
        // Sealing does not wash it: what is sealed is what the transaction wrote.
        test::must(audit::seal_chains(database, site.vault));
        CHECK(site.first().starts_with("evento_alterado 12 "));
    });
    test::for_each_engine([](db::Database& database) {
        Site site(database);
        site.record(1, kTown);
        site.run("DELETE FROM evento WHERE id = (SELECT MAX(id) FROM evento_pendente)");
        CHECK(site.first().starts_with("pendente_removido 0 "));
    });
}

TEST_CASE("[TE10] a sealing that is cut leaves nothing, and the next one seals everything") {
    test::for_each_engine([](db::Database& database) {
        Site site(database);
        site.record(2500, kTown);
        // The second block finds its first position taken, as after any failure in the middle.
        site.run("INSERT INTO evento_elo VALUES ('2800308', 2011, 'x', $1)", {db::Blob{audit::kNoLink}});
        CHECK_FALSE(audit::seal_chains(database, site.vault));
        site.run("DELETE FROM evento_elo WHERE id = 'x'");
        CHECK(site.verify().chains[1].sealed == 2010);
        CHECK(site.verify().chains[1].pending == 500);
        CHECK(site.first() == "intact");
        CHECK(test::must(audit::seal_chains(database, site.vault)) == 500);
        CHECK(site.first() == "intact");
    });
}

TEST_CASE("events recorded before there was a chain are sealed as they are") {
    test::for_each_engine([](db::Database& database) {
        Site site(database);
        const std::string old = "01910000-0000-7000-8000-000000000000";
        site.run("INSERT INTO evento VALUES ('2800308', $1, 1, 'login_ok', 'a', '', '', '', '')", {old});
        site.run("INSERT INTO evento_pendente (municipio, id, resumo) SELECT municipio, id, '' FROM evento WHERE id = $1", {old});
        CHECK(test::must(audit::seal_chains(database, site.vault)) == 1);
        CHECK(site.first() == "intact");
        site.run("UPDATE evento SET ator = 'b' WHERE id = $1", {old});
        CHECK(site.first() == "evento_alterado 11 " + old);
    });
}

TEST_CASE("events recorded by many threads while they are sealed are all in the chain") {
    test::for_each_engine([](db::Database& database) {
        Site site(database);
        {
            const audit::Sealer sealer(database, site.vault, [](const Error& error) { FAIL_CHECK(error.detail); });
            std::vector<std::jthread> writers;
            for (int thread = 0; thread < 4; ++thread)
                writers.emplace_back([&] {
                    for (int i = 0; i < 50; ++i) site.record(1, kTown);
                });
        }
        const auto verified = site.verify();
        CHECK(verified.findings.empty());
        CHECK(verified.chains[1].sealed == 210);
        CHECK(verified.chains[1].pending == 0);
    });
}
