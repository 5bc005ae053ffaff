// SPDX-License-Identifier: Apache-2.0
#include "platform/zip/directory.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <optional>

#include "platform/zip/entry_name.hpp"
#include "platform/zip/format.hpp"
#include "platform/zip/refusal.hpp"

namespace aroeira::zip {
namespace {

using namespace format;

/// Where the central directory lies, from the records at the end of the file.
struct Location {
    std::uint64_t entries = 0;
    std::uint64_t at = 0;
    std::uint64_t bytes = 0;
    std::string_view comment{};
};

/// The numbers of one central header, with zip64 already resolved.
struct Header {
    std::uint16_t made_by = 0, flags = 0, method = 0;
    std::uint32_t crc32 = 0, attributes = 0;
    std::uint64_t packed = 0, bytes = 0, local_at = 0;
    std::string_view raw_name{};
};

/// What one entry takes of the file, to prove that no two share a byte.
struct Extent {
    std::uint64_t from, to;
    std::uint32_t index;
};

/// The last end record whose comment reaches exactly the end of the file: a second one hidden in a
/// comment would make two readers see two archives.
std::optional<std::size_t> find_end(std::string_view bytes) {
    if (bytes.size() < kEndBytes) return std::nullopt;
    const std::size_t last = bytes.size() - kEndBytes;
    const std::size_t first = last > kCommentMax ? last - kCommentMax : 0;
    for (std::size_t at = last + 1; at-- > first;)
        if (bytes[at] == 'P' && read32(bytes, at) == kEndSignature && at + kEndBytes + read16(bytes, at + 20) == bytes.size())
            return at;
    return std::nullopt;
}

Result<Location> locate64(std::string_view bytes, std::size_t locator) {
    const auto end64 = read64(bytes, locator + 8);
    if (read32(bytes, locator + 4) != 0 || read32(bytes, locator + 16) > 1) return refusal::split();
    if (end64 > locator || locator - end64 < kEnd64Bytes || read32(bytes, end64) != kEnd64Signature ||
        read64(bytes, end64 + 4) != locator - end64 - 12)
        return refusal::directory_damaged();
    if (read32(bytes, end64 + 16) != 0 || read32(bytes, end64 + 20) != 0) return refusal::split();
    const Location found{read64(bytes, end64 + 32), read64(bytes, end64 + 48), read64(bytes, end64 + 40),
                         bytes.substr(locator + kLocatorBytes + kEndBytes)};
    if (found.at > end64 || found.bytes != end64 - found.at) return refusal::directory_damaged();
    return found;
}

Result<Location> locate(std::string_view bytes) {
    const auto end = find_end(bytes);
    if (!end) {
        if (bytes.size() >= 4 && read32(bytes, 0) == kLocalSignature) return refusal::truncated();
        return refusal::not_a_zip();
    }
    if (*end >= kLocatorBytes && read32(bytes, *end - kLocatorBytes) == kLocatorSignature)
        return locate64(bytes, *end - kLocatorBytes);
    if (read16(bytes, *end + 4) != 0 || read16(bytes, *end + 6) != 0) return refusal::split();
    const Location found{read16(bytes, *end + 10), read32(bytes, *end + 16), read32(bytes, *end + 12), bytes.substr(*end + kEndBytes)};
    if (found.at > *end || found.bytes != *end - found.at) return refusal::directory_damaged();
    return found;
}

/// The zip64 extra field's numbers, or nothing. Only the values a header could not hold are in it.
std::string_view zip64_extra(std::string_view extra) {
    while (extra.size() >= 4) {
        const std::size_t size = read16(extra, 2);
        if (size > extra.size() - 4) return {};
        if (read16(extra, 0) == kExtraZip64) return extra.substr(4, size);
        extra.remove_prefix(4 + size);
    }
    return {};
}

bool take64(std::string_view& extra, std::uint64_t& value) {
    if (value != kSeeZip64) return true;
    if (extra.size() < 8) return false;
    value = read64(extra, 0);
    extra.remove_prefix(8);
    return true;
}

class DirectoryReader {
public:
    DirectoryReader(std::string_view bytes, const Limits& limits) : bytes_(bytes), limits_(limits) {}

