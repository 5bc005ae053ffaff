// SPDX-License-Identifier: Apache-2.0
#include "platform/db/postgres/row_stream.hpp"

#include <array>
#include <charconv>

namespace aroeira::db::postgres {
namespace {

constexpr Oid kBytea = 17;

constexpr auto kNibble = [] {
    std::array<unsigned char, 256> values{};
    for (unsigned char c = 0; c < 10; ++c) values['0' + c] = c;
    for (unsigned char c = 0; c < 6; ++c) values['a' + c] = static_cast<unsigned char>(10 + c);
    return values;
}();

template <class Number>
Number number_of(std::string_view text) {
    // A comparison gives "t" or "f" where SQLite gives 1 or 0.
    if (text == "t") return 1;
    Number number = 0;
    std::from_chars(text.data(), text.data() + text.size(), number);
    return number;
}

}  // namespace

std::int64_t CurrentRow::integer(int column) const { return number_of<std::int64_t>(raw(column)); }
double CurrentRow::real(int column) const { return number_of<double>(raw(column)); }

std::string_view CurrentRow::decoded(int column) const {
    const auto hex = raw(column);
    if (PQftype(answer_, column) != kBytea || hex.size() < 2) return hex;
    const auto place = static_cast<std::size_t>(column);
    if (bytes_.size() <= place) bytes_.resize(static_cast<std::size_t>(PQnfields(answer_)));
    auto& bytes = bytes_[place];
    bytes.resize((hex.size() - 2) / 2);
    const auto at = [&](std::size_t i) { return static_cast<unsigned>(kNibble[static_cast<unsigned char>(hex[i])]); };
    for (std::size_t i = 0; i < bytes.size(); ++i) bytes[i] = static_cast<char>(at(2 + 2 * i) << 4 | at(3 + 2 * i));
    return bytes;
}

}  // namespace aroeira::db::postgres
