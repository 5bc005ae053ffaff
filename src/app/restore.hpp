// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "app/config.hpp"
#include "platform/backup/backup.hpp"

namespace aroeira::app {

struct Restored {
    backup::Summary summary{};
    bool trail_intact = false;   ///< As it is in the copy.
    std::string kept_aside{};    ///< Where what was there before is; "" when nothing was.
};

struct RestoreOptions {
    std::string file{};
    std::string passphrase{};
    bool replace = false;
};

/// Reads the whole copy, then puts what it holds where the installation of `config` is, SQLite or PostgreSQL: all of it or,
/// whatever happens, nothing. What was there is kept aside. Who was inside is no longer; the numbering of lotes goes on
/// further. A failure leaves a row in the trail of the installation that is there: «Quebra de integridade» or «Restauração
/// sem sucesso».
/// Errors: `conflict` APP-0007 (in use), APP-0008 (something is there and `replace` is not set), COPIA-0011 (of another
/// program); those of backup::Copy and of the database. Source: SBIS NGS1.04.05; manual, 3.9.1.
Result<Restored> restore(const Config& config, const RestoreOptions& options, const backup::Progress& progress);

/// The keys of an installation, to go with a copy of it. Errors: `unavailable` CRYPTO-0003.
Result<std::vector<backup::File>> key_files(const std::string& dados);

/// The installation that is there already gets a row of the trail about a copy that cannot be used. Nothing when there is none.
void record_bad_copy(const Config& config, const Error& error);

}  // namespace aroeira::app
