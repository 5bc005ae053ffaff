// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/survey.hpp"

#include <algorithm>

#include "modules/audit/store/chain.hpp"

namespace aroeira::audit {
namespace {

/// Blocks in one read of the walk: long enough that its start costs nothing, short enough to be shared by the threads.
constexpr std::int64_t kBlocksOfStretch = 20;
// After every id there is.
constexpr const char* kLastId = "g";

constexpr db::Query kEnds{"audit.ends", "SELECT municipio, ordem, elo, assinatura FROM evento_cadeia ORDER BY municipio"};
constexpr db::Query kNext{"audit.next_chain", "SELECT MIN(municipio) FROM evento WHERE municipio > $1"};
constexpr db::Query kFirst{"audit.first_chain", "SELECT MIN(municipio) FROM evento"};
constexpr db::Query kLastOf{"audit.last_link_of", "SELECT MAX(ordem) FROM evento_elo WHERE municipio = $1"};
constexpr db::Query kNextLinks{"audit.next_links", "SELECT MIN(municipio) FROM evento_elo WHERE municipio > $1"};
constexpr db::Query kFirstLinks{"audit.first_links", "SELECT MIN(municipio) FROM evento_elo"};
constexpr db::Query kOfBlocks{"audit.chains_of_blocks", "SELECT municipio FROM evento_bloco GROUP BY municipio"};
constexpr db::Query kPending{"audit.verify_pending", R"sql(
    SELECT p.municipio, p.id, p.resumo, e.instante_ms, e.evento, e.ator, e.endereco, e.entidade, e.entidade_id, e.detalhes
    FROM evento_pendente p LEFT JOIN evento e ON e.municipio = p.municipio AND e.id = p.id ORDER BY p.municipio, p.id
)sql"};
constexpr db::Query kLink{"audit.link", "SELECT id, elo FROM evento_elo WHERE municipio = $1 AND ordem = $2"};

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

/// The municípios a table has, by jumping from one to the next: it is read nowhere else.
Result<void> name_chains(db::Session& session, const db::Query& first, const db::Query& next, Survey& survey) {
    const auto read = [](const db::Row& row) { return row.optional_string(0); };
    AROEIRA_TRY(auto found, session.first(first, {}, read));
    while (found && *found) {
        const auto municipio = **found;
        survey.chains[municipio];
        AROEIRA_TRY(found, session.first(next, {municipio}, read));
    }
    return {};
}

/// Blocks follow one another, those that are archived first. Each signature is looked at with the events of its block.
Result<void> see_blocks(db::Session& session, const std::string& municipio, Chain& chain, Survey& survey) {
    AROEIRA_TRY(chain.blocks, blocks_of(session, municipio));
    bool archived = true;
    std::int64_t expected = 1;
    for (const auto& block : chain.blocks) {
        if (block.number != expected || (block.archived && !archived)) {
            survey.findings.push_back({municipio, (expected - 1) * merkle::kBlock + 1, "", Tampering::archive_lost});
            expected = block.number;
        }
        archived = block.archived;
        ++expected;
    }
    return {};
}

/// Blocks that reach beyond the last link: no stretch has them.
void see_beyond(const crypto::Vault& vault, const std::string& municipio, const Chain& chain, Survey& survey) {
    for (const auto& block : chain.blocks)
        if (block.last() > chain.last && !vault.is_signed(block_message(municipio, block), block.signature))
            survey.findings.push_back({municipio, block.first(), "", Tampering::block_rewritten});
}

/// The last id of the stretch that ends at `last`, and never before that of the stretch before.
Result<std::string> bound_of(db::Session& session, const std::string& municipio, std::int64_t last, const std::string& before) {
    AROEIRA_TRY(const auto link, session.first(kLink, {municipio, last}, [](const db::Row& row) { return row.string(0); }));
    return link && *link > before ? *link : before;
}

Result<void> add_live(db::Session& session, const std::string& municipio, const Chain& chain, std::vector<Stretch>& all) {
    constexpr auto kPositions = kBlocksOfStretch * merkle::kBlock;
    const auto archived = chain.archived();
    std::string before;
    std::string after_id;
    if (const auto* last = chain.block(archived / merkle::kBlock)) before = last->link;
    auto first = archived + 1;
    do {
        Stretch stretch{.municipio = municipio, .first = first, .last = std::min(first + kPositions - 1, chain.last), .after_id = after_id};
        if (first == archived + 1) stretch.before = before;
        for (const auto& block : chain.blocks)
            if (!block.archived && block.first() >= first && block.last() <= stretch.last) stretch.blocks.push_back(block);
        if (stretch.last == chain.last) {
            stretch.until_id = kLastId;
        } else {
            AROEIRA_TRY(stretch.until_id, bound_of(session, municipio, stretch.last, after_id));
        }
        after_id = stretch.until_id;
        first = stretch.last + 1;
        all.push_back(std::move(stretch));
    } while (first <= chain.last);
    return {};
}

void add_archived(const std::string& municipio, const Chain& chain, std::vector<Stretch>& all) {
    std::string before;
    for (const auto& block : chain.blocks) {
        if (!block.archived) return;
        const bool begins = all.empty() || !all.back().archived || all.back().municipio != municipio || static_cast<std::int64_t>(all.back().blocks.size()) == kBlocksOfStretch;
        if (begins) all.push_back({.municipio = municipio, .first = block.first(), .before = before, .archived = true});
        all.back().blocks.push_back(block);
        all.back().last = block.last();
        before = block.link;
    }
}

}  // namespace

std::int64_t Chain::archived() const {
    std::int64_t position = 0;
    for (const auto& block : blocks) {
        if (!block.archived) break;
        position = block.last();
    }
    return position;
}

const Block* Chain::block(std::int64_t number) const {
    const auto found = std::lower_bound(blocks.begin(), blocks.end(), number, [](const Block& one, std::int64_t wanted) { return one.number < wanted; });
    return found != blocks.end() && found->number == number ? &*found : nullptr;
}

Result<std::optional<PlacedLink>> link_at(db::Session& session, std::string_view municipio, const Chain& chain, std::int64_t position) {
    if (position > chain.archived() || position < 1)
        return session.first(kLink, {municipio, position}, [](const db::Row& row) { return PlacedLink{row.string(0), std::string(row.blob(1))}; });
    const auto number = (position - 1) / merkle::kBlock + 1;
    const auto events = events_of(session, municipio, number, true);
    const auto* before = chain.block(number - 1);
    if (!events) {
        if (events.error().kind == ErrorKind::unavailable) return events.error();
        return std::optional<PlacedLink>();
    }
    std::string link(before ? before->link : std::string(kNoLink));
    auto at = (number - 1) * merkle::kBlock + 1;
    for (const auto& one : *events) {
        link = bytes_of(link_of(link, at, bytes_of(one.digest)));
        if (at++ == position) return std::optional(PlacedLink{one.event.id, link});
    }
    return std::optional<PlacedLink>();
}

Result<Survey> survey_trail(db::Session& session, const crypto::Vault& vault) {
    Survey survey;
    AROEIRA_CHECK(session.each(kEnds, {}, [&](const db::Row& row) {
        auto& chain = survey.chains[row.string(0)];
        chain.end = row.integer(1);
        chain.link = row.blob(2);
        chain.is_signed = vault.is_signed(end_message(row.text(0), chain.end, chain.link), row.blob(3));
        return true;
    }));
    AROEIRA_CHECK(name_chains(session, kFirst, kNext, survey));
    AROEIRA_CHECK(name_chains(session, kFirstLinks, kNextLinks, survey));
    AROEIRA_CHECK(session.each(kOfBlocks, {}, [&](const db::Row& row) {
        survey.chains[row.string(0)];
        return true;
    }));
    AROEIRA_CHECK(session.each(kPending, {}, [&](const db::Row& row) {
        see_pending(row, survey);
        return true;
    }));
    for (auto& [municipio, chain] : survey.chains) {
        AROEIRA_CHECK(see_blocks(session, municipio, chain, survey));
        AROEIRA_TRY(const auto last, session.first(kLastOf, {municipio}, [](const db::Row& row) { return row.integer(0); }));
        chain.last = std::max(last.value_or(0), chain.archived());
        see_beyond(vault, municipio, chain, survey);
    }
    return survey;
}

Result<std::vector<Stretch>> stretches_of(db::Session& session, const Survey& survey) {
    std::vector<Stretch> all;
    for (const auto& [municipio, chain] : survey.chains) {
        add_archived(municipio, chain, all);
        AROEIRA_CHECK(add_live(session, municipio, chain, all));
    }
    return all;
}

}  // namespace aroeira::audit
