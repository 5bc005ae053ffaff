// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <deque>
#include <string>
#include <string_view>
#include <vector>

#include "platform/zip/zip.hpp"

namespace aroeira::zip {

/// What the headers of an archive say, once everything in `Limits` and in the format was checked.
struct Directory {
    std::vector<Entry> entries{};
    std::deque<std::string> converted_names{};  ///< What `Entry::name` views when it was not UTF-8.
    std::string_view comment{};
};

/// Errors: those of `Archive::open`.
Result<Directory> read_directory(std::string_view bytes, const Limits& limits);

}  // namespace aroeira::zip
