// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "app/config.hpp"

/// What `aroeira <command>` does. Each gives the exit code of the process.
namespace aroeira::app {

/// 0 after an orderly stop (SIGINT, SIGTERM); 1 when it could not start.
int serve(const Config& config, bool demo);

struct ValidateOptions {
    std::vector<std::string> files{};
    bool json = false;
};
/// 0 all valid, 1 some invalid, 2 something unreadable.
int validate_fichas(const ValidateOptions& options);

struct ConvertOptions {
    std::string file{};
    std::string to{"json"};  ///< json, xml or thrift.
};
/// Writes the ficha to the standard output. 0, or 2 when it cannot be read.
int convert_ficha(const ConvertOptions& options);

/// 0, or 1 when the database could not be brought to the last migration.
int migrate_database(const Config& config);

}  // namespace aroeira::app
