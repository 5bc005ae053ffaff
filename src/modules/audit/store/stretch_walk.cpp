// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/stretch_walk.hpp"

#include <algorithm>
#include <memory_resource>
#include <numeric>

#include "modules/audit/store/chain.hpp"

namespace aroeira::audit {
namespace {

constexpr db::Query kLinks{"audit.links", R"sql(
    SELECT ordem, id, elo FROM evento_elo WHERE municipio = $1 AND ordem >= $2 AND ordem <= $3 ORDER BY ordem
)sql"};
constexpr db::Query kEvents{"audit.events_by_id", R"sql(
    SELECT id, instante_ms, evento, ator, endereco, entidade, entidade_id, detalhes FROM evento
     WHERE municipio = $1 AND id > $2 AND id <= $3 ORDER BY id
)sql"};
constexpr db::Query kEvent{"audit.event_by_id", R"sql(
    SELECT instante_ms, evento, ator, endereco, entidade, entidade_id, detalhes FROM evento WHERE municipio = $1 AND id = $2
)sql"};

struct Link {
    std::string_view id{};     ///< In the arena of the walk.
    std::string_view bytes{};
    crypto::Digest digest{};
    bool there = false;  ///< The link.
    bool found = false;  ///< The event.
};

constexpr std::size_t kLinkBytes = 36 + 32;  // An id and a digest.

/// What a thread reads one stretch after another into: memory that is asked for anew costs as much as the reading.
struct Memory {
    std::vector<char> texts{};
    std::vector<Link> links{};
    std::vector<Link*> by_id{};

    static Memory& of_thread(std::size_t links) {
        thread_local Memory memory;
        memory.texts.resize(std::max(memory.texts.size(), links * kLinkBytes));
        memory.links.assign(links, {});
        memory.by_id.clear();
        return memory;
    }
};

class Live {
public:
    Live(db::Session& session, const crypto::Vault& vault, const Stretch& stretch) : session_(session), vault_(vault), stretch_(stretch), memory_(Memory::of_thread(static_cast<std::size_t>(stretch.last - stretch.first + 1))), arena_(memory_.texts.data(), memory_.texts.size()), before_(stretch.before) {
        if (stretch.first == 1) before_ = kNoLink;
    }
    Result<Walked> walk() {
        AROEIRA_CHECK(read_links());
        AROEIRA_CHECK(read_events());
        for (auto& link : links_)
            if (link.there && !link.found) AROEIRA_CHECK(look_for(link));
        compare_links();
        compare_blocks();
        return std::move(walked_);
    }

private:
    Result<void> read_links() {
        return session_.each(kLinks, {stretch_.municipio, stretch_.first - 1, stretch_.last}, [&](const db::Row& row) {
            const auto position = row.integer(0);
            if (position < stretch_.first) {
                before_ = keep(row.blob(2));
                return true;
            }
            auto& link = links_[static_cast<std::size_t>(position - stretch_.first)];
            link.id = keep(row.text(1));
            link.bytes = keep(row.blob(2));
            link.there = true;
            return true;
        });
    }
    Result<void> read_events() {
        auto& by_id = memory_.by_id;
        by_id.reserve(links_.size());
        for (auto& link : links_)
            if (link.there) by_id.push_back(&link);
        const auto earlier = [](const Link* a, const Link* b) { return a->id < b->id; };
        if (!std::is_sorted(by_id.begin(), by_id.end(), earlier)) std::stable_sort(by_id.begin(), by_id.end(), earlier);
        auto next = by_id.begin();
        return session_.each(kEvents, {stretch_.municipio, stretch_.after_id, stretch_.until_id}, [&](const db::Row& row) {
            const auto id = row.text(0);
            while (next != by_id.end() && (*next)->id < id) ++next;
            if (next == by_id.end() || (*next)->id != id) {
                if (walked_.strays.size() < kStraysMax) walked_.strays.push_back({stretch_.municipio, std::string(id)});
                return true;
            }
            (*next)->digest = digest_of(event_of(row, stretch_.municipio, id, 1));
            (*next)->found = true;
            return true;
        });
    }
    /// An event whose id is of the time of another stretch: it was sealed out of turn, or is gone.
    Result<void> look_for(Link& link) {
        return session_.each(kEvent, {stretch_.municipio, link.id}, [&](const db::Row& row) {
            link.digest = digest_of(event_of(row, stretch_.municipio, link.id, 0));
            link.found = true;
            return false;
        });
    }
    void compare_links() {
        bool told_missing = false;
        unlinked_ = before_.empty();
        for (std::size_t i = 0; i < links_.size() && walked_.findings.size() < kFindingsMax; ++i) {
            const auto& link = links_[i];
            const auto position = stretch_.first + static_cast<std::int64_t>(i);
            if (!link.there) {
                if (!told_missing) add(position, {}, Tampering::link_removed);
                told_missing = true;
                unlinked_ = true;
                before_ = {};
                continue;
            }
            told_missing = false;
            if (!link.found) add(position, link.id, Tampering::event_removed);
            else if (!before_.empty() && bytes_of(link_of(before_, position, bytes_of(link.digest))) != link.bytes) add(position, link.id, Tampering::event_changed);
            before_ = link.bytes;
        }
    }
    /// The signature of a block is over its last link and its root: of events that all hang on their links, one of the
    /// two says what the other would.
    void compare_blocks() {
        for (const auto& block : stretch_.blocks) {
            const auto from = block.first() - stretch_.first;
            if (from < 0) continue;
            if (!vault_.is_signed(block_message(stretch_.municipio, block), block.signature))
                add(block.first(), links_[static_cast<std::size_t>(from)].id, Tampering::block_rewritten);
            const auto told = std::any_of(walked_.findings.begin(), walked_.findings.end(), [&](const Finding& one) { return one.position >= block.first() && one.position <= block.last(); });
            if (told) continue;
            const auto& last = links_[static_cast<std::size_t>(from + merkle::kBlock - 1)];
            if (last.bytes != block.link || (unlinked_ && root_from(from) != block.root)) add(block.first(), links_[static_cast<std::size_t>(from)].id, Tampering::block_changed);
        }
    }
    [[nodiscard]] crypto::Digest root_from(std::int64_t from) const {
        std::vector<crypto::Digest> leaves;
        for (std::int64_t i = 0; i < merkle::kBlock; ++i) leaves.push_back(links_[static_cast<std::size_t>(from + i)].digest);
        return merkle::root_of(leaves);
    }
    /// Two short texts per link, of millions of links: they die together.
    std::string_view keep(std::string_view text) {
        auto* const place = static_cast<char*>(arena_.allocate(std::max<std::size_t>(text.size(), 1), 1));
        std::copy(text.begin(), text.end(), place);
        return {place, text.size()};
    }
    void add(std::int64_t position, std::string_view id, Tampering what) { walked_.findings.push_back({stretch_.municipio, position, std::string(id), what}); }

