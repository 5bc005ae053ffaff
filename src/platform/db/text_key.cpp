// SPDX-License-Identifier: Apache-2.0
#include "platform/db/text_key.hpp"

#include <openssl/evp.h>

#include <array>
#include <bit>
#include <memory>

#include "base/result.hpp"

namespace aroeira::db {
namespace {

struct Free {
    void operator()(EVP_MD* digest) const { EVP_MD_free(digest); }
};

/// Asking the library for the algorithm costs more than running it.
const EVP_MD* sha256() {
    static const std::unique_ptr<EVP_MD, Free> kept(EVP_MD_fetch(nullptr, "SHA256", nullptr));
    return kept.get();
}

}  // namespace

std::int64_t text_key(std::string_view text) {
    std::array<unsigned char, EVP_MAX_MD_SIZE> digest{};
    const int done = EVP_Digest(text.data(), text.size(), digest.data(), nullptr, sha256(), nullptr);
    INVARIANT(done == 1, "OpenSSL has no SHA-256");
    std::uint64_t key = 0;
    for (std::size_t i = 0; i < sizeof(key); ++i) key = key << 8 | digest[i];
    return std::bit_cast<std::int64_t>(key);
}

}  // namespace aroeira::db
