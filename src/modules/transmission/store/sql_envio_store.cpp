// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/store/sql_envio_store.hpp"

#include "modules/transmission/store/parts.hpp"
#include "modules/transmission/store/sql_lote_enviado_store.hpp"

namespace aroeira::transmission {
namespace {

constexpr db::Query kTurns{"transmission.turns", R"sql(
    SELECT municipio, MIN(numero), MAX(enviar_ja)
      FROM lote_enviado
     WHERE destino = $1 AND situacao IN ('gerado', 'salvo', 'enviando')
     GROUP BY municipio
     ORDER BY MIN(numero)
)sql"};

constexpr db::Query kByNumero{"transmission.lote_by_numero", R"sql(
    SELECT id FROM lote_enviado WHERE municipio = $1 AND numero = $2
)sql"};

constexpr db::Query kNextQuestion{"transmission.next_question", R"sql(
    SELECT municipio, id, vereditos_ms, perguntas
      FROM lote_enviado
     WHERE destino = $1 AND vereditos_ms IS NOT NULL
     ORDER BY vereditos_ms
     LIMIT 1
)sql"};

constexpr db::Query kZipParts{"transmission.zip_parts", R"sql(
    SELECT bytes FROM lote_enviado_parte WHERE municipio = $1 AND lote = $2 AND parte BETWEEN $3 AND $4 ORDER BY parte
)sql"};

constexpr db::Query kProgress{"transmission.save_progress", R"sql(
    UPDATE lote_enviado
       SET situacao = $3, enviar_ja = $4, enviados = $5, recusas = $6, causa = $7, enviado_ms = $8, aceitas = $9, rejeitadas = $10
     WHERE municipio = $1 AND id = $2
)sql"};

constexpr db::Query kAskAt{"transmission.ask_at", R"sql(
    UPDATE lote_enviado SET vereditos_ms = $3, perguntas = $4 WHERE municipio = $1 AND id = $2
)sql"};

constexpr db::Query kPending{"transmission.fichas_pending", R"sql(
    SELECT uuid, versao, posicao, sha256, veredito, achados
      FROM ficha_enviada
     WHERE municipio = $1 AND lote = $2 AND veredito IS NULL AND posicao >= $3 AND sha256 IS NOT NULL
     ORDER BY posicao
     LIMIT $4 OFFSET $5
)sql"};

constexpr db::Query kFichas{"transmission.fichas_of_lote", R"sql(
    SELECT uuid, versao, posicao, sha256, veredito, achados
      FROM ficha_enviada
     WHERE municipio = $1 AND lote = $2 AND ($3 = '' OR veredito = $3) AND posicao >= $4 AND sha256 IS NOT NULL
     ORDER BY posicao
     LIMIT $5 OFFSET $6
)sql"};

constexpr db::Query kAccept{"transmission.accept_run", R"sql(
    UPDATE ficha_enviada SET veredito = 'aceita'
     WHERE municipio = $1 AND lote = $2 AND posicao BETWEEN $3 AND $4 AND veredito IS NULL
)sql"};

constexpr db::Query kJudge{"transmission.judge", R"sql(
    UPDATE ficha_enviada SET veredito = $5, achados = $6 WHERE municipio = $1 AND destino = $2 AND uuid = $3 AND versao = $4
)sql"};

std::string_view word_of(QuaisFichas which) {
    switch (which) {
        case QuaisFichas::aceitas: return "aceita";
        case QuaisFichas::rejeitadas: return "rejeitada";
        case QuaisFichas::todas:
        case QuaisFichas::pendentes: return "";
    }
    return {};
}

FichaEnviada ficha_of(const db::Row& row) {
    return {row.string(0), row.integer(1), row.integer(2), std::string(row.blob(3)), row.string(4), row.string(5)};
}

/// Accepted without a remark, and told so for the first time.
bool is_plain(const FichaEnviada& ficha, const FichaJulgada& said) {
    return ficha.veredito.empty() && said.veredito == Veredito::aceita && said.achados.empty();
}

}  // namespace

Result<std::vector<Vez>> SqlEnvioStore::turns(const DestinoId& destino) {
    std::vector<Vez> all;
    Result<void> parsed;
    AROEIRA_CHECK(session_.each(kTurns, {destino}, [&](const db::Row& row) {
        auto municipio = Ibge::parse(row.text(0));
        if (municipio) all.push_back({*municipio, row.integer(1), row.flag(2)});
        else parsed = std::move(municipio).error();
        return parsed.has_value();
    }));
    AROEIRA_CHECK(parsed);
    return all;
}

Result<LoteEnviado> SqlEnvioStore::lote_of(const Vez& vez) {
    AROEIRA_TRY(const auto id, session_.first(kByNumero, {vez.municipio, vez.numero}, [](const db::Row& row) { return row.string(0); }));
    AROEIRA_TRY(const auto lote, LoteEnviadoId::parse(id.value_or("")));
    return SqlLoteEnviadoStore(session_).find(vez.municipio, lote);
}

Result<std::optional<Pergunta>> SqlEnvioStore::next_question(const DestinoId& destino) {
    AROEIRA_TRY(auto found, session_.first(kNextQuestion, {destino}, [](const db::Row& row) -> Result<Pergunta> {
        AROEIRA_TRY(const auto municipio, Ibge::parse(row.text(0)));
        AROEIRA_TRY(const auto lote, LoteEnviadoId::parse(row.text(1)));
        return Pergunta{municipio, lote, from_ms(row.integer(2)), static_cast<int>(row.integer(3))};
    }));
    if (!found) return std::optional<Pergunta>();
    AROEIRA_TRY(auto question, std::move(*found));
    return std::optional(std::move(question));
}

Result<std::string> SqlEnvioStore::read_zip_from(const Ibge& municipio, const LoteEnviadoId& lote, std::int64_t from, std::int64_t bytes) {
    const auto first = from / static_cast<std::int64_t>(kPartBytes), last = (from + bytes - 1) / static_cast<std::int64_t>(kPartBytes);
    std::string read;
    AROEIRA_CHECK(session_.each(kZipParts, {municipio, lote, first, last}, [&](const db::Row& row) {
        read += row.blob(0);
        return true;
    }));
    const auto skipped = static_cast<std::size_t>(from - first * static_cast<std::int64_t>(kPartBytes));
    if (read.size() <= skipped) return std::string();
    read.erase(0, skipped);
    if (read.size() > static_cast<std::size_t>(bytes)) read.resize(static_cast<std::size_t>(bytes));
    return read;
}

Result<void> SqlEnvioStore::save_progress(const LoteEnviado& lote) {
    AROEIRA_CHECK(session_.run(kProgress, {lote.municipio, lote.id, name_of(lote.situacao), lote.enviar_ja, lote.enviados, lote.recusas,
                                           lote.causa, lote.enviado ? db::Value(to_ms(*lote.enviado)) : db::Value(), lote.aceitas,
                                           lote.rejeitadas}));
    return {};
}

Result<void> SqlEnvioStore::ask_at(const LoteEnviado& lote, const std::optional<Instant>& when, int perguntas) {
    AROEIRA_CHECK(session_.run(kAskAt, {lote.municipio, lote.id, when ? db::Value(to_ms(*when)) : db::Value(), perguntas}));
    return {};
}

Result<std::vector<FichaEnviada>> SqlEnvioStore::fichas(const LoteEnviado& lote, QuaisFichas which, std::int64_t from_posicao, int limit) {
    if (which == QuaisFichas::pendentes) return session_.all(kPending, {lote.municipio, lote.id, from_posicao, limit, 0}, ficha_of);
    return session_.all(kFichas, {lote.municipio, lote.id, word_of(which), from_posicao, limit, 0}, ficha_of);
}

Result<std::vector<FichaEnviada>> SqlEnvioStore::page_of_fichas(const LoteEnviado& lote, QuaisFichas which, std::int64_t page,
                                                                std::int64_t page_size) {
    const auto skipped = (page - 1) * page_size;
    if (which == QuaisFichas::pendentes) return session_.all(kPending, {lote.municipio, lote.id, 0, page_size, skipped}, ficha_of);
    return session_.all(kFichas, {lote.municipio, lote.id, word_of(which), 0, page_size, skipped}, ficha_of);
}

Result<void> SqlEnvioStore::keep_vereditos(const LoteEnviado& lote, std::span<const FichaEnviada> fichas, std::span<const FichaJulgada> said) {
    INVARIANT(fichas.size() == said.size(), "a verdict for each ficha asked of");
    for (std::size_t i = 0; i < fichas.size();) {
        auto end = i;
        while (end < fichas.size() && is_plain(fichas[end], said[end])) ++end;
        if (end > i) {
            AROEIRA_CHECK(session_.run(kAccept, {lote.municipio, lote.id, fichas[i].posicao, fichas[end - 1].posicao}));
            i = end;
            continue;
        }
        if (said[i].veredito != Veredito::desconhecida)
            AROEIRA_CHECK(session_.run(kJudge, {lote.municipio, lote.destino.id, fichas[i].uuid, fichas[i].versao,
                                                said[i].veredito == Veredito::aceita ? "aceita" : "rejeitada",
                                                said[i].achados.empty() ? db::Value() : db::Value(said[i].achados)}));
        ++i;
    }
    return {};
}

}  // namespace aroeira::transmission
