// SPDX-License-Identifier: Apache-2.0
#include "platform/crypto/signature.hpp"

#include <sodium.h>

namespace aroeira::crypto {

bool is_signed_with(std::string_view public_key, std::string_view message, std::string_view signature) {
    if (public_key.size() != crypto_sign_PUBLICKEYBYTES || signature.size() != crypto_sign_BYTES) return false;
    const auto* const bytes = reinterpret_cast<const unsigned char*>(message.data());
    return crypto_sign_verify_detached(reinterpret_cast<const unsigned char*>(signature.data()), bytes, message.size(),
                                       reinterpret_cast<const unsigned char*>(public_key.data())) == 0;
}

}  // namespace aroeira::crypto
