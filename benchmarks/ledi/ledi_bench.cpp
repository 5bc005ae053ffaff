// SPDX-License-Identifier: Apache-2.0
// Reading, checking and writing one ficha, against the C++ that Apache Thrift generates.
#include <cstdio>
#include <cstdlib>
#include <fstream>

#include "benchmarks/ledi/thrift_peer.hpp"
#include "benchmarks/support/measure.hpp"
#include "modules/fichas/domain/testing/case_file.hpp"

namespace aroeira::bench {
namespace {

using namespace fichas;

[[noreturn]] void stop(const std::string& why) {
    std::fprintf(stderr, "ledi_bench: %s\n", why.c_str());
    std::exit(1);
}

/// The lines of atendimento.txt; those of an attendance once for each.
std::vector<testing::Line> attendances(int count) {
    std::ifstream in(AROEIRA_SOURCE "/benchmarks/ledi/atendimento.txt");
    if (!in) stop("atendimento.txt is not there");
    std::vector<testing::Line> all, lines;
    for (std::string text; std::getline(in, text);) {
        const auto star = text.find('*'), colon = text.find(": ");
        if (text.starts_with('#') || colon == text.npos) continue;
        (star < colon ? lines : all).push_back({text.substr(0, colon), text.substr(colon + 2), 0});
    }
    for (int i = 0; i < count; ++i)
        for (const auto& line : lines) {
            const auto star = line.path.find('*');
            all.push_back({line.path.substr(0, star) + std::to_string(i) + line.path.substr(star + 1), line.value, 0});
        }
    return all;
}

/// `only`: part of a row's name, to measure it alone.
void measure(int count, std::string_view only) {
    const testing::BuiltFicha built(AROEIRA_SOURCE "/src/modules/fichas/tests/cases", "atendimento", attendances(count));
    const CheckOptions options = built.options();
    for (const auto& e : check(built.ficha(), options).errors) stop("the ficha is not valid: " + e.rule + " " + e.field);
    Buffer made, json;
    write_thrift(built.ficha(), made);
    const std::string bytes(made.view());
    const std::string name = std::to_string(count) + "_" + std::to_string(bytes.size()) + "B";

    Arena arena;
    Verdict verdict;
    const auto read = [&] {
        arena.rewind();
        return decode(bytes, arena);
    };
    const Side by_default = [&] { return ledi_default::read_consultation(bytes) ? 1U : 0U; };
    const Side by_templates = [&] { return ledi_templates::read_consultation(bytes) ? 1U : 0U; };
    const Side ours = [&] { return read().ficha.record ? 1U : 0U; };
    const Side checked = [&] {
        check(read().ficha, options, verdict);
        return verdict.is_valid() ? 1U : 0U;
    };
    const Side written = [&] {
        json.clear();
        write_json(read().ficha, json);
        return json.view().empty() ? 0U : 1U;
    };

    const auto row = [&](const std::string& what, const Side& fast, const Side& slow, const Row& promised) {
        Row out = promised;
        out.id = "ledi." + what + "." + name;
        if (out.id.find(only) == out.id.npos) return;
        const Compared c = compare(fast, slow);
        const bool is_cost = out.wanted == Wanted::at_most;  // how many times what reading alone takes
        out.value = is_cost ? c.theirs : c.ours;
        out.floor = is_cost ? c.ours : c.theirs;
        out.ratio = c.ratio;
        print(out);
    };
    row("decode", ours, by_templates, {.unit = "1/s", .against = "Apache templates", .must = 3, .aim = 4});
    row("decode_default", ours, by_default, {.unit = "1/s", .against = "Apache default", .must = 3, .aim = 4});
    row("decode_check", checked, by_templates, {.unit = "1/s", .against = "Apache templates, decode", .must = 1.2, .aim = 1.6});
    row("decode_json", ours, written,
        {.unit = "1/s", .against = "decode alone", .must = 5, .aim = 3, .wanted = Wanted::at_most});
}

}  // namespace
}  // namespace aroeira::bench

int main(int count, char** words) {
    for (const int attendances : {1, 13}) aroeira::bench::measure(attendances, count > 1 ? words[1] : "");
}
