// SPDX-License-Identifier: Apache-2.0
// Any cells written and read back: each comes back as it was, or with the apostrophe that keeps a
// spreadsheet from running it. Any bytes as a table: read to the end or refused with a line.
#include <cstdint>
#include <cstdlib>

#include "platform/csv/csv.hpp"

using namespace aroeira;

namespace {

void must(bool condition) {
    if (!condition) std::abort();
}

void read_any(std::string_view text) {
    auto reader = csv::Reader::open(text, {"a"});
    if (!reader) return;
    std::vector<std::string> row;
    for (auto more = reader->next(row); more && *more; more = reader->next(row)) must(row.size() == 1);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    read_any("a;b\n" + std::string(text));
    read_any(text);

    const auto half = text.find('\0');
    const auto first = text.substr(0, half);
    const auto second = half == text.npos ? std::string_view() : text.substr(half + 1);
    std::string out = "a;b\r\n";
    csv::append_row(out, std::vector<csv::Cell>{first, second});
    auto reader = csv::Reader::open(out, {"b", "a"});
    must(reader.has_value());
    std::vector<std::string> row;
    must(reader->next(row).value());
    const auto same = [](const std::string& got, std::string_view given) { return got == given || (got.starts_with('\'') && got.substr(1) == given); };
    must(same(row[1], first) && same(row[0], second));
    for (const auto& cell : row) must(cell.empty() || std::string_view("=@\t\r\n|").find(cell.front()) == std::string_view::npos);
    must(!reader->next(row).value());
    return 0;
}
