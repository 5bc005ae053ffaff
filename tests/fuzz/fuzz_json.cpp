// SPDX-License-Identifier: Apache-2.0
// Any bytes as JSON. What is read writes back to what reads the same, and no number leaves the line.
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "platform/json/json.hpp"

using namespace aroeira;

namespace {

void must(bool condition) {
    if (!condition) std::abort();
}

void walk(const json::Node& node, int depth) {
    must(depth <= 64);
    switch (node.kind()) {
        case json::Node::Kind::real: must(std::isfinite(node.real())); break;
        case json::Node::Kind::text: must(node.text().find('\0') == std::string_view::npos); break;
        case json::Node::Kind::list:
            for (std::size_t i = 0; i < node.size(); ++i) walk(node.at(i), depth + 1);
            break;
        case json::Node::Kind::object: {
            const auto names = node.names();
            must(names.size() == node.size());
            for (const auto name : names) walk(*node.find(name), depth + 1);
            break;
        }
        default: break;
    }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const auto read = json::Document::parse({reinterpret_cast<const char*>(data), size});
    if (!read) {
        must(read.error().message.find("linha") != std::string::npos);
        return 0;
    }
    walk(read->root(), 0);
    const auto text = read->root().dump();
    const auto again = json::Document::parse(text);
    must(again.has_value() && again->root().dump() == text);
    return 0;
}
