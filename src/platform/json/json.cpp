// SPDX-License-Identifier: Apache-2.0
#include "platform/json/json.hpp"

#include <algorithm>
#include <cstring>

#include <boost/json/basic_parser_impl.hpp>
#include <boost/json/src.hpp>

namespace aroeira::json {
namespace {

namespace bj = boost::json;

constexpr std::size_t kDepth = 64;

const bj::value& of(const void* value) { return *static_cast<const bj::value*>(value); }

/// Builds the value as Boost's own handler does, and refuses what Boost lets through: a number that
/// became infinity, a name that comes twice (two readers would see two values), U+0000 (no database
/// of ours keeps it). Numbers with a fraction are read again, exactly: Boost 1.81 misses one in five by a bit.
class Builder {
public:
    static constexpr std::size_t max_object_size = bj::object::max_size();
    static constexpr std::size_t max_array_size = bj::array::max_size();
    static constexpr std::size_t max_key_size = bj::string::max_size();
    static constexpr std::size_t max_string_size = bj::string::max_size();

    explicit Builder(bj::storage_ptr memory) : stack_(std::move(memory)) { stack_.reset(); }
    [[nodiscard]] bj::value release() { return stack_.release(); }
    [[nodiscard]] const std::string& refused() const { return refused_; }

    bool on_document_begin(bj::error_code&) { return true; }
    bool on_document_end(bj::error_code&) { return true; }
    bool on_object_begin(bj::error_code&) { return true; }
    bool on_object_end(std::size_t count, bj::error_code& failed) {
        if (const auto twice = repeated(count)) return refuse("o campo \"" + std::string(twice->substr(0, 64)) + "\" aparece duas vezes.", failed);
        stack_.push_object(count);
        return true;
    }
    bool on_array_begin(bj::error_code&) { return true; }
    bool on_array_end(std::size_t count, bj::error_code&) {
        stack_.push_array(count);
        return true;
    }
    bool on_key_part(bj::string_view part, std::size_t, bj::error_code& failed) {
        names_.append(part.data(), part.size());
        return on_string_part(part, 0, failed);
    }
    bool on_key(bj::string_view part, std::size_t, bj::error_code& failed) {
        names_.append(part.data(), part.size());
        ends_.push_back(names_.size());
        stack_.push_key(part);
        return has_no_null(part, failed);
    }
    bool on_string_part(bj::string_view part, std::size_t, bj::error_code& failed) {
        stack_.push_chars(part);
        return has_no_null(part, failed);
    }
    bool on_string(bj::string_view part, std::size_t, bj::error_code& failed) {
        stack_.push_string(part);
        return has_no_null(part, failed);
    }
    bool on_number_part(bj::string_view part, bj::error_code&) {
        number_.append(part.data(), part.size());
        return true;
    }
    bool on_int64(std::int64_t number, bj::string_view, bj::error_code&) {
        number_.clear();
        stack_.push_int64(number);
        return true;
    }
    bool on_uint64(std::uint64_t number, bj::string_view, bj::error_code&) {
        number_.clear();
        stack_.push_uint64(number);
        return true;
    }
    bool on_double(double approximate, bj::string_view part, bj::error_code& failed) {
        number_.append(part.data(), part.size());
        double number = 0;
        const auto read = std::from_chars(number_.data(), number_.data() + number_.size(), number);
        number_.clear();
        // Out of range below is zero, as every reader has it; out of range above is no number.
        if (read.ec != std::errc() && !(std::abs(approximate) < 1)) return refuse("há um número grande demais.", failed);
        stack_.push_double(number + 0.0);  // A negative zero becomes zero: as an integer it has no sign.
        return true;
    }
    bool on_bool(bool truth, bj::error_code&) {
        stack_.push_bool(truth);
        return true;
    }
    bool on_null(bj::error_code&) {
        stack_.push_null();
        return true;
    }
    bool on_comment_part(bj::string_view, bj::error_code&) { return true; }
    bool on_comment(bj::string_view, bj::error_code&) { return true; }

private:
    bool refuse(std::string why, bj::error_code& failed) {
        refused_ = std::move(why);
        failed = bj::error::syntax;
        return false;
    }
    bool has_no_null(bj::string_view part, bj::error_code& failed) {
        return part.empty() || !std::memchr(part.data(), 0, part.size()) || refuse("há um caractere nulo em um texto.", failed);
    }
    [[nodiscard]] std::string_view name(std::size_t index) const {
        const auto from = index == 0 ? 0 : ends_[index - 1];
        return std::string_view(names_).substr(from, ends_[index] - from);
    }
    /// A name that comes twice among the last `count`, which leave the list.
    std::optional<std::string> repeated(std::size_t count) {
        const auto first = ends_.size() - count;
        sorted_.clear();
        for (std::size_t i = first; i < ends_.size(); ++i) sorted_.push_back(name(i));
        std::sort(sorted_.begin(), sorted_.end(), [](std::string_view a, std::string_view b) {
            return a.size() != b.size() ? a.size() < b.size() : a < b;
        });
        const auto twice = std::adjacent_find(sorted_.begin(), sorted_.end());
        if (twice != sorted_.end()) return std::string(*twice);
        names_.resize(first == 0 ? 0 : ends_[first - 1]);
        ends_.resize(first);
        return std::nullopt;
    }

