// SPDX-License-Identifier: Apache-2.0
#include "modules/gestao/store/sql_tipo_servico_store.hpp"

#include "base/text.hpp"
#include "modules/gestao/store/page_of.hpp"

namespace aroeira::gestao {
namespace {

constexpr std::int64_t kAll = 10'000;  // More than any município has.

constexpr db::Query kList{"gestao.list_tipos", R"sql(
    SELECT id, nome, versao, busca FROM tipo_servico WHERE municipio = $1 ORDER BY busca, id
)sql"};

constexpr db::Query kFind{"gestao.find_tipo", "SELECT id, nome, versao FROM tipo_servico WHERE municipio = $1 AND id = $2"};

constexpr db::Query kInsert{"gestao.insert_tipo", R"sql(
    INSERT INTO tipo_servico (municipio, id, nome, busca, versao) VALUES ($1, $2, $3, $4, $5)
)sql"};

constexpr db::Query kUpdate{"gestao.update_tipo", R"sql(
    UPDATE tipo_servico SET nome = $3, busca = $4, versao = versao + 1 WHERE municipio = $1 AND id = $2 AND versao = $5
)sql"};

constexpr db::Query kRemove{"gestao.remove_tipo", "DELETE FROM tipo_servico WHERE municipio = $1 AND id = $2"};

TipoServico tipo_of(const db::Row& row) { return {TipoServicoId::parse(row.text(0)).value(), row.string(1), row.integer(2)}; }

}  // namespace

Result<std::vector<TipoServico>> SqlTipoServicoStore::list(const Ibge& municipio) {
    AROEIRA_TRY(auto all, page(municipio, "", {.offset = 0, .limit = kAll}));
    return std::move(all.items);
}

Result<PageOfThings<TipoServico>> SqlTipoServicoStore::page(const Ibge& municipio, std::string_view busca, const PageOf& page) {
    constexpr int kBusca = 3;
    return page_of<TipoServico>(session_, kList, municipio, kBusca, busca, page, tipo_of);
}

Result<std::optional<TipoServico>> SqlTipoServicoStore::find(const Ibge& municipio, const TipoServicoId& id) {
    return session_.first(kFind, {municipio, id}, tipo_of);
}

Result<void> SqlTipoServicoStore::insert(const Ibge& municipio, const TipoServico& tipo) {
    AROEIRA_CHECK(session_.run(kInsert, {municipio, tipo.id, tipo.nome, text::fold(tipo.nome), tipo.versao}));
    return {};
}

Result<bool> SqlTipoServicoStore::update(const Ibge& municipio, const TipoServico& tipo) {
    AROEIRA_TRY(const auto rows, session_.run(kUpdate, {municipio, tipo.id, tipo.nome, text::fold(tipo.nome), tipo.versao}));
    return rows > 0;
}

Result<bool> SqlTipoServicoStore::remove(const Ibge& municipio, const TipoServicoId& id) {
    AROEIRA_TRY(const auto rows, session_.run(kRemove, {municipio, id}));
    return rows > 0;
}

}  // namespace aroeira::gestao
