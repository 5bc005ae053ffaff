// SPDX-License-Identifier: Apache-2.0
#include "platform/zip/block.hpp"

#include <libdeflate.h>

namespace aroeira::zip {
namespace {

constexpr int kLevel = 1;  // Twice as fast as the next; what travels in a copy is mostly small binary records.

}  // namespace

struct BlockPacker::State {
    std::unique_ptr<libdeflate_compressor, void (*)(libdeflate_compressor*)> packer{libdeflate_alloc_compressor(kLevel), libdeflate_free_compressor};
};
BlockPacker::BlockPacker() : state_(std::make_unique<State>()) { INVARIANT(state_->packer != nullptr, "no memory for a compressor"); }
BlockPacker::BlockPacker(BlockPacker&&) noexcept = default;
BlockPacker::~BlockPacker() = default;

void BlockPacker::pack(std::string_view block, std::string& out) {
    const auto before = out.size();
    out.resize(before + libdeflate_deflate_compress_bound(state_->packer.get(), block.size()));
    const auto size = libdeflate_deflate_compress(state_->packer.get(), block.data(), block.size(), out.data() + before, out.size() - before);
    INVARIANT(size > 0 || block.empty(), "the bound of a block is too small");
    out.resize(before + size);
}

struct BlockUnpacker::State {
    std::unique_ptr<libdeflate_decompressor, void (*)(libdeflate_decompressor*)> unpacker{libdeflate_alloc_decompressor(), libdeflate_free_decompressor};
};
BlockUnpacker::BlockUnpacker() : state_(std::make_unique<State>()) { INVARIANT(state_->unpacker != nullptr, "no memory for a decompressor"); }
BlockUnpacker::BlockUnpacker(BlockUnpacker&&) noexcept = default;
BlockUnpacker::~BlockUnpacker() = default;

Result<void> BlockUnpacker::unpack(std::string_view packed, std::size_t size, std::string& out) {
    out.resize(size);
    if (libdeflate_deflate_decompress(state_->unpacker.get(), packed.data(), packed.size(), out.data(), size, nullptr) == LIBDEFLATE_SUCCESS) return {};
    return Error{ErrorKind::invalid_input, "ZIP-0018", "O bloco comprimido está danificado."};
}

}  // namespace aroeira::zip
