// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <map>
#include <set>
#include <string>

#include "tests/support/databases.hpp"

namespace aroeira::test {

/// Tells which partitions a program looks into, as PostgreSQL counts scans of tables.
class PartitionScans {
public:
    /// No program may be on the place now, nor when it is asked: a connection tells its counts when it closes.
    explicit PartitionScans(const Place& place);
    /// Fails the test unless each of `tables` was looked into, and no table in more than one of its partitions.
    void check_one_each(const std::set<std::string>& tables) const;

private:
    /// How often each partition of each table was scanned.
    using Counts = std::map<std::string, std::map<std::string, std::int64_t>>;
    [[nodiscard]] Counts counts() const;

    const Place& place_;
    Counts before_;
};

}  // namespace aroeira::test
