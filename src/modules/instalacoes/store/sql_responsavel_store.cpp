// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/store/sql_responsavel_store.hpp"

namespace aroeira::instalacoes {
namespace {

constexpr db::Query kFind{"instalacoes.find_responsavel", R"sql(
    SELECT usuario, base, profissional, nome, desde_ms, versao FROM responsavel_municipal WHERE municipio = $1
)sql"};

constexpr db::Query kInsert{"instalacoes.insert_responsavel", R"sql(
    INSERT INTO responsavel_municipal (municipio, usuario, base, profissional, nome, desde_ms, versao) VALUES ($1, $2, $3, $4, $5, $6, 1)
    ON CONFLICT (municipio) DO NOTHING
)sql"};

constexpr db::Query kUpdate{"instalacoes.update_responsavel", R"sql(
    UPDATE responsavel_municipal
       SET usuario = $2, base = $3, profissional = $4, nome = $5, desde_ms = $6, versao = versao + 1
     WHERE municipio = $1 AND versao = $7
)sql"};

}  // namespace

Result<std::optional<Responsavel>> SqlResponsavelStore::find(const Ibge& municipio) {
    return session_.first(kFind, {municipio}, [](const db::Row& row) {
        return Responsavel{row.string(0), Ibge::parse(row.text(1)).value(), row.string(2), row.string(3), from_ms(row.integer(4)), row.integer(5)};
    });
}

Result<bool> SqlResponsavelStore::put(const Ibge& municipio, const Responsavel& r) {
    const std::int64_t since = to_ms(r.desde);
    AROEIRA_TRY(const auto rows, r.versao == 0 ? session_.run(kInsert, {municipio, r.usuario, r.base, r.profissional, r.nome, since})
                                               : session_.run(kUpdate, {municipio, r.usuario, r.base, r.profissional, r.nome, since, r.versao}));
    return rows == 1;
}

}  // namespace aroeira::instalacoes
