// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/sql_ficha_news.hpp"

#include "platform/db/text_key.hpp"

namespace aroeira::fichas {
namespace {

constexpr db::Query kAdd{"fichas.add_news", R"sql(
    INSERT INTO ficha_novidade (municipio, leitor, lote, posicao) VALUES ($1, $2, $3, $4)
    ON CONFLICT (municipio, leitor, lote) DO UPDATE
       SET posicao = CASE WHEN excluded.posicao < ficha_novidade.posicao THEN excluded.posicao ELSE ficha_novidade.posicao END
)sql"};

constexpr db::Query kNext{"fichas.next_news", R"sql(
    SELECT lote, posicao FROM ficha_novidade WHERE municipio = $1 AND leitor = $2 ORDER BY lote LIMIT 1
)sql"};

constexpr db::Query kRead{"fichas.read_news", R"sql(
    SELECT uuid, versao, lote, posicao, atual, situacao, formato, conteudo
      FROM ficha
     WHERE municipio = $1 AND lote = $2 AND posicao >= $3
     ORDER BY posicao
     LIMIT $4
)sql"};

constexpr db::Query kMove{"fichas.move_news", R"sql(
    UPDATE ficha_novidade SET posicao = $4 WHERE municipio = $1 AND leitor = $2 AND lote = $3
)sql"};

constexpr db::Query kForget{"fichas.forget_news", R"sql(
    DELETE FROM ficha_novidade WHERE municipio = $1 AND leitor = $2 AND lote = $3
)sql"};

constexpr db::Query kVersions{"fichas.versions_for_news", R"sql(
    SELECT uuid, versao, lote, posicao, atual, situacao, formato
      FROM ficha_por_uuid
     WHERE municipio = $1 AND chave = $2 AND uuid = $3
     ORDER BY versao
)sql"};

constexpr db::Query kFind{"fichas.version_for_news", R"sql(
    SELECT uuid, versao, lote, posicao, atual, situacao, formato, conteudo
      FROM ficha_por_uuid
     WHERE municipio = $1 AND chave = $2 AND uuid = $3 AND versao = $4
)sql"};

constexpr db::Query kWaiting{"fichas.count_news", R"sql(
    SELECT COUNT(*)
      FROM ficha_novidade n
      JOIN ficha f ON f.municipio = n.municipio AND f.lote = n.lote AND f.posicao >= n.posicao
     WHERE n.municipio = $1 AND n.leitor = $2
)sql"};

constexpr db::Query kForgetAll{"fichas.forget_all_news", R"sql(
    DELETE FROM ficha_novidade WHERE municipio = $1 AND leitor = $2
)sql"};

constexpr db::Query kStartOver{"fichas.all_is_news", R"sql(
    INSERT INTO ficha_novidade (municipio, leitor, lote, posicao)
    SELECT municipio, CAST($2 AS TEXT), id, 0 FROM lote_recebido WHERE municipio = $1
)sql"};

FichaGuardada version_of(const db::Row& row) {
    FichaGuardada one{.key = {row.string(0), row.integer(1)}, .lote = row.string(2), .posicao = row.integer(3)};
    one.atual = row.flag(4);
    one.valida = row.text(5) == "valida";
    one.formato = row.string(6);
    return one;
}

FichaGuardada whole_of(const db::Row& row) {
    auto one = version_of(row);
    one.conteudo = std::string(row.blob(7));
    return one;
}

}  // namespace

std::string_view name_of(Leitor leitor) {
    switch (leitor) {
        case Leitor::relatorios: return "relatorios";
    }
    return {};
}

Result<void> add_news(db::Session& session, const Ibge& municipio, std::string_view lote, std::int64_t posicao) {
    for (const auto leitor : kLeitores) AROEIRA_CHECK(session.run(kAdd, {municipio, name_of(leitor), lote, posicao}));
    return {};
}

Result<std::optional<Trecho>> SqlFichaNews::next(const Ibge& municipio, Leitor leitor) {
    return session_.first(kNext, {municipio, name_of(leitor)}, [](const db::Row& row) { return Trecho{row.string(0), row.integer(1)}; });
}

Result<std::vector<FichaGuardada>> SqlFichaNews::read(const Ibge& municipio, const Trecho& from, int limit) {
    return session_.all(kRead, {municipio, from.lote, from.posicao, limit}, whole_of);
}

Result<void> SqlFichaNews::seen(const Ibge& municipio, Leitor leitor, std::string_view lote, std::optional<std::int64_t> next) {
    if (next) {
        AROEIRA_CHECK(session_.run(kMove, {municipio, name_of(leitor), lote, *next}));
    } else {
        AROEIRA_CHECK(session_.run(kForget, {municipio, name_of(leitor), lote}));
    }
    return {};
}

Result<std::vector<FichaGuardada>> SqlFichaNews::versions(const Ibge& municipio, std::string_view uuid) {
    return session_.all(kVersions, {municipio, db::text_key(uuid), uuid}, version_of);
}

Result<std::optional<FichaGuardada>> SqlFichaNews::find(const Ibge& municipio, const FichaKey& key) {
    return session_.first(kFind, {municipio, db::text_key(key.uuid), key.uuid, key.versao}, whole_of);
}

Result<std::int64_t> SqlFichaNews::waiting(const Ibge& municipio, Leitor leitor) {
    AROEIRA_TRY(const auto count, session_.first(kWaiting, {municipio, name_of(leitor)}, [](const db::Row& row) { return row.integer(0); }));
    return count.value_or(0);
}

Result<void> SqlFichaNews::start_over(const Ibge& municipio, Leitor leitor) {
    AROEIRA_CHECK(session_.run(kForgetAll, {municipio, name_of(leitor)}));
    AROEIRA_CHECK(session_.run(kStartOver, {municipio, name_of(leitor)}));
    return {};
}

}  // namespace aroeira::fichas
