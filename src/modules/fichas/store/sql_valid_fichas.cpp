// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/sql_valid_fichas.hpp"

#include <algorithm>
#include <array>
#include <unordered_map>

namespace aroeira::fichas {
namespace {

constexpr std::size_t kLookup = 100;  // contents asked for in one statement

constexpr db::Query kAfter{"fichas.valid_keys", R"sql(
    SELECT uuid, versao FROM ficha
     WHERE municipio = $1 AND situacao = 'valida' AND atual = 1 AND uuid > $2
     ORDER BY uuid
     LIMIT $3
)sql"};

constexpr db::Query kTakeNews{"fichas.take_news", R"sql(
    UPDATE lote_recebido SET novidade = 0 WHERE municipio = $1 AND novidade = 1 RETURNING id
)sql"};

constexpr db::Query kOfLote{"fichas.valid_of_lote", R"sql(
    SELECT uuid, versao, posicao FROM ficha
     WHERE municipio = $1 AND lote = $2 AND posicao >= $3 AND situacao = 'valida' AND atual = 1
     ORDER BY posicao, uuid
)sql"};

// One text with a hundred placeholders, so that it is prepared once. Unused places repeat the first uuid.
const std::string& contents_sql() {
    static const std::string sql = [] {
        std::string text = "SELECT uuid, versao, conteudo FROM ficha WHERE municipio = $1 AND atual = 1 AND uuid IN (";
        for (std::size_t i = 0; i < kLookup; ++i) text += (i ? ", $" : "$") + std::to_string(i + 2);
        return text + ")";
    }();
    return sql;
}

}  // namespace

Result<std::vector<std::string>> SqlValidFichas::take_news(const Ibge& municipio) {
    return session_.all(kTakeNews, {municipio}, [](const db::Row& row) { return row.string(0); });
}

Result<std::vector<FichaNoLote>> SqlValidFichas::of_lote(const Ibge& municipio, std::string_view lote, std::int64_t from_posicao) {
    return session_.all(kOfLote, {municipio, lote, from_posicao},
                        [](const db::Row& row) { return FichaNoLote{{row.string(0), row.integer(1)}, row.integer(2)}; });
}

Result<std::vector<FichaKey>> SqlValidFichas::after(const Ibge& municipio, std::string_view after_uuid, int limit) {
    return session_.all(kAfter, {municipio, after_uuid, limit},
                        [](const db::Row& row) { return FichaKey{row.string(0), row.integer(1)}; });
}

Result<std::vector<std::string>> SqlValidFichas::contents_of(const Ibge& municipio, std::span<const FichaKey> fichas) {
    std::vector<std::string> contents(fichas.size());
    const db::Query query{"fichas.valid_contents", contents_sql()};
    std::array<db::Value, kLookup + 1> params;
    params[0] = municipio;
    for (std::size_t from = 0; from < fichas.size(); from += kLookup) {
        const auto block = fichas.subspan(from, std::min(kLookup, fichas.size() - from));
        std::unordered_map<std::string_view, std::size_t> place;
        for (std::size_t i = 0; i < block.size(); ++i) place.emplace(block[i].uuid, from + i);
        for (std::size_t i = 0; i < kLookup; ++i) params[i + 1] = block[i < block.size() ? i : 0].uuid;
        std::size_t found = 0;
        AROEIRA_CHECK(session_.each(query, db::Session::Params(params), [&](const db::Row& row) {
            const auto at = place.find(row.text(0));
            if (at == place.end() || fichas[at->second].versao != row.integer(1)) return true;
            contents[at->second] = std::string(row.blob(2));
            ++found;
            return true;
        }));
        if (found != block.size()) return Error{ErrorKind::not_found, "RECEB-0002", "Nenhuma ficha com este identificador neste município."};
    }
    return contents;
}

}  // namespace aroeira::fichas
