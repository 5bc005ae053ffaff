// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/store/sql_soma_store.hpp"

namespace aroeira::relatorios {
namespace {

constexpr db::Query kRead{"relatorios.read_soma", R"sql(
    SELECT soma FROM relatorio_soma
     WHERE municipio = $1 AND relatorio = $2 AND grao = $3 AND periodo = $4
       AND cnes = $5 AND ine = $6 AND cbo = $7 AND profissional = $8
)sql"};

constexpr db::Query kWrite{"relatorios.write_soma", R"sql(
    INSERT INTO relatorio_soma (municipio, relatorio, grao, periodo, cnes, ine, cbo, profissional, soma)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (municipio, relatorio, grao, periodo, cnes, ine, cbo, profissional) DO UPDATE SET soma = excluded.soma
)sql"};

constexpr db::Query kRemove{"relatorios.remove_soma", R"sql(
    DELETE FROM relatorio_soma
     WHERE municipio = $1 AND relatorio = $2 AND grao = $3 AND periodo = $4
       AND cnes = $5 AND ine = $6 AND cbo = $7 AND profissional = $8
)sql"};

constexpr db::Query kEach{"relatorios.add_up", R"sql(
    SELECT periodo, cnes, ine, cbo, profissional, soma FROM relatorio_soma
     WHERE municipio = $1 AND relatorio = $2 AND grao = $3 AND periodo BETWEEN $4 AND $5
       AND ($6 = '' OR cnes = $6) AND ($7 = '' OR ine = $7) AND ($8 = '' OR cbo = $8) AND ($9 = '' OR profissional = $9)
)sql"};

constexpr db::Query kForget{"relatorios.forget_somas", R"sql(
    DELETE FROM relatorio_soma WHERE municipio = $1
)sql"};

}  // namespace

Result<std::string> SqlSomaStore::read(const Ibge& municipio, const Soma& soma) {
    AROEIRA_TRY(auto found, session_.first(kRead,
                                           {municipio, soma.relatorio, name_of(soma.grao), soma.periodo, soma.cnes, soma.ine, soma.cbo,
                                            soma.profissional},
                                           [](const db::Row& row) { return std::string(row.blob(0)); }));
    return std::move(found).value_or(std::string());
}

Result<void> SqlSomaStore::write(const Ibge& municipio, const Soma& soma, std::string_view packed) {
    const std::string_view grao = name_of(soma.grao);
    if (packed.empty()) {
        AROEIRA_CHECK(session_.run(kRemove, {municipio, soma.relatorio, grao, soma.periodo, soma.cnes, soma.ine, soma.cbo, soma.profissional}));
    } else {
        AROEIRA_CHECK(session_.run(kWrite, {municipio, soma.relatorio, grao, soma.periodo, soma.cnes, soma.ine, soma.cbo, soma.profissional,
                                            db::Blob{packed}}));
    }
    return {};
}

Result<void> SqlSomaStore::each(const Ibge& municipio, std::string_view relatorio, const Trechos& trechos, const Filtro& filtro,
                                const Visit& visit) {
    Soma soma{.relatorio = std::string(relatorio), .grao = trechos.grao};
    return session_.each(kEach,
                         {municipio, relatorio, name_of(trechos.grao), trechos.de, trechos.ate, filtro.cnes, filtro.ine, filtro.cbo,
                          filtro.profissional},
                         [&](const db::Row& row) {
                             soma.periodo = row.text(0);
                             soma.cnes = row.text(1);
                             soma.ine = row.text(2);
                             soma.cbo = row.text(3);
                             soma.profissional = row.text(4);
                             visit(soma, row.blob(5));
                             return true;
                         });
}

Result<void> SqlSomaStore::forget(const Ibge& municipio) {
    AROEIRA_CHECK(session_.run(kForget, {municipio}));
    return {};
}

}  // namespace aroeira::relatorios
