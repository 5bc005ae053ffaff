// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <vector>

#include "platform/db/session.hpp"

namespace aroeira::db::postgres {

/// Parameters in the shape libpq wants: numbers and texts as zero-ended text, so that the server
/// reads them as whatever type the column has; bytes as they are. Kept between statements for
/// its memory.
class Parameters {
public:
    /// False when a text has a NUL, which PostgreSQL cannot keep.
    bool set(std::span<const Value> values);
    [[nodiscard]] int count() const { return static_cast<int>(pointers_.size()); }
    [[nodiscard]] const char* const* pointers() const { return pointers_.data(); }
    [[nodiscard]] const int* lengths() const { return lengths_.data(); }
    [[nodiscard]] const int* formats() const { return formats_.data(); }

private:
    bool copy_texts(std::span<const Value> values);
    std::string text_;
    std::vector<std::size_t> starts_;
    std::vector<const char*> pointers_;
    std::vector<int> lengths_, formats_;
};

}  // namespace aroeira::db::postgres
