// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/sql_ficha_verdicts.hpp"

#include <functional>
#include <map>
#include <utility>

#include "modules/fichas/store/by_uuid.hpp"

namespace aroeira::fichas {
namespace {

constexpr std::size_t kLookup = 100;  // fichas asked for in one statement

const std::string& kept_sql() {
    static const std::string sql = by_uuid_sql("uuid, sha256, situacao, achados");
    return sql;
}
/// One text with a hundred placeholders, prepared once. Unused places repeat the first value.
const std::string& unreadable_sql() {
    static const std::string sql = [] {
        std::string text = "SELECT sha256, regra, motivo FROM ficha_ilegivel WHERE municipio = $1 AND sha256 IN (";
        for (std::size_t i = 0; i < kLookup; ++i) text += (i ? ", $" : "$") + std::to_string(i + 2);
        return text + ")";
    }();
    return sql;
}

/// Asks for `values` a hundred at a time.
Result<void> ask(db::Session& session, const db::Query& query, const Ibge& municipio, const std::vector<db::Value>& values,
                 const std::function<bool(const db::Row&)>& visit) {
    std::array<db::Value, kLookup + 1> params;
    params[0] = municipio;
    for (std::size_t from = 0; from < values.size(); from += kLookup) {
        for (std::size_t i = 0; i < kLookup; ++i) params[i + 1] = values[from + i < values.size() ? from + i : from];
        AROEIRA_CHECK(session.each(query, db::Session::Params(params), visit));
    }
    return {};
}

/// What is kept of a ficha as text becomes findings; what no longer reads says so instead of nothing.
FichaVerdict verdict_of(std::string_view situacao, std::string_view achados) {
    FichaVerdict verdict{situacao == "valida" ? Veredito::aceita : Veredito::rejeitada};
    if (auto findings = parse_findings(achados)) verdict.achados = std::move(*findings);
    return verdict;
}

FichaVerdict unreadable(std::string_view rule, std::string_view cause) {
    FichaVerdict verdict{Veredito::rejeitada};
    verdict.achados.erros.push_back({std::string(rule), "", std::string(cause), "Gere a ficha de novo e envie outra vez."});
    return verdict;
}

}  // namespace

std::string_view name_of(Veredito veredito) {
    switch (veredito) {
        case Veredito::aceita: return "aceita";
        case Veredito::rejeitada: return "rejeitada";
        case Veredito::desconhecida: return "desconhecida";
    }
    return {};
}

Result<std::vector<FichaVerdict>> SqlFichaVerdicts::of(const Ibge& municipio, std::span<const SentFicha> fichas) {
    std::map<std::pair<std::string, std::string>, FichaVerdict> kept;
    std::vector<std::string_view> uuids;
    for (const auto& ficha : fichas) uuids.emplace_back(ficha.uuid);
    AROEIRA_CHECK(each_by_uuid(session_, {"fichas.verdicts", kept_sql()}, municipio, uuids, [&](const db::Row& row) {
        kept.emplace(std::pair(row.string(0), std::string(row.blob(1))), verdict_of(row.text(2), row.text(3)));
        return true;
    }));
    // What could not be read has no uuid here: it is known by its bytes alone.
    std::map<std::string, FichaVerdict, std::less<>> refused;
    std::vector<db::Value> values;
    for (const auto& ficha : fichas)
        if (!kept.contains({ficha.uuid, ficha.sha256})) values.emplace_back(db::Blob{ficha.sha256});
    AROEIRA_CHECK(ask(session_, {"fichas.verdicts_unreadable", unreadable_sql()}, municipio, values, [&](const db::Row& row) {
        refused.emplace(std::string(row.blob(0)), unreadable(row.text(1), row.text(2)));
        return true;
    }));
    std::vector<FichaVerdict> verdicts;
    verdicts.reserve(fichas.size());
    for (const auto& ficha : fichas) {
        if (const auto found = kept.find({ficha.uuid, ficha.sha256}); found != kept.end()) verdicts.push_back(found->second);
        else if (const auto bad = refused.find(ficha.sha256); bad != refused.end()) verdicts.push_back(bad->second);
        else verdicts.emplace_back();
    }
    return verdicts;
}

}  // namespace aroeira::fichas
