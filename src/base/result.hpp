// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

/// A condition only our own bug can break. It stops the program: a wrong ficha is worse than none.
#define INVARIANT(condition, why)                                                    \
    do {                                                                             \
        if (!(condition)) [[unlikely]] ::aroeira::invariant_broken(why, __FILE__, __LINE__); \
    } while (false)

namespace aroeira {

[[noreturn]] inline void invariant_broken(const char* why, const char* file, int line) {
    std::fprintf(stderr, "INVARIANT %s (%s:%d)\n", why, file, line);
    std::abort();
}

/// What went wrong, in words every layer understands. The list is closed on purpose: a new kind
/// must be given an HTTP status, a retry policy and a screen text before the program compiles.
enum class ErrorKind : std::uint8_t {
    invalid_input,    ///< The caller sent something a rule refuses. Never retry.
    unauthenticated,  ///< We do not know who is calling.
    forbidden,        ///< We know who is calling; the answer is no.
    not_found,
    conflict,         ///< True when asked, false by the time we wrote (duplicate, stale version).
    too_large,        ///< More than a limit allows.
    unavailable,      ///< A neighbour (database, outside service) did not answer. Retry with backoff.
    internal,         ///< Our bug. Goes to the log with its code; the user sees only the code.
};

/// A stable, greppable name such as "FICHA-0002". Its shape is checked at compile time, so a typo
/// in a code is a build failure and not a support call.
class ErrorCode {
public:
    consteval ErrorCode(const char* text) : text_(text) {  // NOLINT(google-explicit-constructor)
        const auto dash = text_.find('-');
        const auto number = text_.substr(dash + 1);
        const bool is_number = number.size() == 4 &&
                               number.find_first_not_of("0123456789") == std::string_view::npos;
        if (dash == std::string_view::npos || dash == 0 || !is_number)
            throw "an error code is MODULE-NNNN";
    }
    [[nodiscard]] constexpr std::string_view text() const noexcept { return text_; }
    friend constexpr bool operator==(ErrorCode, ErrorCode) = default;

private:
    std::string_view text_;
};

/// One field the user can correct. `message` and `fix` are pt-BR and ready for the screen.
struct FieldError {
    std::string rule{};
    std::string field{};
    std::string message{};
    std::string fix{};
};

/// An expected failure, as a value.
struct Error {
    ErrorKind kind;
    ErrorCode code;
    std::string message{};             ///< pt-BR, for the user: the cause and the next step.
    std::vector<FieldError> fields{};  ///< Only with `invalid_input`.
    std::string detail{};              ///< For the operator's log. Never a CPF, a CNS or a name.
};

/// Either a value or the Error that kept us from it. The interface is a subset of C++23
/// std::expected, spelled the same way, so that an alias can replace it one day.
template <class T>
class [[nodiscard]] Result {
public:
    Result(T value) : state_(std::in_place_index<0>, std::move(value)) {}      // NOLINT
    Result(Error error) : state_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

    [[nodiscard]] bool has_value() const noexcept { return state_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }

    [[nodiscard]] const T& value() const& {
        INVARIANT(has_value(), "value() of a failed Result");
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T& value() & {
        INVARIANT(has_value(), "value() of a failed Result");
        return *std::get_if<0>(&state_);
    }
    [[nodiscard]] T&& value() && {
        INVARIANT(has_value(), "value() of a failed Result");
        return std::move(*std::get_if<0>(&state_));
    }
    [[nodiscard]] const Error& error() const& {
        INVARIANT(!has_value(), "error() of a successful Result");
        return *std::get_if<1>(&state_);
    }
    [[nodiscard]] Error&& error() && {
        INVARIANT(!has_value(), "error() of a successful Result");
        return std::move(*std::get_if<1>(&state_));
    }
    const T& operator*() const& { return value(); }
    T& operator*() & { return value(); }
    const T* operator->() const { return &value(); }
    T* operator->() { return &value(); }

private:
    std::variant<T, Error> state_;
};

template <>
class [[nodiscard]] Result<void> {
public:
    Result() = default;
    Result(Error error) : error_(std::in_place_index<1>, std::move(error)) {}  // NOLINT

    [[nodiscard]] bool has_value() const noexcept { return error_.index() == 0; }
    explicit operator bool() const noexcept { return has_value(); }
    void value() const { INVARIANT(has_value(), "value() of a failed Result"); }
    [[nodiscard]] const Error& error() const& {
        INVARIANT(!has_value(), "error() of a successful Result");
        return *std::get_if<1>(&error_);
    }
    [[nodiscard]] Error&& error() && {
        INVARIANT(!has_value(), "error() of a successful Result");
        return std::move(*std::get_if<1>(&error_));
    }

private:
    std::variant<std::monostate, Error> error_;
};

#define AROEIRA_CONCAT_(a, b) a##b
#define AROEIRA_CONCAT(a, b) AROEIRA_CONCAT_(a, b)

/// Takes the value out of a Result, or returns its Error to our caller.
///
///     AROEIRA_TRY(const auto cpf, Cpf::parse(texto));
///
/// It expands to several statements: never the body of an unbraced `if`.
#define AROEIRA_TRY(declaration, ...)                                        \
    auto&& AROEIRA_CONCAT(result_, __LINE__) = (__VA_ARGS__);                \
    if (!AROEIRA_CONCAT(result_, __LINE__)) [[unlikely]] {                   \
        return std::move(AROEIRA_CONCAT(result_, __LINE__)).error();         \
    }                                                                        \
    declaration = std::move(AROEIRA_CONCAT(result_, __LINE__)).value()

/// The same for a Result<void>.
#define AROEIRA_CHECK(...)                                                   \
    if (auto&& AROEIRA_CONCAT(result_, __LINE__) = (__VA_ARGS__);            \
        !AROEIRA_CONCAT(result_, __LINE__)) [[unlikely]]                     \
    return std::move(AROEIRA_CONCAT(result_, __LINE__)).error()

}  // namespace aroeira
