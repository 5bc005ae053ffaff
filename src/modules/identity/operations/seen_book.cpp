// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/seen_book.hpp"

#include <algorithm>

namespace aroeira::identity {
namespace {

constexpr std::chrono::minutes kBetweenWrites{1};
// Longer than any time of inactivity an installation can choose.
constexpr std::chrono::hours kForgotten{5};

}  // namespace

void SeenBook::note(std::string_view token_hash, Instant now) {
    const std::lock_guard lock(mutex_);
    const auto found = seen_.find(token_hash);
    if (found != seen_.end())
        found->second.at = std::max(found->second.at, now);
    else
        seen_.emplace(std::string(token_hash), Seen{now, now - kBetweenWrites});
}

Instant SeenBook::latest(std::string_view token_hash, Instant stored) const {
    const std::lock_guard lock(mutex_);
    const auto found = seen_.find(token_hash);
    return found == seen_.end() ? stored : std::max(stored, found->second.at);
}

void SeenBook::forget(std::string_view token_hash) {
    const std::lock_guard lock(mutex_);
    if (const auto found = seen_.find(token_hash); found != seen_.end()) seen_.erase(found);
}

std::vector<SeenBook::Entry> SeenBook::due(Instant now, Due which) const {
    const std::lock_guard lock(mutex_);
    std::vector<Entry> entries;
    for (const auto& [token_hash, seen] : seen_) {
        if (seen.at <= seen.written) continue;
        if (which == Due::all || now - seen.written >= kBetweenWrites) entries.push_back({token_hash, seen.at});
    }
    return entries;
}

void SeenBook::written(const std::vector<Entry>& entries, Instant now) {
    const std::lock_guard lock(mutex_);
    for (const auto& entry : entries)
        if (const auto found = seen_.find(entry.token_hash); found != seen_.end()) found->second.written = entry.at;
    std::erase_if(seen_, [&](const auto& one) { return now - one.second.at > kForgotten; });
}

}  // namespace aroeira::identity
