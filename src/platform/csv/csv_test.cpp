// SPDX-License-Identifier: Apache-2.0
#include "platform/csv/csv.hpp"

#include <cstdlib>
#include <filesystem>
#include <fstream>

#include <doctest/doctest.h>

using namespace aroeira;

namespace {

/// The line one text becomes, without its end.
std::string cell(std::string_view text) {
    std::string out;
    csv::append_row(out, std::vector<csv::Cell>{text});
    REQUIRE(out.ends_with("\r\n"));
    return out.substr(0, out.size() - 2);
}

std::vector<std::vector<std::string>> rows_of(csv::Reader& reader) {
    std::vector<std::vector<std::string>> rows;
    std::vector<std::string> row;
    while (reader.next(row).value()) rows.push_back(row);
    return rows;
}

}  // namespace

TEST_CASE("A table starts with the mark of UTF-8 and has semicolons and CRLF") {
    std::string out;
    csv::Writer writer(out);
    writer.row({"Regra", "Total"});
    writer.row({std::string("Inconsistência"), 12});
    CHECK(out == "\xef\xbb\xbfRegra;Total\r\nInconsistência;12\r\n");
}

TEST_CASE("What would run as a formula gets an apostrophe (ASVS 5.0 V16.4.1)") {
    for (const std::string text : {"=1+1", "=cmd|' /C calc'!A0", "@SUM(A1)", "+cmd", "-cmd", "-1+1", "|cmd", "＝1", "＠x", "+", "-"})
        CHECK_MESSAGE(cell(text) == "'" + text, text);
    CHECK(cell("\t=1") == "\"'\t=1\"");
    CHECK(cell("\r=1") == "\"'\r=1\"");
    CHECK(cell("  =1") == "'  =1");
    CHECK(cell("=HYPERLINK(\"http://x\";\"y\")") == "\"'=HYPERLINK(\"\"http://x\"\";\"\"y\"\")\"");
}

TEST_CASE("Numbers stay numbers, also when they came as text") {
    std::string out;
    csv::append_row(out, std::vector<csv::Cell>{-5, std::int64_t{9'000'000'000}, "-12,5", "+3", "36.65", "0019615"});
    CHECK(out == "-5;9000000000;\"-12,5\";+3;36.65;0019615\r\n");
}

TEST_CASE("Separators, quotes and line ends are quoted") {
    CHECK(cell("a;b") == "\"a;b\"");
    CHECK(cell("diz \"oi\"") == "\"diz \"\"oi\"\"\"");
    CHECK(cell("a\nb") == "\"a\nb\"");
    CHECK(cell("") == "");
    CHECK(cell("Unidade São José") == "Unidade São José");
}

TEST_CASE("Another program reads what we wrote cell by cell") {
    std::string out;
    csv::Writer writer(out);
    writer.row({"a;b", "diz \"oi\"", "linha 1\r\nlinha 2", "", "ção"});
    const auto path = std::filesystem::temp_directory_path() / ("aroeira-csv-" + std::to_string(std::rand()) + ".csv");
    std::ofstream(path, std::ios::binary) << out;
    CHECK(std::system(("python3 -c \"import csv, sys; r = list(csv.reader(open(sys.argv[1], encoding='utf-8-sig', newline=''), "
                       "delimiter=';')); assert r == [['a;b', 'diz ' + chr(34) + 'oi' + chr(34), 'linha 1\\r\\nlinha 2', '', 'ção']], r\" " +
                       path.string()).c_str()) == 0);
    std::filesystem::remove(path);
}

TEST_CASE("A table is read by the names of its columns, in the order asked") {
    auto reader = csv::Reader::open("\xef\xbb\xbf" "codigo;nome;uf\r\n1;\"São \"\"José\"\"\";SE\r\n\r\n2;\"a;b\nc\";\n3;x;AL", {"uf", "codigo", "nome"});
    REQUIRE(reader);
    const auto rows = rows_of(*reader);
    REQUIRE(rows.size() == 3);
    CHECK(rows[0] == std::vector<std::string>{"SE", "1", "São \"José\""});
    CHECK(rows[1] == std::vector<std::string>{"", "2", "a;b\nc"});
    CHECK(rows[2] == std::vector<std::string>{"AL", "3", "x"});
    CHECK(reader->line() == 6);
}

TEST_CASE("A broken table is refused with its line") {
    CHECK(csv::Reader::open("codigo;nome", {"uf"}).error().code.text() == "CSV-0001");
    CHECK(csv::Reader::open("", {"uf"}).error().code.text() == "CSV-0001");
    std::vector<std::string> row;
    auto few = csv::Reader::open("a,b\n1,2\n3\n", {"a"}, ',');
    CHECK(few->next(row).value());
    const auto refused = few->next(row);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().message.find("Linha 3") == 0);
    auto open_quote = csv::Reader::open("a\n\"x\n", {"a"});
    CHECK(open_quote->next(row).error().code.text() == "CSV-0002");
    auto after_quote = csv::Reader::open("a\n\"x\"y\n", {"a"});
    CHECK(after_quote->next(row).error().code.text() == "CSV-0002");
}

TEST_CASE("A table without rows ends at once, and an empty last cell counts") {
    std::vector<std::string> row;
    auto empty = csv::Reader::open("a;b\n", {"b"});
    CHECK_FALSE(empty->next(row).value());
    auto last = csv::Reader::open("a;b\n1;", {"b"});
    CHECK(last->next(row).value());
    CHECK(row == std::vector<std::string>{""});
}
