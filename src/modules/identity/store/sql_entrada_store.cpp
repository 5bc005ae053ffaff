// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/store/sql_entrada_store.hpp"

#include "modules/identity/store/columns.hpp"

namespace aroeira::identity {
namespace {

constexpr db::Query kAdd{"identity.add_entrada", R"sql(
    INSERT INTO entrada (usuario, id, instante_ms, resultado, endereco) VALUES ($1, $2, $3, $4, $5)
)sql"};

// The ids are in order of time.
constexpr db::Query kList{"identity.list_entradas", R"sql(
    SELECT instante_ms, resultado, endereco FROM entrada WHERE usuario = $1 AND instante_ms >= $2
     ORDER BY id DESC LIMIT 30 OFFSET $3
)sql"};

constexpr db::Query kCount{"identity.count_entradas", "SELECT count(*) FROM entrada WHERE usuario = $1 AND instante_ms >= $2"};
constexpr db::Query kSweep{"identity.sweep_entradas", "DELETE FROM entrada WHERE instante_ms < $1"};

}  // namespace

Result<void> SqlEntradaStore::add(const UsuarioId& usuario, std::string_view id, const Entrada& e) {
    AROEIRA_CHECK(session_.run(kAdd, {usuario, id, to_ms(e.instante), e.resultado, e.endereco}));
    return {};
}

Result<EntradaPage> SqlEntradaStore::list(const UsuarioId& usuario, Instant since, std::int64_t page) {
    EntradaPage found;
    AROEIRA_TRY(found.itens, session_.all(kList, {usuario, to_ms(since), (page - 1) * kEntradasPerPage}, [](const db::Row& row) {
        return Entrada{columns::instant(row, 0), row.string(1), row.string(2)};
    }));
    AROEIRA_TRY(const auto total, session_.first(kCount, {usuario, to_ms(since)}, [](const db::Row& row) { return row.integer(0); }));
    found.total = total.value_or(0);
    return found;
}

Result<void> SqlEntradaStore::sweep(Instant older_than) {
    AROEIRA_CHECK(session_.run(kSweep, {to_ms(older_than)}));
    return {};
}

}  // namespace aroeira::identity
