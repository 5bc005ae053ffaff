// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>

#include "platform/db/session.hpp"

/// A second database beside the one in use, and the change of place. On PostgreSQL that is a schema; on SQLite, another
/// file, which is of no concern here.
namespace aroeira::db {

/// True when the current schema has no table at all. Errors: `unavailable` DB-0004.
Result<bool> is_empty(Database& database);

/// Other programs of ours that are connected to this database now. Errors: `unavailable` DB-0004.
Result<int> others_connected(Database& database);

/// Errors: `unavailable` DB-0004 also when the user may not create schemas in this database.
Result<void> make_schema(Database& database, const std::string& name);
/// With all that is in it. One that is not there is no error. Errors: `unavailable` DB-0004.
Result<void> drop_schema(Database& database, const std::string& name);
Result<bool> has_schema(Database& database, const std::string& name);

/// A program on the schema `name` of the server of `url`. Errors: `unavailable` DB-0002.
Result<std::unique_ptr<Database>> open_in_schema(const std::string& url, const std::string& name);

/// `name` becomes the current schema; what was there is called `aside` from now on, or is gone when it was empty.
/// In one transaction. Errors: `unavailable` DB-0004 also when the user does not own the current schema.
Result<void> put_in_place(Database& database, const std::string& name, const std::string& aside);

}  // namespace aroeira::db
