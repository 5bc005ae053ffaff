// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/known_versions.hpp"

#include <algorithm>

#include "modules/fichas/store/by_uuid.hpp"

namespace aroeira::fichas {
namespace {

const std::string& lookup_sql() {
    static const std::string sql = by_uuid_sql("uuid, versao, sha256, atual, lote, posicao");
    return sql;
}

// Asked per lote and only when two versions must be compared: a join would make every look-up read
// the counters of lotes that other workers are writing.
constexpr db::Query kOrigin{"fichas.origin_of_lote", R"sql(
    SELECT remetente, numero_remetente FROM lote_recebido WHERE municipio = $1 AND id = $2
)sql"};

}  // namespace

Result<KnownVersions> KnownVersions::of(db::Session& session, const Ibge& municipio, const LoteId& lote, std::span<const FichaAvaliada> fichas) {
    KnownVersions known(session, municipio, lote);
    AROEIRA_CHECK(known.look_up(fichas));
    return known;
}

Result<void> KnownVersions::look_up(std::span<const FichaAvaliada> fichas) {
    versions_.reserve(fichas.size());
    std::vector<std::string_view> uuids;
    uuids.reserve(fichas.size());
    for (const auto& f : fichas)
        if (f.situacao != Situacao::ilegivel && versions_.try_emplace(f.uuid).second) uuids.push_back(f.uuid);
    return each_by_uuid(*session_, {"fichas.look_up", lookup_sql()}, municipio_, uuids, [&](const db::Row& row) {
        versions_.at(row.text(0)).push_back({row.integer(1), std::string(row.blob(2)), row.flag(3), row.string(4), row.integer(5)});
        return true;
    });
}

bool KnownVersions::has(const FichaAvaliada& ficha) const {
    const auto& versions = versions_.at(ficha.uuid);
    return std::any_of(versions.begin(), versions.end(), [&](const Version& one) { return one.sha256 == ficha.sha256; });
}

Result<KnownVersions::Place> KnownVersions::add(const FichaAvaliada& ficha, std::size_t place) {
    auto& versions = versions_.at(ficha.uuid);
    Place taken;
    if (!versions.empty()) {
        AROEIRA_TRY(const bool overtaken, is_overtaken(versions));
        taken.atual = !overtaken;
    }
    for (auto& before : versions) {
        taken.versao = std::max(taken.versao, before.versao);
        if (!before.atual || !taken.atual) continue;
        before.atual = false;
        taken.retired = Retired{before.versao, before.lote, before.posicao, before.place};
    }
    ++taken.versao;
    versions.push_back({taken.versao, ficha.sha256, taken.atual, lote_, ficha.posicao, place});
    return taken;
}

/// The same installation sent one of `versions` in a lote with a greater number.
Result<bool> KnownVersions::is_overtaken(const std::vector<Version>& versions) {
    AROEIRA_TRY(const auto mine, origin_of(lote_));
    if (mine.remetente.empty()) return false;
    for (const auto& version : versions) {
        AROEIRA_TRY(const auto theirs, origin_of(version.lote));
        if (theirs.remetente == mine.remetente && theirs.numero > mine.numero) return true;
    }
    return false;
}

Result<KnownVersions::Origin> KnownVersions::origin_of(const std::string& lote) {
    if (const auto kept = origins_.find(lote); kept != origins_.end()) return kept->second;
    AROEIRA_TRY(auto found, session_->first(kOrigin, {municipio_, lote},
                                            [](const db::Row& row) { return Origin{row.string(0), row.integer(1)}; }));
    return origins_.emplace(lote, std::move(found).value_or(Origin{})).first->second;
}

}  // namespace aroeira::fichas
