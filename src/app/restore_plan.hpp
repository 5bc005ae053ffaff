// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "app/config.hpp"
#include "platform/db/session.hpp"
#include "platform/json/json.hpp"

/// How a restored installation takes the place of the one that is there. All is prepared aside, in
/// `<dados>/restauracao` (and, on PostgreSQL, in a schema of its own); one rename decides; what is left is done by this
/// program or, if it dies, by the next one that enters the data directory. Whoever holds the directory alone calls these.
namespace aroeira::app {

struct RestorePlan {
    std::string schema{};   ///< The schema with the restored tables; "" on SQLite.
    std::string aside{};  ///< What the installation of before is called from now on.
    static constexpr auto fields = std::tuple{json::field("esquema", &RestorePlan::schema), json::field("guardado", &RestorePlan::aside)};
};

/// Where the prepared files are: `aroeira.db` and `chaves/`.
std::string staging_of(const std::string& dados);

/// Forgets what an earlier restore left undecided, and makes room for another. Nothing of what is in place changes.
/// Errors: `unavailable` APP-0005; those of the database.
Result<void> begin_restore(const Config& config, const RestorePlan& plan);
/// Takes the prepared things away. Errors: as `begin_restore`.
Result<void> discard_restore(const Config& config);

/// All that was prepared is on the disk: from here on the restored one is the installation.
/// Errors: `unavailable` APP-0005.
Result<void> decide_restore(const std::string& dados);
bool is_restore_decided(const std::string& dados);
/// One that was cut short, decided or not.
bool is_restore_left(const std::string& dados);
/// Puts what was decided in place. May be repeated. Errors: `unavailable` APP-0005; those of the database.
Result<void> finish_restore(const Config& config);

}  // namespace aroeira::app
