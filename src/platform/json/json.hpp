// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <charconv>
#include <cmath>
#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "base/result.hpp"

/// JSON of our own structs, from one list of fields per struct:
///
///     struct Lote {
///         std::string id;
///         std::int64_t recebidas = 0;
///         static constexpr auto fields = std::tuple{
///             json::field("id", &Lote::id, "Identificador do lote."),
///             json::field("recebidas", &Lote::recebidas, "Fichas recebidas.")};
///     };
///
/// From it: `json::write(out, lote)`, `json::parse<Lote>(text)`, `json::schema<Lote>()`.
/// Members: bool, integers, double, std::string, std::optional<T> (absent when empty),
/// std::vector<T>, another described struct, json::Raw (JSON text as it is).
namespace aroeira::json {

template <class Owner, class T>
struct Field {
    std::string_view name;
    T Owner::*member;
    std::string_view description;
    std::string_view choices = "";  ///< "a|b|c" when only these texts are allowed.
};
template <class Owner, class T>
constexpr Field<Owner, T> field(std::string_view name, T Owner::*member, std::string_view description = "",
                                std::string_view choices = "") {
    return {name, member, description, choices};
}

template <class T>
concept Described = requires { T::fields; };

/// JSON text that is written as it is and parsed to its own text.
struct Raw {
    std::string text = "null";
};

void write_string(std::string& out, std::string_view text);  ///< Quotes and escapes.
inline void write(std::string& out, bool v) { out += v ? "true" : "false"; }
inline void write(std::string& out, const Raw& v) { out += v.text; }
inline void write(std::string& out, const std::string& v) { write_string(out, v); }
inline void write(std::string& out, std::string_view v) { write_string(out, v); }
inline void write(std::string& out, const char* v) { write_string(out, v); }
template <class N> requires std::is_arithmetic_v<N>
void write(std::string& out, N v) {
    if constexpr (std::is_floating_point_v<N>)
        if (!std::isfinite(v)) { out += "null"; return; }
    char buffer[32];
    out.append(buffer, std::to_chars(buffer, buffer + sizeof buffer, v).ptr);
}
template <class T> void write(std::string& out, const std::optional<T>& v);
template <class T> void write(std::string& out, const std::vector<T>& v);
template <Described T>
void write(std::string& out, const T& value) {
    char separator = '{';
    const auto one = [&](const auto& f) {
        const auto& member = value.*f.member;
        if constexpr (requires { member.has_value(); }) if (!member.has_value()) return;
        out += separator;
        separator = ',';
        write_string(out, f.name);
        out += ':';
        write(out, member);
    };
    std::apply([&](const auto&... f) { (one(f), ...); }, T::fields);
    if (separator == '{') out += '{';
    out += '}';
}
template <class T> void write(std::string& out, const std::optional<T>& v) {
    if (v) write(out, *v); else out += "null";
}
template <class T> void write(std::string& out, const std::vector<T>& v) {
    out += '[';
    for (std::size_t i = 0; i < v.size(); ++i) {
        if (i) out += ',';
        write(out, v[i]);
    }
    out += ']';
}
template <class T>
[[nodiscard]] std::string text_of(const T& value) {
    std::string out;
    write(out, value);
    return out;
}

/// A parsed value; a thin handle over the library, which only json.cpp includes.
class Node {
public:
    enum class Kind { null, boolean, integer, real, text, list, object };
    [[nodiscard]] Kind kind() const;
    [[nodiscard]] bool boolean() const;
    [[nodiscard]] std::int64_t integer() const;
    [[nodiscard]] double real() const;  ///< Also of an integer.
    [[nodiscard]] std::string_view text() const;
    [[nodiscard]] std::size_t size() const;
    [[nodiscard]] Node at(std::size_t index) const;                         ///< Of a list.
    [[nodiscard]] std::optional<Node> find(std::string_view name) const;    ///< Of an object.
    [[nodiscard]] std::vector<std::string_view> names() const;              ///< Of an object.
    [[nodiscard]] std::string dump() const;

