// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/store/sql_unidade_store.hpp"

namespace aroeira::estabelecimentos {
namespace {

// A word is in a name when taking it out changes the name: both engines agree on that, and not on LIKE.
constexpr db::Query kList{"unidades.list", R"sql(
    SELECT cnes, nome, tipo_descricao, ativa FROM unidade_saude
     WHERE municipio = $1 AND ($2 = '' OR replace(nome_busca, $2, '') <> nome_busca)
       AND ($3 = '' OR replace(nome_busca, $3, '') <> nome_busca) AND ($4 = '' OR replace(nome_busca, $4, '') <> nome_busca)
       AND ($5 = '' OR replace(nome_busca, $5, '') <> nome_busca) AND substr(cnes, 1, length($6)) = $6
     ORDER BY nome_busca, cnes LIMIT $7 OFFSET $8
)sql"};
constexpr db::Query kCount{"unidades.count", R"sql(
    SELECT count(*) FROM unidade_saude
     WHERE municipio = $1 AND ($2 = '' OR replace(nome_busca, $2, '') <> nome_busca)
       AND ($3 = '' OR replace(nome_busca, $3, '') <> nome_busca) AND ($4 = '' OR replace(nome_busca, $4, '') <> nome_busca)
       AND ($5 = '' OR replace(nome_busca, $5, '') <> nome_busca) AND substr(cnes, 1, length($6)) = $6
)sql"};
constexpr db::Query kActive{"unidades.active", R"sql(
    SELECT cnes, nome, tipo_descricao, ativa FROM unidade_saude WHERE municipio = $1 AND ativa = 1 ORDER BY nome_busca, cnes LIMIT $2
)sql"};
constexpr db::Query kFind{"unidades.find", R"sql(
    SELECT cnes, nome, tipo_descricao, ativa, cnpj, subtipo_descricao, telefone1, telefone2, fax, email, cep, uf, bairro, logradouro,
           numero, complemento, referencia, complexidades
      FROM unidade_saude WHERE municipio = $1 AND cnes = $2
)sql"};
constexpr db::Query kEquipes{"unidades.equipes", R"sql(
    SELECT ine, sigla, area, nome, ativa FROM equipe WHERE municipio = $1 AND cnes = $2 AND ativa >= $3 ORDER BY nome, ine LIMIT $4
)sql"};
constexpr db::Query kFindEquipe{"unidades.find_equipe", R"sql(
    SELECT ine, sigla, area, nome, ativa, tipo, descricao, area_descricao, desativada_em
      FROM equipe WHERE municipio = $1 AND cnes = $2 AND ine = $3
)sql"};
// Who has no active lotação here is seen once it is asked for, and who has one is seen by that one only.
constexpr db::Query kLotados{"unidades.lotados", R"sql(
    SELECT p.id, p.nome, p.cpf, p.cns, l.cbo, COALESCE(e.nome, ''), l.microarea, l.ativa
      FROM lotacao l
      JOIN profissional p ON p.municipio = l.municipio AND p.id = l.profissional
      LEFT JOIN equipe e ON e.municipio = l.municipio AND e.cnes = l.cnes AND e.ine = l.ine
     WHERE l.municipio = $1 AND l.cnes = $2 AND ($3 = '' OR l.ine = $3)
       AND (l.ativa = 1 OR ($4 = 1 AND NOT EXISTS (SELECT 1 FROM lotacao o WHERE o.municipio = l.municipio AND o.profissional = l.profissional
                                                      AND o.cnes = l.cnes AND o.ativa = 1)))
     ORDER BY p.nome_busca, p.id, l.cbo, l.ine LIMIT $5 OFFSET $6
)sql"};
constexpr db::Query kCountLotados{"unidades.count_lotados", R"sql(
    SELECT count(*) FROM lotacao l
     WHERE l.municipio = $1 AND l.cnes = $2 AND ($3 = '' OR l.ine = $3)
       AND (l.ativa = 1 OR ($4 = 1 AND NOT EXISTS (SELECT 1 FROM lotacao o WHERE o.municipio = l.municipio AND o.profissional = l.profissional
                                                      AND o.cnes = l.cnes AND o.ativa = 1)))
)sql"};

UnidadeNaLista unidade_of(const db::Row& row) { return {row.string(0), row.string(1), row.string(2), row.flag(3)}; }

UnidadeCompleta complete_of(const db::Row& row) {
    UnidadeCompleta one{.unidade = unidade_of(row), .cnpj = row.string(4), .subtipo = row.string(5)};
    one.telefone1 = row.string(6);
    one.telefone2 = row.string(7);
    one.fax = row.string(8);
    one.email = row.string(9);
    one.cep = row.string(10);
    one.uf = row.string(11);
    one.bairro = row.string(12);
    one.logradouro = row.string(13);
    one.numero = row.string(14);
    one.complemento = row.string(15);
    one.referencia = row.string(16);
    one.complexidades = row.string(17);
    return one;
}

EquipeNaLista equipe_of(const db::Row& row) { return {row.string(0), row.string(1), row.string(2), row.string(3), row.flag(4)}; }

Lotado lotado_of(const db::Row& row) {
    return {row.string(0), row.string(1), row.string(2), row.string(3), row.string(4), row.string(5), row.string(6), row.flag(7)};
}

std::int64_t first_of(const db::Row& row) { return row.integer(0); }

}  // namespace

Result<Page<UnidadeNaLista>> SqlUnidadeStore::list(const Ibge& municipio, const Words& words, std::string_view cnes, std::int64_t page) {
    const auto& [a, b, c, d] = words.all();
    Page<UnidadeNaLista> found;
    AROEIRA_TRY(found.rows, session_.all(kList, {municipio, a, b, c, d, cnes, kPageRows, (page - 1) * kPageRows}, unidade_of));
    AROEIRA_TRY(const auto total, session_.first(kCount, {municipio, a, b, c, d, cnes}, first_of));
    found.total = total.value_or(0);
    return found;
}

Result<std::vector<UnidadeNaLista>> SqlUnidadeStore::active(const Ibge& municipio) { return session_.all(kActive, {municipio, kUnidadesMax}, unidade_of); }

Result<std::optional<UnidadeCompleta>> SqlUnidadeStore::find(const Ibge& municipio, std::string_view cnes) {
    return session_.first(kFind, {municipio, cnes}, complete_of);
}

Result<std::vector<EquipeNaLista>> SqlUnidadeStore::equipes(const Ibge& municipio, std::string_view cnes, bool inativas) {
    return session_.all(kEquipes, {municipio, cnes, inativas ? 0 : 1, kEquipesMax}, equipe_of);
}

Result<std::optional<EquipeCompleta>> SqlUnidadeStore::find_equipe(const Ibge& municipio, std::string_view cnes, std::string_view ine) {
    return session_.first(kFindEquipe, {municipio, cnes, ine}, [](const db::Row& row) {
        return EquipeCompleta{equipe_of(row), row.string(5), row.string(6), row.string(7), row.string(8)};
    });
}

Result<Page<Lotado>> SqlUnidadeStore::lotados(const Ibge& municipio, std::string_view cnes, const LotadoFilter& filter) {
    Page<Lotado> found;
    AROEIRA_TRY(found.rows, session_.all(kLotados, {municipio, cnes, filter.ine, filter.inativos, kPageRows, (filter.page - 1) * kPageRows}, lotado_of));
    AROEIRA_TRY(const auto total, session_.first(kCountLotados, {municipio, cnes, filter.ine, filter.inativos}, first_of));
    found.total = total.value_or(0);
    return found;
}

}  // namespace aroeira::estabelecimentos
