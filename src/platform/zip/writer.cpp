// SPDX-License-Identifier: Apache-2.0
#include <fcntl.h>
#include <libdeflate.h>
#include <unistd.h>

#include <unordered_set>
#include <utility>

#include "platform/zip/entry_name.hpp"
#include "platform/zip/format.hpp"
#include "platform/zip/refusal.hpp"
#include "platform/zip/zip.hpp"

namespace aroeira::zip {
namespace {

using namespace format;

constexpr std::size_t kFlushBytes = 256 << 10;
constexpr std::uint64_t kDate1980 = 1 << 5 | 1;  // The zero of the DOS calendar: 1980-01-01, 00:00.
constexpr std::uint64_t kMadeOnUnix = 3 << 8 | 45;
constexpr std::uint64_t kRegularFile = std::uint64_t{0100644} << 16;

std::uint64_t narrow(std::uint64_t value) { return value < kSeeZip64 ? value : kSeeZip64; }

struct Record {
    std::string_view name;
    std::uint64_t packed, bytes, local_at;
    std::uint32_t crc32;
    bool deflated;

    [[nodiscard]] std::uint16_t flags() const { return is_ascii(name) ? std::uint16_t{0} : kFlagUtf8; }
    [[nodiscard]] bool is_long() const { return packed >= kSeeZip64 || bytes >= kSeeZip64; }
};

/// From "version needed" to "uncompressed size", which both headers share.
void put_common(std::string& out, const Record& r, bool zip64) {
    put16(out, zip64 ? 45 : 20);
    put16(out, r.flags());
    put16(out, r.deflated ? kDeflated : kStored);
    put16(out, 0);
    put16(out, kDate1980);
    put32(out, r.crc32);
    put32(out, r.is_long() ? kSeeZip64 : r.packed);
    put32(out, r.is_long() ? kSeeZip64 : r.bytes);
    put16(out, r.name.size());
}

void put_local(std::string& out, const Record& r) {
    put32(out, kLocalSignature);
    put_common(out, r, r.is_long());
    put16(out, r.is_long() ? 20 : 0);
    out += r.name;
    if (!r.is_long()) return;
    put16(out, kExtraZip64);
    put16(out, 16);
    put64(out, r.bytes);
    put64(out, r.packed);
}

void put_central(std::string& out, const Record& r) {
    const bool far = r.local_at >= kSeeZip64;
    const std::uint64_t numbers = (r.is_long() ? 16 : 0) + (far ? 8 : 0);
    put32(out, kCentralSignature);
    put16(out, kMadeOnUnix);
    put_common(out, r, numbers > 0);
    put16(out, numbers > 0 ? numbers + 4 : 0);
    put16(out, 0);  // Comment.
    put16(out, 0);  // Disk.
    put16(out, 0);  // Internal attributes.
    put32(out, kRegularFile);
    put32(out, narrow(r.local_at));
    out += r.name;
    if (numbers == 0) return;
    put16(out, kExtraZip64);
    put16(out, numbers);
    if (r.is_long()) {
        put64(out, r.bytes);
        put64(out, r.packed);
    }
    if (far) put64(out, r.local_at);
}

void put_end64(std::string& out, std::uint64_t entries, std::uint64_t at, std::uint64_t bytes) {
    put32(out, kEnd64Signature);
    put64(out, kEnd64Bytes - 12);
    put16(out, kMadeOnUnix);
    put16(out, 45);
    put32(out, 0);
    put32(out, 0);
    put64(out, entries);
    put64(out, entries);
    put64(out, bytes);
    put64(out, at);
    put32(out, kLocatorSignature);
    put32(out, 0);
    put64(out, at + bytes);
    put32(out, 1);
}

}  // namespace

struct Writer::State {
    State(Sink to, int level) : sink(std::move(to)), compressor(libdeflate_alloc_compressor(level), &libdeflate_free_compressor) {
        INVARIANT(compressor, "the level of a zip is 0 to 12");
    }