    explicit Node(const void* value) : value_(value) {}

private:
    const void* value_;
};

/// Owns what its Nodes point to.
class Document {
public:
    /// Errors: `invalid_input` JSON-0001 with line and column: syntax, UTF-8, depth over 64, a number
    /// that does not fit, a repeated name, the character U+0000. Cost: about 10 µs for 100 fields.
    static Result<Document> parse(std::string_view text);
    [[nodiscard]] Node root() const;
    Document(Document&&) noexcept;
    ~Document();

private:
    struct Impl;
    explicit Document(std::unique_ptr<Impl> impl);
    std::unique_ptr<Impl> impl_;
};

namespace detail {
Error wrong(std::string_view path, std::string_view expected);  // JSON-0002, field = path
inline std::string join(std::string_view path, std::string_view name) {
    return path.empty() ? std::string(name) : std::string(path) + "." + std::string(name);
}
template <class T> Result<void> read(const Node& node, T& out, const std::string& path);
template <class T> Result<void> read_optional(const Node& node, std::optional<T>& out, const std::string& path) {
    if (node.kind() == Node::Kind::null) return {};
    return read(node, out.emplace(), path);
}
template <class T> Result<void> read_list(const Node& node, std::vector<T>& out, const std::string& path) {
    if (node.kind() != Node::Kind::list) return wrong(path, "uma lista");
    for (std::size_t i = 0; i < node.size(); ++i)
        AROEIRA_CHECK(read(node.at(i), out.emplace_back(), path + "[" + std::to_string(i) + "]"));
    return {};
}
template <class> inline constexpr bool is_optional = false;
template <class T> inline constexpr bool is_optional<std::optional<T>> = true;
template <class> inline constexpr bool is_vector = false;
template <class T> inline constexpr bool is_vector<std::vector<T>> = true;

template <class T>
Result<void> read(const Node& node, T& out, const std::string& path) {
    using Kind = Node::Kind;
    if constexpr (std::is_same_v<T, bool>) {
        if (node.kind() != Kind::boolean) return wrong(path, "verdadeiro ou falso");
        out = node.boolean();
    } else if constexpr (std::is_integral_v<T>) {
        if (node.kind() != Kind::integer) return wrong(path, "um número inteiro");
        out = static_cast<T>(node.integer());
        if (static_cast<std::int64_t>(out) != node.integer()) return wrong(path, "um número menor");
    } else if constexpr (std::is_floating_point_v<T>) {
        if (node.kind() != Kind::integer && node.kind() != Kind::real) return wrong(path, "um número");
        out = node.real();
    } else if constexpr (std::is_same_v<T, std::string>) {
        if (node.kind() != Kind::text) return wrong(path, "um texto");
        out = std::string(node.text());
    } else if constexpr (std::is_same_v<T, Raw>) {
        out.text = node.dump();
    } else if constexpr (is_optional<T>) {
        return read_optional(node, out, path);
    } else if constexpr (is_vector<T>) {
        return read_list(node, out, path);
    } else {
        if (node.kind() != Kind::object) return wrong(path, "um objeto");
        Result<void> done;
        std::size_t known = 0;
        const auto one = [&](const auto& f) {
            using Member = std::remove_cvref_t<decltype(out.*f.member)>;
            if (!done) return;
            const auto found = node.find(f.name);
            if (!found) {
                if constexpr (!is_optional<Member>) done = wrong(join(path, f.name), "um valor");
                return;
            }
            ++known;
            done = read(*found, out.*f.member, join(path, f.name));
            if constexpr (std::is_same_v<Member, std::string>)
                if (done && !f.choices.empty() &&
                    ("|" + std::string(f.choices) + "|").find("|" + out.*f.member + "|") == std::string::npos)
                    done = wrong(join(path, f.name), "um de " + std::string(f.choices));
        };
        std::apply([&](const auto&... f) { (one(f), ...); }, T::fields);
        // A name we do not know is refused: it is a typing mistake or an attempt at mass assignment.
        if (done && known != node.size())
            for (const auto name : node.names()) {
                bool ours = false;
                std::apply([&](const auto&... f) { ((ours = ours || f.name == name), ...); }, T::fields);
                if (!ours) return wrong(join(path, name), "nada: este campo não existe");
            }
        return done;
    }
    return {};
}

template <class T> void schema(std::string& out);
template <class T> void schema_of_struct(std::string& out) {
    out += R"({"type":"object","additionalProperties":false,"properties":{)";
    bool first = true;
    std::string required;
    const auto one = [&]<class F>(const F& f) {
        using Member = std::remove_cvref_t<decltype(std::declval<T>().*f.member)>;
        if (!first) out += ',';
        first = false;
        write_string(out, f.name);
        out += ':';
        std::string inner;
        schema<Member>(inner);
        if (!f.description.empty() || !f.choices.empty()) {
            inner.pop_back();
            if (inner.back() != '{') inner += ',';
            if (!f.description.empty()) { inner += "\"description\":"; write_string(inner, f.description); }
            if (!f.choices.empty()) {
                inner += f.description.empty() ? "\"enum\":[" : ",\"enum\":[";
                std::string_view rest = f.choices;
                for (bool more = true; more;) {
                    const auto bar = rest.find('|');
                    write_string(inner, rest.substr(0, bar));
                    more = bar != rest.npos;
                    if (more) { inner += ','; rest.remove_prefix(bar + 1); }
                }
                inner += ']';
            }
            inner += '}';
        }
        out += inner;
        if constexpr (!is_optional<Member>) {
            if (!required.empty()) required += ',';
            write_string(required, f.name);
        }
    };
    std::apply([&](const auto&... f) { (one(f), ...); }, T::fields);
    out += "}";
    if (!required.empty()) out += ",\"required\":[" + required + "]";
    out += '}';
}
template <class T> void schema(std::string& out) {
    if constexpr (std::is_same_v<T, bool>) out += R"({"type":"boolean"})";
    else if constexpr (std::is_integral_v<T>) out += R"({"type":"integer"})";
    else if constexpr (std::is_floating_point_v<T>) out += R"({"type":"number"})";
    else if constexpr (std::is_same_v<T, std::string>) out += R"({"type":"string"})";
    else if constexpr (std::is_same_v<T, Raw>) out += R"({})";
    else if constexpr (is_optional<T>) schema<typename T::value_type>(out);
    else if constexpr (is_vector<T>) {
        out += R"({"type":"array","items":)";
        schema<typename T::value_type>(out);
        out += '}';
    } else schema_of_struct<T>(out);
}
}  // namespace detail

/// Errors: `invalid_input` JSON-0001 (not JSON) or JSON-0002 (not this shape), naming the field.
template <class T>
Result<T> parse(std::string_view text) {
    AROEIRA_TRY(const auto document, Document::parse(text));
    T out{};
    AROEIRA_CHECK(detail::read(document.root(), out, ""));
    return out;
}

/// JSON Schema (2020-12) of T, for the OpenAPI document.
template <class T>
[[nodiscard]] std::string schema() {
    std::string out;
    detail::schema<T>(out);
    return out;
}

}  // namespace aroeira::json
