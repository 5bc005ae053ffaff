// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <limits>
#include <optional>

#include "modules/audit/store/bloom.hpp"
#include "modules/audit/store/merkle.hpp"
#include "modules/audit/store/packed_events.hpp"
#include "platform/crypto/crypto.hpp"

/// Blocks of 1,024 links: their root, what they can be searched by, and their archive.
namespace aroeira::audit {

struct Block {
    std::int64_t number = 0;
    crypto::Digest root{};
    std::string link{};       ///< Of its last position.
    std::string signature{};
    std::int64_t from_ms = 0;
    std::int64_t until_ms = 0;
    crypto::Digest bloom{};   ///< Of its filter: who could change that unseen could hide an event from every search.
    bool archived = false;

    [[nodiscard]] std::int64_t first() const { return (number - 1) * merkle::kBlock + 1; }
    [[nodiscard]] std::int64_t last() const { return number * merkle::kBlock; }
};

/// What the signature of a block is made over.
std::string block_message(std::string_view municipio, const Block& block);

/// Blocks of a chain in their order. Errors: `unavailable` DB-0004.
Result<std::vector<Block>> blocks_of(db::Session& session, std::string_view municipio);

/// The events of a block, from the table or from the archive. Errors: as `unpack`; `conflict` AUDIT-0002 when some are missing.
Result<std::vector<Unpacked>> events_of(db::Session& session, std::string_view municipio, std::int64_t number, bool archived);

/// Closes the blocks that are full: computes their links again before it signs, so that nothing is vouched for that does
/// not verify. At most `most` at once. Gives how many. Errors: `unavailable` DB-0004; `conflict` AUDIT-0002.
Result<std::int64_t> close_blocks(db::Database& database, const crypto::Vault& vault, std::int64_t most = std::numeric_limits<std::int64_t>::max());

/// Moves the events of closed blocks that ended before `before_ms` to the archive, the oldest first, at most `most`
/// blocks; each in a transaction of its own. The only thing that takes rows out of `evento`, and only what verifies.
/// Gives how many. Errors: as `close_blocks`.
Result<std::int64_t> archive_blocks(db::Database& database, std::int64_t before_ms, std::int64_t most);

/// Since when events stay in the table: the first instant of the month before this one, in UTC.
std::int64_t open_since_ms(std::int64_t now_ms);

}  // namespace aroeira::audit
