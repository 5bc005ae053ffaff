// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/chain.hpp"

#include <algorithm>
#include <array>
#include <bit>

namespace aroeira::audit {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are hashed as they lie in memory");

constexpr std::size_t kNumber = sizeof(std::int64_t);

char* put(char* at, std::string_view bytes) { return std::copy(bytes.begin(), bytes.end(), at); }

char* put(char* at, std::int64_t number) { return put(at, {reinterpret_cast<const char*>(&number), kNumber}); }

char* put_sized(char* at, std::string_view text) { return put(put(at, static_cast<std::int64_t>(text.size())), text); }

/// Millions of events are verified: one buffer for all of them.
char* buffer_of(std::size_t size) {
    thread_local std::string bytes;
    if (bytes.size() < size) bytes.resize(size);
    return bytes.data();
}

crypto::Digest digest_of_buffer(const char* begin, const char* end) { return crypto::sha256({begin, static_cast<std::size_t>(end - begin)}); }

}  // namespace

crypto::Digest digest_of(const EventRow& event) {
    constexpr std::string_view kKind = "aroeira.evento.1";
    const std::array columns{event.event, event.actor, event.address, event.entity, event.entity_id, event.details};
    auto size = kKind.size() + kNumber + 2 * kNumber + event.municipio.size() + event.id.size();
    for (const auto column : columns) size += kNumber + column.size();
    auto* const begin = buffer_of(size);
    auto* at = put_sized(put_sized(put(begin, kKind), event.municipio), event.id);
    at = put(at, event.instant_ms);
    for (const auto column : columns) at = put_sized(at, column);
    return digest_of_buffer(begin, at);
}

crypto::Digest link_of(std::string_view before, std::int64_t position, std::string_view event_digest) {
    constexpr std::string_view kKind = "aroeira.elo.1";
    auto* const begin = buffer_of(kKind.size() + before.size() + kNumber + event_digest.size());
    return digest_of_buffer(begin, put(put(put(put(begin, kKind), before), position), event_digest));
}

std::string end_message(std::string_view municipio, std::int64_t position, std::string_view link) {
    constexpr std::string_view kKind = "aroeira.cadeia.1";
    std::string bytes(kKind.size() + 3 * kNumber + municipio.size() + link.size(), '\0');
    put_sized(put(put_sized(put(bytes.data(), kKind), municipio), position), link);
    return bytes;
}

EventRow event_of(const db::Row& row, std::string_view municipio, std::string_view id, int column) {
    return {municipio, id, row.integer(column), row.text(column + 1), row.text(column + 2), row.text(column + 3),
            row.text(column + 4), row.text(column + 5), row.text(column + 6)};
}

}  // namespace aroeira::audit
