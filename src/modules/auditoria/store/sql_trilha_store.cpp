// SPDX-License-Identifier: Apache-2.0
#include "modules/auditoria/store/sql_trilha_store.hpp"

#include "modules/auditoria/domain/search.hpp"

namespace aroeira::auditoria {
namespace {

constexpr std::int64_t kPage = 30;

constexpr db::Query kInsert{"auditoria.insert", R"sql(
    INSERT INTO auditoria_trilha (municipio, id, ator, formato, situacao, filtros, trabalho, motivo, eventos, tamanho, soma, criada_ms, terminada_ms)
    VALUES ($1, $2, $3, $4, $5, $6, $7, '', 0, 0, '', $8, NULL)
)sql"};
constexpr db::Query kFind{"auditoria.find", R"sql(
    SELECT municipio, id, ator, formato, situacao, filtros, trabalho, motivo, eventos, tamanho, soma, criada_ms, terminada_ms
      FROM auditoria_trilha WHERE municipio = $1 AND id = $2
)sql"};
constexpr db::Query kFindOfTrabalho{"auditoria.find_of_trabalho", R"sql(
    SELECT municipio, id, ator, formato, situacao, filtros, trabalho, motivo, eventos, tamanho, soma, criada_ms, terminada_ms
      FROM auditoria_trilha WHERE trabalho = $1
)sql"};
constexpr db::Query kList{"auditoria.list", R"sql(
    SELECT municipio, id, ator, formato, situacao, filtros, trabalho, motivo, eventos, tamanho, soma, criada_ms, terminada_ms
      FROM auditoria_trilha WHERE municipio = $1 ORDER BY id DESC LIMIT $2 OFFSET $3
)sql"};
constexpr db::Query kCount{"auditoria.count", "SELECT COUNT(*) FROM auditoria_trilha WHERE municipio = $1"};
constexpr db::Query kEnd{"auditoria.end", R"sql(
    UPDATE auditoria_trilha SET situacao = $3, motivo = $4, eventos = $5, tamanho = $6, soma = $7, terminada_ms = $8
     WHERE municipio = $1 AND id = $2 AND situacao = 'gerando'
)sql"};
// Writing takes the row: who cancels meanwhile waits, or this does.
constexpr db::Query kTake{"auditoria.take", R"sql(
    UPDATE auditoria_trilha SET situacao = situacao WHERE municipio = $1 AND id = $2 AND situacao = 'gerando'
)sql"};
constexpr db::Query kAddPart{"auditoria.add_part", R"sql(
    INSERT INTO auditoria_trilha_parte (municipio, trilha, parte, conteudo) VALUES ($1, $2, $3, $4)
)sql"};
constexpr db::Query kPart{"auditoria.part", R"sql(
    SELECT conteudo FROM auditoria_trilha_parte WHERE municipio = $1 AND trilha = $2 AND parte = $3
)sql"};
constexpr db::Query kRemoveParts{"auditoria.remove_parts", "DELETE FROM auditoria_trilha_parte WHERE municipio = $1 AND trilha = $2"};
constexpr db::Query kOld{"auditoria.old", R"sql(
    SELECT municipio, id, filtros FROM auditoria_trilha t WHERE terminada_ms < $1
       AND EXISTS (SELECT 1 FROM auditoria_trilha_parte p WHERE p.municipio = t.municipio AND p.trilha = t.id) LIMIT 1000
)sql"};
constexpr db::Query kForget{"auditoria.forget_filters", "UPDATE auditoria_trilha SET filtros = $3 WHERE municipio = $1 AND id = $2"};

Trilha trilha_of(const db::Row& row) {
    Trilha trilha{.id = TrilhaId{Uuid::parse(row.text(1)).value()}};
    trilha.municipio = row.string(0);
    trilha.ator = row.string(2);
    trilha.formato = formato_of(row.text(3)).value_or(Formato::csv);
    trilha.situacao = situacao_of(row.text(4)).value_or(Situacao::falhou);
    trilha.filtros = row.string(5);
    trilha.trabalho = row.string(6);
    trilha.motivo = row.string(7);
    trilha.eventos = row.integer(8);
    trilha.tamanho = row.integer(9);
    trilha.soma = row.string(10);
    trilha.criada = from_ms(row.integer(11));
    if (const auto ended = row.optional_integer(12)) trilha.terminada = from_ms(*ended);
    return trilha;
}

}  // namespace

Result<void> SqlTrilhaStore::insert(const Trilha& trilha) {
    AROEIRA_CHECK(session_.run(kInsert, {trilha.municipio, trilha.id, trilha.ator, name_of(trilha.formato), name_of(trilha.situacao), trilha.filtros,
                                         trilha.trabalho, to_ms(trilha.criada)}));
    return {};
}

Result<Trilha> SqlTrilhaStore::find(std::string_view municipio, const TrilhaId& id) {
    AROEIRA_TRY(auto found, session_.first(kFind, {municipio, id}, trilha_of));
    if (found) return std::move(*found);
    return Error{ErrorKind::not_found, "AUDITORIA-0002", "Esta trilha de auditoria não existe ou não é do seu município."};
}

Result<std::optional<Trilha>> SqlTrilhaStore::find_of_trabalho(std::string_view trabalho) { return session_.first(kFindOfTrabalho, {trabalho}, trilha_of); }

Result<TrilhaPage> SqlTrilhaStore::list(std::string_view municipio, std::int64_t page) {
    TrilhaPage found;
    AROEIRA_TRY(found.items, session_.all(kList, {municipio, kPage, (page - 1) * kPage}, trilha_of));
    AROEIRA_TRY(const auto total, session_.first(kCount, {municipio}, [](const db::Row& row) { return row.integer(0); }));
    found.total = total.value_or(0);
    return found;
}

Result<bool> SqlTrilhaStore::end(const Trilha& trilha) {
    AROEIRA_TRY(const auto changed, session_.run(kEnd, {trilha.municipio, trilha.id, name_of(trilha.situacao), trilha.motivo, trilha.eventos, trilha.tamanho,
                                                        trilha.soma, to_ms(trilha.terminada.value_or(trilha.criada))}));
    return changed == 1;
}

Result<void> SqlTrilhaStore::add_part(const Trilha& trilha, std::int64_t part, std::string_view bytes) {
    AROEIRA_TRY(const auto taken, session_.run(kTake, {trilha.municipio, trilha.id}));
    if (taken == 0) return Error{ErrorKind::conflict, "AUDITORIA-0004", "A geração desta trilha foi cancelada."};
    AROEIRA_CHECK(session_.run(kAddPart, {trilha.municipio, trilha.id, part, db::Blob{bytes}}));
    return {};
}

Result<std::optional<std::string>> SqlTrilhaStore::part(std::string_view municipio, const TrilhaId& id, std::int64_t part) {
    return session_.first(kPart, {municipio, id, part}, [](const db::Row& row) { return std::string(row.blob(0)); });
}

Result<void> SqlTrilhaStore::remove_parts(std::string_view municipio, const TrilhaId& id) {
    AROEIRA_CHECK(session_.run(kRemoveParts, {municipio, id}));
    return {};
}

Result<void> SqlTrilhaStore::expire(Instant ended_before) {
    struct Old {
        std::string municipio;
        std::string id;
        std::string filtros;
    };
    AROEIRA_TRY(const auto old, session_.all(kOld, {to_ms(ended_before)}, [](const db::Row& row) { return Old{row.string(0), row.string(1), row.string(2)}; }));
    for (const auto& one : old) {
        Filtros period;
        if (const auto chosen = json::parse<Filtros>(one.filtros)) period = {.inicio = chosen->inicio, .fim = chosen->fim, .tipo = chosen->tipo, .registro = chosen->registro};
        AROEIRA_CHECK(session_.run(kRemoveParts, {one.municipio, one.id}));
        AROEIRA_CHECK(session_.run(kForget, {one.municipio, one.id, json::text_of(period)}));
    }
    return {};
}

}  // namespace aroeira::auditoria
