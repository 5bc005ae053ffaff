// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

/// How the lists of this module are searched and paged.
namespace aroeira::estabelecimentos {

inline constexpr std::int64_t kPageRows = 30;

template <class Row>
struct Page {
    std::vector<Row> rows{};
    std::int64_t total = 0;  ///< Of all pages.
};

/// The words of a name, folded as names are kept: each must be in it, in whatever order. Words after the fourth do
/// not narrow the list any more.
class Words {
public:
    Words() = default;
    explicit Words(std::string_view text);
    [[nodiscard]] const std::array<std::string, 4>& all() const { return words_; }
    [[nodiscard]] bool none() const { return words_.front().empty(); }
    [[nodiscard]] bool in(std::string_view folded) const;

private:
    std::array<std::string, 4> words_{};
};

/// The digits of what somebody typed, when there is nothing but digits and the marks that identifiers are
/// written with; "" otherwise.
std::string digits_typed(std::string_view text);

}  // namespace aroeira::estabelecimentos
