// SPDX-License-Identifier: Apache-2.0
#pragma once
// What app/ sees of the module: the trail other modules are given. It has no routes of its own yet:
// reading the trail is administration.
#include "modules/audit/store/sql_trail.hpp"  // IWYU pragma: export
