// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/link_walk.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

#include "modules/audit/store/chain.hpp"

namespace aroeira::audit {
namespace {

/// More threads than this only wait for the same disk, and SQLite has no more readers.
constexpr unsigned kThreadsMax = 4;
/// A trail that somebody else wrote from end to end is not listed event by event.
constexpr std::size_t kFindingsMax = 100;

constexpr db::Query kLinks{"audit.links", R"sql(
    SELECT l.ordem, l.id, l.elo, e.instante_ms, e.evento, e.ator, e.endereco, e.entidade, e.entidade_id, e.detalhes
    FROM evento_elo l LEFT JOIN evento e ON e.municipio = l.municipio AND e.id = l.id
    WHERE l.municipio = $1 AND l.ordem >= $2 AND l.ordem <= $3 ORDER BY l.ordem
)sql"};

/// Looks at the links of one stretch as they come.
class Walk {
public:
    explicit Walk(const Stretch& stretch) : stretch_(stretch), expected_(stretch.first - 1) {
        if (expected_ == 0) {
            before_ = kNoLink;
            expected_ = 1;
        }
    }
    bool see(const db::Row& row) {
        const auto position = row.integer(0);
        if (position != expected_) miss_until(position);
        expected_ = position + 1;
        if (position >= stretch_.first) compare(row, position);
        before_ = row.blob(2);
        return findings.size() < kFindingsMax;
    }
    void end() {
        if (findings.size() < kFindingsMax && expected_ <= stretch_.last) miss_until(stretch_.last + 1);
    }
    std::vector<Finding> findings{};

private:
    void compare(const db::Row& row, std::int64_t position) {
        const auto id = row.text(1);
        if (row.is_null(3)) return add(position, id, Tampering::event_removed);
        if (before_.empty()) return;  // What cannot be computed was told already: the link before is not there.
        const auto digest = digest_of(event_of(row, stretch_.municipio, id, 3));
        if (bytes_of(link_of(before_, position, bytes_of(digest))) != row.blob(2)) add(position, id, Tampering::event_changed);
    }
    /// Links from the expected one to the one before `position` are not there; the first is named.
    void miss_until(std::int64_t position) {
        const auto first = std::max(expected_, stretch_.first);
        before_.clear();
        if (first < position) add(first, {}, Tampering::link_removed);
    }
    void add(std::int64_t position, std::string_view id, Tampering what) {
        findings.push_back({stretch_.municipio, position, std::string(id), what});
    }

    const Stretch& stretch_;
    std::int64_t expected_;
    std::string before_{};
};

/// What the threads share: the next stretch nobody took, and what was found.
struct Shared {
    std::atomic<std::size_t> next{0};
    std::mutex mutex{};
    std::vector<Finding> findings{};
    std::optional<Error> failure{};
};

void walk_some(db::Database& database, const std::vector<Stretch>& stretches, Shared& shared) {
    for (auto at = shared.next++; at < stretches.size(); at = shared.next++) {
        const auto& stretch = stretches[at];
        Walk walk(stretch);
        const auto read = database.read([&](db::Session& session) {
            return session.each(kLinks, {stretch.municipio, stretch.first - 1, stretch.last}, [&](const db::Row& row) { return walk.see(row); });
        });
        walk.end();
        const std::lock_guard lock(shared.mutex);
        if (!read) {
            shared.failure = read.error();
            return;
        }
        shared.findings.insert(shared.findings.end(), walk.findings.begin(), walk.findings.end());
    }
}

}  // namespace

Result<std::vector<Finding>> walk_links(db::Database& database, const std::vector<Stretch>& stretches) {
    Shared shared;
    std::vector<std::jthread> threads;
    const auto count = std::clamp(std::thread::hardware_concurrency(), 1U, kThreadsMax);
    for (unsigned i = 0; i < count; ++i) threads.emplace_back([&] { walk_some(database, stretches, shared); });
    threads.clear();  // Waits for all.
    if (shared.failure) return *shared.failure;
    return std::move(shared.findings);
}

}  // namespace aroeira::audit
