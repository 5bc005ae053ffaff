// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/sql_valid_fichas.hpp"

#include <unordered_map>

#include "modules/fichas/store/by_uuid.hpp"

namespace aroeira::fichas {
namespace {

constexpr db::Query kAfter{"fichas.valid_keys", R"sql(
    SELECT uuid, versao, lote, posicao FROM ficha
     WHERE municipio = $1 AND situacao = 'valida' AND atual = 1 AND (lote, posicao, uuid) > ($2, $3, $4)
     ORDER BY lote, posicao, uuid
     LIMIT $5
)sql"};

constexpr db::Query kTakeNews{"fichas.take_news", R"sql(
    UPDATE lote_recebido SET novidade = 0 WHERE municipio = $1 AND novidade = 1 RETURNING id
)sql"};

constexpr db::Query kOfLote{"fichas.valid_of_lote", R"sql(
    SELECT uuid, versao, lote, posicao FROM ficha
     WHERE municipio = $1 AND lote = $2 AND posicao >= $3 AND situacao = 'valida' AND atual = 1
     ORDER BY posicao, uuid
)sql"};

const std::string& contents_sql() {
    static const std::string sql = by_uuid_sql("uuid, versao, conteudo", " AND atual = 1");
    return sql;
}

FichaNoLote placed_of(const db::Row& row) { return {{row.string(0), row.integer(1)}, row.string(2), row.integer(3)}; }

}  // namespace

Result<std::vector<std::string>> SqlValidFichas::take_news(const Ibge& municipio) {
    return session_.all(kTakeNews, {municipio}, [](const db::Row& row) { return row.string(0); });
}

Result<std::vector<FichaNoLote>> SqlValidFichas::of_lote(const Ibge& municipio, std::string_view lote, std::int64_t from_posicao) {
    return session_.all(kOfLote, {municipio, lote, from_posicao}, placed_of);
}

Result<std::vector<FichaNoLote>> SqlValidFichas::after(const Ibge& municipio, const Parada& after, int limit) {
    return session_.all(kAfter, {municipio, after.lote, after.posicao, after.uuid, limit}, placed_of);
}

Result<std::vector<std::string>> SqlValidFichas::contents_of(const Ibge& municipio, std::span<const FichaKey> fichas) {
    std::vector<std::string> contents(fichas.size());
    std::vector<std::string_view> uuids;
    std::unordered_map<std::string_view, std::size_t> place;
    for (std::size_t i = 0; i < fichas.size(); ++i) {
        uuids.emplace_back(fichas[i].uuid);
        place.emplace(fichas[i].uuid, i);
    }
    std::size_t found = 0;
    AROEIRA_CHECK(each_by_uuid(session_, {"fichas.valid_contents", contents_sql()}, municipio, uuids, [&](const db::Row& row) {
        const auto at = place.find(row.text(0));
        if (at == place.end() || fichas[at->second].versao != row.integer(1)) return true;
        contents[at->second] = std::string(row.blob(2));
        ++found;
        return true;
    }));
    if (found != fichas.size()) return Error{ErrorKind::not_found, "RECEB-0002", "Nenhuma ficha com este identificador neste município."};
    return contents;
}

}  // namespace aroeira::fichas
