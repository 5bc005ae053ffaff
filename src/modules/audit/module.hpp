// SPDX-License-Identifier: Apache-2.0
#pragma once
// What app/ sees of the module: the trail other modules are given, what reads it, what seals it and what verifies it.
// Its screens are those of `auditoria`.
#include "modules/audit/api/act.hpp"                 // IWYU pragma: export
#include "modules/audit/domain/verification.hpp"     // IWYU pragma: export
#include "modules/audit/store/audited_database.hpp"  // IWYU pragma: export
#include "modules/audit/store/blocks.hpp"            // IWYU pragma: export
#include "modules/audit/store/proof.hpp"             // IWYU pragma: export
#include "modules/audit/store/sealer.hpp"            // IWYU pragma: export
#include "modules/audit/store/sql_trail.hpp"         // IWYU pragma: export
#include "modules/audit/store/sql_trail_reader.hpp"  // IWYU pragma: export
#include "modules/audit/store/verify_trail.hpp"      // IWYU pragma: export
