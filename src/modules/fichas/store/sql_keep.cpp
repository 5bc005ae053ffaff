// SPDX-License-Identifier: Apache-2.0
// The write path of received fichas: what is new is kept, what is repeated is counted.
#include <algorithm>
#include <array>
#include <map>
#include <unordered_map>

#include "modules/fichas/store/sql_ficha_store.hpp"

namespace aroeira::fichas {
namespace {

constexpr std::size_t kLookup = 100;  // uuids asked for in one statement

// One text with a hundred placeholders, so that it is prepared once and PostgreSQL is asked once
// per hundred fichas. Unused places repeat the first uuid.
const std::string& lookup_sql() {
    static const std::string sql = [] {
        std::string text = "SELECT uuid, versao, sha256 FROM ficha WHERE municipio = $1 AND atual = 1 AND uuid IN (";
        for (std::size_t i = 0; i < kLookup; ++i) text += (i ? ", $" : "$") + std::to_string(i + 2);
        return text + ")";
    }();
    return sql;
}

constexpr db::Query kRetire{"fichas.retire", R"sql(
    UPDATE ficha SET atual = 0 WHERE municipio = $1 AND uuid = $2 AND versao = $3
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
    INSERT INTO ficha_ilegivel (municipio, lote, posicao, nome, regra, motivo, conteudo, recebida_ms)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8)
    ON CONFLICT (municipio, lote, posicao) DO NOTHING
)sql"};

constexpr db::Query kPending{"fichas.pending", R"sql(
    SELECT uuid, versao, formato, conteudo, cnes, tipo, lote, recebida_ms
      FROM ficha
     WHERE municipio = $1 AND depende_catalogo = 1 AND atual = 1 AND uuid > $2
     ORDER BY uuid
     LIMIT $3
)sql"};

constexpr db::Query kValid{"fichas.valid", R"sql(
    SELECT uuid, versao, formato, conteudo, cnes, tipo, lote, recebida_ms
      FROM ficha
     WHERE municipio = $1 AND situacao = 'valida' AND atual = 1 AND uuid > $2
     ORDER BY uuid
     LIMIT $3
)sql"};

constexpr db::Query kChangeVerdict{"fichas.change_verdict", R"sql(
    UPDATE ficha SET situacao = $4, depende_catalogo = $5, erros = $6, achados = $7
     WHERE municipio = $1 AND uuid = $2 AND versao = $3
)sql"};

constexpr db::Query kMoveLote{"fichas.move_in_lote", R"sql(
    UPDATE lote_recebido SET validas = validas + 1, invalidas = invalidas - 1 WHERE municipio = $1 AND id = $2
)sql"};

struct Known {
    std::int64_t versao = 0;
    std::string sha256{};
    bool in_database = false;
};
using KnownFichas = std::unordered_map<std::string, Known>;

Result<KnownFichas> look_up(db::Session& session, const Ibge& municipio, std::span<const FichaAvaliada> fichas) {
    KnownFichas known;
    std::vector<std::string_view> uuids;
    uuids.reserve(fichas.size());
    for (const auto& f : fichas)
        if (f.situacao != Situacao::ilegivel) uuids.push_back(f.uuid);
    const db::Query query{"fichas.look_up", lookup_sql()};
    std::array<db::Value, kLookup + 1> params;
    params[0] = municipio;
    for (std::size_t from = 0; from < uuids.size(); from += kLookup) {
        for (std::size_t i = 0; i < kLookup; ++i) params[i + 1] = uuids[from + i < uuids.size() ? from + i : from];
        AROEIRA_CHECK(session.each(query, db::Session::Params(params), [&](const db::Row& row) {
            known.emplace(row.string(0), Known{row.integer(1), std::string(row.blob(2)), true});
            return true;
        }));
    }
    return known;
}

FichaStore::Pending pending_of(const db::Row& row) {
    return {row.string(0), row.integer(1), row.string(2), std::string(row.blob(3)), row.string(4),
            row.integer(5), row.string(6), from_ms(row.integer(7))};
}

}  // namespace

