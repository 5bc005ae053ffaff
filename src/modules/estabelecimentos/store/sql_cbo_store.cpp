// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/store/sql_cbo_store.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr db::Query kDecided{"cbo.decided",
    "SELECT cbo, disponivel, intervalo_minutos, versao FROM cbo_municipio WHERE municipio = $1 ORDER BY cbo"};
constexpr db::Query kFind{"cbo.find",
    "SELECT cbo, disponivel, intervalo_minutos, versao FROM cbo_municipio WHERE municipio = $1 AND cbo = $2"};
constexpr db::Query kInsert{"cbo.insert",
    "INSERT INTO cbo_municipio (municipio, cbo, disponivel, intervalo_minutos, versao) VALUES ($1, $2, $3, $4, 1) "
    "ON CONFLICT (municipio, cbo) DO NOTHING"};
constexpr db::Query kUpdate{"cbo.update",
    "UPDATE cbo_municipio SET disponivel = $3, intervalo_minutos = $4, versao = versao + 1 "
    "WHERE municipio = $1 AND cbo = $2 AND versao = $5"};

CboDecidido decision_of(const db::Row& row) {
    CboDecidido one{.cbo = row.string(0), .disponivel = row.flag(1), .versao = row.integer(3)};
    if (const auto minutes = row.optional_integer(2)) one.intervalo_minutos = static_cast<int>(*minutes);
    return one;
}

}  // namespace

Result<std::vector<CboDecidido>> SqlCboStore::decided(const Ibge& municipio) { return session_.all(kDecided, {municipio}, decision_of); }

Result<CboDecidido> SqlCboStore::find(const Ibge& municipio, std::string_view cbo) {
    AROEIRA_TRY(auto found, session_.first(kFind, {municipio, cbo}, decision_of));
    return found ? std::move(*found) : padrao_of(cbo);
}

Result<std::int64_t> SqlCboStore::put(const Ibge& municipio, const CboDecidido& one) {
    AROEIRA_TRY(const auto rows, one.versao == 0
                    ? session_.run(kInsert, {municipio, one.cbo, one.disponivel, one.intervalo_minutos})
                    : session_.run(kUpdate, {municipio, one.cbo, one.disponivel, one.intervalo_minutos, one.versao}));
    if (rows == 0)
        return Error{ErrorKind::conflict, "CBO-0003",
                     "Outra pessoa alterou este CBO enquanto você o editava. Nada foi gravado: confira o que mudou e salve de novo."};
    return one.versao + 1;
}

}  // namespace aroeira::estabelecimentos
