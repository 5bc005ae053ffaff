// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <string>

#include "base/result.hpp"

/// Every way an archive is refused, with the sentence the person reads. Entries are named by their
/// position: the name somebody gave a file may be the name of a citizen.
namespace aroeira::zip::refusal {

Error not_a_zip();
Error truncated();
Error encrypted(std::size_t position);
Error unsupported(std::size_t position, unsigned method);
Error split();
Error unsafe_name(std::size_t position);
Error repeated_name(std::size_t position);
Error overlapping(std::size_t position);
Error too_many_entries(std::uint64_t limit);
Error entry_too_large(std::size_t position, std::uint64_t limit);
Error too_large(std::uint64_t limit);
Error bomb();
Error nested(std::size_t position);
Error special_file(std::size_t position);
Error headers_disagree(std::size_t position);
Error directory_damaged();
Error damaged(std::size_t position);
Error unreadable_file();
Error unwritable_file();
Error unusable_comment();

}  // namespace aroeira::zip::refusal
