// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/api/verdict.hpp"
#include "modules/fichas/domain/ledi/info.hpp"

namespace aroeira::fichas::ledi {

/// Walks a record by its description: first the bounds of each field, then the conditional rules
/// of the group, then the groups inside. Allocates only to report.
class Checker {
public:
    Checker(const Context& context, Verdict& verdict)
        : context_(context), verdict_(verdict), release_(order_of(context.version)) {}

    void check(const StructInfo& info, const Record& record, const Path& at = {});

    [[nodiscard]] const Context& context() const { return context_; }
    /// `since` and `until` by order_of.
    [[nodiscard]] bool applies(std::uint32_t since, std::uint32_t until, Needs needs) const {
        return release_ >= since && release_ < until && (needs == Needs::nothing || context_.catalogo);
    }
    [[gnu::cold]] void broken(const RuleInfo& rule, const Path& at);
    [[gnu::cold]] void broken(const RuleInfo& rule, const Path& at, const Breaches& breaches);

private:
    void check_value(const Step& step, const Record& record, const Path& at);
    void check_group(const StructInfo& info, const Record& record, const Path& at);
    void check_list(const Step& step, const AnyList& list, const Path& at);
    void check_distinct(const FieldInfo& field, const AnyList& list, const Path& at);
    void check_number(const FieldInfo& field, std::int64_t value, const Path& at, std::int64_t index);
    void check_real(const FieldInfo& field, double value, const Path& at);
    void check_text(const FieldInfo& field, Text value, const Path& at, std::int64_t index);
    [[gnu::cold, gnu::noinline]] void check_length(const FieldInfo& field, std::uint32_t length, std::string_view unit, const Path& at);

    [[gnu::cold, gnu::noinline]] void bad_number(const FieldInfo& field, std::int64_t value, const Path& at);
    [[gnu::cold, gnu::noinline]] void bad_real(const FieldInfo& field, double value, const Path& at);
    [[gnu::cold, gnu::noinline]] void bad_text(const FieldInfo& field, Text value, std::uint32_t length, const Path& at);
    [[gnu::cold, gnu::noinline]] void absent(const FieldInfo& field, const Path& at);
    [[gnu::cold, gnu::noinline]] void ignored(const FieldInfo& field, const Path& at);
    [[gnu::cold, gnu::noinline]] void refuse(std::string_view rule, const Path& at, std::string message, std::string fix);

    const Context& context_;
    Verdict& verdict_;
    const std::uint32_t release_;
};

/// The accepted values of a field in words: "1 Manhã, 2 Tarde, 3 Noite"; empty when it has no list.
std::string accepted_values(const FieldInfo& field);

}  // namespace aroeira::fichas::ledi
