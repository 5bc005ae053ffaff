// SPDX-License-Identifier: Apache-2.0
// Which version of a ficha is the current one, whatever the order lotes are processed in.
#include <doctest/doctest.h>

#include <algorithm>
#include <map>
#include <random>
#include <set>
#include <thread>

#include "base/ids.hpp"
#include "modules/fichas/store/sql_ficha_store.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;
using namespace aroeira::fichas;

namespace {

const Ibge kMunicipio = Ibge::parse("2800308").value();
const Recebimento kWhen{from_ms(1'790'000'000'000), "202609"};
const std::string kPosto = "01990000-0000-7000-8000-00000000000a";
const std::string kOutro = "01990000-0000-7000-8000-00000000000b";

/// What a lote brings of one ficha.
struct Brought {
    std::string uuid;
    std::string bytes;
};
using Content = std::vector<Brought>;

/// Lotes of installations, kept in whatever order a test processes them.
class World {
public:
    explicit World(db::Database& database) : database_(database) {}

    LoteId new_lote(const std::string& remetente, std::int64_t numero) {
        LoteRecebido fresh{.id = ids_.make<Lote>(), .municipio = kMunicipio};
        fresh.recebido = kWhen.at;
        fresh.remetente = remetente;
        fresh.numero_remetente = numero;
        test::must(database_.write([&](db::Session& session) { return SqlFichaStore(session).insert_lote(fresh); }));
        return fresh.id;
    }
    Result<Contagem> try_keep(const LoteId& lote, const Content& content, std::int64_t from = 0) {
        std::vector<FichaAvaliada> fichas;
        for (const auto& one : content) fichas.push_back(ficha(one, from++));
        Contagem count;
        AROEIRA_CHECK(database_.write([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(count, SqlFichaStore(session).keep(kMunicipio, lote, kWhen, fichas, nullptr));
            return {};
        }));
        return count;
    }
    Contagem keep(const std::string& remetente, std::int64_t numero, const Content& content) {
        return test::must(try_keep(new_lote(remetente, numero), content));
    }
    std::vector<FichaVersao> versions(const std::string& uuid) {
        std::vector<FichaVersao> found;
        test::must(database_.read([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(found, SqlFichaStore(session).find_ficha(kMunicipio, uuid));
            return {};
        }));
        return found;
    }
    /// The bytes of the one current version.
    std::string current(const std::string& uuid) {
        const auto all = versions(uuid);
        REQUIRE(std::count_if(all.begin(), all.end(), [](const FichaVersao& one) { return one.atual; }) == 1);
        REQUIRE(all.front().atual);
        std::string bytes;
        test::must(database_.read([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(const auto original, SqlFichaStore(session).read_original(kMunicipio, uuid, std::nullopt));
            bytes = original.conteudo;
            return {};
        }));
        return bytes;
    }

private:
    static FichaAvaliada ficha(const Brought& brought, std::int64_t position) {
        FichaAvaliada f;
        f.posicao = position;
        f.nome = "ficha.esus";
        f.conteudo = brought.bytes;
        f.uuid = brought.uuid;
        f.tipo = 8;
        f.cnes = "2269741";
        f.competencia = "202609";
        f.versao_ledi = "8.7.0";
        f.situacao = Situacao::valida;
        f.sha256 = brought.bytes + std::string(32 - brought.bytes.size(), '#');
        return f;
    }
    db::Database& database_;
    SystemIdSource ids_;
};

/// The same rule with nothing but lists.
class Model {
public:
    void keep(const std::string& remetente, std::int64_t numero, const Content& content) {
        for (const auto& [uuid, bytes] : content) {
            auto& known = fichas_[uuid];
            const auto has = [&](auto condition) { return std::any_of(known.versions.begin(), known.versions.end(), condition); };
            if (has([&](const Version& v) { return v.bytes == bytes; })) continue;
            if (remetente.empty() || !has([&](const Version& v) { return v.remetente == remetente && v.numero > numero; })) known.current = bytes;
            known.versions.push_back({bytes, remetente, numero});
        }
    }
    void check_against(World& world) const {
        for (const auto& [uuid, known] : fichas_) {
            CHECK(world.current(uuid) == known.current);
            CHECK(world.versions(uuid).size() == known.versions.size());
        }
    }

private:
    struct Version {
        std::string bytes, remetente;
        std::int64_t numero;
    };
    struct Known {
        std::vector<Version> versions;
        std::string current;
    };
    std::map<std::string, Known> fichas_;
};

}  // namespace

TEST_CASE("Of one installation the lote with the greater number is newer, also when it is processed first") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        world.keep(kPosto, 2, {{"uuid-a", "novo"}});
        const auto late = world.keep(kPosto, 1, {{"uuid-a", "velho"}});
        CHECK(late.validas == 1);
        CHECK(world.current("uuid-a") == "novo");
        CHECK(world.versions("uuid-a").size() == 2);
        world.keep(kPosto, 3, {{"uuid-a", "mais novo"}});
        CHECK(world.current("uuid-a") == "mais novo");
    });
}

