// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/otp.hpp"

#include <openssl/evp.h>
#include <openssl/hmac.h>

#include <array>

#include "base/result.hpp"

namespace aroeira::crypto {

std::string hotp(std::string_view key, std::uint64_t counter) {
    std::array<unsigned char, 8> message{};
    for (std::size_t i = 0; i < message.size(); ++i) message[i] = static_cast<unsigned char>(counter >> (56 - 8 * i));
    std::array<unsigned char, EVP_MAX_MD_SIZE> mac{};
    unsigned int size = 0;
    const auto* made = HMAC(EVP_sha1(), key.data(), static_cast<int>(key.size()), message.data(), message.size(), mac.data(), &size);
    INVARIANT(made != nullptr && size == 20, "HMAC-SHA1 of eight bytes");
    const std::size_t at = mac[size - 1] & 0x0FU;
    const std::uint32_t number = (static_cast<std::uint32_t>(mac[at] & 0x7FU) << 24) | (static_cast<std::uint32_t>(mac[at + 1]) << 16) |
                                 (static_cast<std::uint32_t>(mac[at + 2]) << 8) | static_cast<std::uint32_t>(mac[at + 3]);
    std::string digits = std::to_string(number % 1'000'000);
    digits.insert(0, 6 - digits.size(), '0');
    return digits;
}

std::string to_base32(std::string_view bytes) {
    constexpr std::string_view kAlphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    std::string text;
    std::uint32_t kept = 0;
    unsigned bits = 0;
    for (const char c : bytes) {
        kept = ((kept << 8) | static_cast<unsigned char>(c)) & 0xFFFFU;
        for (bits += 8; bits >= 5; bits -= 5) text += kAlphabet[(kept >> (bits - 5)) & 31U];
    }
    if (bits > 0) text += kAlphabet[(kept << (5 - bits)) & 31U];
    return text;
}

}  // namespace aroeira::crypto
