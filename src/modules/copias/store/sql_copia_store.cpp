// SPDX-License-Identifier: Apache-2.0
#include "modules/copias/store/sql_copia_store.hpp"

namespace aroeira::copias {
namespace {

constexpr std::int64_t kRemovedAtOnce = 100;

constexpr db::Query kAgenda{"copias.agenda", R"sql(
    SELECT pasta, minuto, manter, sal, passadas, memoria_kib, chave_publica, ator, desde_ms FROM copia_agenda WHERE unica = 1
)sql"};
constexpr db::Query kPutAgenda{"copias.put_agenda", R"sql(
    INSERT INTO copia_agenda (unica, pasta, minuto, manter, sal, passadas, memoria_kib, chave_publica, ator, desde_ms)
    VALUES (1, $1, $2, $3, $4, $5, $6, $7, $8, $9)
    ON CONFLICT (unica) DO UPDATE SET pasta = excluded.pasta, minuto = excluded.minuto, manter = excluded.manter, sal = excluded.sal,
        passadas = excluded.passadas, memoria_kib = excluded.memoria_kib, chave_publica = excluded.chave_publica, ator = excluded.ator,
        desde_ms = excluded.desde_ms
)sql"};
constexpr db::Query kRemoveAgenda{"copias.remove_agenda", "DELETE FROM copia_agenda WHERE unica = 1"};
constexpr db::Query kInsert{"copias.insert", R"sql(
    INSERT INTO copia_seguranca (id, origem, arquivo, situacao, mensagem, tamanho, linhas, sha256, ator, iniciada_ms, concluida_ms)
    VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)
)sql"};
constexpr db::Query kLastScheduled{"copias.last_scheduled", R"sql(
    SELECT id, origem, arquivo, situacao, mensagem, tamanho, linhas, sha256, ator, iniciada_ms, concluida_ms
      FROM copia_seguranca WHERE origem = 'agendada' AND situacao <> 'removida' ORDER BY iniciada_ms DESC, id DESC LIMIT 1
)sql"};
constexpr db::Query kList{"copias.list", R"sql(
    SELECT id, origem, arquivo, situacao, mensagem, tamanho, linhas, sha256, ator, iniciada_ms, concluida_ms
      FROM copia_seguranca ORDER BY iniciada_ms DESC, id DESC LIMIT $1 OFFSET $2
)sql"};
constexpr db::Query kBeyond{"copias.beyond", R"sql(
    SELECT id, origem, arquivo, situacao, mensagem, tamanho, linhas, sha256, ator, iniciada_ms, concluida_ms
      FROM copia_seguranca WHERE origem = 'agendada' AND situacao = 'concluida' ORDER BY iniciada_ms DESC, id DESC LIMIT $1 OFFSET $2
)sql"};
constexpr db::Query kMarkRemoved{"copias.mark_removed", "UPDATE copia_seguranca SET situacao = 'removida' WHERE id = $1"};

Situacao situacao_of(std::string_view text) {
    for (const auto one : {Situacao::falhou, Situacao::removida})
        if (name_of(one) == text) return one;
    return Situacao::concluida;
}

Copia copia_of(const db::Row& row) {
    return {.id = CopiaId::parse(row.text(0)).value(),
            .origem = row.text(1) == name_of(Origem::agendada) ? Origem::agendada : Origem::pedida,
            .arquivo = row.string(2),
            .situacao = situacao_of(row.text(3)),
            .mensagem = row.string(4),
            .tamanho = row.integer(5),
            .linhas = row.integer(6),
            .sha256 = row.string(7),
            .ator = row.string(8),
            .iniciada = from_ms(row.integer(9)),
            .concluida = from_ms(row.integer(10))};
}

}  // namespace

Result<std::optional<Agenda>> SqlCopiaStore::agenda() {
    return session_.first(kAgenda, {}, [](const db::Row& row) {
        return Agenda{.pasta = row.string(0), .minuto = static_cast<int>(row.integer(1)), .manter = static_cast<int>(row.integer(2)),
                      .sal = std::string(row.blob(3)), .passadas = row.integer(4), .memoria_kib = row.integer(5),
                      .chave_publica = std::string(row.blob(6)), .ator = row.string(7), .desde = from_ms(row.integer(8))};
    });
}

Result<void> SqlCopiaStore::put_agenda(const Agenda& a) {
    AROEIRA_CHECK(session_.run(kPutAgenda, {a.pasta, a.minuto, a.manter, db::Blob{a.sal}, a.passadas, a.memoria_kib, db::Blob{a.chave_publica},
                                            a.ator, to_ms(a.desde)}));
    return {};
}

Result<void> SqlCopiaStore::remove_agenda() {
    AROEIRA_CHECK(session_.run(kRemoveAgenda));
    return {};
}

Result<void> SqlCopiaStore::insert(const Copia& c) {
    AROEIRA_CHECK(session_.run(kInsert, {c.id, name_of(c.origem), c.arquivo, name_of(c.situacao), c.mensagem, c.tamanho, c.linhas, c.sha256, c.ator,
                                         to_ms(c.iniciada), to_ms(c.concluida)}));
    return {};
}

Result<std::optional<Copia>> SqlCopiaStore::last_scheduled() { return session_.first(kLastScheduled, {}, copia_of); }

Result<std::vector<Copia>> SqlCopiaStore::list(std::int64_t limit, std::int64_t skip) { return session_.all(kList, {limit + 1, skip}, copia_of); }

Result<std::vector<Copia>> SqlCopiaStore::beyond(std::int64_t keep) { return session_.all(kBeyond, {kRemovedAtOnce, keep}, copia_of); }

Result<void> SqlCopiaStore::mark_removed(const CopiaId& id) {
    AROEIRA_CHECK(session_.run(kMarkRemoved, {id}));
    return {};
}

}  // namespace aroeira::copias
