// SPDX-License-Identifier: Apache-2.0
#include <openssl/evp.h>

#include <array>

#include "base/result.hpp"
#include "platform/db/script.hpp"

namespace aroeira::db {

std::string sha256_hex(std::string_view bytes) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    unsigned int size = 0;
    const int done = EVP_Digest(bytes.data(), bytes.size(), digest.data(), &size, EVP_sha256(), nullptr);
    INVARIANT(done == 1 && size == 32, "OpenSSL has no SHA-256");
    std::string text;
    for (unsigned int i = 0; i < size; ++i) {
        text += "0123456789abcdef"[digest[i] >> 4];
        text += "0123456789abcdef"[digest[i] & 15];
    }
    return text;
}

}  // namespace aroeira::db
