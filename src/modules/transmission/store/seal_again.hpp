// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "platform/crypto/crypto.hpp"
#include "platform/db/session.hpp"

namespace aroeira::transmission {

/// After a rotation of the master key: the passwords and the keys of certificates of the destinos go under the newest
/// one. How many did. Errors: `invalid_input` CRYPTO-0004; `unavailable` DB-0004.
Result<std::int64_t> seal_again(db::Session& session, const crypto::Vault& vault);

}  // namespace aroeira::transmission
