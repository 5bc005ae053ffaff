// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/store/sql_profissional_store.hpp"

#include "base/text.hpp"

namespace aroeira::estabelecimentos {
namespace {

// The page is found in the index of names; the rest of its rows is read only then.
constexpr db::Query kList{"profissionais.list", R"sql(
    SELECT id, nome, cpf, cns, origem, ativo FROM profissional
     WHERE municipio = $1 AND id IN (SELECT id FROM profissional WHERE municipio = $1 ORDER BY nome_busca, id LIMIT $2 OFFSET $3)
     ORDER BY nome_busca, id
)sql"};
constexpr db::Query kListActive{"profissionais.list_active", R"sql(
    SELECT id, nome, cpf, cns, origem, ativo FROM profissional
     WHERE municipio = $1
       AND id IN (SELECT id FROM profissional WHERE municipio = $1 AND ativo = 1 ORDER BY nome_busca, id LIMIT $2 OFFSET $3)
     ORDER BY nome_busca, id
)sql"};
constexpr db::Query kCount{"profissionais.count", "SELECT count(*) FROM profissional WHERE municipio = $1 AND ativo >= $2"};

// A word is in a name when taking it out changes the name: both engines agree on that, and not on LIKE.
constexpr db::Query kByName{"profissionais.by_name", R"sql(
    SELECT id, nome, cpf, cns, origem, ativo FROM profissional
     WHERE municipio = $1 AND ativo >= $2 AND ($3 = '' OR replace(nome_busca, $3, '') <> nome_busca)
       AND ($4 = '' OR replace(nome_busca, $4, '') <> nome_busca) AND ($5 = '' OR replace(nome_busca, $5, '') <> nome_busca)
       AND ($6 = '' OR replace(nome_busca, $6, '') <> nome_busca)
     ORDER BY nome_busca, id LIMIT $7 OFFSET $8
)sql"};
constexpr db::Query kCountByName{"profissionais.count_by_name", R"sql(
    SELECT count(*) FROM profissional
     WHERE municipio = $1 AND ativo >= $2 AND ($3 = '' OR replace(nome_busca, $3, '') <> nome_busca)
       AND ($4 = '' OR replace(nome_busca, $4, '') <> nome_busca) AND ($5 = '' OR replace(nome_busca, $5, '') <> nome_busca)
       AND ($6 = '' OR replace(nome_busca, $6, '') <> nome_busca)
)sql"};
constexpr db::Query kByNumber{"profissionais.by_number", R"sql(
    SELECT id, nome, cpf, cns, origem, ativo FROM profissional
     WHERE municipio = $1 AND ativo >= $2 AND (substr(cpf, 1, length($3)) = $3 OR substr(cns, 1, length($3)) = $3)
     ORDER BY nome_busca, id LIMIT $4 OFFSET $5
)sql"};
constexpr db::Query kCountByNumber{"profissionais.count_by_number", R"sql(
    SELECT count(*) FROM profissional
     WHERE municipio = $1 AND ativo >= $2 AND (substr(cpf, 1, length($3)) = $3 OR substr(cns, 1, length($3)) = $3)
)sql"};

constexpr db::Query kFind{"profissionais.find", R"sql(
    SELECT id, cpf, cns, nome, nascimento, sexo, conselho, conselho_uf, registro, email, telefone, cep, uf, cidade, bairro, logradouro,
           numero, complemento, referencia, origem, ativo, versao
      FROM profissional WHERE municipio = $1 AND id = $2
)sql"};
constexpr db::Query kWithCpf{"profissionais.with_cpf", "SELECT id, nome FROM profissional WHERE municipio = $1 AND cpf = $2"};
constexpr db::Query kWithCns{"profissionais.with_cns", "SELECT id, nome FROM profissional WHERE municipio = $1 AND cns = $2"};
constexpr db::Query kInsert{"profissionais.insert", R"sql(
    INSERT INTO profissional (municipio, id, cpf, cns, nome, nome_busca, nascimento, sexo, conselho, conselho_uf, registro, email, telefone,
                              cep, uf, cidade, bairro, logradouro, numero, complemento, referencia, origem, ativo, versao, impressao)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, 1, 1, 0)
)sql"};
constexpr db::Query kUpdate{"profissionais.update", R"sql(
    UPDATE profissional
       SET cns = $4, nome = $5, nome_busca = $6, nascimento = $7, sexo = $8, conselho = $9, conselho_uf = $10, registro = $11, email = $12,
           telefone = $13, cep = $14, uf = $15, cidade = $16, bairro = $17, logradouro = $18, numero = $19, complemento = $20,
           referencia = $21, versao = versao + 1
     WHERE municipio = $1 AND id = $2 AND versao = $3
)sql"};
constexpr db::Query kSetAtivo{"profissionais.set_ativo", "UPDATE profissional SET ativo = $3, versao = versao + 1 WHERE municipio = $1 AND id = $2"};
constexpr db::Query kRemove{"profissionais.remove", "DELETE FROM profissional WHERE municipio = $1 AND id = $2"};

ProfissionalNaLista line_of(const db::Row& row) {
    return {row.string(0), row.string(1), row.string(2), row.string(3), origem_of(row.text(4)), row.flag(5)};
}

ProfissionalCadastrado person_of(const db::Row& row) {
    ProfissionalCadastrado person{.id = Uuid::parse(row.text(0)).value()};
    auto& d = person.dados;
    int column = 1;
    for (auto* text : {&d.cpf, &d.cns, &d.nome, &d.nascimento, &d.sexo, &d.conselho, &d.conselho_uf, &d.registro, &d.email, &d.telefone,
                       &d.endereco.cep, &d.endereco.uf, &d.endereco.cidade, &d.endereco.bairro, &d.endereco.logradouro, &d.endereco.numero,
                       &d.endereco.complemento, &d.endereco.referencia})
        *text = row.string(column++);
    person.origem = origem_of(row.text(19));
    person.ativo = row.flag(20);
    person.versao = row.integer(21);
    return person;
}

std::int64_t number_in(const db::Row& row) { return row.integer(0); }
Homonimo namesake_of(const db::Row& row) { return {row.string(0), row.string(1)}; }

}  // namespace

