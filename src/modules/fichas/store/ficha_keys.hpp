// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>

#include "platform/db/session.hpp"

namespace aroeira::fichas {

/// How many keys stay recent: more make each commit write more of their pages, fewer make the sweep meet fewer keys in
/// each page it changes.
constexpr std::int64_t recent_keys_max(std::int64_t settled) { return 65'536 + settled / 64; }

/// What `ficha_por_uuid` finds fichas by on SQLite: 64 bits of each uuid. New keys enter table `ficha_chave_recente`, few
/// enough to stay in memory; what passes `recent_keys_max` settles in `ficha_chave`, in the order of the keys, so that a
/// page of it is written once for many. PostgreSQL has its primary key, and there this does nothing.
class FichaKeys {
public:
    /// Before fichas are written. Errors of both: as `db::Session::run`.
    static Result<FichaKeys> before(db::Session& session);
    /// Once they are, in the same transaction. Cost: about the same for each, however many are kept.
    Result<void> add();

private:
    FichaKeys(db::Session& session, std::int64_t last) : session_(&session), last_(last) {}
    db::Session* session_;
    std::int64_t last_;  ///< The row of table ficha after which the new ones come.
};

}  // namespace aroeira::fichas
