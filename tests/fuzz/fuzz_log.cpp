// SPDX-License-Identifier: Apache-2.0
// Any bytes as what a library said, or as a key. The line stays one line of JSON, and no CPF or CNS
// is in it.
#include <cstdint>
#include <cstdlib>

#include "platform/json/json.hpp"
#include "platform/log/log.hpp"

using namespace aroeira;

namespace {

void must(bool condition) {
    if (!condition) std::abort();
}

bool holds_document(std::string_view line) {
    for (std::size_t from = line.find_first_of("0123456789"); from != line.npos;) {
        auto to = line.find_first_not_of("0123456789", from);
        if (to == line.npos) to = line.size();
        const auto run = line.substr(from, to - from);
        if (is_cpf(run) || is_cns(run)) return true;
        from = line.find_first_of("0123456789", to);
    }
    return false;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const FixedClock clock(from_ms(1'790'000'000'000));
    std::string line;
    const log::Logger log(clock, [&](std::string_view written) { line += written; });
    log.info("x", {{"e", log::technical(text)}, {"k", log::opaque(text)}, {"n", static_cast<std::int64_t>(size)}});
    must(line.find('\n') == line.size() - 1);
    must(json::Document::parse(line).has_value());
    must(!holds_document(line));
    std::string free(text);
    log::scrub(free);
    must(free.size() == text.size() && !holds_document(free));
    return 0;
}