    db::Session& session_;
    const crypto::Vault& vault_;
    const Stretch& stretch_;
    Memory& memory_;
    std::pmr::monotonic_buffer_resource arena_;
    std::vector<Link>& links_ = memory_.links;
    std::string_view before_;
    bool unlinked_ = false;  ///< An event follows a link that is missing: nothing but the root says whether it is the one.
    Walked walked_{};
};

}  // namespace

Result<Walked> walk_live(db::Session& session, const crypto::Vault& vault, const Stretch& stretch) { return Live(session, vault, stretch).walk(); }

Result<Walked> walk_archived(db::Session& session, const crypto::Vault& vault, const Stretch& stretch) {
    Walked walked;
    const auto add = [&](std::int64_t position, const std::string& id, Tampering what) { walked.findings.push_back({stretch.municipio, position, id, what}); };
    auto link = stretch.first == 1 ? std::string(kNoLink) : stretch.before;
    for (const auto& block : stretch.blocks) {
        const auto events = events_of(session, stretch.municipio, block.number, true);
        if (!events && events.error().kind == ErrorKind::unavailable) return events.error();
        if (!vault.is_signed(block_message(stretch.municipio, block), block.signature))
            add(block.first(), events && !events->empty() ? events->front().event.id : std::string(), Tampering::block_rewritten);
        if (!events || events->size() != static_cast<std::size_t>(merkle::kBlock)) {
            add(block.first(), "", Tampering::archive_lost);
            link = block.link;
            continue;
        }
        auto position = block.first();
        bool named = false;
        for (const auto& one : *events) {
            if (!one.whole && !named) add(position, one.event.id, Tampering::event_changed);
            named = named || !one.whole;
            link = bytes_of(link_of(link, position++, bytes_of(one.digest)));
        }
        if (!named && link != block.link) add(block.first(), events->front().event.id, Tampering::block_changed);
        link = block.link;
    }
    return walked;
}

}  // namespace aroeira::audit
