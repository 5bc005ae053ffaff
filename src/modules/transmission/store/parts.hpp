// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>

namespace aroeira::transmission {

/// Every part of a kept zip but the last has this many bytes: an offset says which part it is in.
inline constexpr std::size_t kPartBytes = std::size_t{1} << 20;

}  // namespace aroeira::transmission
