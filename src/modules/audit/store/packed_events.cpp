// SPDX-License-Identifier: Apache-2.0
#include "modules/audit/store/packed_events.hpp"

#include <array>
#include <cstring>

#include "platform/zip/block.hpp"

namespace aroeira::audit {
namespace {

constexpr std::string_view kFormat = "aroeira.bloco.1";
constexpr std::size_t kBytesMax = std::size_t{256} << 20;
constexpr std::size_t kCheck = 4;
constexpr std::size_t kSum = 8;

using Text = std::string OwnedEvent::*;
constexpr std::array<Text, 7> kTexts{&OwnedEvent::id, &OwnedEvent::event, &OwnedEvent::actor, &OwnedEvent::address,
                                     &OwnedEvent::entity, &OwnedEvent::entity_id, &OwnedEvent::details};

void put(std::string& out, std::uint64_t number) { out.append(reinterpret_cast<const char*>(&number), sizeof number); }

/// Takes pieces from the front; what is not there is empty and told.
class Taker {
public:
    explicit Taker(std::string_view bytes) : rest_(bytes) {}
    std::string_view take(std::uint64_t count) {
        if (count > rest_.size()) {
            failed_ = true;
            return {};
        }
        const auto piece = rest_.substr(0, static_cast<std::size_t>(count));
        rest_.remove_prefix(piece.size());
        return piece;
    }
    std::uint64_t number() {
        const auto piece = take(sizeof(std::uint64_t));
        std::uint64_t value = 0;
        if (!failed_) std::memcpy(&value, piece.data(), sizeof value);
        return value;
    }
    [[nodiscard]] bool ended_well() const { return !failed_ && rest_.empty(); }
    [[nodiscard]] bool failed() const { return failed_; }

private:
    std::string_view rest_;
    bool failed_ = false;
};

}  // namespace

OwnedEvent owned_event(const db::Row& row, int column) {
    return {row.string(column), row.integer(column + 1), row.string(column + 2), row.string(column + 3), row.string(column + 4), row.string(column + 5),
            row.string(column + 6), row.string(column + 7)};
}

std::string pack(std::string_view municipio, const std::vector<OwnedEvent>& events) {
    std::string bytes(kFormat);
    put(bytes, events.size());
    for (const auto& event : events) bytes += std::string(bytes_of(digest_of(event.row(municipio)))).substr(0, kCheck);
    for (const auto& event : events) put(bytes, static_cast<std::uint64_t>(event.instant_ms));
    for (const auto text : kTexts) {
        for (const auto& event : events) put(bytes, (event.*text).size());
        for (const auto& event : events) bytes += event.*text;
    }
    std::string out;
    put(out, bytes.size());
    std::string packed;
    zip::BlockPacker().pack(bytes, packed);
    // Also what a decompressor does not look at is part of what was kept.
    const auto sum = crypto::sha256(packed);
    out += bytes_of(sum).substr(0, kSum);
    return out + packed;
}

Result<std::vector<Unpacked>> unpack(std::string_view municipio, std::string_view packed) {
    const Error unreadable{ErrorKind::invalid_input, "AUDIT-0004", "Um bloco arquivado da trilha não pode ser lido. Rode: aroeira auditoria verificar."};
    Taker head(packed);
    const auto size = head.number();
    const auto sum = head.take(kSum);
    if (head.failed() || size > kBytesMax) return unreadable;
    const auto content = packed.substr(sizeof size + kSum);
    const auto digest = crypto::sha256(content);
    if (bytes_of(digest).substr(0, kSum) != sum) return unreadable;
    thread_local zip::BlockUnpacker unpacker;
    std::string bytes;
    AROEIRA_CHECK(unpacker.unpack(content, static_cast<std::size_t>(size), bytes));
    Taker from(bytes);
    if (from.take(kFormat.size()) != kFormat) return unreadable;
    const auto count = from.number();
    if (count > bytes.size()) return unreadable;
    std::vector<Unpacked> all(static_cast<std::size_t>(count));
    const auto checks = from.take(count * kCheck);
    for (auto& one : all) one.event.instant_ms = static_cast<std::int64_t>(from.number());
    for (const auto text : kTexts) {
        std::vector<std::uint64_t> sizes;
        sizes.reserve(all.size());
        for (std::size_t i = 0; i < all.size(); ++i) sizes.push_back(from.number());
        for (std::size_t i = 0; i < all.size() && !from.failed(); ++i) all[i].event.*text = from.take(sizes[i]);
    }
    if (!from.ended_well()) return unreadable;
    for (std::size_t i = 0; i < all.size(); ++i) {
        all[i].digest = digest_of(all[i].event.row(municipio));
        all[i].whole = bytes_of(all[i].digest).substr(0, kCheck) == checks.substr(i * kCheck, kCheck);
    }
    return all;
}

}  // namespace aroeira::audit
