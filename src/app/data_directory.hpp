// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <utility>

#include "app/config.hpp"

namespace aroeira::app {

/// Being inside a data directory: many programs together, or the one that puts another installation in its place. Ends
/// with the object, or with the program.
class DataDirectory {
public:
    /// Makes the directory when it is not there, and ends a restore that was cut short: decided, it is
    /// done; not decided, it leaves nothing.
    /// Errors: `unavailable` APP-0001; `conflict` APP-0006 while a restore is going on; those of finish_restore.
    static Result<DataDirectory> share(const Config& config);
    /// Errors: `unavailable` APP-0001; `conflict` APP-0007 while a program uses it.
    static Result<DataDirectory> own(const std::string& dados);

    DataDirectory(DataDirectory&& other) noexcept : lock_(std::exchange(other.lock_, -1)) {}
    DataDirectory& operator=(DataDirectory&&) = delete;
    ~DataDirectory();

private:
    explicit DataDirectory(int lock) : lock_(lock) {}
    int lock_;
};

/// Of an installation on PostgreSQL: that no other node is inside the database. Its data directory is another.
/// Errors: `conflict` APP-0007; `unavailable` DB-0002.
Result<void> check_nobody_else(const Config& config);

}  // namespace aroeira::app
