// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/sql_valid_fichas.hpp"

namespace aroeira::fichas {
namespace {

constexpr db::Query kAfter{"fichas.valid_keys", R"sql(
    SELECT uuid, versao FROM ficha
     WHERE municipio = $1 AND situacao = 'valida' AND atual = 1 AND uuid > $2
     ORDER BY uuid
     LIMIT $3
)sql"};

constexpr db::Query kContent{"fichas.valid_content", R"sql(
    SELECT conteudo FROM ficha WHERE municipio = $1 AND uuid = $2 AND versao = $3
)sql"};

}  // namespace

Result<std::vector<FichaKey>> SqlValidFichas::after(const Ibge& municipio, std::string_view after_uuid, int limit) {
    return session_.all(kAfter, {municipio, after_uuid, limit},
                        [](const db::Row& row) { return FichaKey{row.string(0), row.integer(1)}; });
}

Result<std::string> SqlValidFichas::content_of(const Ibge& municipio, const FichaKey& ficha) {
    AROEIRA_TRY(auto found, session_.first(kContent, {municipio, ficha.uuid, ficha.versao},
                                           [](const db::Row& row) { return std::string(row.blob(0)); }));
    if (!found) return Error{ErrorKind::not_found, "RECEB-0002", "Nenhuma ficha com este identificador neste município."};
    return std::move(*found);
}

}  // namespace aroeira::fichas
