// SPDX-License-Identifier: Apache-2.0
#include "modules/imunobiologicos/store/sql_lote_store.hpp"

namespace aroeira::imunobiologicos {
namespace {

// A vaccine of -1 is any. The engines do not agree on how to look for a part of a text: that is done here.
constexpr db::Query kList{"imunobiologicos.list_lotes", R"sql(
    SELECT id, imunobiologico, lote, fabricante, validade, ativo, versao, busca FROM lote_imunobiologico
     WHERE municipio = $1 AND ativo >= $2 AND ($3 = -1 OR imunobiologico = $3)
     ORDER BY ativo DESC, imunobiologico, busca, id
)sql"};

constexpr db::Query kGood{"imunobiologicos.good_lotes", R"sql(
    SELECT id, imunobiologico, lote, fabricante, validade, ativo, versao FROM lote_imunobiologico
     WHERE municipio = $1 AND imunobiologico = $2 AND ativo = 1 AND validade >= $3 ORDER BY validade, busca, id LIMIT $4
)sql"};

constexpr db::Query kFind{"imunobiologicos.find_lote", R"sql(
    SELECT id, imunobiologico, lote, fabricante, validade, ativo, versao FROM lote_imunobiologico WHERE municipio = $1 AND id = $2
)sql"};

constexpr db::Query kInsert{"imunobiologicos.insert_lote", R"sql(
    INSERT INTO lote_imunobiologico (municipio, id, imunobiologico, lote, busca, fabricante, validade, ativo, versao)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
)sql"};

constexpr db::Query kUpdate{"imunobiologicos.update_lote", R"sql(
    UPDATE lote_imunobiologico
       SET imunobiologico = $3, lote = $4, busca = $5, fabricante = $6, validade = $7, ativo = $8, versao = versao + 1
     WHERE municipio = $1 AND id = $2 AND versao = $9
)sql"};

constexpr db::Query kRemove{"imunobiologicos.remove_lote", "DELETE FROM lote_imunobiologico WHERE municipio = $1 AND id = $2 AND versao = $3"};

Lote lote_of(const db::Row& row) {
    return {.id = LoteId::parse(row.text(0)).value(), .imunobiologico = row.integer(1), .lote = row.string(2), .fabricante = row.string(3),
            .validade = row.string(4), .ativo = row.flag(5), .versao = row.integer(6)};
}

}  // namespace

Result<LotePage> SqlLoteStore::list(const Ibge& municipio, const LoteFilter& filter) {
    constexpr int kBusca = 7;
    const int least = filter.inativos ? 0 : 1;
    LotePage page;
    AROEIRA_CHECK(session_.each(kList, {municipio, least, filter.imunobiologico.value_or(-1)}, [&](const db::Row& row) {
        if (row.text(kBusca).find(filter.lote) == std::string_view::npos) return true;
        if (page.total >= filter.offset && page.total < filter.offset + filter.limit) page.items.push_back(lote_of(row));
        ++page.total;
        return true;
    }));
    return page;
}

Result<std::vector<Lote>> SqlLoteStore::good_on(const Ibge& municipio, std::int64_t imunobiologico, std::string_view day, std::int64_t limit) {
    return session_.all(kGood, {municipio, imunobiologico, day, limit}, lote_of);
}

Result<std::optional<Lote>> SqlLoteStore::find(const Ibge& municipio, const LoteId& id) { return session_.first(kFind, {municipio, id}, lote_of); }

Result<void> SqlLoteStore::insert(const Ibge& municipio, const Lote& lote) {
    AROEIRA_CHECK(session_.run(kInsert, {municipio, lote.id, lote.imunobiologico, lote.lote, folded(lote.lote), lote.fabricante, lote.validade, lote.ativo, lote.versao}));
    return {};
}

Result<bool> SqlLoteStore::update(const Ibge& municipio, const Lote& lote) {
    AROEIRA_TRY(const auto rows, session_.run(kUpdate, {municipio, lote.id, lote.imunobiologico, lote.lote, folded(lote.lote), lote.fabricante, lote.validade, lote.ativo, lote.versao}));
    return rows > 0;
}

Result<bool> SqlLoteStore::remove(const Ibge& municipio, const LoteId& id, std::int64_t versao) {
    AROEIRA_TRY(const auto rows, session_.run(kRemove, {municipio, id, versao}));
    return rows > 0;
}

}  // namespace aroeira::imunobiologicos
