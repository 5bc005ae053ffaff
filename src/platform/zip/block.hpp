// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <memory>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace aroeira::zip {

/// Raw DEFLATE (RFC 1951) of a block of memory, without the wrapping of a zip. Used by one thread at a time.
class BlockPacker {
public:
    BlockPacker();
    /// Adds the packed bytes to `out`. Cost: about 5 ns per byte.
    void pack(std::string_view block, std::string& out);
    BlockPacker(BlockPacker&&) noexcept;
    ~BlockPacker();

private:
    struct State;
    std::unique_ptr<State> state_;
};

class BlockUnpacker {
public:
    BlockUnpacker();
    /// `size` is exactly what was packed. Errors: `invalid_input` ZIP-0018 when the bytes are not that.
    Result<void> unpack(std::string_view packed, std::size_t size, std::string& out);
    BlockUnpacker(BlockUnpacker&&) noexcept;
    ~BlockUnpacker();

private:
    struct State;
    std::unique_ptr<State> state_;
};

}  // namespace aroeira::zip
