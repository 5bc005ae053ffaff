// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/store/known_versions.hpp"

#include <algorithm>
#include <array>

namespace aroeira::fichas {
namespace {

constexpr std::size_t kLookup = 100;  // uuids asked for in one statement

// One text with a hundred placeholders, so that it is prepared once and PostgreSQL is asked once
// per hundred fichas. Unused places repeat the first uuid.
const std::string& lookup_sql() {
    static const std::string sql = [] {
        std::string text = "SELECT uuid, versao, sha256, atual, lote FROM ficha WHERE municipio = $1 AND uuid IN (";
        for (std::size_t i = 0; i < kLookup; ++i) text += (i ? ", $" : "$") + std::to_string(i + 2);
        return text + ")";
    }();
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
    const db::Query query{"fichas.look_up", lookup_sql()};
    std::array<db::Value, kLookup + 1> params;
    params[0] = municipio_;
    for (std::size_t from = 0; from < uuids.size(); from += kLookup) {
        for (std::size_t i = 0; i < kLookup; ++i) params[i + 1] = uuids[from + i < uuids.size() ? from + i : from];
        AROEIRA_CHECK(session_->each(query, db::Session::Params(params), [&](const db::Row& row) {
            versions_.at(row.text(0)).push_back({row.integer(1), std::string(row.blob(2)), row.flag(3), row.string(4)});
            return true;
        }));
    }
    return {};
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
        taken.retired = Retired{before.versao, before.place};
    }
    ++taken.versao;
    versions.push_back({taken.versao, ficha.sha256, taken.atual, lote_, place});
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
