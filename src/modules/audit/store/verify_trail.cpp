// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/verify_trail.hpp"

#include <algorithm>
#include <map>

#include "modules/audit/store/chain.hpp"
#include "modules/audit/store/link_walk.hpp"

namespace aroeira::audit {
namespace {

/// One read of the walk: long enough that its start costs nothing, short enough to be shared by the threads.
constexpr std::int64_t kStretch = 20'000;

constexpr db::Query kEnds{"audit.ends", "SELECT municipio, ordem, elo, assinatura FROM evento_cadeia ORDER BY municipio"};
constexpr db::Query kEvents{"audit.count_events", "SELECT municipio, COUNT(*) FROM evento GROUP BY municipio"};
constexpr db::Query kLast{"audit.last_links", "SELECT municipio, MAX(ordem) FROM evento_elo GROUP BY municipio"};
constexpr db::Query kPending{"audit.verify_pending", R"sql(
    SELECT p.municipio, p.id, p.resumo, e.instante_ms, e.evento, e.ator, e.endereco, e.entidade, e.entidade_id, e.detalhes
    FROM evento_pendente p LEFT JOIN evento e ON e.municipio = p.municipio AND e.id = p.id ORDER BY p.municipio, p.id
)sql"};
constexpr db::Query kLink{"audit.link", "SELECT id, elo FROM evento_elo WHERE municipio = $1 AND ordem = $2"};
constexpr db::Query kOutside{"audit.outside", R"sql(
    SELECT municipio, id FROM evento
    EXCEPT SELECT municipio, id FROM evento_elo
    EXCEPT SELECT municipio, id FROM evento_pendente
    ORDER BY municipio, id
)sql"};

struct Chain {
    std::int64_t end = 0;  ///< Where it says that it ends.
    std::int64_t last = 0; ///< Where it ends.
    std::int64_t events = 0;
    std::int64_t pending = 0;
    std::string link{};
    bool is_signed = false;
    [[nodiscard]] std::int64_t sealed() const { return std::max(end, last); }
};

/// Everything that is read in one snapshot: events that are recorded meanwhile do not disturb it.
struct Survey {
    std::map<std::string, Chain, std::less<>> chains{};
    std::vector<Finding> findings{};
};

void see_pending(const db::Row& row, Survey& survey) {
    const auto municipio = row.string(0);
    const auto id = row.string(1);
    ++survey.chains[municipio].pending;
    if (row.is_null(3)) {
        survey.findings.push_back({municipio, 0, id, Tampering::pending_removed});
    } else if (!row.blob(2).empty() && bytes_of(digest_of(event_of(row, municipio, id, 3))) != row.blob(2)) {
        survey.findings.push_back({municipio, 0, id, Tampering::pending_changed});
    }
}

Result<void> look(db::Session& session, const crypto::Vault& vault, Survey& survey) {
    AROEIRA_CHECK(session.each(kEnds, {}, [&](const db::Row& row) {
        auto& chain = survey.chains[row.string(0)];
        chain.end = row.integer(1);
        chain.link = row.blob(2);
        chain.is_signed = vault.is_signed(end_message(row.text(0), chain.end, chain.link), row.blob(3));
        return true;
    }));
    AROEIRA_CHECK(session.each(kEvents, {}, [&](const db::Row& row) {
        survey.chains[row.string(0)].events = row.integer(1);
        return true;
    }));
    AROEIRA_CHECK(session.each(kLast, {}, [&](const db::Row& row) {
        survey.chains[row.string(0)].last = row.integer(1);
        return true;
    }));
    return session.each(kPending, {}, [&](const db::Row& row) {
        see_pending(row, survey);
        return true;
    });
}

struct Link {
    std::string id{};
    std::string bytes{};
};

Result<std::optional<Link>> link_at(db::Session& session, std::string_view municipio, std::int64_t position) {
    return session.first(kLink, {municipio, position}, [](const db::Row& row) { return Link{row.string(0), std::string(row.blob(1))}; });
}

/// The end that the database itself keeps.
Result<void> check_ends(db::Session& session, Survey& survey) {
    for (const auto& [municipio, chain] : survey.chains) {
        if (chain.sealed() == 0) continue;
        if (chain.last < chain.end) survey.findings.push_back({municipio, chain.last + 1, "", Tampering::chain_cut});
        const auto first_bad = chain.last > chain.end ? chain.end + 1 : chain.end;
        AROEIRA_TRY(const auto link, link_at(session, municipio, first_bad));
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
        const auto last = found == survey.chains.end() ? 0 : found->second.last;
        AROEIRA_TRY(const auto link, link_at(session, end.municipio, end.position));
        if (last < end.position) survey.findings.push_back({end.municipio, last + 1, "", Tampering::chain_cut});
        else if (link && crypto::hex(link->bytes) != end.link)
            survey.findings.push_back({end.municipio, end.position, link->id, Tampering::chain_rewritten});
    }
    return {};
}

std::vector<Stretch> stretches_of(const Survey& survey) {
    std::vector<Stretch> all;
    for (const auto& [municipio, chain] : survey.chains)
        for (std::int64_t first = 1; first <= chain.last; first += kStretch)
            all.push_back({municipio, first, std::min(first + kStretch - 1, chain.last)});
    return all;
}

/// An event more than links and pending ones, or something found already: then it is worth the search.
bool may_have_more(const Survey& survey) {
    return !survey.findings.empty() || std::any_of(survey.chains.begin(), survey.chains.end(), [](const auto& one) {
        return one.second.events != one.second.sealed() + one.second.pending;
    });
}

Result<void> find_inserted(db::Database& database, Survey& survey) {
    constexpr std::size_t shown = 100;
    std::size_t count = 0;
    return database.read([&](db::Session& session) {
        return session.each(kOutside, {}, [&](const db::Row& row) {
            survey.findings.push_back({row.string(0), 0, row.string(1), Tampering::event_inserted});
            return ++count < shown;
        });
    });
}

/// What is outside the chain comes after what is in it: most of it is only what was left when links went.
void put_in_order(std::vector<Finding>& findings) {
    const auto place = [](const Finding& one) { return std::tuple(std::string_view(one.municipio), one.position == 0, one.position, std::string_view(one.event_id), one.what); };
    std::sort(findings.begin(), findings.end(), [&](const Finding& a, const Finding& b) { return place(a) < place(b); });
    findings.erase(std::unique(findings.begin(), findings.end()), findings.end());
}

}  // namespace

Result<Verification> verify_trail(db::Database& database, const crypto::Vault& vault, const Checkpoint* checkpoint) {
    Survey survey;
    AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
        survey = {};
        AROEIRA_CHECK(look(session, vault, survey));
        AROEIRA_CHECK(check_ends(session, survey));
        return checkpoint ? check_against(session, vault, *checkpoint, survey) : Result<void>{};
    }));
    AROEIRA_TRY(const auto walked, walk_links(database, stretches_of(survey)));
    survey.findings.insert(survey.findings.end(), walked.begin(), walked.end());
    if (may_have_more(survey)) AROEIRA_CHECK(find_inserted(database, survey));
    Verification result;
    for (const auto& [municipio, chain] : survey.chains) result.chains.push_back({municipio, chain.sealed(), chain.pending});
    result.findings = std::move(survey.findings);
    put_in_order(result.findings);
    return result;
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
