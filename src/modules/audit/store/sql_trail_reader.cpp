// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/sql_trail_reader.hpp"

#include <algorithm>
#include <charconv>
#include <limits>

#include "modules/audit/domain/matching.hpp"
#include "modules/audit/store/blocks.hpp"

namespace aroeira::audit {
namespace {

/// Looked at in one call at most, so that a filter that lets nothing through answers all the same.
constexpr int kOpenedMax = 60;          // Blocks whose events are read: some 100 ms.
constexpr std::int64_t kTailMost = 20'000;
constexpr std::int64_t kBlocksAtOnce = 256;

constexpr db::Query kLast{"audit.read_last", R"sql(
    SELECT COALESCE(MAX(ordem), 0), COALESCE((SELECT MAX(bloco) FROM evento_bloco WHERE municipio = $1), 0) FROM evento_elo WHERE municipio = $1
)sql"};
constexpr db::Query kPending{"audit.read_pending", R"sql(
    SELECT e.id, e.instante_ms, e.evento, e.ator, e.endereco, e.entidade, e.entidade_id, e.detalhes
      FROM evento_pendente p JOIN evento e ON e.municipio = p.municipio AND e.id = p.id
     WHERE p.municipio = $1 ORDER BY p.id LIMIT $2
)sql"};
constexpr db::Query kTail{"audit.read_tail", R"sql(
    SELECT e.id, e.instante_ms, e.evento, e.ator, e.endereco, e.entidade, e.entidade_id, e.detalhes, l.ordem
      FROM evento_elo l JOIN evento e ON e.municipio = l.municipio AND e.id = l.id
     WHERE l.municipio = $1 AND l.ordem > $2 AND l.ordem < $3 ORDER BY l.ordem DESC LIMIT $4
)sql"};
constexpr db::Query kBlocks{"audit.read_blocks", R"sql(
    SELECT bloco, de_ms, ate_ms, arquivado, filtro FROM evento_bloco WHERE municipio = $1 AND bloco <= $2 ORDER BY bloco DESC LIMIT $3
)sql"};

EventView view_of(const OwnedEvent& e) { return {e.id, e.instant_ms, e.event, e.actor, e.address, e.entity, e.entity_id, e.details}; }

struct Candidate {
    std::int64_t number = 0;
    bool archived = false;
};

/// One reading from a position down.
class Reading {
public:
    Reading(db::Session& session, const EventFilter& filter, std::int64_t below, const TrailReader::Visit& visit)
        : session_(session), matcher_(filter), below_(below), visit_(visit) {}

