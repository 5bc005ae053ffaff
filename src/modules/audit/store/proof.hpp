// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/audit/domain/proof.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/db/session.hpp"

namespace aroeira::audit {

/// The proof that an event is in its chain. Close the blocks first: what waits is in none.
/// Errors: `not_found` AUDIT-0005 for an event that is not there or not sealed yet; those of `events_of`.
/// Cost: the events of one block, and the roots of the others.
Result<Proof> prove(db::Session& session, const crypto::Vault& vault, std::string_view municipio, std::string_view event_id);

/// Whether the proof proves: without a database, by the key it carries, which must be `public_key` when that is given.
/// Errors: `invalid_input` AUDIT-0006 with why not.
Result<void> check_proof(const Proof& proof, std::string_view public_key_base64 = {});

}  // namespace aroeira::audit
