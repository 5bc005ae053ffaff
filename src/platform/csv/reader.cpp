// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "platform/csv/csv.hpp"

namespace aroeira::csv {
namespace {

Error broken(std::size_t line, std::string_view cause) {
    return {ErrorKind::invalid_input, "CSV-0002",
            "Linha " + std::to_string(line) + " da planilha: " + std::string(cause) + " Corrija a linha e envie de novo."};
}

}  // namespace

Result<Reader> Reader::open(std::string_view text, std::initializer_list<std::string_view> columns, char separator) {
    if (text.starts_with(kBom)) text.remove_prefix(kBom.size());
    Reader reader(text, separator);
    AROEIRA_TRY(const bool has_header, reader.read_cells());
    for (const auto column : columns) {
        const auto found = std::find(reader.cells_.begin(), reader.cells_.end(), column);
        if (!has_header || found == reader.cells_.end())
            return Error{ErrorKind::invalid_input, "CSV-0001",
                         "Falta a coluna \"" + std::string(column) + "\" na primeira linha da planilha. Confira o cabeçalho."};
        reader.wanted_.push_back(static_cast<std::size_t>(found - reader.cells_.begin()));
    }
    reader.width_ = reader.cells_.size();
    return reader;
}

Result<bool> Reader::next(std::vector<std::string>& row) {
    AROEIRA_TRY(const bool more, read_cells());
    if (!more) return false;
    if (cells_.size() != width_)
        return broken(row_line_, "são " + std::to_string(cells_.size()) + " células e o cabeçalho tem " + std::to_string(width_) + ".");
    row.resize(wanted_.size());
    for (std::size_t i = 0; i < wanted_.size(); ++i) row[i] = cells_[wanted_[i]];
    return true;
}

/// One line's cells, from the first line that is not empty; false at the end of the text.
Result<bool> Reader::read_cells() {
    while (!rest_.empty() && (rest_.front() == '\n' || rest_.front() == '\r')) {
        if (rest_.front() == '\n') ++line_;
        rest_.remove_prefix(1);
    }
    if (rest_.empty()) return false;
    row_line_ = line_;
    std::size_t count = 0;
    while (true) {
        if (cells_.size() <= count) cells_.emplace_back();
        AROEIRA_CHECK(read_cell(cells_[count++]));
        if (rest_.empty() || rest_.front() != separator_) break;
        rest_.remove_prefix(1);
    }
    cells_.resize(count);
    return true;
}

Result<void> Reader::read_cell(std::string& cell) {
    if (!rest_.empty() && rest_.front() == '"') return read_quoted(cell);
    const char ends[] = {separator_, '\r', '\n'};
    const auto size = std::min(rest_.find_first_of(std::string_view(ends, sizeof ends)), rest_.size());
    cell.assign(rest_.substr(0, size));
    rest_.remove_prefix(size);
    return {};
}

Result<void> Reader::read_quoted(std::string& cell) {
    cell.clear();
    while (true) {
        rest_.remove_prefix(1);  // The opening quote, or the first of a doubled one.
        const auto quote = rest_.find('"');
        if (quote == rest_.npos) return broken(row_line_, "há aspas que não foram fechadas.");
        cell += rest_.substr(0, quote);
        line_ += static_cast<std::size_t>(std::count(rest_.begin(), rest_.begin() + static_cast<std::ptrdiff_t>(quote), '\n'));
        rest_.remove_prefix(quote + 1);
        if (rest_.empty() || rest_.front() != '"') break;
        cell += '"';
    }
    if (!rest_.empty() && rest_.front() != separator_ && rest_.front() != '\r' && rest_.front() != '\n')
        return broken(row_line_, "há texto depois das aspas.");
    return {};
}

}  // namespace aroeira::csv
