// SPDX-License-Identifier: Apache-2.0
#include "platform/backup/record.hpp"

#include <bit>
#include <charconv>
#include <cstring>

#include "platform/crypto/crypto.hpp"

namespace aroeira::backup {
namespace {

constexpr char kNull = 0, kPresent = 1;

std::uint64_t zigzag(std::int64_t n) { return (static_cast<std::uint64_t>(n) << 1) ^ static_cast<std::uint64_t>(n >> 63); }
std::int64_t unzigzag(std::uint64_t n) { return static_cast<std::int64_t>(n >> 1) ^ -static_cast<std::int64_t>(n & 1); }

/// SQLite keeps a text in a column of integers when somebody writes one: better no copy than another number in it.
std::optional<std::int64_t> integer_of(std::string_view text) {
    std::int64_t number = 0;
    const auto [end, failed] = std::from_chars(text.data(), text.data() + text.size(), number);
    if (failed != std::errc() || end != text.data() + text.size()) return std::nullopt;
    return number;
}

}  // namespace

void put_number(std::string& out, std::uint64_t number) {
    while (number >= 0x80) {
        out += static_cast<char>(number | 0x80);
        number >>= 7;
    }
    out += static_cast<char>(number);
}

void put_text(std::string& out, std::string_view text) {
    put_number(out, text.size());
    out += text;
}

void put_table(std::string& out, const db::Table& table) {
    put_text(out, table.name);
    put_number(out, table.columns.size());
    for (const auto& column : table.columns) {
        put_text(out, column.name);
        out += static_cast<char>(column.kind);
    }
}

bool put_row(std::string& out, const db::Row& row, const db::Table& table) {
    int place = -1;
    for (const auto& column : table.columns) {
        if (row.is_null(++place)) {
            out += kNull;
            continue;
        }
        out += kPresent;
        switch (column.kind) {
            case db::ColumnKind::integer: {
                const auto number = integer_of(row.text(place));
                if (!number) return false;
                put_number(out, zigzag(*number));
                break;
            }
            case db::ColumnKind::real: {
                const auto bits = std::bit_cast<std::uint64_t>(row.real(place));
                for (int shift = 0; shift < 64; shift += 8) out += static_cast<char>(bits >> shift);
                break;
            }
            case db::ColumnKind::text: put_text(out, row.text(place)); break;
            case db::ColumnKind::bytes: put_text(out, row.blob(place)); break;
        }
    }
    return true;
}

std::optional<Mark> Cursor::mark() {
    if (rest_.empty()) return std::nullopt;
    const auto mark = static_cast<Mark>(rest_.front());
    rest_.remove_prefix(1);
    return mark;
}

std::optional<std::uint64_t> Cursor::number() {
    std::uint64_t number = 0;
    for (int shift = 0; shift < 64 && !rest_.empty(); shift += 7) {
        const auto byte = static_cast<unsigned char>(rest_.front());
        rest_.remove_prefix(1);
        number |= static_cast<std::uint64_t>(byte & 0x7F) << shift;
        if (byte < 0x80) return number;
    }
    return std::nullopt;
}

std::optional<std::string_view> Cursor::text() {
    const auto size = number();
    if (!size || *size > rest_.size()) return std::nullopt;
    const auto text = rest_.substr(0, static_cast<std::size_t>(*size));
    rest_.remove_prefix(text.size());
    return text;
}

std::optional<db::Table> Cursor::table() {
    const auto name = text();
    const auto columns = number();
    if (!name || !columns) return std::nullopt;
    db::Table table{std::string(*name)};
    for (std::uint64_t i = 0; i < *columns; ++i) {
        const auto column = text();
        if (!column || rest_.empty()) return std::nullopt;
        const auto kind = rest_.front();
        rest_.remove_prefix(1);
        if (kind < 1 || kind > 4) return std::nullopt;
        table.columns.push_back({std::string(*column), static_cast<db::ColumnKind>(kind)});
    }
    return table;
}

bool Cursor::value(db::ColumnKind kind, db::Value& value) {
    if (rest_.empty()) return false;
    const char presence = rest_.front();
    rest_.remove_prefix(1);
    value = db::Value();
    if (presence == kNull) return true;
    if (presence != kPresent) return false;
    if (kind == db::ColumnKind::integer) {
        const auto n = number();
        if (n) value = unzigzag(*n);
        return n.has_value();
    }
    if (kind == db::ColumnKind::real) {
        if (rest_.size() < 8) return false;
        std::uint64_t bits = 0;
        for (int i = 0; i < 8; ++i) bits |= static_cast<std::uint64_t>(static_cast<unsigned char>(rest_[static_cast<std::size_t>(i)])) << (8 * i);
        rest_.remove_prefix(8);
        value = std::bit_cast<double>(bits);
        return true;
    }
    const auto bytes = text();
    if (!bytes) return false;
    if (kind == db::ColumnKind::text) value = *bytes;
    else value = db::Blob{*bytes};
    return true;
}

bool Cursor::row(const db::Table& table, std::vector<db::Value>& values) {
    values.resize(table.columns.size());
    for (std::size_t i = 0; i < values.size(); ++i)
        if (!value(table.columns[i].kind, values[i])) return false;
    return true;
}

void Sum::add(std::string_view row) {
    ++rows_;
    const auto digest = crypto::sha256(row);
    std::array<std::uint64_t, 2> halves{};
    std::memcpy(halves.data(), digest.data(), sizeof halves);
    halves_[0] += halves[0];
    halves_[1] += halves[1];
}

TableCount Sum::of(const std::string& table) const {
    std::string bytes(sizeof halves_, '\0');
    std::memcpy(bytes.data(), halves_.data(), bytes.size());
    return {table, rows_, crypto::hex(bytes)};
}

}  // namespace aroeira::backup
