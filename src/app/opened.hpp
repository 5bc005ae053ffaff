// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <memory>
#include <string>

#include "app/config.hpp"
#include "app/data_directory.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/db/session.hpp"

namespace aroeira::app {

/// The trail and the keys of an installation that is there already: looking at it makes nothing.
struct Opened {
    DataDirectory inside;
    crypto::Vault vault;
    std::unique_ptr<db::Database> database;
};
/// Errors: `not_found` APP-0003; those of Vault::open, db::open and db::check_version.
Result<Opened> open_existing(const Config& config);

inline constexpr int kUnreadable = 2;  ///< Of a process that could not look at what it was asked about.

/// A file whole or not at all: on the disk before it has its name. Errors: `unavailable` APP-0005.
Result<void> write_whole(const std::string& path, const std::string& text);

}  // namespace aroeira::app
