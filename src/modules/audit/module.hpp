// SPDX-License-Identifier: Apache-2.0
#pragma once
// What app/ sees of the module: the trail other modules are given, what seals it and what verifies it.
// It has no routes of its own yet: reading the trail is administration.
#include "modules/audit/domain/verification.hpp"  // IWYU pragma: export
#include "modules/audit/store/sealer.hpp"         // IWYU pragma: export
#include "modules/audit/store/sql_trail.hpp"      // IWYU pragma: export
#include "modules/audit/store/verify_trail.hpp"   // IWYU pragma: export