    Result<Directory> read() {
        AROEIRA_TRY(where_, locate(bytes_));
        if (where_.entries > limits_.entries_max || where_.entries > std::numeric_limits<std::uint32_t>::max())
            return refusal::too_many_entries(limits_.entries_max);
        if (where_.entries > where_.bytes / kCentralBytes) return refusal::directory_damaged();
        out_.entries.reserve(where_.entries);
        extents_.reserve(where_.entries);
        central_ = bytes_.substr(where_.at, where_.bytes);
        for (std::uint64_t i = 0; i < where_.entries; ++i) AROEIRA_CHECK(read_entry());
        if (!central_.empty()) return refusal::directory_damaged();
        if (total_ > limits_.ratio_free_bytes && total_ / limits_.ratio_max > bytes_.size()) return refusal::bomb();
        AROEIRA_CHECK(check_names());
        AROEIRA_CHECK(check_extents());
        out_.comment = where_.comment;
        return std::move(out_);
    }

private:
    [[nodiscard]] std::size_t position() const { return out_.entries.size(); }

    Result<void> read_entry() {
        AROEIRA_TRY(const auto header, read_header());
        AROEIRA_CHECK(check_header(header));
        Entry entry{.name = header.raw_name, .packed_bytes = header.packed, .bytes = header.bytes, .crc32 = header.crc32,
                    .deflated = header.method == kDeflated};
        AROEIRA_CHECK(name_entry(header, entry));
        AROEIRA_CHECK(check_size(entry));
        AROEIRA_CHECK(check_local(header, entry));
        // A descriptor may have a signature and 64-bit sizes; 12 bytes is the least it can be.
        const std::uint64_t descriptor = header.flags & kFlagDescriptor ? 12 : 0;
        extents_.push_back({header.local_at, entry.content_at + entry.packed_bytes + descriptor, static_cast<std::uint32_t>(position())});
        out_.entries.push_back(entry);
        return {};
    }

    Result<Header> read_header() {
        if (central_.size() < kCentralBytes || read32(central_, 0) != kCentralSignature) return refusal::directory_damaged();
        Header h;
        h.made_by = read16(central_, 4);
        h.flags = read16(central_, 8);
        h.method = read16(central_, 10);
        h.crc32 = read32(central_, 16);
        h.packed = read32(central_, 20);
        h.bytes = read32(central_, 24);
        h.attributes = read32(central_, 38);
        h.local_at = read32(central_, 42);
        const std::size_t name = read16(central_, 28), extra = read16(central_, 30), comment = read16(central_, 32);
        const bool first_disk = read16(central_, 34) == 0;
        if (central_.size() - kCentralBytes < name + extra + comment) return refusal::directory_damaged();
        h.raw_name = central_.substr(kCentralBytes, name);
        auto numbers = zip64_extra(central_.substr(kCentralBytes + name, extra));
        if (!take64(numbers, h.bytes) || !take64(numbers, h.packed) || !take64(numbers, h.local_at))
            return refusal::headers_disagree(position());
        if (!first_disk) return refusal::split();
        central_.remove_prefix(kCentralBytes + name + extra + comment);
        return h;
    }

    Result<void> check_header(const Header& h) const {
        if (h.flags & (kFlagEncrypted | kFlagStrongEncryption | kFlagMaskedHeader) || h.method == kAes)
            return refusal::encrypted(position());
        if ((h.method != kStored && h.method != kDeflated) || h.flags & kFlagPatch) return refusal::unsupported(position(), h.method);
        if (h.method == kStored && h.packed != h.bytes) return refusal::headers_disagree(position());
        // The upper half of the attributes is a Unix mode, whatever system made the archive.
        const std::uint32_t type = h.attributes >> 28;
        constexpr std::uint32_t kUnknown = 0, kPipe = 1, kFolder = 4, kRegular = 8;  // A pipe is how `zip -` names its input.
        constexpr unsigned kUnix = 3, kMac = 19;
        const unsigned system = h.made_by >> 8;
        if ((system == kUnix || system == kMac) && type != kRegular && type != kFolder && type != kPipe && type != kUnknown)
            return refusal::special_file(position());
        return {};
    }

