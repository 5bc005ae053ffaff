// SPDX-License-Identifier: Apache-2.0
#include "base/ids.hpp"

#include <sys/random.h>

namespace aroeira {

Uuid SystemIdSource::next() {
    std::array<unsigned char, 16> bytes{};
    std::size_t filled = 0;
    while (filled < bytes.size()) {
        const auto got = getrandom(bytes.data() + filled, bytes.size() - filled, 0);
        INVARIANT(got > 0, "the system gives no random bytes");
        filled += static_cast<std::size_t>(got);
    }
    const auto ms = static_cast<std::uint64_t>(to_ms(SystemClock{}.now()));
    for (std::size_t i = 0; i < 6; ++i) bytes[i] = static_cast<unsigned char>(ms >> (40 - 8 * i));
    bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0F) | 0x70);
    bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3F) | 0x80);
    std::string text;
    text.reserve(36);
    for (std::size_t i = 0; i < 16; ++i) {
        if (i == 4 || i == 6 || i == 8 || i == 10) text += '-';
        text += "0123456789abcdef"[bytes[i] >> 4];
        text += "0123456789abcdef"[bytes[i] & 15];
    }
    return Uuid::parse(text).value();
}

}  // namespace aroeira
