// SPDX-License-Identifier: Apache-2.0
// Any bytes as a ficha. What can be read can be judged, and every refusal says what and how to mend;
// written in Thrift it is read again and written the same; JSON and XML of it are read too.
#include <cstdint>
#include <cstdlib>

#include "modules/fichas/api/ficha.hpp"

using namespace aroeira;
using namespace aroeira::fichas;

namespace {

void must(bool condition) {
    if (!condition) std::abort();
}

void expect_explained(const std::vector<FieldError>& findings) {
    for (const auto& one : findings) must(!one.rule.empty() && !one.message.empty());
}

/// The ficha inside, or the whole when nothing inside could be read, as Thrift.
std::string thrift_of(const Ficha& ficha) {
    Buffer out;
    write_thrift(ficha, out);
    return std::string(out.view());
}

void expect_readable(std::string_view name, std::string_view text) {
    Arena arena;
    const auto again = read_file(name, text, arena);
    // What was read from bytes of no known text encoding may not fit a text format; it is refused, with words.
    if (!again) return must(!again.fault->message.empty());
    (void)thrift_of(again.ficha);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view bytes(reinterpret_cast<const char*>(data), size);
    Arena arena;
    const auto read = read_file("ficha.esus", bytes, arena);
    if (!read) {
        must(!read.fault->rule.empty() && !read.fault->message.empty() && !read.fault->fix.empty());
        return 0;
    }
    const auto verdict = check(read.ficha, {.now = from_ms(1'790'000'000'000)});
    expect_explained(verdict.errors);
    expect_explained(verdict.warnings);
    (void)read.ficha.competencia();
    (void)read.ficha.versao();

    const auto written = thrift_of(read.ficha);
    Arena other;
    const auto again = read_file("ficha.esus", written, other);
    must(static_cast<bool>(again));
    must(thrift_of(again.ficha) == written);
    Buffer text;
    write_json(read.ficha, text);
    expect_readable("ficha.json", text.view());
    Buffer document;
    write_xml(read.ficha, document);
    expect_readable("ficha.esus.xml", document.view());
    return 0;
}
