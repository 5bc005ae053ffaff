// SPDX-License-Identifier: Apache-2.0
// Migration 19: a walk over everything kept that was half done by uuid goes on in the order of arrival.
#include "modules/transmission/tests/world.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/db/migrate.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

constexpr int kVersion = 19;
constexpr int kFichas = 6, kSent = 2;
constexpr auto kNacional = "00000000-0000-7000-8000-000000000001";

constexpr db::Query kKept{"test.kept", R"sql(
    INSERT INTO ficha (municipio, uuid, versao, atual, lote, posicao, tipo, cnes, competencia, versao_ledi, situacao, depende_catalogo, erros, formato,
                       sha256, conteudo, recebida_ms)
    VALUES ($1, $2, 1, 1, $3, $4, 8, '2269741', '202608', '7.3.0', 'valida', 0, 0, 'thrift', $5, $6, 0)
)sql"};
constexpr db::Query kSentBefore{"test.sent", "INSERT INTO ficha_enviada (municipio, destino, uuid, versao, lote) VALUES ($1, $2, $3, 1, 'anterior')"};
constexpr db::Query kHalfDone{"test.half_done", R"sql(
    INSERT INTO envio_percurso (municipio, destino, lote, uuid, posicao, completo) VALUES ($1, $2, '', $3, 0, 0)
)sql"};

/// By uuid the first ones left; by arrival they are the last.
Result<void> half_send(db::Session& session) {
    for (int i = 1; i <= kFichas; ++i) {
        const Visita visit{.number = i};
        const auto uuid = visit.uuid(), bytes = visit.bytes(), hash = crypto::sha256_text(bytes), lote = "lote-" + std::to_string(kFichas - i);
        AROEIRA_CHECK(session.run(kKept, {aracaju(), uuid, lote, i, db::Blob{hash}, db::Blob{bytes}}));
        if (i <= kSent) AROEIRA_CHECK(session.run(kSentBefore, {aracaju(), kNacional, uuid}));
    }
    const auto reached = Visita{.number = kSent}.uuid();
    AROEIRA_CHECK(session.run(kHalfDone, {aracaju(), kNacional, reached}));
    return {};
}

}  // namespace

TEST_CASE("A walk that was half done when the program was updated sends what was left, and nothing twice") {
    test::for_each_engine([](db::Database& database) {
        std::vector<db::Migration> before;
        for (const auto& one : db::migrations())
            if (one.version < kVersion) before.push_back(one);
        test::must(db::migrate(database, SystemClock{}, before));
        test::must(database.write(half_send));
        test::must(db::migrate(database, SystemClock{}));
        World world(database);
        world.services.limits.fichas_max = 3;
        CHECK(world.generate().result == R"({"lotes":2,"fichas":4})");
        std::multiset<std::string> left, wanted;
        for (const auto& lote : world.lotes())
            for (const auto& [name, bytes] : entries_of(world.zip_in_store(lote))) left.insert(name);
        for (int i = kSent + 1; i <= kFichas; ++i) wanted.insert(Visita{.number = i}.file_name());
        CHECK(left == wanted);
        CHECK(world.received.rows("ficha_enviada") == kFichas);
        CHECK(world.received.number("SELECT COUNT(*) FROM envio_percurso WHERE completo = 1") == 1);
        CHECK(world.generate().result == R"({"lotes":0,"fichas":0})");
    }, test::Schema::empty);
}
