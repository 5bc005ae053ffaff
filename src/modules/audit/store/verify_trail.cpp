// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/verify_trail.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "modules/audit/store/chain.hpp"
#include "modules/audit/store/survey.hpp"

namespace aroeira::audit {
namespace {

/// A trail that is archived while it is read is read again.
constexpr int kReadings = 3;
constexpr std::size_t kStraysShown = 100;

constexpr db::Query kEnds{"audit.checkpoint_ends", "SELECT municipio, ordem, elo FROM evento_cadeia ORDER BY municipio"};
constexpr db::Query kIsPending{"audit.is_pending", "SELECT 1 FROM evento_pendente WHERE municipio = $1 AND id = $2"};
constexpr db::Query kIds{"audit.linked_ids", "SELECT id FROM evento_elo WHERE municipio = $1"};
constexpr db::Query kArchivedCount{"audit.archived_count", "SELECT COUNT(*) FROM evento_bloco WHERE arquivado = 1"};

/// The end that the database itself keeps.
Result<void> check_ends(db::Session& session, Survey& survey) {
    for (const auto& [municipio, chain] : survey.chains) {
        if (chain.sealed() == 0) continue;
        if (chain.last < chain.end) survey.findings.push_back({municipio, chain.last + 1, "", Tampering::chain_cut});
        const auto first_bad = chain.last > chain.end ? chain.end + 1 : chain.end;
        AROEIRA_TRY(const auto link, link_at(session, municipio, chain, first_bad));
        if (!chain.is_signed || first_bad > chain.end || (link && link->bytes != chain.link))
            survey.findings.push_back({municipio, first_bad, link ? link->id : "", Tampering::end_unsigned});
    }
    return {};
}

/// The ends that were kept elsewhere.
Result<void> check_against(db::Session& session, const crypto::Vault& vault, const Checkpoint& checkpoint, Survey& survey) {
    AROEIRA_TRY(const auto signature, crypto::from_base64(checkpoint.signature));
    if (!vault.is_signed(signed_bytes(checkpoint), signature)) {
        survey.findings.push_back({"", 0, "", Tampering::checkpoint_forged});
        return {};  // What nobody signed says nothing of the trail.
    }
    for (const auto& end : checkpoint.chains) {
        const auto found = survey.chains.find(end.municipio);
        const Chain none;
        const auto& chain = found == survey.chains.end() ? none : found->second;
        AROEIRA_TRY(const auto link, link_at(session, end.municipio, chain, end.position));
        if (chain.last < end.position) survey.findings.push_back({end.municipio, chain.last + 1, "", Tampering::chain_cut});
        else if (link && crypto::hex(link->bytes) != end.link)
            survey.findings.push_back({end.municipio, end.position, link->id, Tampering::chain_rewritten});
    }
    return {};
}

/// A stray that neither waits nor has a link anywhere was put in without the program.
Result<void> find_inserted(db::Session& session, const std::vector<Stray>& strays, std::vector<Finding>& findings) {
    std::map<std::string, std::set<std::string, std::less<>>, std::less<>> unknown;
    for (const auto& stray : strays) {
        AROEIRA_TRY(const auto pending, session.first(kIsPending, {stray.municipio, stray.id}, [](const db::Row&) { return true; }));
        if (!pending) unknown[stray.municipio].insert(stray.id);
    }
    for (auto& [municipio, ids] : unknown) {
        AROEIRA_CHECK(session.each(kIds, {municipio}, [&](const db::Row& row) {
            if (const auto found = ids.find(row.text(0)); found != ids.end()) ids.erase(found);
            return !ids.empty();
        }));
        std::size_t shown = 0;
        for (const auto& id : ids)
            if (++shown <= kStraysShown) findings.push_back({municipio, 0, id, Tampering::event_inserted});
    }
    return {};
}

/// What is outside the chain comes after what is in it: most of it is only what was left when links went.
void put_in_order(std::vector<Finding>& findings) {
    const auto place = [](const Finding& one) { return std::tuple(std::string_view(one.municipio), one.position == 0, one.position, std::string_view(one.event_id), one.what); };
    std::sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
    findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
}

Result<std::int64_t> archived_count(db::Database& database) {
    std::int64_t count = 0;
    AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(const auto found, session.first(kArchivedCount, {}, [](const db::Row& row) { return row.integer(0); }));
        count = found.value_or(0);
        return {};
    }));
    return count;
}

Result<Verification> read_once(db::Database& database, const crypto::Vault& vault, const Checkpoint* checkpoint) {
    Survey survey;
    std::vector<Stretch> stretches;
    AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(survey, survey_trail(session, vault));
        AROEIRA_CHECK(check_ends(session, survey));
        AROEIRA_TRY(stretches, stretches_of(session, survey));
        return checkpoint ? check_against(session, vault, *checkpoint, survey) : Result<void>{};
    }));
    AROEIRA_TRY(const auto walked, walk_links(database, vault, stretches));
    Verification result;
    result.findings = std::move(survey.findings);
    result.findings.insert(result.findings.end(), walked.findings.begin(), walked.findings.end());
    if (!walked.strays.empty())
        AROEIRA_CHECK(database.read([&](db::Session& session) { return find_inserted(session, walked.strays, result.findings); }));
    for (const auto& [municipio, chain] : survey.chains) result.chains.push_back({municipio, chain.sealed(), chain.pending});
    put_in_order(result.findings);
    return result;
}

}  // namespace

Result<Verification> verify_trail(db::Database& database, const crypto::Vault& vault, const Checkpoint* checkpoint) {
    for (int reading = 1;; ++reading) {
        AROEIRA_TRY(const auto before, archived_count(database));
        AROEIRA_TRY(auto result, read_once(database, vault, checkpoint));
        AROEIRA_TRY(const auto after, archived_count(database));
        if (result.findings.empty() || before == after || reading == kReadings) return result;
    }
}

Result<Checkpoint> make_checkpoint(db::Database& database, const crypto::Vault& vault, std::int64_t instant_ms) {
    Checkpoint checkpoint{.instant_ms = instant_ms, .public_key = crypto::to_base64(vault.public_key())};
    AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(checkpoint.chains, session.all(kEnds, {}, [](const db::Row& row) {
            return ChainEnd{row.string(0), row.integer(1), crypto::hex(row.blob(2))};
        }));
        return {};
    }));
    checkpoint.signature = crypto::to_base64(vault.sign(signed_bytes(checkpoint)));
    return checkpoint;
}

}  // namespace aroeira::audit