Result<Page<ProfissionalNaLista>> SqlProfissionalStore::list(const Ibge& municipio, const ProfissionalFilter& filter) {
    const auto digits = digits_typed(filter.texto);
    const Words words(digits.empty() ? filter.texto : std::string());
    const auto& [a, b, c, d] = words.all();
    const int least = filter.inativos ? 0 : 1;
    const auto skipped = (filter.page - 1) * kPageRows;
    Page<ProfissionalNaLista> page;
    std::optional<std::int64_t> total;
    if (!digits.empty()) {
        AROEIRA_TRY(page.rows, session_.all(kByNumber, {municipio, least, digits, kPageRows, skipped}, line_of));
        AROEIRA_TRY(total, session_.first(kCountByNumber, {municipio, least, digits}, number_in));
    } else if (!words.none()) {
        AROEIRA_TRY(page.rows, session_.all(kByName, {municipio, least, a, b, c, d, kPageRows, skipped}, line_of));
        AROEIRA_TRY(total, session_.first(kCountByName, {municipio, least, a, b, c, d}, number_in));
    } else {
        AROEIRA_TRY(page.rows, session_.all(filter.inativos ? kList : kListActive, {municipio, kPageRows, skipped}, line_of));
        AROEIRA_TRY(total, session_.first(kCount, {municipio, least}, number_in));
    }
    page.total = total.value_or(0);
    return page;
}

Result<std::optional<ProfissionalCadastrado>> SqlProfissionalStore::find(const Ibge& municipio, std::string_view id) {
    return session_.first(kFind, {municipio, id}, person_of);
}
Result<std::optional<Homonimo>> SqlProfissionalStore::with_cpf(const Ibge& municipio, std::string_view cpf) {
    return session_.first(kWithCpf, {municipio, cpf}, namesake_of);
}
Result<std::optional<Homonimo>> SqlProfissionalStore::with_cns(const Ibge& municipio, std::string_view cns) {
    return session_.first(kWithCns, {municipio, cns}, namesake_of);
}

Result<void> SqlProfissionalStore::insert(const Ibge& municipio, const ProfissionalCadastrado& one) {
    const auto& d = one.dados;
    const auto& e = d.endereco;
    const auto folded = text::fold(d.nome);
    AROEIRA_CHECK(session_.run(kInsert, {municipio, one.id, d.cpf, d.cns, d.nome, folded, d.nascimento, d.sexo, d.conselho, d.conselho_uf,
                                         d.registro, d.email, d.telefone, e.cep, e.uf, e.cidade, e.bairro, e.logradouro, e.numero,
                                         e.complemento, e.referencia, name_of(one.origem)}));
    return {};
}

Result<void> SqlProfissionalStore::update(const Ibge& municipio, const ProfissionalCadastrado& one) {
    const auto& d = one.dados;
    const auto& e = d.endereco;
    const auto folded = text::fold(d.nome);
    AROEIRA_TRY(const auto rows, session_.run(kUpdate, {municipio, one.id, one.versao, d.cns, d.nome, folded, d.nascimento, d.sexo, d.conselho,
                                                        d.conselho_uf, d.registro, d.email, d.telefone, e.cep, e.uf, e.cidade, e.bairro,
                                                        e.logradouro, e.numero, e.complemento, e.referencia}));
    if (rows == 0)
        return Error{ErrorKind::conflict, "PROF-0004",
                     "Outra pessoa alterou este profissional enquanto você o editava. Nada foi gravado: confira o que mudou e salve de novo."};
    return {};
}

Result<void> SqlProfissionalStore::set_ativo(const Ibge& municipio, std::string_view id, bool ativo) {
    AROEIRA_CHECK(session_.run(kSetAtivo, {municipio, id, ativo}));
    return {};
}

Result<void> SqlProfissionalStore::remove(const Ibge& municipio, std::string_view id) {
    AROEIRA_CHECK(session_.run(kRemove, {municipio, id}));
    return {};
}

}  // namespace aroeira::estabelecimentos