Result<Contagem> SqlFichaStore::keep(const Ibge& municipio, const LoteId& lote, const Recebimento& when,
                                     std::span<const FichaAvaliada> fichas, std::vector<bool>* kept) {
    Contagem count;
    count.recebidas = static_cast<std::int64_t>(fichas.size());
    if (kept) kept->assign(fichas.size(), false);
    AROEIRA_TRY(auto known, look_up(session_, municipio, fichas));

    // What becomes of each: 0 = nothing, n = stored as version n.
    std::vector<std::int64_t> version(fichas.size(), 0);
    std::vector<char> current(fichas.size(), 1);
    std::unordered_map<std::string_view, std::size_t> newest_here;
    for (std::size_t i = 0; i < fichas.size(); ++i) {
        const auto& f = fichas[i];
        if (f.situacao == Situacao::ilegivel) continue;
        auto& before = known[f.uuid];
        if (before.versao != 0 && before.sha256 == f.sha256) {
            ++count.repetidas;
            continue;
        }
        if (before.in_database) {
            AROEIRA_CHECK(session_.run(kRetire, {municipio, f.uuid, before.versao}));
        } else if (const auto older = newest_here.find(f.uuid); older != newest_here.end()) {
            current[older->second] = 0;
        }
        version[i] = before.versao + 1;
        before = {version[i], f.sha256, false};
        newest_here[f.uuid] = i;
    }

    std::map<std::pair<std::string_view, std::int64_t>, std::pair<std::int64_t, std::int64_t>> totals;
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
        auto& total = totals[{f.cnes, f.tipo}];
        ++(valid ? total.first : total.second);
        ++(valid ? count.validas : count.invalidas);
    }
    AROEIRA_CHECK(bulk->finish());
    bulk.reset();

    for (std::size_t i = 0; i < fichas.size(); ++i) {
        const auto& f = fichas[i];
        if (f.situacao != Situacao::ilegivel) continue;
        ++count.ilegiveis;
        if (kept) (*kept)[i] = true;
        AROEIRA_CHECK(session_.run(kKeepUnreadable, {municipio, lote, f.posicao, f.nome, f.regra, f.motivo,
                                                     db::Blob{f.conteudo}, to_ms(when.at)}));
    }
    for (const auto& [key, total] : totals)
        AROEIRA_CHECK(session_.run(kAddTotal, {municipio, when.mes, key.first, lote, key.second, total.first, total.second}));
    return count;
}

Result<std::vector<FichaStore::Pending>> SqlFichaStore::pending_after(const Ibge& municipio, std::string_view after_uuid,
                                                                      int limit) {
    return session_.all(kPending, {municipio, after_uuid, limit}, pending_of);
}

Result<std::vector<FichaStore::Pending>> SqlFichaStore::valid_after(const Ibge& municipio, std::string_view after_uuid, int limit) {
    return session_.all(kValid, {municipio, after_uuid, limit}, pending_of);
}

Result<void> SqlFichaStore::change_verdict(const Ibge& municipio, const Pending& ficha, std::string_view mes,
                                           const FichaAvaliada& now) {
    AROEIRA_CHECK(session_.run(kChangeVerdict, {municipio, ficha.uuid, ficha.versao, name_of(now.situacao),
                                                now.depende_catalogo, now.erros,
                                                now.achados.empty() ? db::Value() : db::Value(now.achados)}));
    if (now.situacao != Situacao::valida) return {};
    AROEIRA_CHECK(session_.run(kMoveLote, {municipio, ficha.lote}));
    AROEIRA_CHECK(session_.run(kAddTotal, {municipio, mes, ficha.cnes, ficha.lote, ficha.tipo, 1, -1}));
    return {};
}

}  // namespace aroeira::fichas
