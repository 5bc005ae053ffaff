// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "base/result.hpp"

struct sqlite3;

namespace aroeira::db::sqlite {

/// Makes the file readable by its owner only (0600), and its folder (0700) when it is not there:
/// what SQLite creates beside it copies the mode. Errors: `unavailable` DB-0001.
Result<void> prepare_file(const std::string& path);

/// Why a file could not be opened, for the person who installs. `database` may be null.
Error cannot_open(const std::string& path, sqlite3* database, int code);

}  // namespace aroeira::db::sqlite