    bj::value_stack stack_;
    std::string names_{};             ///< Of all open objects, one after another.
    std::vector<std::size_t> ends_{};  ///< Where each of them ends.
    std::vector<std::string_view> sorted_{};
    std::string number_{};
    std::string refused_{};
};

Error malformed(std::string_view text, std::size_t offset, std::string_view why) {
    const auto before = text.substr(0, std::min(offset, text.size()));
    const auto line = std::count(before.begin(), before.end(), '\n') + 1;
    const auto last = before.rfind('\n');
    const auto column = before.size() - (last == before.npos ? 0 : last + 1) + 1;
    return {ErrorKind::invalid_input, "JSON-0001",
            "O corpo não é JSON válido (linha " + std::to_string(line) + ", coluna " + std::to_string(column) + "): " +
                std::string(why)};
}

std::string_view cause_of(const bj::error_code& failed) {
    if (failed == bj::error::incomplete) return "o texto termina antes do fim.";
    if (failed == bj::error::too_deep) return "estruturas aninhadas demais.";
    if (failed == bj::error::illegal_leading_surrogate || failed == bj::error::illegal_trailing_surrogate ||
        failed == bj::error::expected_utf16_escape)
        return "há um código \\u que não forma um caractere.";
    return "confira a escrita.";
}

void dump_value(std::string& out, const bj::value& value);

void dump_members(std::string& out, const bj::object& object) {
    char separator = '{';
    for (const auto& member : object) {
        out += separator;
        separator = ',';
        write_string(out, {member.key().data(), member.key().size()});
        out += ':';
        dump_value(out, member.value());
    }
    out += object.empty() ? "{}" : "}";
}

void dump_items(std::string& out, const bj::array& array) {
    char separator = '[';
    for (const auto& item : array) {
        out += separator;
        separator = ',';
        dump_value(out, item);
    }
    out += array.empty() ? "[]" : "]";
}

/// Our own, because Boost writes 36.65 as 3.665E1.
void dump_value(std::string& out, const bj::value& value) {
    switch (value.kind()) {
        case bj::kind::null: out += "null"; break;
        case bj::kind::bool_: write(out, value.get_bool()); break;
        case bj::kind::int64: write(out, value.get_int64()); break;
        case bj::kind::uint64: write(out, value.get_uint64()); break;
        case bj::kind::double_: write(out, value.get_double()); break;
        case bj::kind::string: write_string(out, {value.get_string().data(), value.get_string().size()}); break;
        case bj::kind::array: dump_items(out, value.get_array()); break;
        case bj::kind::object: dump_members(out, value.get_object()); break;
    }
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
std::string Node::dump() const {
    std::string out;
    dump_value(out, of(value_));
    return out;
}

struct Document::Impl {
    bj::monotonic_resource memory;
    std::optional<bj::value> root{};
};

Document::Document(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}
Document::Document(Document&&) noexcept = default;
Document::~Document() = default;
Node Document::root() const { return Node(&*impl_->root); }

Result<Document> Document::parse(std::string_view text) {
    auto impl = std::make_unique<Impl>();
    bj::parse_options options;
    options.max_depth = kDepth;
    bj::basic_parser<Builder> parser(options, &impl->memory);
    bj::error_code failed;
    const auto used = parser.write_some(false, text.data(), text.size(), failed);
    if (!parser.handler().refused().empty()) return malformed(text, used, parser.handler().refused());
    if (failed) return malformed(text, failed == bj::error::incomplete ? text.size() : used, cause_of(failed));
    if (used < text.size()) return malformed(text, used, "há texto depois do fim.");
    impl->root.emplace(parser.handler().release());
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