    Result<Cursor> read() {
        AROEIRA_TRY(const auto ends, session_.first(kLast, {municipio()}, [](const db::Row& row) { return std::pair(row.integer(0), row.integer(1)); }));
        const auto closed = ends->second * merkle::kBlock;
        const auto last = std::max(ends->first, closed);
        if (below_ > last + 1) AROEIRA_CHECK(read_pending(last));
        if (!ended_ && below_ > closed + 1) AROEIRA_CHECK(read_tail(closed));
        if (!ended_ && below_ <= closed + 1) AROEIRA_CHECK(read_blocks());
        if (below_ <= 1) return Cursor{};
        return std::to_string(below_);
    }

private:
    [[nodiscard]] const std::string& municipio() const { return matcher_.filter().municipio; }
    /// False when the reading is over: the visitor had enough before this event.
    bool see(const EventView& event, std::int64_t position) {
        if (position >= below_) return true;
        if (matcher_.admits(event) && !visit_(event)) {
            ended_ = true;
            return false;
        }
        below_ = position;
        return true;
    }
    /// What waits will be sealed in the order of its ids: it has the positions it will get.
    Result<void> read_pending(std::int64_t last) {
        AROEIRA_TRY(const auto waiting, session_.all(kPending, {municipio(), kTailMost}, [](const db::Row& row) { return owned_event(row, 0); }));
        for (std::size_t i = waiting.size(); i-- > 0;)
            if (!see(view_of(waiting[i]), last + 1 + static_cast<std::int64_t>(i))) return {};
        below_ = std::min(below_, last + 1);
        return {};
    }
    Result<void> read_tail(std::int64_t closed) {
        std::int64_t count = 0;
        AROEIRA_TRY(const auto tail, session_.all(kTail, {municipio(), closed, below_, kTailMost}, [](const db::Row& row) { return std::pair(owned_event(row, 0), row.integer(8)); }));
        for (const auto& [event, position] : tail) {
            ++count;
            if (!see(view_of(event), position)) return {};
        }
        if (count < kTailMost) below_ = closed + 1;
        else ended_ = true;
        return {};
    }
    Result<void> read_blocks() {
        int opened = 0;
        while (!ended_ && below_ > 1) {
            AROEIRA_TRY(const auto candidates, next_candidates());
            for (const auto& one : candidates) {
                if (opened++ == kOpenedMax) return {};
                AROEIRA_CHECK(read_block(one));
                if (ended_) return {};
            }
            below_ = std::min(below_, looked_ + 1);
        }
        return {};
    }
    /// Of the next blocks down, those that may have something.
    Result<std::vector<Candidate>> next_candidates() {
        std::vector<Candidate> found;
        const auto from = (below_ - 2) / merkle::kBlock + 1;
        looked_ = 0;
        std::int64_t count = 0;
        AROEIRA_CHECK(session_.each(kBlocks, {municipio(), from, kBlocksAtOnce}, [&](const db::Row& row) {
            ++count;
            looked_ = (row.integer(0) - 1) * merkle::kBlock;
            const auto& filter = matcher_.filter();
            const bool in_time = row.integer(2) >= filter.from_ms && row.integer(1) < filter.until_ms;
            if (in_time && may_have(Bloom(row.blob(4)))) found.push_back({row.integer(0), row.flag(3)});
            return true;
        }));
        if (count < kBlocksAtOnce) looked_ = 0;
        return found;
    }
    [[nodiscard]] bool may_have(const Bloom& bloom) const {
        const auto& filter = matcher_.filter();
        const auto one = [&](char field, const std::string& value) { return value.empty() || bloom.may_have(field, value); };
        const auto any = [&](char field, const auto& values) { return values.empty() || std::any_of(values.begin(), values.end(), [&](const auto& value) { return bloom.may_have(field, value); }); };
        return one(Bloom::kActor, filter.actor) && one(Bloom::kAddress, filter.address) && one(Bloom::kEntityId, filter.entity_id) &&
               any(Bloom::kEvent, matcher_.kinds()) && any(Bloom::kEntity, matcher_.entities());
    }
    Result<void> read_block(const Candidate& candidate) {
        AROEIRA_TRY(const auto events, events_of(session_, municipio(), candidate.number, candidate.archived));
        const auto first = (candidate.number - 1) * merkle::kBlock + 1;
        for (std::size_t i = events.size(); i-- > 0;)
            if (!see(view_of(events[i].event), first + static_cast<std::int64_t>(i))) return {};
        below_ = std::min(below_, first);
        return {};
    }

    db::Session& session_;
    Matcher matcher_;
    std::int64_t below_;       ///< The next event is below this position.
    std::int64_t looked_ = 0;  ///< Down to here the blocks were asked.
    bool ended_ = false;
    const TrailReader::Visit& visit_;
};

}  // namespace

Result<Cursor> SqlTrailReader::read(const EventFilter& filter, const Cursor& after, const Visit& visit) {
    std::int64_t below = std::numeric_limits<std::int64_t>::max();
    const auto read = std::from_chars(after.data(), after.data() + after.size(), below);
    if (!after.empty() && (read.ec != std::errc() || read.ptr != after.data() + after.size() || below < 1))
        return Error{ErrorKind::invalid_input, "AUDIT-0003", "O lugar de onde continuar não serve. Refaça a busca."};
    return Reading(session_, filter, below, visit).read();
}

}  // namespace aroeira::audit
