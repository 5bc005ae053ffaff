// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/procedimentos.hpp"

#include <array>
#include <charconv>

#include "modules/tabelas/domain/applies.hpp"

namespace aroeira::tabelas {
namespace {

/// A list of procedures that mixes SIGTAP and AB codes.
struct MixedList {
    const Packed& by_ab;
    const Packed& by_sigtap;

    [[nodiscard]] bool names(std::string_view code, Release release) const {
        constexpr Release kOnlyWithoutSigtap{8, 4, 0};
        if (by_sigtap.has(code)) return true;
        const auto ab = by_ab.find(code);
        return ab && (release < kOnlyWithoutSigtap || Packed::part(by_ab.label(*ab), 0).empty());
    }
};

}  // namespace

bool has_sigtap(std::string_view code) { return packed::sigtap.has(code); }
Applies sigtap_applies(std::string_view code) { return applies(packed::sigtap, code); }
std::string_view sigtap_name(std::string_view code) { return packed::sigtap.label_of(code); }
std::string_view procedimento_title(std::string_view code) {
    if (const auto name = sigtap_name(code); !name.empty()) return name;
    for (const auto* table : {&packed::procedimento_ab, &packed::procedimento_ab_odonto, &packed::exame_ab})
        if (const auto title = table->label_of(code, 1); !title.empty()) return title;
    return {};
}

AgeLimits sigtap_ages(std::string_view code) {
    AgeLimits ages;
    const auto row = packed::sigtap_idade.find(code);
    if (!row) return ages;
    const auto label = packed::sigtap_idade.label(*row);
    const auto read = [&](int part, int& into) {
        const auto text = Packed::part(label, part);
        std::from_chars(text.data(), text.data() + text.size(), into);
    };
    read(0, ages.min_months);
    read(1, ages.max_months);
    return ages;
}

bool is_exam(std::string_view code) { return code.starts_with("02") && has_sigtap(code); }

void each_exam(const std::function<bool(std::string_view, std::string_view)>& visit) {
    const auto& table = packed::sigtap;
    for (std::size_t row = 0; row < table.count; ++row) {
        const auto code = table.key(row);
        if (code.starts_with("02") && !visit(code, Packed::part(table.label(row), 0))) return;
    }
}

std::optional<std::string_view> ab_exam_sigtap(std::string_view code) {
    const auto row = packed::exame_ab.find(code);
    if (!row) return std::nullopt;
    return Packed::part(packed::exame_ab.label(*row), 0);
}

bool has_structured_result(std::string_view code) {
    if (packed::exame_estruturado.has(code)) return true;
    const auto ab = packed::exame_estruturado_ab.find(code);
    return ab && packed::exame_estruturado_ab.label(*ab).empty();
}

bool is_care_procedure(std::string_view code) {
    constexpr std::array<std::string_view, 5> kGroups{"01", "02", "03", "04", "0804"};
    for (const auto group : kGroups)
        if (code.starts_with(group)) return has_sigtap(code);
    return false;
}

bool is_recordable_procedure(std::string_view code, Release release) {
    const MixedList list{packed::procedimento_ab, packed::procedimento_ab_sigtap};
    return is_care_procedure(code) || list.names(code, release);
}

bool is_odonto_procedure(std::string_view code, Release release) {
    const MixedList list{packed::procedimento_ab_odonto, packed::procedimento_ab_odonto_sigtap};
    // Every prosthesis the LEDI names has a greatest quantity, and no other code of the group 07 has.
    return is_care_procedure(code) || list.names(code, release) ||
           (code.starts_with("07") && packed::odonto_quantidade.has(code));
}

int odonto_max_quantity(std::string_view sigtap) {
    const auto text = packed::odonto_quantidade.label_of(sigtap);
    int most = 1;
    std::from_chars(text.data(), text.data() + text.size(), most);
    return most;
}

}  // namespace aroeira::tabelas
