// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"

namespace aroeira::identity {

/// When each session was last heard of, between two writes to the database: a GET must not wait for
/// a durable commit, nor behind an import that holds the writer. Safe from any thread.
///
/// Cost: a crash forgets at most the last minute, so a session may end that much too early.
class SeenBook {
public:
    struct Entry {
        std::string token_hash;
        Instant at;
    };

    void note(std::string_view token_hash, Instant now);
    /// The later of what is noted and what the database says.
    [[nodiscard]] Instant latest(std::string_view token_hash, Instant stored) const;
    void forget(std::string_view token_hash);

    /// What has not been written for a minute, or everything unwritten.
    enum class Due { after_a_minute, all };
    [[nodiscard]] std::vector<Entry> due(Instant now, Due which) const;
    /// `entries` are in the database now.
    void written(const std::vector<Entry>& entries, Instant now);

private:
    struct Seen {
        Instant at{};
        Instant written{};
    };
    mutable std::mutex mutex_;
    std::map<std::string, Seen, std::less<>> seen_;
};

}  // namespace aroeira::identity
