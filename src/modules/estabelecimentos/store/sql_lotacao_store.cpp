// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/store/sql_lotacao_store.hpp"

namespace aroeira::estabelecimentos {
namespace {

constexpr db::Query kOf{"lotacoes.of", R"sql(
    SELECT l.id, l.profissional, l.cnes, l.ine, l.cbo, l.segue_cnes, l.origem, l.microarea, l.ativa, l.versao,
           COALESCE(u.nome, ''), COALESCE(e.nome, ''), COALESCE(e.tipo, '')
      FROM lotacao l
      LEFT JOIN unidade_saude u ON u.municipio = l.municipio AND u.cnes = l.cnes
      LEFT JOIN equipe e ON e.municipio = l.municipio AND e.cnes = l.cnes AND e.ine = l.ine
     WHERE l.municipio = $1 AND l.profissional = $2
     ORDER BY l.ativa DESC, u.nome, l.cbo, l.ine LIMIT $3
)sql"};
constexpr db::Query kFind{"lotacoes.find", R"sql(
    SELECT l.id, l.profissional, l.cnes, l.ine, l.cbo, l.segue_cnes, l.origem, l.microarea, l.ativa, l.versao,
           COALESCE(u.nome, ''), COALESCE(e.nome, ''), COALESCE(e.tipo, '')
      FROM lotacao l
      LEFT JOIN unidade_saude u ON u.municipio = l.municipio AND u.cnes = l.cnes
      LEFT JOIN equipe e ON e.municipio = l.municipio AND e.cnes = l.cnes AND e.ine = l.ine
     WHERE l.municipio = $1 AND l.id = $2
)sql"};
constexpr db::Query kTaken{"lotacoes.taken", R"sql(
    SELECT id FROM lotacao WHERE municipio = $1 AND profissional = $2 AND cnes = $3 AND ine = $4 AND cbo = $5 AND id <> $6
)sql"};
constexpr db::Query kInsert{"lotacoes.insert", R"sql(
    INSERT INTO lotacao (municipio, id, profissional, cnes, ine, cbo, microarea, origem, segue_cnes, ativa, versao, com_acesso)
    VALUES ($1, $2, $3, $4, $5, $6, '', $7, $8, 1, 1, 0)
)sql"};
constexpr db::Query kUpdate{"lotacoes.update", R"sql(
    UPDATE lotacao SET cnes = $4, ine = $5, cbo = $6, segue_cnes = $7, ativa = $8, versao = versao + 1
     WHERE municipio = $1 AND id = $2 AND versao = $3
)sql"};
constexpr db::Query kRemove{"lotacoes.remove", "DELETE FROM lotacao WHERE municipio = $1 AND id = $2"};
constexpr db::Query kSetComAcesso{"lotacoes.set_com_acesso", "UPDATE lotacao SET com_acesso = $3 WHERE municipio = $1 AND id = $2"};
constexpr db::Query kUnsettled{"lotacoes.unsettled", "SELECT count(*) FROM lotacao WHERE municipio = $1 AND ativa <> com_acesso"};
constexpr db::Query kToSettle{"lotacoes.to_settle", R"sql(
    SELECT l.id, p.cpf, p.nome, l.cbo, COALESCE(e.tipo, ''), l.ativa
      FROM lotacao l
      JOIN profissional p ON p.municipio = l.municipio AND p.id = l.profissional
      LEFT JOIN equipe e ON e.municipio = l.municipio AND e.cnes = l.cnes AND e.ine = l.ine
     WHERE l.municipio = $1 AND l.ativa <> l.com_acesso AND l.id > $2
     ORDER BY l.id LIMIT $3
)sql"};

LotacaoNaLista lotacao_of(const db::Row& row) {
    LotacaoNaLista one{.lotacao = {.id = Uuid::parse(row.text(0)).value(), .profissional = row.string(1)}};
    auto& l = one.lotacao;
    l.dados = {row.string(2), row.string(3), row.string(4), row.flag(5)};
    l.origem = origem_of(row.text(6));
    l.microarea = row.string(7);
    l.ativa = row.flag(8);
    l.versao = row.integer(9);
    one.unidade = row.string(10);
    one.equipe = row.string(11);
    one.tipo_equipe = row.string(12);
    return one;
}

}  // namespace

Result<std::vector<LotacaoNaLista>> SqlLotacaoStore::of(const Ibge& municipio, std::string_view profissional) {
    return session_.all(kOf, {municipio, profissional, kLotacoesMax}, lotacao_of);
}

Result<std::optional<LotacaoNaLista>> SqlLotacaoStore::find(const Ibge& municipio, std::string_view id) {
    return session_.first(kFind, {municipio, id}, lotacao_of);
}

namespace {

Result<void> refuse_twice(db::Session& session, const Ibge& municipio, const LotacaoCadastrada& one) {
    const auto& d = one.dados;
    AROEIRA_TRY(const auto other, session.first(kTaken, {municipio, one.profissional, d.cnes, d.ine, d.cbo, one.id},
                                                [](const db::Row& row) { return row.string(0); }));
    if (!other) return {};
    return Error{ErrorKind::conflict, "LOT-0005",
                 "O profissional já tem esta lotação: a mesma unidade, a mesma equipe e o mesmo CBO. Se ela está inativa, ative-a na lista."};
}

}  // namespace

Result<void> SqlLotacaoStore::insert(const Ibge& municipio, const LotacaoCadastrada& one) {
    AROEIRA_CHECK(refuse_twice(session_, municipio, one));
    const auto& d = one.dados;
    AROEIRA_CHECK(session_.run(kInsert, {municipio, one.id, one.profissional, d.cnes, d.ine, d.cbo, name_of(one.origem), d.segue_cnes}));
    return {};
}

Result<void> SqlLotacaoStore::update(const Ibge& municipio, const LotacaoCadastrada& one) {
    AROEIRA_CHECK(refuse_twice(session_, municipio, one));
    const auto& d = one.dados;
    AROEIRA_TRY(const auto rows, session_.run(kUpdate, {municipio, one.id, one.versao, d.cnes, d.ine, d.cbo, d.segue_cnes, one.ativa}));
    if (rows == 0)
        return Error{ErrorKind::conflict, "LOT-0004",
                     "Outra pessoa alterou esta lotação enquanto você a editava. Nada foi gravado: confira o que mudou e salve de novo."};
    return {};
}

Result<void> SqlLotacaoStore::remove(const Ibge& municipio, std::string_view id) {
    AROEIRA_CHECK(session_.run(kRemove, {municipio, id}));
    return {};
}

Result<void> SqlLotacaoStore::set_com_acesso(const Ibge& municipio, std::string_view id, bool com_acesso) {
    AROEIRA_CHECK(session_.run(kSetComAcesso, {municipio, id, com_acesso}));
    return {};
}

Result<std::int64_t> SqlLotacaoStore::unsettled(const Ibge& municipio) {
    AROEIRA_TRY(const auto count, session_.first(kUnsettled, {municipio}, [](const db::Row& row) { return row.integer(0); }));
    return count.value_or(0);
}

Result<std::vector<UnsettledLotacao>> SqlLotacaoStore::to_settle(const Ibge& municipio, std::string_view after, int limit) {
    return session_.all(kToSettle, {municipio, after, limit}, [](const db::Row& row) {
        return UnsettledLotacao{row.string(0), row.string(1), row.string(2), row.string(3), row.string(4), row.flag(5)};
    });
}

}  // namespace aroeira::estabelecimentos
