// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string>
#include <string_view>

#include "platform/crypto/crypto.hpp"
#include "platform/db/session.hpp"

/// What is hashed and signed. These bytes are kept forever: links already laid are made of them.
namespace aroeira::audit {

/// The row of an event as it is stored. Views: as long as the row it was read from.
struct EventRow {
    std::string_view municipio;
    std::string_view id;
    std::int64_t instant_ms = 0;
    std::string_view event;
    std::string_view actor;
    std::string_view address;
    std::string_view entity;
    std::string_view entity_id;
    std::string_view details;
};

/// SHA-256 of every column, each with its length before it, so that nothing can move from one to the next.
crypto::Digest digest_of(const EventRow& event);

/// The link at `position`: over the link before it (the first: `kNoLink`) and the digest of its event.
crypto::Digest link_of(std::string_view before, std::int64_t position, std::string_view event_digest);
inline constexpr std::string_view kNoLink{"\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0", 32};

/// What the signature of the end of a chain is made over.
std::string end_message(std::string_view municipio, std::int64_t position, std::string_view link);

inline std::string_view bytes_of(const crypto::Digest& digest) {
    return {reinterpret_cast<const char*>(digest.data()), digest.size()};
}

/// The event in the columns `instante_ms` to `detalhes`, the first of them at `column`.
EventRow event_of(const db::Row& row, std::string_view municipio, std::string_view id, int column);

}  // namespace aroeira::audit
