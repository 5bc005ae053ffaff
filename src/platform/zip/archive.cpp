// SPDX-License-Identifier: Apache-2.0
#define ZLIB_CONST  // zlib then takes its input as const.
#include <fcntl.h>
#include <libdeflate.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>
#include <zlib.h>

#include <algorithm>
#include <array>
#include <optional>
#include <utility>

#include "platform/zip/directory.hpp"
#include "platform/zip/refusal.hpp"
#include "platform/zip/zip.hpp"

namespace aroeira::zip {
namespace {

constexpr std::size_t kChunkBytes = 64 << 10;

/// One per thread: building one costs more than unpacking a ficha.
libdeflate_decompressor* decompressor() {
    using Owned = std::unique_ptr<libdeflate_decompressor, decltype(&libdeflate_free_decompressor)>;
    thread_local const Owned kept(libdeflate_alloc_decompressor(), &libdeflate_free_decompressor);
    INVARIANT(kept, "libdeflate has no memory");
    return kept.get();
}

class Mapping {
public:
    static Result<Mapping> of(const std::string& path) {
        const int descriptor = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
        if (descriptor < 0) return refusal::unreadable_file();
        struct stat status {};
        const bool is_file = fstat(descriptor, &status) == 0 && S_ISREG(status.st_mode);
        Mapping made;
        made.size_ = is_file ? static_cast<std::size_t>(status.st_size) : 0;
        if (made.size_ > 0) made.start_ = mmap(nullptr, made.size_, PROT_READ, MAP_PRIVATE, descriptor, 0);
        close(descriptor);
        if (!is_file || made.start_ == MAP_FAILED) return refusal::unreadable_file();
        return made;
    }
    Mapping() = default;
    Mapping(Mapping&& other) noexcept : start_(std::exchange(other.start_, nullptr)), size_(std::exchange(other.size_, 0)) {}
    Mapping& operator=(Mapping&& other) noexcept {
        std::swap(start_, other.start_);
        std::swap(size_, other.size_);
        return *this;
    }
    ~Mapping() {
        if (start_ && start_ != MAP_FAILED) munmap(start_, size_);
    }
    [[nodiscard]] std::string_view bytes() const { return {static_cast<const char*>(start_), size_}; }

private:
    void* start_ = nullptr;
    std::size_t size_ = 0;
};

/// zlib's stream, because libdeflate only unpacks whole.
class Inflater {
public:
    Inflater() { ready_ = inflateInit2(&stream_, -MAX_WBITS) == Z_OK; }
    ~Inflater() { inflateEnd(&stream_); }
    Inflater(const Inflater&) = delete;
    Inflater& operator=(const Inflater&) = delete;

    /// Unpacks the next piece into `out`; an empty view at the end, nothing when the content is damaged.
    std::optional<std::string_view> next(std::string_view& packed, std::array<char, kChunkBytes>& out) {
        if (!ready_) return std::nullopt;
        stream_.next_out = reinterpret_cast<Bytef*>(out.data());
        stream_.avail_out = kChunkBytes;
        while (!ended_ && stream_.avail_out > 0) {
            const auto offered = std::min<std::size_t>(packed.size(), 1 << 30);
            stream_.next_in = reinterpret_cast<const Bytef*>(packed.data());
            stream_.avail_in = static_cast<uInt>(offered);
            const int answer = inflate(&stream_, Z_NO_FLUSH);
            packed.remove_prefix(offered - stream_.avail_in);
            ended_ = answer == Z_STREAM_END;
            if (!ended_ && (answer != Z_OK || (packed.empty() && stream_.avail_out > 0))) return std::nullopt;
        }
        return std::string_view(out.data(), kChunkBytes - stream_.avail_out);
    }
    [[nodiscard]] bool ended() const { return ended_; }

private:
    z_stream stream_{};
    bool ready_ = false;
    bool ended_ = false;
};

Result<void> stream_stored(std::string_view content, const Chunk& chunk) {
    for (; !content.empty(); content.remove_prefix(std::min(kChunkBytes, content.size())))
        AROEIRA_CHECK(chunk(content.substr(0, kChunkBytes)));
    return {};
}

Result<void> stream_deflated(std::string_view packed, const Entry& entry, std::size_t index, const Chunk& chunk) {
    Inflater inflater;
    const auto out = std::make_unique<std::array<char, kChunkBytes>>();
    std::uint64_t bytes = 0;
    std::uint32_t crc32 = 0;
    while (!inflater.ended()) {
        const auto piece = inflater.next(packed, *out);
        if (!piece) return refusal::damaged(index);
        bytes += piece->size();
        if (bytes > entry.bytes) return refusal::damaged(index);
        crc32 = libdeflate_crc32(crc32, piece->data(), piece->size());
        if (!piece->empty()) AROEIRA_CHECK(chunk(*piece));
    }
    if (bytes != entry.bytes || crc32 != entry.crc32 || !packed.empty()) return refusal::damaged(index);
    return {};
}

}  // namespace

struct Archive::Storage {
    std::deque<std::string> converted_names{};
    Mapping file{};
};

Archive::Archive(std::string_view bytes, std::unique_ptr<Storage> storage, std::vector<Entry> entries, std::string_view comment)
    : bytes_(bytes), comment_(comment), storage_(std::move(storage)), entries_(std::move(entries)) {}
Archive::Archive(Archive&&) noexcept = default;
Archive& Archive::operator=(Archive&&) noexcept = default;
Archive::~Archive() = default;

Result<Archive> Archive::open(std::string_view bytes, const Limits& limits) {
    AROEIRA_TRY(auto directory, read_directory(bytes, limits));
    auto storage = std::make_unique<Storage>(Storage{.converted_names = std::move(directory.converted_names)});
    return Archive(bytes, std::move(storage), std::move(directory.entries), directory.comment);
}

Result<Archive> Archive::open_file(const std::string& path, const Limits& limits) {
    AROEIRA_TRY(auto file, Mapping::of(path));
    AROEIRA_TRY(auto archive, open(file.bytes(), limits));
    archive.storage_->file = std::move(file);
    return archive;
}

Result<std::string_view> Archive::extract(std::size_t index, std::string& buffer) const {
    const Entry& entry = entries_[index];
    const auto packed = bytes_.substr(entry.content_at, entry.packed_bytes);
    std::string_view content = packed;
    if (entry.deflated) {
        if (buffer.size() < entry.bytes) buffer.resize(entry.bytes);
        std::size_t used = 0, made = 0;
        const auto answer = libdeflate_deflate_decompress_ex(decompressor(), packed.data(), packed.size(), buffer.data(),
                                                             entry.bytes, &used, &made);
        if (answer != LIBDEFLATE_SUCCESS || used != packed.size() || made != entry.bytes) return refusal::damaged(index);
        content = std::string_view(buffer.data(), made);
    }
    if (libdeflate_crc32(0, content.data(), content.size()) != entry.crc32) return refusal::damaged(index);
    return content;
}

Result<void> Archive::extract_stream(std::size_t index, const Chunk& chunk) const {
    const Entry& entry = entries_[index];
    const auto packed = bytes_.substr(entry.content_at, entry.packed_bytes);
    if (entry.deflated) return stream_deflated(packed, entry, index, chunk);
    if (libdeflate_crc32(0, packed.data(), packed.size()) != entry.crc32) return refusal::damaged(index);
    return stream_stored(packed, chunk);
}

}  // namespace aroeira::zip
