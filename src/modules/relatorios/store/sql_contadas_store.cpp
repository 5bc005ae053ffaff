// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/store/sql_contadas_store.hpp"

namespace aroeira::relatorios {
namespace {

constexpr db::Query kMarks{"relatorios.marks", R"sql(
    SELECT marcas FROM relatorio_contada WHERE municipio = $1 AND lote = $2 AND bloco = $3
)sql"};

constexpr db::Query kSaveMarks{"relatorios.save_marks", R"sql(
    INSERT INTO relatorio_contada (municipio, lote, bloco, marcas) VALUES ($1, $2, $3, $4)
    ON CONFLICT (municipio, lote, bloco) DO UPDATE SET marcas = excluded.marcas
)sql"};

constexpr db::Query kRemoveMarks{"relatorios.remove_marks", R"sql(
    DELETE FROM relatorio_contada WHERE municipio = $1 AND lote = $2 AND bloco = $3
)sql"};

constexpr db::Query kCadastro{"relatorios.cadastro", R"sql(
    SELECT uuid, versao, em_ms, vigente FROM relatorio_cadastro WHERE municipio = $1 AND tipo = $2 AND origem = $3 ORDER BY uuid
)sql"};

constexpr db::Query kSaveCadastro{"relatorios.save_cadastro", R"sql(
    INSERT INTO relatorio_cadastro (municipio, tipo, origem, uuid, versao, em_ms, vigente) VALUES ($1, $2, $3, $4, $5, $6, $7)
    ON CONFLICT (municipio, tipo, origem, uuid) DO UPDATE
       SET versao = excluded.versao, em_ms = excluded.em_ms, vigente = excluded.vigente
)sql"};

constexpr db::Query kRemoveCadastro{"relatorios.remove_cadastro", R"sql(
    DELETE FROM relatorio_cadastro WHERE municipio = $1 AND tipo = $2 AND origem = $3 AND uuid = $4
)sql"};

constexpr db::Query kForgetMarks{"relatorios.forget_marks", "DELETE FROM relatorio_contada WHERE municipio = $1"};
constexpr db::Query kForgetCadastros{"relatorios.forget_cadastros", "DELETE FROM relatorio_cadastro WHERE municipio = $1"};

}  // namespace

Result<Marcas> SqlContadasStore::marcas(const Ibge& municipio, std::string_view lote, std::int64_t bloco) {
    AROEIRA_TRY(auto found, session_.first(kMarks, {municipio, lote, bloco}, [](const db::Row& row) { return Marcas(row.blob(0)); }));
    return std::move(found).value_or(Marcas());
}

Result<void> SqlContadasStore::save_marcas(const Ibge& municipio, std::string_view lote, std::int64_t bloco, const Marcas& marcas) {
    if (marcas.bytes().empty()) {
        AROEIRA_CHECK(session_.run(kRemoveMarks, {municipio, lote, bloco}));
    } else {
        AROEIRA_CHECK(session_.run(kSaveMarks, {municipio, lote, bloco, db::Blob{marcas.bytes()}}));
    }
    return {};
}

Result<std::vector<FichaDoCadastro>> SqlContadasStore::cadastro(const Ibge& municipio, int tipo, std::string_view origem) {
    return session_.all(kCadastro, {municipio, tipo, origem}, [](const db::Row& row) {
        return FichaDoCadastro{row.string(0), row.integer(1), row.integer(2), row.flag(3)};
    });
}

Result<void> SqlContadasStore::save_cadastro(const Ibge& municipio, int tipo, std::string_view origem, const FichaDoCadastro& ficha) {
    AROEIRA_CHECK(session_.run(kSaveCadastro, {municipio, tipo, origem, ficha.uuid, ficha.versao, ficha.em_ms, ficha.vigente}));
    return {};
}

Result<void> SqlContadasStore::remove_cadastro(const Ibge& municipio, int tipo, std::string_view origem, std::string_view uuid) {
    AROEIRA_CHECK(session_.run(kRemoveCadastro, {municipio, tipo, origem, uuid}));
    return {};
}

Result<void> SqlContadasStore::forget(const Ibge& municipio) {
    AROEIRA_CHECK(session_.run(kForgetMarks, {municipio}));
    AROEIRA_CHECK(session_.run(kForgetCadastros, {municipio}));
    return {};
}

}  // namespace aroeira::relatorios
