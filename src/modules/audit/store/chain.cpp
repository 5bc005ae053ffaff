// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/chain.hpp"

#include <bit>

namespace aroeira::audit {
namespace {

static_assert(std::endian::native == std::endian::little, "numbers are hashed as they lie in memory");

void put(std::string& out, std::int64_t number) {
    out.append(reinterpret_cast<const char*>(&number), sizeof number);
}

void put(std::string& out, std::string_view text) {
    put(out, static_cast<std::int64_t>(text.size()));
    out += text;
}

}  // namespace

crypto::Digest digest_of(const EventRow& event) {
    thread_local std::string bytes;  // Millions of events are verified: one buffer for all of them.
    bytes.assign("aroeira.evento.1");
    put(bytes, event.municipio);
    put(bytes, event.id);
    put(bytes, event.instant_ms);
    for (const auto column : {event.event, event.actor, event.address, event.entity, event.entity_id, event.details}) put(bytes, column);
    return crypto::sha256(bytes);
}

crypto::Digest link_of(std::string_view before, std::int64_t position, std::string_view event_digest) {
    thread_local std::string bytes;
    bytes.assign("aroeira.elo.1");
    bytes += before;
    put(bytes, position);
    bytes += event_digest;
    return crypto::sha256(bytes);
}

std::string end_message(std::string_view municipio, std::int64_t position, std::string_view link) {
    std::string bytes = "aroeira.cadeia.1";
    put(bytes, municipio);
    put(bytes, position);
    put(bytes, link);
    return bytes;
}

EventRow event_of(const db::Row& row, std::string_view municipio, std::string_view id, int column) {
    return {municipio, id, row.integer(column), row.text(column + 1), row.text(column + 2), row.text(column + 3),
            row.text(column + 4), row.text(column + 5), row.text(column + 6)};
}

}  // namespace aroeira::audit
