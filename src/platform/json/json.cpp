// SPDX-License-Identifier: Apache-2.0
#include "platform/json/json.hpp"

#include <algorithm>

#include <boost/json/src.hpp>

namespace aroeira::json {
namespace {

namespace bj = boost::json;

constexpr std::size_t kDepth = 64;

const bj::value& of(const void* value) { return *static_cast<const bj::value*>(value); }

/// Boost 1.81 reads 9E999 as infinity, which no JSON writer may write back.
bool is_finite(const bj::value& value) {
    if (value.is_double()) return std::isfinite(value.get_double());
    if (value.is_array())
        return std::all_of(value.get_array().begin(), value.get_array().end(), is_finite);
    if (value.is_object())
        return std::all_of(value.get_object().begin(), value.get_object().end(),
                           [](const bj::key_value_pair& member) { return is_finite(member.value()); });
    return true;
}

Error malformed(std::string_view text, std::size_t offset, std::string_view why) {
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto last = before.rfind('\n');
    const auto column = before.size() - (last == before.npos ? 0 : last + 1) + 1;
    return {ErrorKind::invalid_input, "JSON-0001",
            "O corpo não é JSON válido (linha " + std::to_string(line) + ", coluna " + std::to_string(column) + "): " +
                std::string(why)};
}

}  // namespace

void write_string(std::string& out, std::string_view text) {
    out += '"';
    std::size_t from = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = static_cast<unsigned char>(text[i]);
        if (c != '"' && c != '\\' && c >= 0x20) [[likely]] continue;
        out.append(text, from, i - from);
        from = i + 1;
        if (c >= 0x20) {
            out += '\\';
            out += text[i];
        } else if (c == '\n') {
            out += "\\n";
        } else {
            out += "\\u00";
            out += "0123456789abcdef"[c >> 4];
            out += "0123456789abcdef"[c & 15];
        }
    }
    out.append(text, from);
    out += '"';
}

Node::Kind Node::kind() const {
    switch (of(value_).kind()) {
        case bj::kind::null: return Kind::null;
        case bj::kind::bool_: return Kind::boolean;
        case bj::kind::int64: return Kind::integer;
        // Past 2^63 a number is no longer one of our integers.
        case bj::kind::uint64: return Kind::real;
        case bj::kind::double_: return Kind::real;
        case bj::kind::string: return Kind::text;
        case bj::kind::array: return Kind::list;
        case bj::kind::object: return Kind::object;
    }
    return Kind::null;
}
bool Node::boolean() const { return of(value_).get_bool(); }
std::int64_t Node::integer() const { return of(value_).get_int64(); }
double Node::real() const { return of(value_).to_number<double>(); }
std::string_view Node::text() const {
    const auto& string = of(value_).get_string();
    return {string.data(), string.size()};
}
std::size_t Node::size() const {
    return of(value_).is_array() ? of(value_).get_array().size() : of(value_).get_object().size();
}
Node Node::at(std::size_t index) const { return Node(&of(value_).get_array()[index]); }
std::optional<Node> Node::find(std::string_view name) const {
    const auto* found = of(value_).get_object().if_contains(bj::string_view(name.data(), name.size()));
    if (!found) return std::nullopt;
    return Node(found);
}
std::vector<std::string_view> Node::names() const {
    std::vector<std::string_view> list;
    for (const auto& member : of(value_).get_object()) list.emplace_back(member.key().data(), member.key().size());
    return list;
}
std::string Node::dump() const { return bj::serialize(of(value_)); }

struct Document::Impl {
    bj::monotonic_resource memory;
    bj::value root;
};

Document::Document(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Document::Document(Document&&) noexcept = default;
Document::~Document() = default;
Node Document::root() const { return Node(&impl_->root); }

Result<Document> Document::parse(std::string_view text) {
    auto impl = std::make_unique<Impl>();
    bj::parse_options options;
    options.max_depth = kDepth;
    bj::parser parser(&impl->memory, options);
    bj::error_code failed;
    const auto used = parser.write(bj::string_view(text.data(), text.size()), failed);
    if (failed == bj::error::extra_data) return malformed(text, used, "há texto depois do fim.");
    if (failed == bj::error::incomplete) return malformed(text, text.size(), "o texto termina antes do fim.");
    if (failed == bj::error::too_deep) return malformed(text, used, "estruturas aninhadas demais.");
    if (failed) return malformed(text, used, "confira a escrita.");
    // Moving would copy into another memory resource; the value is built where it stays.
    new (&impl->root) bj::value(parser.release());
    if (!is_finite(impl->root)) return malformed(text, 0, "há um número grande demais.");
    return Document(std::move(impl));
}

namespace detail {

Error wrong(std::string_view path, std::string_view expected) {
    const std::string field(path.empty() ? "corpo" : path);
    const std::string message = "Era esperado " + std::string(expected) + ".";
    return {ErrorKind::invalid_input, "JSON-0002", "O campo \"" + field + "\" não está como esperado: " + message,
            {{"JSON-0002", field, message, "Corrija o valor e envie de novo."}}};
}

}  // namespace detail

}  // namespace aroeira::json
