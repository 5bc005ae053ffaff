// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/store/sql_municipio_store.hpp"

#include <algorithm>

#include "base/text.hpp"

namespace aroeira::instalacoes {
namespace {

constexpr db::Query kFind{"instalacoes.find_municipio", R"sql(
    SELECT ibge, nome, uf, fuso, utc_minutos FROM municipio_ativo WHERE ibge = $1 AND ativo = 1
)sql"};

constexpr db::Query kList{"instalacoes.list_municipios", R"sql(
    SELECT ibge, nome, uf, fuso, utc_minutos FROM municipio_ativo WHERE ativo = 1
)sql"};

constexpr db::Query kActivate{"instalacoes.activate_municipio", R"sql(
    INSERT INTO municipio_ativo (ibge, nome, uf, fuso, utc_minutos, ativo) VALUES ($1, $2, $3, $4, $5, 1)
    ON CONFLICT (ibge) DO UPDATE
       SET nome = excluded.nome, uf = excluded.uf, fuso = excluded.fuso, utc_minutos = excluded.utc_minutos, ativo = 1
)sql"};

MunicipioAtivo municipio_of(const db::Row& row) {
    return {Ibge::parse(row.text(0)).value(), row.string(1), row.string(2), row.string(3),
            static_cast<int>(row.integer(4))};
}

}  // namespace

Result<std::optional<MunicipioAtivo>> SqlMunicipioStore::find(const Ibge& ibge) {
    return session_.first(kFind, {ibge}, municipio_of);
}

Result<std::vector<MunicipioAtivo>> SqlMunicipioStore::list() {
    AROEIRA_TRY(auto all, session_.all(kList, {}, municipio_of));
    // The engines do not agree on the order of accented letters.
    std::sort(all.begin(), all.end(), [](const MunicipioAtivo& a, const MunicipioAtivo& b) {
        return std::pair(text::fold(a.nome), a.ibge) < std::pair(text::fold(b.nome), b.ibge);
    });
    return all;
}

Result<bool> SqlMunicipioStore::activate(const MunicipioAtivo& municipio) {
    AROEIRA_TRY(const auto before, find(municipio.ibge));
    AROEIRA_CHECK(session_.run(kActivate, {municipio.ibge, municipio.nome, municipio.uf, municipio.fuso, municipio.utc_offset_minutes}));
    return !before.has_value();
}

}  // namespace aroeira::instalacoes
