// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <algorithm>
#include <cstddef>
#include <cstring>
#include <memory>
#include <new>
#include <string_view>
#include <type_traits>
#include <vector>

namespace aroeira::fichas {

/// Where the lists and nested groups of one ficha live while it is looked at. Rewind it between
/// fichas: it keeps its memory, so reading a batch allocates only for the first few.
/// Its limit stands against files whose few bytes would open into gigabytes.
class Arena {
public:
    explicit Arena(std::size_t limit = std::size_t{64} << 20) : limit_(limit) {}
    Arena(const Arena&) = delete;
    Arena& operator=(const Arena&) = delete;

    /// Default-constructed elements, or null when the ficha would pass the limit.
    template <class T>
    T* make(std::size_t count) {
        static_assert(std::is_trivially_destructible_v<T>);
        if (count > limit_ / sizeof(T)) return nullptr;
        void* memory = take(count * sizeof(T), alignof(T));
        if (!memory) return nullptr;
        T* first = static_cast<T*>(memory);
        std::uninitialized_default_construct_n(first, count);
        return first;
    }
    /// Raw memory, or null when the ficha would pass the limit.
    void* take(std::size_t size, std::size_t align) {
        const std::size_t at = (used_ + align - 1) & ~(align - 1);
        if (chunk_ < chunks_.size() && at + size <= chunks_[chunk_].size) [[likely]] {
            used_ = at + size;
            return chunks_[chunk_].bytes.get() + at;
        }
        return next_chunk(size);
    }
    /// A copy of `text` that lives as long as the ficha; null data() when past the limit.
    std::string_view keep(std::string_view text) {
        auto* memory = static_cast<char*>(take(text.size() + 1, 1));
        if (!memory) return {};
        std::memcpy(memory, text.data(), text.size());
        return {memory, text.size()};
    }
    void rewind() {
        chunk_ = 0;
        used_ = total_ = 0;
    }

private:
    struct Chunk {
        std::unique_ptr<std::byte[]> bytes;
        std::size_t size;
    };
    [[gnu::noinline]] void* next_chunk(std::size_t size);

    std::vector<Chunk> chunks_;
    std::size_t limit_, chunk_ = 0, used_ = 0, total_ = 0;
};

/// A growing run of bytes that is written once and reused. Writers ask for room, write with plain
/// stores and say where they stopped, so that nothing is zeroed or checked twice.
class Buffer {
public:
    [[nodiscard]] std::string_view view() const { return {bytes_.get(), size_}; }
    void clear() { size_ = 0; }

    /// Where the next byte goes, with room for `count` more.
    char* room(std::size_t count) {
        if (capacity_ - size_ < count) [[unlikely]] grow(count);
        return bytes_.get() + size_;
    }
    void end(const char* last) { size_ = static_cast<std::size_t>(last - bytes_.get()); }
    void put(std::string_view text) {
        char* at = room(text.size());
        if (!text.empty()) std::memcpy(at, text.data(), text.size());
        size_ += text.size();
    }
    void put(char c) {
        *room(1) = c;
        ++size_;
    }

private:
    [[gnu::noinline]] void grow(std::size_t count);

    std::unique_ptr<char[]> bytes_;
    std::size_t size_ = 0, capacity_ = 0;
};

}  // namespace aroeira::fichas
