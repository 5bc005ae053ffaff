// SPDX-License-Identifier: Apache-2.0
// The write path of received fichas: what is new is kept, what is repeated is counted.
#include <algorithm>
#include <array>
#include <map>
#include <vector>

#include "modules/fichas/store/ficha_keys.hpp"
#include "modules/fichas/store/known_versions.hpp"
#include "modules/fichas/store/sql_ficha_news.hpp"
#include "modules/fichas/store/sql_ficha_store.hpp"

namespace aroeira::fichas {
namespace {

constexpr db::Query kRetire{"fichas.retire", R"sql(
    UPDATE ficha SET atual = 0 WHERE municipio = $1 AND lote = $2 AND posicao = $3 AND uuid = $4 AND versao = $5
)sql"};

constexpr db::Query kAddTotal{"fichas.add_total", R"sql(
    INSERT INTO recebimento_total (municipio, mes, cnes, lote, tipo, validas, invalidas)
    VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (municipio, mes, cnes, lote, tipo) DO UPDATE
       SET validas = recebimento_total.validas + excluded.validas,
           invalidas = recebimento_total.invalidas + excluded.invalidas
)sql"};

constexpr std::array<std::string_view, 19> kFichaColumns{
    "municipio", "uuid", "versao", "atual", "lote", "posicao", "tipo", "cnes", "ine", "competencia",
    "versao_ledi", "situacao", "depende_catalogo", "erros", "achados", "formato", "sha256", "conteudo", "recebida_ms"};

constexpr db::Query kKeepUnreadable{"fichas.keep_unreadable", R"sql(
    INSERT INTO ficha_ilegivel (municipio, lote, posicao, nome, regra, motivo, conteudo, recebida_ms, sha256)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (municipio, lote, posicao) DO NOTHING
)sql"};

constexpr db::Query kPending{"fichas.pending", R"sql(
    SELECT uuid, versao, formato, conteudo, cnes, tipo, lote, recebida_ms, posicao
      FROM ficha
     WHERE municipio = $1 AND depende_catalogo = 1 AND atual = 1 AND (lote, posicao, uuid) > ($2, $3, $4)
     ORDER BY lote, posicao, uuid
     LIMIT $5
)sql"};

constexpr db::Query kValid{"fichas.valid", R"sql(
    SELECT uuid, versao, formato, conteudo, cnes, tipo, lote, recebida_ms, posicao
      FROM ficha
     WHERE municipio = $1 AND situacao = 'valida' AND atual = 1 AND (lote, posicao, uuid) > ($2, $3, $4)
     ORDER BY lote, posicao, uuid
     LIMIT $5
)sql"};

constexpr db::Query kChangeVerdict{"fichas.change_verdict", R"sql(
    UPDATE ficha SET situacao = $6, depende_catalogo = $7, erros = $8, achados = $9
     WHERE municipio = $1 AND lote = $2 AND posicao = $3 AND uuid = $4 AND versao = $5
)sql"};

constexpr db::Query kMoveLote{"fichas.move_in_lote", R"sql(
    UPDATE lote_recebido SET validas = validas + 1, invalidas = invalidas - 1, novidade = 1 WHERE municipio = $1 AND id = $2
)sql"};

FichaStore::Pending pending_of(const db::Row& row) {
    return {row.string(0), row.integer(1), row.string(2), std::string(row.blob(3)), row.string(4),
            row.integer(5), row.string(6), from_ms(row.integer(7)), row.integer(8)};
}

}  // namespace

Result<Contagem> SqlFichaStore::keep(const Ibge& municipio, const LoteId& lote, const Recebimento& when,
                                     std::span<const FichaAvaliada> fichas, std::vector<bool>* kept) {
    Contagem count;
    count.recebidas = static_cast<std::int64_t>(fichas.size());
    if (kept) kept->assign(fichas.size(), false);
    AROEIRA_TRY(auto known, KnownVersions::of(session_, municipio, lote, fichas));

    // What becomes of each: 0 = nothing, n = stored as version n.
    std::vector<std::int64_t> version(fichas.size(), 0);
    std::vector<char> current(fichas.size(), 0);
    for (std::size_t i = 0; i < fichas.size(); ++i) {
        const auto& f = fichas[i];
        if (f.situacao == Situacao::ilegivel) continue;
        if (known.has(f)) {
            ++count.repetidas;
            continue;
        }
        AROEIRA_TRY(const auto place, known.add(f, i));
        version[i] = place.versao;
        current[i] = place.atual ? 1 : 0;
        if (!place.retired) continue;
        if (place.retired->place) current[*place.retired->place] = 0;
        else AROEIRA_CHECK(session_.run(kRetire, {municipio, place.retired->lote, place.retired->posicao, f.uuid, place.retired->versao}));
    }

    std::map<std::pair<std::string_view, std::int64_t>, std::pair<std::int64_t, std::int64_t>> totals;
    std::optional<std::int64_t> first_kept;
    AROEIRA_TRY(auto keys, FichaKeys::before(session_));
    AROEIRA_TRY(auto bulk, session_.bulk({"ficha", kFichaColumns}));
    for (std::size_t i = 0; i < fichas.size(); ++i) {
        const auto& f = fichas[i];
        if (version[i] == 0) continue;
        const bool valid = f.situacao == Situacao::valida;
        const std::array<db::Value, kFichaColumns.size()> row{
            municipio, f.uuid, version[i], static_cast<int>(current[i]), lote, f.posicao, f.tipo, f.cnes,
            f.ine.empty() ? db::Value() : db::Value(f.ine), f.competencia, f.versao_ledi, name_of(f.situacao),
            f.depende_catalogo, f.erros, f.achados.empty() ? db::Value() : db::Value(f.achados), f.formato,
            db::Blob{f.sha256}, db::Blob{f.conteudo}, to_ms(when.at)};
        AROEIRA_CHECK(bulk->add(row));
        if (kept) (*kept)[i] = true;
        first_kept = std::min(first_kept.value_or(f.posicao), f.posicao);
        auto& total = totals[{f.cnes, f.tipo}];
        ++(valid ? total.first : total.second);
        ++(valid ? count.validas : count.invalidas);
    }
    AROEIRA_CHECK(bulk->finish());
    bulk.reset();
    if (first_kept) AROEIRA_CHECK(add_news(session_, municipio, lote.text(), *first_kept));
    AROEIRA_CHECK(keys.add());

    for (std::size_t i = 0; i < fichas.size(); ++i) {
        const auto& f = fichas[i];
        if (f.situacao != Situacao::ilegivel) continue;
        ++count.ilegiveis;
        if (kept) (*kept)[i] = true;
        AROEIRA_CHECK(session_.run(kKeepUnreadable, {municipio, lote, f.posicao, f.nome, f.regra, f.motivo,
                                                     db::Blob{f.conteudo}, to_ms(when.at),
                                                     f.sha256.empty() ? db::Value() : db::Value(db::Blob{f.sha256})}));
    }
    for (const auto& [key, total] : totals)
        AROEIRA_CHECK(session_.run(kAddTotal, {municipio, when.mes, key.first, lote, key.second, total.first, total.second}));
    return count;
}

Result<std::vector<FichaStore::Pending>> SqlFichaStore::pending_after(const Ibge& municipio, const Parada& after, int limit) {
    return session_.all(kPending, {municipio, after.lote, after.posicao, after.uuid, limit}, pending_of);
}

Result<std::vector<FichaStore::Pending>> SqlFichaStore::valid_after(const Ibge& municipio, const Parada& after, int limit) {
    return session_.all(kValid, {municipio, after.lote, after.posicao, after.uuid, limit}, pending_of);
}

Result<void> SqlFichaStore::change_verdict(const Ibge& municipio, const Pending& ficha, std::string_view mes,
                                           const FichaAvaliada& now) {
    AROEIRA_CHECK(session_.run(kChangeVerdict, {municipio, ficha.lote, ficha.posicao, ficha.uuid, ficha.versao, name_of(now.situacao),
                                                now.depende_catalogo, now.erros,
                                                now.achados.empty() ? db::Value() : db::Value(now.achados)}));
    if (now.situacao != Situacao::valida) return {};
    AROEIRA_CHECK(add_news(session_, municipio, ficha.lote, ficha.posicao));
    AROEIRA_CHECK(session_.run(kMoveLote, {municipio, ficha.lote}));
    AROEIRA_CHECK(session_.run(kAddTotal, {municipio, mes, ficha.cnes, ficha.lote, ficha.tipo, 1, -1}));
    return {};
}

}  // namespace aroeira::fichas
