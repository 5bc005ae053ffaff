// SPDX-License-Identifier: Apache-2.0
// Forms as an attacker would write them. Whatever comes in, every part that comes out lies inside
// what was given, and a body the parser takes is taken the same way twice.
#include <cstdint>
#include <cstdlib>
#include <string_view>

#include "platform/http/form.hpp"

using aroeira::http::parse_form;

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view input(reinterpret_cast<const char*>(data), size);
    // The first line is the Content-Type, the rest the body.
    const auto line = input.find('\n');
    const auto type = line == input.npos ? std::string_view("multipart/form-data; boundary=b")
                                         : input.substr(0, line);
    const auto body = line == input.npos ? input : input.substr(line + 1);
    const auto parts = parse_form(type, body);
    if (!parts) return parts.error().message.empty() ? (std::abort(), 0) : 0;
    if (parts->size() > 64) std::abort();
    for (const auto& part : parts.value()) {
        if (part.decoded) continue;
        if (part.content.empty()) continue;
        const bool inside = part.content.data() >= body.data() &&
                            part.content.data() + part.content.size() <= body.data() + body.size();
        if (!inside) std::abort();
        if (part.file_name.find_first_of("/\\") != std::string::npos) std::abort();
    }
    const auto again = parse_form(type, body);
    if (!again || again->size() != parts->size()) std::abort();
    return 0;
}
