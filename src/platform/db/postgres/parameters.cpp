// SPDX-License-Identifier: Apache-2.0
#include "platform/db/postgres/parameters.hpp"

#include <array>
#include <charconv>

namespace aroeira::db::postgres {
namespace {

template <class Number>
void append_number(std::string& text, Number number) {
    std::array<char, 40> digits{};
    const auto end = std::to_chars(digits.data(), digits.data() + digits.size(), number).ptr;
    text.append(digits.data(), end);
}

}  // namespace

bool Parameters::copy_texts(std::span<const Value> values) {
    text_.clear();
    starts_.clear();
    for (const auto& value : values) {
        starts_.push_back(text_.size());
        const auto& v = value.variant();
        if (const auto* text = std::get_if<std::string_view>(&v)) {
            if (text->find('\0') != std::string_view::npos) return false;
            text_ += *text;
        } else if (const auto* integer = std::get_if<std::int64_t>(&v)) {
            append_number(text_, *integer);
        } else if (const auto* real = std::get_if<double>(&v)) {
            append_number(text_, *real);
        }
        text_ += '\0';
    }
    return true;
}

bool Parameters::set(std::span<const Value> values) {
    if (!copy_texts(values)) return false;
    pointers_.clear();
    lengths_.clear();
    formats_.clear();
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto& v = values[i].variant();
        const auto* blob = std::get_if<Blob>(&v);
        const bool null = std::holds_alternative<std::monostate>(v);
        const char* bytes = blob && blob->bytes.data() ? blob->bytes.data() : "";
        pointers_.push_back(null ? nullptr : blob ? bytes : text_.data() + starts_[i]);
        lengths_.push_back(blob ? static_cast<int>(blob->bytes.size()) : 0);
        formats_.push_back(blob ? 1 : 0);
    }
    return true;
}

}  // namespace aroeira::db::postgres
