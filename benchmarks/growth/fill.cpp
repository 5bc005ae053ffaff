// SPDX-License-Identifier: Apache-2.0
// Makes a database that received for years out of one that received a little: its first ficha again and again, under
// other uuids, in lotes of other days.   growth_fill DATABASE FICHAS
#include <algorithm>
#include <array>
#include <cstdio>
#include <cstdlib>
#include <random>
#include <string>
#include <vector>

#include "modules/fichas/store/ficha_keys.hpp"
#include "platform/db/session.hpp"

using namespace aroeira;

namespace {

constexpr std::int64_t kLote = 2'000;    // fichas of a lote
constexpr std::int64_t kBlock = 100'000;  // fichas of a transaction
// Received at random, the pages of the keys are about 70 % full. So are they when as many are laid in order first,
// and the others, in order too, between them: that is twenty times faster.
constexpr int kFirst = 7, kOf = 10;

constexpr std::array<std::string_view, 19> kColumns{
    "municipio", "uuid", "versao", "atual", "lote", "posicao", "tipo", "cnes", "ine", "competencia",
    "versao_ledi", "situacao", "depende_catalogo", "erros", "achados", "formato", "sha256", "conteudo", "recebida_ms"};
constexpr db::Query kModel{"growth.model", R"sql(
    SELECT municipio, tipo, cnes, ine, competencia, versao_ledi, formato, conteudo, recebida_ms, lote FROM ficha
     WHERE situacao = 'valida' ORDER BY uuid LIMIT 1
)sql"};
constexpr db::Query kLoteAgain{"growth.lote", R"sql(
    INSERT INTO lote_recebido (municipio, id, canal, arquivo, sha256, tamanho, responsavel, ator, situacao, entradas, recebidas, validas,
                               recebido_ms, processado_ms)
    SELECT municipio, $3, canal, arquivo, sha256, tamanho, responsavel, ator, situacao, $4, $4, $4, $5, $5 FROM lote_recebido
     WHERE municipio = $1 AND id = $2
)sql"};
constexpr db::Query kTotal{"growth.total", R"sql(
    INSERT INTO recebimento_total (municipio, mes, cnes, lote, tipo, validas, invalidas) VALUES ($1, $2, $3, $4, $5, $6, 0)
)sql"};

// The keys of SQLite, as receiving leaves them: the last to come are the recent ones.
constexpr db::Query kNoKeys{"growth.no_keys", "DELETE FROM ficha_chave_recente"};
constexpr db::Query kRows{"growth.rows", "SELECT COUNT(*), MAX(linha) FROM ficha"};
constexpr db::Query kSettled{"growth.settled_keys", R"sql(
    INSERT INTO ficha_chave (chave, linha)
    SELECT text_key(uuid), linha FROM ficha WHERE linha <= $1 AND linha % 10 >= $2 AND linha % 10 < $3 ORDER BY 1
)sql"};
constexpr db::Query kRecent{"growth.recent_keys", R"sql(
    INSERT INTO ficha_chave_recente (chave, linha) SELECT text_key(uuid), linha FROM ficha WHERE linha > $1 ORDER BY 1
)sql"};
constexpr db::Query kKeyTotal{"growth.key_total", "UPDATE ficha_chave_total SET recentes = $1, anteriores = $2"};

struct Model {
    std::string municipio, cnes, ine, competencia, versao_ledi, formato, conteudo, lote;
    std::int64_t tipo = 0, recebida_ms = 0;
};

/// Lotes come in the order of their ids, earlier than the one that is there.
std::string lote_id(std::int64_t number) {
    std::array<char, 37> text{};
    std::snprintf(text.data(), text.size(), "01000000-0000-7000-8000-%012llx", static_cast<unsigned long long>(number));
    return text.data();
}

/// The `rank`-th of `count` uuids in their order, each somewhere in its part of all there are.
std::string uuid_of(std::int64_t rank, std::int64_t count, std::mt19937_64& random) {
    const auto part = ~std::uint64_t{0} / static_cast<std::uint64_t>(count);
    const auto high = part * static_cast<std::uint64_t>(rank) + random() % part;
    std::array<char, 37> text{};
    std::snprintf(text.data(), text.size(), "%08llx-%04llx-4%03llx-8%03llx-%012llx", static_cast<unsigned long long>(high >> 32),
                  static_cast<unsigned long long>(high >> 16 & 0xffff), static_cast<unsigned long long>(high >> 4 & 0xfff),
                  static_cast<unsigned long long>(random() & 0xfff), static_cast<unsigned long long>(random() & 0xffff'ffff'ffff));
    return text.data();
}

Result<Model> read_model(db::Database& database) {
    Model model;
    AROEIRA_CHECK(database.read([&](db::Session& session) {
        return session.each(kModel, {}, [&](const db::Row& row) {
            model = {row.string(0), row.string(2), row.string(3), row.string(4), row.string(5), row.string(6), std::string(row.blob(7)),
                     row.string(9), row.integer(1), row.integer(8)};
            return true;
        });
    }));
    return model;
}

/// One transaction: fichas `from` to `until` of those with these ranks.
Result<void> write(db::Session& session, const Model& m, const std::vector<std::int64_t>& ranks, std::int64_t from, std::int64_t until,
                   std::int64_t first_lote, std::int64_t count, std::mt19937_64& random) {
    for (auto lote = from / kLote; lote * kLote < until; ++lote) {
        const auto id = lote_id(first_lote + lote);
        AROEIRA_CHECK(session.run(kLoteAgain, {m.municipio, m.lote, id, kLote, m.recebida_ms - 1}));
        AROEIRA_CHECK(session.run(kTotal, {m.municipio, m.competencia, m.cnes, id, m.tipo, kLote}));
    }
    AROEIRA_TRY(auto bulk, session.bulk({"ficha", kColumns}));
    std::string sha256(32, '\0');
    for (auto i = from; i < until; ++i) {
        const auto uuid = m.cnes + "-" + uuid_of(ranks[static_cast<std::size_t>(i)], count, random);
        const auto lote = lote_id(first_lote + i / kLote);
        for (auto& byte : sha256) byte = static_cast<char>(random());
        const std::array<db::Value, kColumns.size()> row{
            m.municipio, uuid, 1, 1, lote, i % kLote, m.tipo, m.cnes, m.ine, m.competencia, m.versao_ledi, "valida", 0, 0, nullptr,
            m.formato, db::Blob{sha256}, db::Blob{m.conteudo}, m.recebida_ms - 1};
        AROEIRA_CHECK(bulk->add(row));
    }
    return bulk->finish();
}

Result<void> write_keys(db::Session& session) {
    AROEIRA_CHECK(session.run(kNoKeys));
    std::int64_t count = 0, last = 0;
    AROEIRA_CHECK(session.each(kRows, {}, [&](const db::Row& row) {
        count = row.integer(0);
        last = row.integer(1);
        return true;
    }));
    const auto recent = std::min(count, fichas::recent_keys_max(count)), border = last - recent;
    AROEIRA_CHECK(session.run(kSettled, {border, 0, kFirst}));
    AROEIRA_CHECK(session.run(kSettled, {border, kFirst, kOf}));
    AROEIRA_CHECK(session.run(kRecent, {border}));
    AROEIRA_CHECK(session.run(kKeyTotal, {recent, count - recent}));
    return {};
}

Result<void> fill(const std::string& where, std::int64_t count) {
    AROEIRA_TRY(const auto database, db::open(where));
    AROEIRA_TRY(const auto model, read_model(*database));
    std::mt19937_64 random(2026);
    std::array<std::vector<std::int64_t>, 2> passes;
    for (std::int64_t rank = 0; rank < count; ++rank) passes[random() % kOf < kFirst ? 0 : 1].push_back(rank);
    std::int64_t first_lote = 0;
    for (const auto& ranks : passes) {
        const auto size = static_cast<std::int64_t>(ranks.size());
        for (std::int64_t from = 0; from < size; from += kBlock) {
            const auto until = std::min(from + kBlock, size);
            AROEIRA_CHECK(database->write([&](db::Session& session) { return write(session, model, ranks, from, until, first_lote, count, random); }));
        }
        first_lote += size / kLote + 1;
    }
    if (database->engine() == db::Engine::sqlite) return database->write(write_keys);
    return {};
}

}  // namespace

int main(int count, char** words) {
    if (count != 3) return 2;
    const auto done = fill(words[1], std::strtoll(words[2], nullptr, 10));
    if (!done) std::fprintf(stderr, "growth_fill: %s %s\n", done.error().message.c_str(), done.error().detail.c_str());
    return done ? 0 : 1;
}