    Result<void> name_entry(const Header& h, Entry& entry) {
        if (!is_ascii(h.raw_name) && !is_utf8(h.raw_name)) {
            if (h.flags & kFlagUtf8) return refusal::unsafe_name(position());
            entry.name = out_.converted_names.emplace_back(from_cp850(h.raw_name));
        }
        if (!is_safe_name(entry.name)) return refusal::unsafe_name(position());
        if (!limits_.nested_allowed && is_archive_name(entry.name)) return refusal::nested(position());
        if (entry.is_directory() && entry.bytes != 0) return refusal::headers_disagree(position());
        return {};
    }

    Result<void> check_size(const Entry& entry) {
        if (entry.bytes > limits_.entry_bytes_max) return refusal::entry_too_large(position(), limits_.entry_bytes_max);
        if (entry.bytes > limits_.unpacked_bytes_max - total_) return refusal::too_large(limits_.unpacked_bytes_max);
        total_ += entry.bytes;
        if (entry.bytes > limits_.ratio_free_bytes && entry.bytes / limits_.ratio_max > entry.packed_bytes) return refusal::bomb();
        return {};
    }

    /// The local header must tell the same story, or another reader would see another archive.
    Result<void> check_local(const Header& h, Entry& entry) const {
        if (h.local_at > where_.at || where_.at - h.local_at < kLocalBytes || read32(bytes_, h.local_at) != kLocalSignature)
            return refusal::headers_disagree(position());
        const auto local = bytes_.substr(h.local_at, where_.at - h.local_at);
        const std::size_t name = read16(local, 26), extra = read16(local, 28);
        if (local.size() - kLocalBytes < name + extra || local.size() - kLocalBytes - name - extra < h.packed)
            return refusal::headers_disagree(position());
        const auto flags = read16(local, 6);
        constexpr std::uint16_t kSame = kFlagEncrypted | kFlagDescriptor | kFlagStrongEncryption;
        if (local.substr(kLocalBytes, name) != h.raw_name || read16(local, 8) != h.method || (flags & kSame) != (h.flags & kSame))
            return refusal::headers_disagree(position());
        std::uint64_t packed = read32(local, 18), bytes = read32(local, 22);
        auto numbers = zip64_extra(local.substr(kLocalBytes + name, extra));
        if (!numbers.empty() && (!take64(numbers, bytes) || !take64(numbers, packed))) return refusal::headers_disagree(position());
        const auto crc32 = read32(local, 14);
        const bool later = h.flags & kFlagDescriptor;
        const auto same = [&](std::uint64_t here, std::uint64_t there) { return here == there || (later && here == 0); };
        if (!same(packed, h.packed) || !same(bytes, h.bytes) || !same(crc32, h.crc32)) return refusal::headers_disagree(position());
        entry.content_at = h.local_at + kLocalBytes + name + extra;
        return {};
    }

    Result<void> check_names() const {
        std::vector<std::pair<std::size_t, std::uint32_t>> order;
        order.reserve(out_.entries.size());
        for (std::uint32_t i = 0; i < out_.entries.size(); ++i)
            order.emplace_back(std::hash<std::string_view>{}(out_.entries[i].name), i);
        const auto name = [&](const auto& row) { return out_.entries[row.second].name; };
        // Ties in the hash are ordered by name, so that a chosen set of names cannot make this slow.
        std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) {
            return a.first != b.first ? a.first < b.first : name(a) < name(b);
        });
        for (std::size_t i = 1; i < order.size(); ++i)
            if (order[i - 1].first == order[i].first && name(order[i - 1]) == name(order[i]))
                return refusal::repeated_name(std::max(order[i - 1].second, order[i].second));
        return {};
    }

    Result<void> check_extents() {
        const auto by_start = [](const Extent& a, const Extent& b) { return a.from < b.from; };
        if (!std::is_sorted(extents_.begin(), extents_.end(), by_start)) std::sort(extents_.begin(), extents_.end(), by_start);
        for (std::size_t i = 0; i < extents_.size(); ++i) {
            const auto next = i + 1 < extents_.size() ? extents_[i + 1].from : where_.at;
            if (extents_[i].to > next) return refusal::overlapping(extents_[i].index);
        }
        return {};
    }

    std::string_view bytes_;
    const Limits& limits_;
    Location where_{};
    std::string_view central_{};
    std::uint64_t total_ = 0;
    std::vector<Extent> extents_{};
    Directory out_{};
};

}  // namespace

Result<Directory> read_directory(std::string_view bytes, const Limits& limits) {
    return DirectoryReader(bytes, limits).read();
}

}  // namespace aroeira::zip
