// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "base/result.hpp"

/// XML read as a stream of events and written as text. There is no tree: a file of 40 MB passes
/// through a few kilobytes. The parser (expat) is seen by parser.cpp only.
namespace aroeira::xml {

/// One attribute of an element; both views live until the handler returns.
struct Attribute {
    std::string_view name;
    std::string_view value;
};

/// The attributes of one element, as the parser holds them: nothing is copied.
class Attributes {
public:
    /// `pairs` is name, value, name, value…, ended by a null pointer.
    explicit Attributes(const char* const* pairs) : first_(pairs), next_(pairs) {}

    /// Cost: one comparison when attributes are asked for in the order they are written.
    [[nodiscard]] std::optional<std::string_view> find(std::string_view name) const {
        for (auto* at = next_; *at; at += 2)
            if (is(*at, name)) return found(at);
        for (auto* at = first_; at != next_; at += 2)
            if (is(*at, name)) return found(at);
        return std::nullopt;
    }
    /// "" when absent.
    [[nodiscard]] std::string_view get(std::string_view name) const { return find(name).value_or(std::string_view()); }
    template <class F>
    void each(F&& f) const {
        for (auto* at = first_; *at; at += 2) f(Attribute{at[0], at[1]});
    }
    [[nodiscard]] std::size_t size() const {
        std::size_t count = 0;
        while (first_[2 * count]) ++count;
        return count;
    }

private:
    static bool is(const char* candidate, std::string_view name) {
        return std::strncmp(candidate, name.data(), name.size()) == 0 && candidate[name.size()] == '\0';
    }
    std::string_view found(const char* const* at) const {
        next_ = at + 2;
        return at[1];
    }
    const char* const* first_;
    mutable const char* const* next_;
};

/// Who receives the events. An Error ends the parsing and becomes its result.
class Handler {
public:
    virtual ~Handler() = default;
    virtual Result<void> start(std::string_view name, const Attributes& attributes) = 0;
    virtual Result<void> end(std::string_view name) = 0;
    /// All text between two tags, in one piece, entities resolved. Only with `Options::text`.
    virtual Result<void> text(std::string_view) { return {}; }
    /// `<?target data?>`. Only with `Options::instructions`.
    virtual Result<void> instruction(std::string_view /*target*/, std::string_view /*data*/) { return {}; }
};

struct Options {
    std::size_t depth_max = 64;
    std::size_t attributes_max = 256;              ///< Of one element.
    std::size_t attribute_bytes_max = 64 << 10;    ///< Of one value.
    std::size_t token_bytes_max = 1 << 20;         ///< Of one tag, comment or run of text.
    bool text = true;
    bool instructions = false;
    /// Names arrive as "namespace name" (see `split_name`), or as the bare name when there is none.
    bool namespaces = false;
};

/// The two halves of a name under `Options::namespaces`.
struct Name {
    std::string_view space;  ///< "" when the name is in no namespace.
    std::string_view local;
};
constexpr Name split_name(std::string_view name) {
    const auto at = name.rfind(' ');
    if (at == name.npos) return {{}, name};
    return {name.substr(0, at), name.substr(at + 1)};
}

/// Parses what it is fed. UTF-8 and ISO-8859-1 come in, UTF-8 goes out. Document types and entities
/// of one's own are refused: nothing is fetched and nothing grows.
class Parser {
public:
    explicit Parser(Handler& handler, const Options& options = {});
    /// Errors: `invalid_input` with line: XML-0001 malformed, XML-0002 DOCTYPE or entity, XML-0003 too
    /// deep, XML-0004 encoding not accepted, XML-0005 bytes that are not of the encoding, XML-0007
    /// ends too early; `too_large` XML-0006; whatever the handler answered.
    Result<void> feed(std::string_view chunk);
    Result<void> finish();
    /// Line and column of the event being handled, from 1.
    [[nodiscard]] std::uint64_t line() const;
    [[nodiscard]] std::uint64_t column() const;

    Parser(Parser&&) = delete;
    Parser& operator=(Parser&&) = delete;
    ~Parser();

private:
    struct State;
    std::unique_ptr<State> state_;
};

/// Parses a whole text at once. Errors: those of Parser.
Result<void> parse(std::string_view text, Handler& handler, const Options& options = {});

/// True when every character may stand in an XML 1.0 document (no control characters, valid UTF-8 apart).
bool fits(std::string_view text);

/// Writes elements to a string, in UTF-8, without indentation.
class Writer {
public:
    explicit Writer(std::string& out) : out_(out) {}
    void declaration() { out_ += R"(<?xml version="1.0" encoding="UTF-8"?>)"; }
    /// `name` must live until the element is closed: names are literals.
    void open(std::string_view name);
    /// Only between `open` and what the element contains. Characters that do not fit become U+FFFD.
    void attribute(std::string_view name, std::string_view value);
    void text(std::string_view value);
    void close();
    void element(std::string_view name, std::string_view value) {
        open(name);
        text(value);
        close();
    }
    [[nodiscard]] std::size_t depth() const { return depth_; }

private:
    static constexpr std::size_t kDepth = 64;
    void end_tag();
    void put(std::string_view value, bool quoted);

    std::string& out_;
    std::string_view names_[kDepth]{};
    std::size_t depth_ = 0;
    bool in_tag_ = false;
};

}  // namespace aroeira::xml