TEST_CASE("An old version that comes again is repeated, and the current one stays") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        world.keep("", 0, {{"uuid-a", "um"}});
        world.keep("", 0, {{"uuid-a", "dois"}});
        for (const auto& remetente : {std::string(), kPosto}) CHECK(world.keep(remetente, 9, {{"uuid-a", "um"}}).repetidas == 1);
        CHECK(world.current("uuid-a") == "dois");
        CHECK(world.versions("uuid-a").size() == 2);
        CHECK(world.keep("", 0, {{"uuid-b", "um"}, {"uuid-b", "dois"}, {"uuid-b", "um"}}).repetidas == 1);
        CHECK(world.current("uuid-b") == "dois");
    });
}

TEST_CASE("Numbers of two installations, or of one that is not known, are not compared: what is processed last is current") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        world.keep(kPosto, 9, {{"uuid-a", "do posto"}});
        world.keep(kOutro, 1, {{"uuid-a", "do outro"}});
        CHECK(world.current("uuid-a") == "do outro");
        world.keep("", 0, {{"uuid-a", "de um arquivo"}});
        CHECK(world.current("uuid-a") == "de um arquivo");
        // What the posto said before its lote 9 stays behind it, whoever spoke since.
        world.keep(kPosto, 8, {{"uuid-a", "velho do posto"}});
        CHECK(world.current("uuid-a") == "de um arquivo");
    });
}

TEST_CASE("Inside one lote the last of a uuid is current, and an overtaken lote brings history only") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        world.keep(kPosto, 1, {{"uuid-a", "um"}, {"uuid-a", "dois"}});
        CHECK(world.current("uuid-a") == "dois");
        world.keep(kPosto, 5, {{"uuid-b", "cinco"}});
        world.keep(kPosto, 4, {{"uuid-b", "quatro"}, {"uuid-b", "quatro e meio"}, {"uuid-c", "novo"}});
        CHECK(world.current("uuid-b") == "cinco");
        CHECK(world.current("uuid-c") == "novo");
    });
}

TEST_CASE("Random lotes of several installations, in random order and random blocks, end as the simple model says") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        Model model;
        std::mt19937 random(20260921);
        const auto upto = [&](int n) { return static_cast<int>(random() % static_cast<unsigned>(n)); };
        const std::vector<std::string> senders{"", kPosto, kOutro};
        for (int lote = 0; lote < 150; ++lote) {
            const auto& remetente = senders[static_cast<std::size_t>(upto(3))];
            const std::int64_t numero = remetente.empty() ? 0 : 1 + upto(60);
            const auto id = world.new_lote(remetente, numero);
            for (std::int64_t block = 0, from = 0; block < 1 + upto(3); ++block) {
                Content content;
                for (int i = 0; i < 1 + upto(8); ++i) content.push_back({"uuid-" + std::to_string(upto(25)), "bytes " + std::to_string(upto(30))});
                test::must(world.try_keep(id, content, from));
                from += static_cast<std::int64_t>(content.size());
                model.keep(remetente, numero, content);
            }
        }
        model.check_against(world);
    });
}

TEST_CASE("Whatever the order its lotes are processed in, every ficha of an installation ends as its last lote said") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        std::mt19937 random(7);
        for (int round = 0; round < 12; ++round) {
            std::vector<std::int64_t> order{1, 2, 3, 4, 5, 6, 7};
            std::shuffle(order.begin(), order.end(), random);
            const auto uuid = "uuid-" + std::to_string(round);
            for (const auto numero : order) world.keep(kPosto, numero, {{uuid, "versão " + std::to_string(numero)}});
            CHECK(world.current(uuid) == "versão 7");
        }
    });
}

TEST_CASE("Two workers with lotes of the same fichas at once lose nothing, double nothing, and the numbers decide") {
    test::for_each_engine([](db::Database& database) {
        World world(database);
        constexpr int kLotes = 12, kFichas = 60;
        std::vector<LoteId> lotes;
        for (int numero = 1; numero <= kLotes; ++numero) lotes.push_back(world.new_lote(kPosto, numero));
        std::set<std::string> refusals;
        std::mutex mutex;
        const auto work = [&](int worker) {
            for (int numero = kLotes - worker; numero >= 1; numero -= 2) {
                Content content;
                for (int i = 0; i < kFichas; ++i) content.push_back({"uuid-" + std::to_string((i * 7 + worker * 11) % kFichas), "versão " + std::to_string(numero)});
                // As the queue does: what lost against the other worker is done again.
                for (;;) {
                    const auto kept = world.try_keep(lotes[static_cast<std::size_t>(numero - 1)], content);
                    if (kept) break;
                    const std::lock_guard lock(mutex);
                    refusals.emplace(kept.error().code.text());
                }
            }
        };
        std::thread one(work, 0), two(work, 1);
        one.join();
        two.join();
        CHECK(refusals == std::set<std::string>{});
        for (int i = 0; i < kFichas; ++i) {
            const auto uuid = "uuid-" + std::to_string(i);
            CHECK(world.current(uuid) == "versão " + std::to_string(kLotes));
            std::set<std::int64_t> numbers;
            for (const auto& one_version : world.versions(uuid)) numbers.insert(one_version.resumo.versao);
            CHECK(numbers.size() == kLotes);
            CHECK(world.versions(uuid).size() == kLotes);
            CHECK(*numbers.rbegin() == kLotes);
        }
    });
}
