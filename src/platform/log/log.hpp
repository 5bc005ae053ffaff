// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <concepts>
#include <cstdint>
#include <functional>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

#include "base/clock.hpp"
#include "base/identifiers.hpp"
#include "base/result.hpp"

/// Log lines, one JSON object each, that cannot hold a CPF, a CNS or a name: a field's value is of a
/// closed list of types, and no text made at run time is one of them. What remains is masked.
///
///     log.info("lote processado", {{"lote", lote.id}, {"fichas", 120}, {"ator", log::opaque(actor.key)}});
namespace aroeira::log {

enum class Level : std::uint8_t { debug, info, warning, error };
std::string_view name_of(Level level);

/// Text that was in the source code; nothing else makes one.
class Literal {
public:
    template <std::size_t N>
    consteval Literal(const char (&text)[N]) : text_(text, N - 1) {}  // NOLINT(google-explicit-constructor)
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// The name of a field: snake_case, and not one of the three every line has.
class FieldName {
public:
    template <std::size_t N>
    consteval FieldName(const char (&text)[N]) : text_(text, N - 1) {  // NOLINT(google-explicit-constructor)
        if (text_.empty() || text_.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789_") != std::string_view::npos)
            throw "a field of a log line is in snake_case";
        if (text_ == "instante" || text_ == "nivel" || text_ == "evento") throw "every line has this field already";
    }
    [[nodiscard]] constexpr std::string_view text() const { return text_; }

private:
    std::string_view text_;
};

/// A key or a token that says nothing of a person: a UUID, or 8 to 64 letters, digits, '-' and '_'
/// with at least one digit and one letter. Anything else is written as "(oculto)".
class Opaque {
public:
    explicit Opaque(std::string_view text);
    [[nodiscard]] std::string_view text() const { return text_; }

private:
    std::string_view text_;
};
inline Opaque opaque(std::string_view text) { return Opaque(text); }

/// What a library said went wrong, without the values it quoted: everything between quotes or
/// parentheses and every long number is dropped, and the rest is cut at 300 bytes.
class Technical {
public:
    explicit Technical(std::string_view text);
    [[nodiscard]] std::string_view text() const { return text_; }

private:
    std::string text_;
};
inline Technical technical(std::string_view text) { return Technical(text); }

/// The value of one field. It views what it was made from: only for the call it is written in.
class Value {
public:
    enum class Kind : std::uint8_t { truth, integer, natural, real, text, masked };

    template <std::size_t N>
    consteval Value(const char (&text)[N]) : kind_(Kind::text), text_(text, N - 1) {}  // NOLINT
    // Templates, so that nothing converts on its way here: a pointer is not a truth, a letter no number.
    template <std::same_as<bool> B>
    Value(B truth) : kind_(Kind::truth), integer_(truth) {}  // NOLINT
    template <std::signed_integral N>
        requires(!std::same_as<N, char>)
    Value(N number) : kind_(Kind::integer), integer_(number) {}  // NOLINT
    template <std::unsigned_integral N>
        requires(!std::same_as<N, bool> && !std::same_as<N, char> && !std::same_as<N, char8_t>)
    Value(N number) : kind_(Kind::natural), natural_(number) {}  // NOLINT
    template <std::floating_point N>
    Value(N number) : kind_(Kind::real), real_(static_cast<double>(number)) {}  // NOLINT
    template <class E>
        requires(std::is_enum_v<E> && requires(E e) { { name_of(e) } -> std::same_as<std::string_view>; })
    Value(E value) : kind_(Kind::text), text_(name_of(value)) {}  // NOLINT
    template <std::same_as<ErrorCode> C>
    Value(C code) : kind_(Kind::text), text_(code.text()) {}  // NOLINT
    Value(const Opaque& opaque) : kind_(Kind::text), text_(opaque.text()) {}  // NOLINT
    Value(const Technical& technical) : kind_(Kind::text), text_(technical.text()) {}  // NOLINT
    /// Places, teams and keys are written whole; documents of people and companies with their last two digits.
    template <class Spec>
    Value(const Identifier<Spec>& id) : kind_(is_public<Spec> ? Kind::text : Kind::masked), text_(id.text()) {}  // NOLINT
    template <class Entity>
    Value(const Id<Entity>& id) : Value(id.uuid) {}  // NOLINT

    void append_to(std::string& line) const;

private:
    template <class Spec>
    static constexpr bool is_public = std::same_as<Spec, CnesSpec> || std::same_as<Spec, IneSpec> ||
                                      std::same_as<Spec, IbgeSpec> || std::same_as<Spec, UuidSpec>;
    Kind kind_;
    union {
        std::int64_t integer_ = 0;
        std::uint64_t natural_;
        double real_;
    };
    std::string_view text_{};
};

struct Field {
    FieldName name;
    Value value;
};

/// Takes one whole line, its end included; called from any thread.
using Sink = std::function<void(std::string_view line)>;

/// One write(2) per line, so that lines of several threads do not mix and none waits in memory.
Sink to_descriptor(int descriptor);
/// Appends to a file, made with mode 0640. Errors: `unavailable` LOG-0001.
Result<Sink> to_file(const std::string& path);

/// Where the program tells what it does. Safe from any thread; a copy writes to the same sink.
class Logger {
public:
    Logger(const Clock& clock, Sink sink, Level least = Level::info)
        : clock_(&clock), sink_(std::move(sink)), least_(least) {}

    /// Cost: about 2 µs and one write(2); nothing below the least level.
    void write(Level level, Literal event, std::initializer_list<Field> fields = {}) const;
    void debug(Literal event, std::initializer_list<Field> fields = {}) const { write(Level::debug, event, fields); }
    void info(Literal event, std::initializer_list<Field> fields = {}) const { write(Level::info, event, fields); }
    void warning(Literal event, std::initializer_list<Field> fields = {}) const { write(Level::warning, event, fields); }
    void error(Literal event, std::initializer_list<Field> fields = {}) const { write(Level::error, event, fields); }
    /// Code, kind and the technical part of an Error; never its message, which is for the user.
    void failure(Literal event, const Error& error, std::initializer_list<Field> fields = {}) const;

private:
    const Clock* clock_;
    Sink sink_;
    Level least_;
};

/// Masks every CPF and CNS of a text, plain or with its usual dots, dashes and blanks, by check digit.
void scrub(std::string& text);

}  // namespace aroeira::log
