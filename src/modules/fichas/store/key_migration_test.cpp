// SPDX-License-Identifier: Apache-2.0
// Migration 19: fichas kept before it are found by their uuid after it, and go on as they were.
#include <array>
#include <map>

#include "base/ids.hpp"
#include "modules/fichas/store/sql_ficha_store.hpp"
#include "platform/db/migrate.hpp"
#include "tests/support/databases.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using test::must;

namespace {

constexpr int kVersion = 19;
constexpr int kMunicipios = 5, kFichas = 3'000;
constexpr std::array<std::string_view, 17> kColumns{"municipio", "uuid", "versao", "atual", "lote", "posicao", "tipo", "cnes", "competencia", "versao_ledi",
                                                    "situacao", "depende_catalogo", "erros", "formato", "sha256", "conteudo", "recebida_ms"};

Ibge municipio(int i) {
    constexpr std::array<std::string_view, kMunicipios> kAll{"2800308", "3550308", "5300108", "3304557", "2927408"};
    return Ibge::parse(kAll[static_cast<std::size_t>(i % kMunicipios)]).value();
}
std::string uuid(int i) { return "2269741-" + std::to_string(i * 7919 % kFichas) + "-uuid"; }
std::string sha(std::string_view bytes) { return std::string(bytes) + std::string(32 - bytes.size(), '#'); }

/// Two versions of every third ficha, in an order that is not that of the uuids.
Result<void> fill(db::Session& session) {
    AROEIRA_TRY(auto bulk, session.bulk({"ficha", kColumns}));
    for (int i = 0; i < kFichas; ++i)
        for (int versao = 1; versao <= (i % 3 == 0 ? 2 : 1); ++versao) {
            const bool current = versao == (i % 3 == 0 ? 2 : 1);
            const auto bytes = "v" + std::to_string(versao), hash = sha(bytes), lote = "lote-" + std::to_string(i / 500), key = uuid(i);
            const auto where = municipio(i);
            const std::vector<db::Value> row{where, key, versao, current, lote, i % 500, 8, "2269741", "202609", "8.7.0", "valida", 0, 0, "thrift",
                                             db::Blob{hash}, db::Blob{bytes}, 1'790'000'000'000};
            AROEIRA_CHECK(bulk->add(row));
        }
    return bulk->finish();
}

/// All that is kept, in words.
std::map<std::string, int> picture(db::Database& database) {
    std::map<std::string, int> rows;
    must(database.read([&](db::Session& session) {
        return session.each({"test.picture", "SELECT municipio, uuid, versao, atual, lote, posicao, sha256, conteudo, recebida_ms, situacao FROM ficha"}, {},
                            [&](const db::Row& row) {
                                std::string text;
                                for (int i = 0; i < 10; ++i) {
                                    const auto number = std::to_string(row.integer(i));
                                    text += (i == 6 || i == 7 ? row.blob(i) : i == 2 || i == 3 || i == 5 || i == 8 ? std::string_view(number) : row.text(i));
                                    text += '|';
                                }
                                ++rows[text];
                                return true;
                            });
    }));
    return rows;
}

Contagem keep(db::Database& database, int i, const std::string& bytes) {
    FichaAvaliada f;
    f.nome = "ficha.esus";
    f.conteudo = bytes;
    f.uuid = uuid(i);
    f.tipo = 8;
    f.cnes = "2269741";
    f.competencia = "202609";
    f.versao_ledi = "8.7.0";
    f.situacao = Situacao::valida;
    f.sha256 = sha(bytes);
    Contagem count;
    SystemIdSource ids;
    must(database.write([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(count, SqlFichaStore(session).keep(municipio(i), ids.make<Lote>(), {from_ms(1'790'000'000'000), "202609"}, {&f, 1}, nullptr));
        return {};
    }));
    return count;
}

}  // namespace

TEST_CASE("Fichas of a database of before are all there after it, found by uuid, repeated when they repeat and newer when they are") {
    test::for_each_engine([](db::Database& database) {
        std::vector<db::Migration> before;
        for (const auto& one : db::migrations())
            if (one.version < kVersion) before.push_back(one);
        must(db::migrate(database, SystemClock{}, before));
        must(database.write(fill));
        const auto kept = picture(database);
        CHECK(kept.size() == kFichas + kFichas / 3);
        must(db::migrate(database, SystemClock{}));
        CHECK((picture(database) == kept));
        for (int i = 0; i < kFichas; i += 7) {
            must(database.read([&](db::Session& session) -> Result<void> {
                AROEIRA_TRY(const auto found, SqlFichaStore(session).find_ficha(municipio(i), uuid(i)));
                CHECK(found.size() == (i % 3 == 0 ? 2 : 1));
                CHECK(found.front().atual);
                CHECK(SqlFichaStore(session).find_ficha(municipio(i + 1), uuid(i)).error().kind == ErrorKind::not_found);
                return {};
            }));
        }
        for (int i = 0; i < 30; ++i) {
            CHECK(keep(database, i, "v1").repetidas == 1);
            CHECK(keep(database, i, "outra").validas == 1);
            must(database.read([&](db::Session& session) -> Result<void> {
                AROEIRA_TRY(const auto found, SqlFichaStore(session).find_ficha(municipio(i), uuid(i)));
                CHECK(found.size() == (i % 3 == 0 ? 3 : 2));
                AROEIRA_TRY(const auto original, SqlFichaStore(session).read_original(municipio(i), uuid(i), std::nullopt));
                CHECK(original.conteudo == "outra");
                return {};
            }));
        }
    }, test::Schema::empty);
}
