// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <vector>

#include "platform/backup/record.hpp"
#include "platform/backup/sealed_file.hpp"

/// Reading a copy from its first byte to its last. Seen by platform/backup only.
namespace aroeira::backup {

/// What is done with what is read. Nothing by default.
class Sink {
public:
    virtual ~Sink() = default;
    virtual Result<void> about(const About&) { return {}; }
    virtual Result<void> file(std::string_view /*name*/, std::string_view /*bytes*/) { return {}; }
    virtual Result<void> table(const db::Table&) { return {}; }
    /// The bytes of one row, as `put_row` made them.
    virtual Result<void> row(std::string_view) { return {}; }
    virtual Result<void> end() { return {}; }
};

/// Errors: COPIA-0003 for the first thing that is not as it was written, COPIA-0006; those of `sink`.
Result<Summary> walk(SealedReader& reader, Sink& sink, const Progress& progress);

}  // namespace aroeira::backup
