// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/store/sql_controle_store.hpp"

namespace aroeira::relatorios {
namespace {

constexpr db::Query kState{"relatorios.processamento", R"sql(
    SELECT edicao, processado_ms, marcado_ms, marcadas FROM relatorio_processamento WHERE municipio = $1
)sql"};

constexpr db::Query kSaveState{"relatorios.save_processamento", R"sql(
    INSERT INTO relatorio_processamento (municipio, edicao, processado_ms, marcado_ms, marcadas) VALUES ($1, $2, $3, $4, $5)
    ON CONFLICT (municipio) DO UPDATE
       SET edicao = excluded.edicao, processado_ms = excluded.processado_ms, marcado_ms = excluded.marcado_ms, marcadas = excluded.marcadas
)sql"};

constexpr db::Query kJob{"relatorios.trabalho", R"sql(
    SELECT trabalho FROM relatorio_trabalho WHERE tipo = $1
)sql"};

constexpr db::Query kSetJob{"relatorios.set_trabalho", R"sql(
    INSERT INTO relatorio_trabalho (tipo, trabalho) VALUES ($1, $2)
    ON CONFLICT (tipo) DO UPDATE SET trabalho = excluded.trabalho
)sql"};

constexpr db::Query kFator{"relatorios.fator", R"sql(
    SELECT fator, versao FROM relatorio_fator WHERE relatorio = $1
)sql"};

constexpr db::Query kInsertFator{"relatorios.insert_fator", R"sql(
    INSERT INTO relatorio_fator (relatorio, fator, versao) VALUES ($1, $2, 1) ON CONFLICT (relatorio) DO NOTHING
)sql"};

constexpr db::Query kUpdateFator{"relatorios.update_fator", R"sql(
    UPDATE relatorio_fator SET fator = $2, versao = versao + 1 WHERE relatorio = $1 AND versao = $3
)sql"};

std::optional<Instant> instant_of(const db::Row& row, int column) {
    if (row.is_null(column)) return std::nullopt;
    return from_ms(row.integer(column));
}

std::optional<std::int64_t> ms_of(const std::optional<Instant>& at) {
    if (!at) return std::nullopt;
    return to_ms(*at);
}

}  // namespace

Result<Processamento> SqlControleStore::processamento(const Ibge& municipio) {
    AROEIRA_TRY(auto found, session_.first(kState, {municipio}, [](const db::Row& row) {
        return Processamento{row.string(0), instant_of(row, 1), instant_of(row, 2), row.integer(3)};
    }));
    return std::move(found).value_or(Processamento{});
}

Result<void> SqlControleStore::save_processamento(const Ibge& municipio, const Processamento& state) {
    AROEIRA_CHECK(session_.run(kSaveState, {municipio, state.edicao, ms_of(state.processado), ms_of(state.marcado), state.marcadas}));
    return {};
}

Result<std::optional<std::string>> SqlControleStore::trabalho(std::string_view tipo) {
    return session_.first(kJob, {tipo}, [](const db::Row& row) { return row.string(0); });
}

Result<void> SqlControleStore::set_trabalho(std::string_view tipo, std::string_view id) {
    AROEIRA_CHECK(session_.run(kSetJob, {tipo, id}));
    return {};
}

Result<std::optional<Fator>> SqlControleStore::fator(std::string_view relatorio) {
    return session_.first(kFator, {relatorio}, [](const db::Row& row) { return Fator{row.integer(0), row.integer(1)}; });
}

Result<bool> SqlControleStore::save_fator(std::string_view relatorio, const Fator& fator) {
    if (fator.versao == 0) {
        AROEIRA_TRY(const auto made, session_.run(kInsertFator, {relatorio, fator.fator}));
        return made == 1;
    }
    AROEIRA_TRY(const auto changed, session_.run(kUpdateFator, {relatorio, fator.fator, fator.versao}));
    return changed == 1;
}

}  // namespace aroeira::relatorios
