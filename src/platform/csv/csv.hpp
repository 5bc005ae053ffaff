// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <concepts>
#include <cstdint>
#include <initializer_list>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// Tables for spreadsheets, and reference tables kept as text.
namespace aroeira::csv {

/// What makes a spreadsheet in Portuguese open the file with its accents.
inline constexpr std::string_view kBom = "\xef\xbb\xbf";

/// One cell: a text, or a number that the spreadsheet may add up.
class Cell {
public:
    Cell(std::string_view text) : text_(text) {}        // NOLINT(google-explicit-constructor)
    Cell(const std::string& text) : text_(text) {}      // NOLINT(google-explicit-constructor)
    Cell(const char* text) : text_(text) {}             // NOLINT(google-explicit-constructor)
    template <std::integral N>
        requires(!std::same_as<N, bool> && !std::same_as<N, char>)
    Cell(N number) : number_(static_cast<std::int64_t>(number)), is_number_(true) {}  // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool is_number() const { return is_number_; }
    [[nodiscard]] std::int64_t number() const { return number_; }
    [[nodiscard]] std::string_view text() const { return text_; }

private:
    std::string_view text_{};
    std::int64_t number_ = 0;
    bool is_number_ = false;
};

/// Appends one line: `;` between cells, CRLF at the end, quotes where they are needed. A text that a
/// spreadsheet would run as a formula gets a leading apostrophe; one that is only a number does not.
/// Source: RFC 4180; OWASP, CSV Injection.
void append_row(std::string& out, std::span<const Cell> cells);

/// A table for people, appended to a string: the mark of UTF-8, then the rows. A caller that streams
/// may take the string away and clear it between rows.
class Writer {
public:
    explicit Writer(std::string& out) : out_(out) { out_ += kBom; }
    void row(std::initializer_list<Cell> cells) { append_row(out_, {cells.begin(), cells.size()}); }
    void row(std::span<const Cell> cells) { append_row(out_, cells); }

private:
    std::string& out_;
};

/// Reads a table with a header line, by column names. `text` must outlive the reader.
class Reader {
public:
    /// Finds `columns` in the header; others are skipped.
    /// Errors: `invalid_input` CSV-0001 when a column is missing; CSV-0002 as in `next`.
    static Result<Reader> open(std::string_view text, std::initializer_list<std::string_view> columns, char separator = ';');

    /// Puts the next row's cells in `row`, in the order of `columns`; false at the end. Empty lines are skipped.
    /// Errors: `invalid_input` CSV-0002 with the line: a quote left open, or more or fewer cells than the header.
    Result<bool> next(std::vector<std::string>& row);
    /// Of the row last read, from 1.
    [[nodiscard]] std::size_t line() const { return row_line_; }

private:
    Reader(std::string_view text, char separator) : rest_(text), separator_(separator) {}
    Result<bool> read_cells();
    Result<void> read_cell(std::string& cell);
    Result<void> read_quoted(std::string& cell);

    std::string_view rest_;
    char separator_;
    std::size_t line_ = 1;
    std::size_t row_line_ = 0;
    std::vector<std::string> cells_{};
    std::size_t width_ = 0;
    std::vector<std::size_t> wanted_{};
};

}  // namespace aroeira::csv
