// SPDX-License-Identifier: Apache-2.0
// What the screens and the report ask about kept fichas.
#include "modules/fichas/store/sql_ficha_store.hpp"
#include "platform/db/text_key.hpp"

namespace aroeira::fichas {
namespace {

constexpr db::Query kListFichas{"fichas.list", R"sql(
    SELECT uuid, tipo, cnes, ine, competencia, situacao, versao_ledi, versao, erros, posicao
      FROM ficha
     WHERE municipio = $1 AND lote = $2 AND ($3 = '' OR situacao = $3) AND ($4 = 0 OR tipo = $4)
     ORDER BY posicao, versao
     LIMIT $5 OFFSET $6
)sql"};

constexpr db::Query kCountFichas{"fichas.count", R"sql(
    SELECT COUNT(*) FROM ficha
     WHERE municipio = $1 AND lote = $2 AND ($3 = '' OR situacao = $3) AND ($4 = 0 OR tipo = $4)
)sql"};

constexpr db::Query kListUnreadable{"fichas.list_unreadable", R"sql(
    SELECT posicao, nome, regra, motivo FROM ficha_ilegivel
     WHERE municipio = $1 AND lote = $2
     ORDER BY posicao
     LIMIT $3 OFFSET $4
)sql"};

constexpr db::Query kCountUnreadable{"fichas.count_unreadable", R"sql(
    SELECT COUNT(*) FROM ficha_ilegivel WHERE municipio = $1 AND lote = $2
)sql"};

constexpr db::Query kFind{"fichas.find", R"sql(
    SELECT uuid, tipo, cnes, ine, competencia, situacao, versao_ledi, versao, erros, posicao, lote, achados, atual,
           recebida_ms
      FROM ficha_por_uuid
     WHERE municipio = $1 AND chave = $2 AND uuid = $3
     ORDER BY atual DESC, versao DESC
)sql"};

constexpr db::Query kOriginal{"fichas.original", R"sql(
    SELECT versao, formato, conteudo FROM ficha_por_uuid
     WHERE municipio = $1 AND chave = $2 AND uuid = $3 AND (versao = $4 OR ($4 = 0 AND atual = 1))
)sql"};

constexpr db::Query kTotalsOfLote{"fichas.totals_of_lote", R"sql(
    SELECT tipo, CAST(SUM(validas) AS BIGINT), CAST(SUM(invalidas) AS BIGINT) FROM recebimento_total
     WHERE municipio = $1 AND lote = $2
     GROUP BY tipo
     ORDER BY tipo
)sql"};

constexpr db::Query kTotalsByCnes{"fichas.totals_by_cnes", R"sql(
    SELECT cnes, CAST(SUM(validas) AS BIGINT), CAST(SUM(invalidas) AS BIGINT) FROM recebimento_total
     WHERE municipio = $1 AND mes = $2 AND ($3 = '' OR cnes = $3)
     GROUP BY cnes
     ORDER BY cnes
)sql"};

constexpr db::Query kTotalsOfCnes{"fichas.totals_of_cnes", R"sql(
    SELECT tipo, CAST(SUM(validas) AS BIGINT), CAST(SUM(invalidas) AS BIGINT) FROM recebimento_total
     WHERE municipio = $1 AND mes = $2 AND cnes = $3
     GROUP BY tipo
     ORDER BY tipo
)sql"};

constexpr db::Query kInconsistent{"fichas.inconsistent", R"sql(
    SELECT f.lote, l.arquivo, l.responsavel, l.canal, f.recebida_ms, f.uuid, f.tipo, f.cnes, f.ine, f.competencia,
           f.achados
      FROM ficha f
      JOIN lote_recebido l ON l.municipio = f.municipio AND l.id = f.lote
     WHERE f.municipio = $1 AND f.situacao = 'invalida' AND f.atual = 1 AND f.recebida_ms >= $2 AND f.recebida_ms < $3
       AND ($4 = '' OR f.lote = $4) AND ($5 = '' OR l.canal = $5)
     ORDER BY f.recebida_ms, f.lote, f.posicao
)sql"};

constexpr db::Query kUnreadable{"fichas.unreadable", R"sql(
    SELECT i.lote, l.arquivo, l.responsavel, l.canal, i.recebida_ms, i.nome, i.regra, i.motivo
      FROM ficha_ilegivel i
      JOIN lote_recebido l ON l.municipio = i.municipio AND l.id = i.lote
     WHERE i.municipio = $1 AND i.recebida_ms >= $2 AND i.recebida_ms < $3
       AND ($4 = '' OR i.lote = $4) AND ($5 = '' OR l.canal = $5)
     ORDER BY i.recebida_ms, i.lote, i.posicao
)sql"};

Error no_such_ficha() { return {ErrorKind::not_found, "RECEB-0002", "Nenhuma ficha com este identificador neste município."}; }

FichaResumo resumo_of(const db::Row& row) {
    return {row.string(0), row.integer(1), row.string(2), row.string(3), row.string(4),
            row.string(5), row.string(6), row.integer(7), row.integer(8), row.integer(9)};
}

TotalPorTipo total_of(const db::Row& row) { return {row.integer(0), row.integer(1), row.integer(2)}; }

Inconsistencia origin_of(const db::Row& row) {
    Inconsistencia one;
    one.lote = row.string(0);
    one.arquivo = row.string(1);
    one.responsavel = row.string(2);
    one.canal = row.text(3) == name_of(Canal::online) ? Canal::online : Canal::arquivo;
    one.recebida = from_ms(row.integer(4));
    one.uuid = row.string(5);
    return one;
}

}  // namespace

Result<Page<FichaResumo>> SqlFichaStore::list_fichas(const Ibge& municipio, const LoteId& lote, const FichaFilter& filter) {
    const std::string_view situacao = filter.situacao ? name_of(*filter.situacao) : "";
    const std::int64_t tipo = filter.tipo.value_or(0);
    Page<FichaResumo> page;
    AROEIRA_TRY(page.items, session_.all(kListFichas, {municipio, lote, situacao, tipo, filter.page_size,
                                                       (filter.page - 1) * filter.page_size}, resumo_of));
    AROEIRA_TRY(const auto total, session_.first(kCountFichas, {municipio, lote, situacao, tipo},
                                                 [](const db::Row& row) { return row.integer(0); }));
    page.total = total.value_or(0);
    return page;
}

Result<Page<Ilegivel>> SqlFichaStore::list_ilegiveis(const Ibge& municipio, const LoteId& lote, const FichaFilter& filter) {
    Page<Ilegivel> page;
    AROEIRA_TRY(page.items, session_.all(kListUnreadable, {municipio, lote, filter.page_size, (filter.page - 1) * filter.page_size},
                                         [](const db::Row& row) {
                                             return Ilegivel{row.integer(0), row.string(1), row.string(2), row.string(3)};
                                         }));
    AROEIRA_TRY(const auto total, session_.first(kCountUnreadable, {municipio, lote}, [](const db::Row& row) { return row.integer(0); }));
    page.total = total.value_or(0);
    return page;
}

Result<std::vector<FichaVersao>> SqlFichaStore::find_ficha(const Ibge& municipio, std::string_view uuid) {
    AROEIRA_TRY(auto versions, session_.all(kFind, {municipio, db::text_key(uuid), uuid}, [](const db::Row& row) {
        return FichaVersao{resumo_of(row), row.string(10), row.string(11), row.flag(12), from_ms(row.integer(13))};
    }));
    if (versions.empty()) return no_such_ficha();
    return versions;
}

Result<FichaOriginal> SqlFichaStore::read_original(const Ibge& municipio, std::string_view uuid, std::optional<std::int64_t> versao) {
    AROEIRA_TRY(auto found, session_.first(kOriginal, {municipio, db::text_key(uuid), uuid, versao.value_or(0)}, [](const db::Row& row) {
        return FichaOriginal{row.integer(0), row.string(1), std::string(row.blob(2))};
    }));
    if (!found) return no_such_ficha();
    return std::move(*found);
}

Result<std::vector<TotalPorTipo>> SqlFichaStore::totals_of_lote(const Ibge& municipio, const LoteId& lote) {
    return session_.all(kTotalsOfLote, {municipio, lote}, total_of);
}

Result<std::vector<TotalPorCnes>> SqlFichaStore::totals_by_cnes(const Ibge& municipio, std::string_view mes,
                                                                const std::optional<std::string>& cnes) {
    return session_.all(kTotalsByCnes, {municipio, mes, cnes.value_or("")}, [](const db::Row& row) {
        return TotalPorCnes{row.string(0), row.integer(1), row.integer(2)};
    });
}

Result<std::vector<TotalPorTipo>> SqlFichaStore::totals_of_cnes(const Ibge& municipio, std::string_view mes,
                                                                std::string_view cnes) {
    return session_.all(kTotalsOfCnes, {municipio, mes, cnes}, total_of);
}

Result<void> SqlFichaStore::each_inconsistencia(const Ibge& municipio, const InconsistenciaFilter& filter,
                                                const std::function<bool(const Inconsistencia&)>& visit) {
    const std::string lote = filter.lote.value_or("");
    const std::string_view canal = filter.canal ? name_of(*filter.canal) : "";
    const std::initializer_list<db::Value> params{municipio, to_ms(filter.de), to_ms(filter.ate), lote, canal};
    AROEIRA_CHECK(session_.each(kInconsistent, params, [&](const db::Row& row) {
        auto one = origin_of(row);
        one.tipo = row.integer(6);
        one.cnes = row.string(7);
        one.ine = row.string(8);
        one.competencia = row.string(9);
        one.achados = row.string(10);
        return visit(one);
    }));
    return session_.each(kUnreadable, params, [&](const db::Row& row) {
        auto one = origin_of(row);
        one.regra = row.string(6);
        one.motivo = row.string(7);
        return visit(one);
    });
}

}  // namespace aroeira::fichas
