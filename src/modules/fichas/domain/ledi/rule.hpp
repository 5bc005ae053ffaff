// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <chrono>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "modules/fichas/api/catalogo.hpp"
#include "modules/fichas/domain/ledi/schema.hpp"

namespace aroeira::fichas::ledi {

struct DadoTransporte;

/// What a rule may ask about besides the group it stands beside.
struct Context {
    const DadoTransporte* envelope = nullptr;
    Version version{};                     ///< Declared by the sender.
    Long attended_at{};                    ///< The dA of the rules: header.dataAtendimento.
    std::int64_t now = 0;                  ///< Epoch ms.
    std::int64_t zone_ms = -3 * 3'600'000;  ///< Of the município; dates are read in it.
    std::string_view cbo{};                ///< Of the principal professional; empty when unknown.
    const Catalogo* catalogo = nullptr;    ///< Null leaves out the rules that need it.

    /// Days since 1970-01-01 on the wall calendar of the município.
    [[nodiscard]] std::int64_t day(std::int64_t ms) const;
    [[nodiscard]] std::int64_t today() const { return day(now); }
    /// Whole years, and whole months, between two instants by the calendar of the município.
    [[nodiscard]] int years(std::int64_t from, std::int64_t to) const;
    [[nodiscard]] int months(std::int64_t from, std::int64_t to) const;
    /// False only when both are given and the day of the first comes after the day of the second.
    [[nodiscard]] bool day_ordered(const Long& a, const Long& b) const { return !a || !b || *a <= *b || day(*a) <= day(*b); }
    /// Age in years at the care event; -1 when either date is missing.
    [[nodiscard]] int age(const Long& born) const {
        return born && attended_at ? years(*born, *attended_at) : -1;
    }
};

/// Where a rule with `each` found what it refuses.
class Breaches {
public:
    /// A field of this group, or a path from it: `field("headerTransport.cnes")`.
    void field(std::string_view path) { rows_.push_back({kNone, path, kNone, {}}); }
    /// An item of the list the rule is about, or a field inside it: `at(2, "cid10")` in a rule on
    /// `problemasCondicoes` is `problemasCondicoes[2].cid10`.
    void at(std::size_t index, std::string_view inside = {}) { rows_.push_back({index, inside, kNone, {}}); }
    /// A field of an item of a list inside an item: `at(0, "procedimentos", 3)`.
    void at(std::size_t index, std::string_view list, std::size_t inner, std::string_view inside = {}) {
        rows_.push_back({index, list, inner, inside});
    }

    static constexpr std::size_t kNone = static_cast<std::size_t>(-1);
    struct Row {
        std::size_t index;
        std::string_view name;
        std::size_t inner;
        std::string_view inside;
    };
    [[nodiscard]] const std::vector<Row>& rows() const { return rows_; }

private:
    std::vector<Row> rows_;  // No memory until the first breach.
};

/// Refuses each of these members that is present: `forbid<&Visita::sexo, &Visita::peso>(v, found)`.
template <auto... Member, class T>
void forbid(const T& group, Breaches& found) {
    ((present(group.*Member) ? found.field(name_of<Member>) : void()), ...);
}
/// Refuses each of these members that is missing.
template <auto... Member, class T>
void demand(const T& group, Breaches& found) {
    ((present(group.*Member) ? void() : found.field(name_of<Member>)), ...);
}

enum class Needs : std::uint8_t { nothing, catalogo };

/// One sentence of the dictionary. Exactly one of `holds` (the predicate says what must be true)
/// and `each` (which names every offending field or item) is given.
template <class T>
struct Rule {
    std::string_view id{};       ///< Stable, greppable: "VDT-07".
    std::string_view field{};    ///< Exact path from this group.
    std::string_view message{};  ///< pt-BR: what is wrong. Never a value of the citizen's.
    std::string_view fix{};      ///< pt-BR: what to do.
    std::string_view source{};   ///< Document, release, item.
    Version since{}, until = kNever;
    Needs needs = Needs::nothing;
    bool warns = false;  ///< A warning does not refuse the ficha.
    bool (*holds)(const T&, const Context&) = nullptr;
    void (*each)(const T&, const Context&, Breaches&) = nullptr;
};

/// Specialised beside a declaration that has conditional rules.
template <class T> inline constexpr std::array<Rule<T>, 0> rules{};

/// Several lists of rules as one: `join(shared_rules<A>, std::array{Rule<A>{…}, …})`.
template <class T, std::size_t... N>
constexpr auto join(const std::array<Rule<T>, N>&... parts) {
    std::array<Rule<T>, (N + ...)> all{};
    std::size_t next = 0;
    const auto take = [&](const auto& part) {
        for (const auto& rule : part) all[next++] = rule;
    };
    (take(parts), ...);
    return all;
}

/// A rule without its predicate: what a reference page, a report or a test needs.
struct RuleInfo {
    std::string_view id, field, message, fix, source;
    Version since, until;
    Needs needs;
    bool warns;
};

}  // namespace aroeira::fichas::ledi
