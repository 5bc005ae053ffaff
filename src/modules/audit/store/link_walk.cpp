// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/link_walk.hpp"

#include <algorithm>
#include <atomic>
#include <mutex>
#include <optional>
#include <thread>

#include "modules/audit/store/stretch_walk.hpp"

namespace aroeira::audit {
namespace {

/// More threads than this only wait for the same disk, and SQLite has no more readers.
constexpr unsigned kThreadsMax = 4;

/// What the threads share: the next stretch nobody took, and what was found.
struct Shared {
    std::atomic<std::size_t> next{0};
    std::mutex mutex{};
    Walked walked{};
    std::optional<Error> failure{};
};

void walk_some(db::Database& database, const crypto::Vault& vault, const std::vector<Stretch>& stretches, Shared& shared) {
    for (auto at = shared.next++; at < stretches.size(); at = shared.next++) {
        const auto& stretch = stretches[at];
        Walked walked;
        const auto read = database.read([&](db::Session& session) -> Result<void> {
            AROEIRA_TRY(walked, stretch.archived ? walk_archived(session, vault, stretch) : walk_live(session, vault, stretch));
            return {};
        });
        const std::lock_guard lock(shared.mutex);
        if (!read) {
            shared.failure = read.error();
            return;
        }
        auto& all = shared.walked;
        all.findings.insert(all.findings.end(), walked.findings.begin(), walked.findings.end());
        if (all.strays.size() < kStraysMax) all.strays.insert(all.strays.end(), walked.strays.begin(), walked.strays.end());
    }
}

}  // namespace

Result<Walked> walk_links(db::Database& database, const crypto::Vault& vault, const std::vector<Stretch>& stretches) {
    Shared shared;
    std::vector<std::jthread> threads;
    const auto count = std::clamp(std::thread::hardware_concurrency(), 1U, kThreadsMax);
    for (unsigned i = 0; i < count; ++i) threads.emplace_back([&] { walk_some(database, vault, stretches, shared); });
    threads.clear();  // Waits for all.
    if (shared.failure) return *shared.failure;
    return std::move(shared.walked);
}

}  // namespace aroeira::audit
