// SPDX-License-Identifier: Apache-2.0
#include "platform/db/session.hpp"

namespace aroeira::db {

Result<std::unique_ptr<Database>> open(const std::string& where) {
    if (where.starts_with("postgresql://") || where.starts_with("postgres://")) return open_postgres(where);
    return open_sqlite({.path = where});
}

}  // namespace aroeira::db
