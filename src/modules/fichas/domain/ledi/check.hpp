// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/verdict.hpp"
#include "modules/fichas/domain/ledi/info.hpp"

namespace aroeira::fichas::ledi {

/// Walks a record by its description: first the bounds of each field, then the conditional rules
/// of the group, then the groups inside. Allocates only to report.
class Checker {
public:
    Checker(const Context& context, Verdict& verdict) : context_(context), verdict_(verdict) {}

    void check(const StructInfo& info, const Record& record, const Path& at = {});

    [[nodiscard]] const Context& context() const { return context_; }
    [[nodiscard]] bool applies(const RuleInfo& rule) const {
        return context_.version >= rule.since && context_.version < rule.until &&
               (rule.needs == Needs::nothing || context_.catalogo);
    }
    [[gnu::cold]] void broken(const RuleInfo& rule, const Path& at);
    [[gnu::cold]] void broken(const RuleInfo& rule, const Path& at, const Breaches& breaches);

private:
    void check_value(const FieldInfo& field, const Record& record, const Path& at);
    void check_list(const FieldInfo& field, const AnyList& list, const Path& at);
    void check_distinct(const FieldInfo& field, const AnyList& list, const Path& at);
    void check_number(const FieldInfo& field, std::int64_t value, const Path& at);
    void check_real(const FieldInfo& field, double value, const Path& at);
    void check_text(const FieldInfo& field, Text value, const Path& at);
    void check_length(const FieldInfo& field, std::uint32_t length, std::string_view unit, const Path& at);

    [[gnu::cold]] void absent(const FieldInfo& field, const Path& at);
    [[gnu::cold]] void ignored(const FieldInfo& field, const Path& at);
    [[gnu::cold]] void refuse(std::string_view rule, const Path& at, std::string message, std::string fix);

    const Context& context_;
    Verdict& verdict_;
};

/// Characters of a UTF-8 text, or kNotText when it is not UTF-8 or holds control characters.
inline constexpr std::uint32_t kNotText = 0xFFFFFFFF;
std::uint32_t characters(std::string_view text);

/// The accepted values of a field in words: "1 Manhã, 2 Tarde, 3 Noite"; empty when it has no list.
std::string accepted_values(const FieldInfo& field);

}  // namespace aroeira::fichas::ledi
