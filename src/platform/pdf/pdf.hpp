// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"

/// Printed tables, paged by the program.
namespace aroeira::pdf {

struct Column {
    std::string title;
    double share = 1;  ///< Of the width, in relation to the other columns.
};

struct TableSetup {
    std::string title{};
    std::vector<std::string> lines{};  ///< Under the title of the first page.
    std::vector<Column> columns{};
    std::string creator{};             ///< The program, for the properties of the file.
};

/// A table on A4 pages lying down. Texts are UTF-8; what Western Europe does not write is shown as "?".
class Table {
public:
    explicit Table(TableSetup setup);
    Table(Table&&) noexcept;
    Table& operator=(Table&&) noexcept;
    ~Table();

    /// One cell per column; long ones go on in the next line. Errors: `internal` PDF-0001.
    Result<void> row(std::span<const std::string> cells);
    /// The file. `footer` stands at the foot of every page, beside «Página n de m». To be called once, last.
    Result<std::string> finish(std::string_view footer);
    [[nodiscard]] std::int64_t pages() const;

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// UTF-8 to the code page 1252, in which the standard fonts are drawn.
std::string to_cp1252(std::string_view utf8);

}  // namespace aroeira::pdf
