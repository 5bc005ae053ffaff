// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <string>
#include <vector>

#include "modules/audit/store/link_walk.hpp"
#include "platform/crypto/crypto.hpp"

namespace aroeira::audit {

/// One chain as it stands.
struct Chain {
    std::int64_t end = 0;       ///< Where it says that it ends.
    std::int64_t last = 0;      ///< Where it ends.
    std::int64_t pending = 0;
    std::string link{};         ///< Of its end, as the end says.
    bool is_signed = false;
    std::vector<Block> blocks{};
    [[nodiscard]] std::int64_t archived() const;  ///< The last position that is in the archive.
    [[nodiscard]] const Block* block(std::int64_t number) const;
    [[nodiscard]] std::int64_t sealed() const { return std::max(end, last); }
};

/// Everything that is read in one snapshot: events that are recorded meanwhile do not disturb it.
/// Memory: 200 bytes per thousand events.
struct Survey {
    std::map<std::string, Chain, std::less<>> chains{};
    std::vector<Finding> findings{};
};

/// Looks at the ends, the blocks and what waits. Errors: `unavailable` DB-0004.
Result<Survey> survey_trail(db::Session& session, const crypto::Vault& vault);

/// What is to be walked. Errors: `unavailable` DB-0004.
Result<std::vector<Stretch>> stretches_of(db::Session& session, const Survey& survey);

/// A link of a chain, wherever it is kept.
struct PlacedLink {
    std::string id{};
    std::string bytes{};
};
Result<std::optional<PlacedLink>> link_at(db::Session& session, std::string_view municipio, const Chain& chain, std::int64_t position);

}  // namespace aroeira::audit