    /// Hands what is pending to the sink.
    Result<void> flush() {
        auto done = sink(pending);
        pending.clear();
        return done;
    }
    Result<void> flush_when_full() { return pending.size() < kFlushBytes ? Result<void>() : flush(); }

    Sink sink;
    std::unique_ptr<libdeflate_compressor, decltype(&libdeflate_free_compressor)> compressor;
    std::string pending{};
    std::string packed{};
    std::string central{};
    std::unordered_set<std::string> names{};
    std::uint64_t written = 0;
};

Writer::Writer(Sink sink, int level) : state_(std::make_unique<State>(std::move(sink), level)) {}
Writer::Writer(std::string& out, int level)
    : Writer([&out](std::string_view bytes) -> Result<void> { out += bytes; return {}; }, level) {}
Writer::Writer(Writer&&) noexcept = default;
Writer& Writer::operator=(Writer&&) noexcept = default;
Writer::~Writer() = default;

Result<void> Writer::add(std::string_view name, std::string_view content) {
    State& s = *state_;
    if (!is_safe_name(name) || !is_utf8(name)) return refusal::unsafe_name(s.names.size());
    if (!s.names.emplace(name).second) return refusal::repeated_name(s.names.size());

    // Room for one byte less than the content: what does not shrink is stored.
    if (s.packed.size() < content.size()) s.packed.resize(content.size());
    const std::size_t packed = content.empty() ? 0
        : libdeflate_deflate_compress(s.compressor.get(), content.data(), content.size(), s.packed.data(), content.size() - 1);
    const Record record{name, packed ? packed : content.size(), content.size(), s.written,
                        libdeflate_crc32(0, content.data(), content.size()), packed != 0};
    const auto before = s.pending.size();
    put_local(s.pending, record);
    s.written += s.pending.size() - before + record.packed;
    put_central(s.central, record);

    const auto data = packed ? std::string_view(s.packed).substr(0, packed) : content;
    if (data.size() < kFlushBytes) {
        s.pending += data;
        return s.flush_when_full();
    }
    AROEIRA_CHECK(s.flush());
    return s.sink(data);
}

Result<void> Writer::finish(std::string_view comment) {
    State& s = *state_;
    if (comment.size() > kCommentMax || comment.find("PK\x05\x06") != comment.npos) return refusal::unusable_comment();
    const auto entries = static_cast<std::uint64_t>(s.names.size());
    AROEIRA_CHECK(s.flush());
    AROEIRA_CHECK(s.sink(s.central));
    if (entries >= kSeeZip64Short || s.written >= kSeeZip64 || s.central.size() >= kSeeZip64)
        put_end64(s.pending, entries, s.written, s.central.size());
    put32(s.pending, kEndSignature);
    put32(s.pending, 0);
    put16(s.pending, entries < kSeeZip64Short ? entries : kSeeZip64Short);
    put16(s.pending, entries < kSeeZip64Short ? entries : kSeeZip64Short);
    put32(s.pending, narrow(s.central.size()));
    put32(s.pending, narrow(s.written));
    put16(s.pending, comment.size());
    s.pending += comment;
    return s.flush();
}

Result<FileSink> FileSink::create(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
    if (descriptor < 0) return refusal::unwritable_file();
    return FileSink(descriptor);
}

Result<void> FileSink::write(std::string_view bytes) {
    while (!bytes.empty()) {
        const auto wrote = ::write(descriptor_, bytes.data(), bytes.size());
        if (wrote < 0 && errno == EINTR) continue;
        if (wrote <= 0) return refusal::unwritable_file();
        bytes.remove_prefix(static_cast<std::size_t>(wrote));
    }
    return {};
}

Result<void> FileSink::close() {
    const int descriptor = std::exchange(descriptor_, -1);
    const bool synced = fsync(descriptor) == 0;
    if (::close(descriptor) != 0 || !synced) return refusal::unwritable_file();
    return {};
}

FileSink::FileSink(FileSink&& other) noexcept : descriptor_(std::exchange(other.descriptor_, -1)) {}
FileSink::~FileSink() {
    if (descriptor_ >= 0) ::close(descriptor_);
}

}  // namespace aroeira::zip
