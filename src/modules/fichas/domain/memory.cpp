// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/api/memory.hpp"

namespace aroeira::fichas {

void* Arena::next_chunk(std::size_t size) {
    if (chunk_ < chunks_.size()) total_ += chunks_[chunk_++].size;
    while (chunk_ < chunks_.size() && chunks_[chunk_].size < size) total_ += chunks_[chunk_++].size;
    if (total_ > limit_ || size > limit_ - total_) return nullptr;
    if (chunk_ == chunks_.size()) {
        const std::size_t room = std::max(size, std::size_t{64} << 10);
        chunks_.push_back({std::make_unique_for_overwrite<std::byte[]>(room), room});
    }
    used_ = size;
    return chunks_[chunk_].bytes.get();
}

void Buffer::grow(std::size_t count) {
    const std::size_t capacity = std::max(size_ + count, capacity_ * 2 + 4096);
    auto bytes = std::make_unique_for_overwrite<char[]>(capacity);
    if (size_) std::memcpy(bytes.get(), bytes_.get(), size_);
    bytes_ = std::move(bytes);
    capacity_ = capacity;
}

}  // namespace aroeira::fichas
