// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <string_view>

#include "base/result.hpp"

/// Every way a document is refused, with the sentence the person reads. Nothing of its content is
/// quoted: it may be the name of a citizen.
namespace aroeira::xml::refusal {

Error malformed(std::uint64_t line, std::string_view cause);
Error document_type(std::uint64_t line);
Error too_deep(std::uint64_t line, std::size_t limit);
Error encoding();
Error not_in_encoding(std::uint64_t line);
Error too_large(std::uint64_t line, std::string_view what);
Error ends_early(std::uint64_t line);

}  // namespace aroeira::xml::refusal
