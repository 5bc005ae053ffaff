// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/store/sql_segundo_fator_store.hpp"

#include "modules/identity/store/columns.hpp"

namespace aroeira::identity {
namespace {

constexpr db::Query kFind{"identity.find_segundo_fator", "SELECT usuario, semente, ativo, ultimo_passo FROM segundo_fator WHERE usuario = $1"};

constexpr db::Query kAll{"identity.all_segundos_fatores", "SELECT usuario, semente, ativo, ultimo_passo FROM segundo_fator ORDER BY usuario"};

constexpr db::Query kPut{"identity.put_segundo_fator", R"sql(
    INSERT INTO segundo_fator (usuario, semente, ativo, ultimo_passo) VALUES ($1, $2, $3, $4)
    ON CONFLICT (usuario) DO UPDATE
       SET semente = excluded.semente, ativo = excluded.ativo, ultimo_passo = excluded.ultimo_passo
)sql"};

constexpr db::Query kRemove{"identity.remove_segundo_fator", "DELETE FROM segundo_fator WHERE usuario = $1"};
constexpr db::Query kUseStep{"identity.use_step", R"sql(
    UPDATE segundo_fator SET ultimo_passo = $2 WHERE usuario = $1 AND ultimo_passo < $2
)sql"};
constexpr db::Query kRemoveCodes{"identity.remove_recovery_codes", "DELETE FROM codigo_recuperacao WHERE usuario = $1"};
constexpr db::Query kInsertCode{"identity.insert_recovery_code", "INSERT INTO codigo_recuperacao (usuario, codigo) VALUES ($1, $2)"};
constexpr db::Query kTakeCode{"identity.take_recovery_code", "DELETE FROM codigo_recuperacao WHERE usuario = $1 AND codigo = $2"};

SegundoFator fator_of(const db::Row& row) {
    return {columns::identifier<UsuarioId>(row, 0), std::string(row.blob(1)), row.flag(2), row.integer(3)};
}

}  // namespace

Result<std::optional<SegundoFator>> SqlSegundoFatorStore::find(const UsuarioId& usuario) {
    return session_.first(kFind, {usuario}, fator_of);
}

Result<std::vector<SegundoFator>> SqlSegundoFatorStore::all() { return session_.all(kAll, {}, fator_of); }

Result<void> SqlSegundoFatorStore::put(const SegundoFator& f) {
    AROEIRA_CHECK(session_.run(kPut, {f.usuario, db::Blob{f.semente}, f.ativo, f.ultimo_passo}));
    return {};
}

Result<void> SqlSegundoFatorStore::remove(const UsuarioId& usuario) {
    AROEIRA_CHECK(session_.run(kRemoveCodes, {usuario}));
    AROEIRA_CHECK(session_.run(kRemove, {usuario}));
    return {};
}

Result<bool> SqlSegundoFatorStore::use_step(const UsuarioId& usuario, std::int64_t step) {
    AROEIRA_TRY(const auto rows, session_.run(kUseStep, {usuario, step}));
    return rows > 0;
}

Result<void> SqlSegundoFatorStore::put_recovery(const UsuarioId& usuario, const std::vector<std::string>& code_hashes) {
    AROEIRA_CHECK(session_.run(kRemoveCodes, {usuario}));
    for (const auto& hash : code_hashes) AROEIRA_CHECK(session_.run(kInsertCode, {usuario, hash}));
    return {};
}

Result<bool> SqlSegundoFatorStore::take_recovery(const UsuarioId& usuario, std::string_view code_hash) {
    AROEIRA_TRY(const auto rows, session_.run(kTakeCode, {usuario, code_hash}));
    return rows > 0;
}

}  // namespace aroeira::identity
