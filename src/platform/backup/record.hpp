// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "platform/backup/backup.hpp"

/// What the pieces of a copy are made of. Seen by platform/backup only.
namespace aroeira::backup {

/// The first byte of a record. A spelling is kept forever.
enum class Mark : char { about = 'A', file = 'F', table = 'T', row = 'R', end = 'E', manifest = 'M' };

struct Manifest {
    std::vector<TableCount> tabelas{};
    std::vector<std::string> arquivos{};
    static constexpr auto fields = std::tuple{json::field("tabelas", &Manifest::tabelas), json::field("arquivos", &Manifest::arquivos)};
};

void put_number(std::string& out, std::uint64_t number);  ///< LEB128.
void put_text(std::string& out, std::string_view text);   ///< Its length and its bytes.
void put_table(std::string& out, const db::Table& table);
/// The values of a row. False when one is not of its column's kind.
bool put_row(std::string& out, const db::Row& row, const db::Table& table);

/// Reads what the above wrote; nothing when it is something else.
class Cursor {
public:
    explicit Cursor(std::string_view bytes) : rest_(bytes) {}
    [[nodiscard]] bool at_end() const { return rest_.empty(); }
    [[nodiscard]] std::string_view rest() const { return rest_; }
    std::optional<Mark> mark();
    std::optional<std::uint64_t> number();
    std::optional<std::string_view> text();
    std::optional<db::Table> table();
    /// The values, as views of the bytes.
    bool row(const db::Table& table, std::vector<db::Value>& values);

private:
    bool value(db::ColumnKind kind, db::Value& value);
    std::string_view rest_;
};

/// The rows of one table, counted and added up in any order.
class Sum {
public:
    /// The bytes `put_row` made of it.
    void add(std::string_view row);
    [[nodiscard]] TableCount of(const std::string& table) const;
    [[nodiscard]] std::int64_t rows() const { return rows_; }

private:
    std::int64_t rows_ = 0;
    std::array<std::uint64_t, 2> halves_{};
};

}  // namespace aroeira::backup
