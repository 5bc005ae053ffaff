// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/tabelas.hpp"

#include <array>

#include "modules/tabelas/domain/packed.hpp"

namespace aroeira::tabelas {
namespace {

constexpr char kSeparator = '\x1f';

std::string_view part(std::string_view label, int index) {
    for (; index > 0; --index) {
        const auto end = label.find(kSeparator);
        if (end == label.npos) return {};
        label.remove_prefix(end + 1);
    }
    return label.substr(0, label.find(kSeparator));
}

std::string_view label_of(const Packed& table, std::string_view key) {
    const auto row = table.find(key);
    return row ? table.label(*row) : std::string_view();
}

Applies applies(const Packed& table, std::string_view key) {
    const auto row = table.find(key);
    if (!row) return Applies::both;
    if (table.flags[*row] == 'M') return Applies::male;
    return table.flags[*row] == 'F' ? Applies::female : Applies::both;
}

std::optional<std::size_t> signature(std::int64_t tipo, std::string_view cbo) {
    if (tipo < 0 || tipo > 99 || cbo.size() != 6) return std::nullopt;
    std::array<char, 8> key{static_cast<char>('0' + tipo / 10), static_cast<char>('0' + tipo % 10)};
    cbo.copy(key.data() + 2, 6);
    return packed::cbo_por_ficha.find({key.data(), key.size()});
}

bool is_digit(char c) { return c >= '0' && c <= '9'; }

}  // namespace

std::optional<Municipio> municipio(std::string_view ibge7) {
    const auto row = packed::municipio.find(ibge7);
    if (!row) return std::nullopt;
    const auto label = packed::municipio.label(*row);
    return Municipio{part(label, 0), part(label, 1), part(label, 2)};
}

std::chrono::minutes utc_offset(std::string_view fuso) {
    using std::chrono::hours;
    constexpr std::array<std::string_view, 2> five{"America/Rio_Branco", "America/Eirunepe"};
    constexpr std::array<std::string_view, 5> four{"America/Manaus", "America/Cuiaba", "America/Campo_Grande",
                                                   "America/Porto_Velho", "America/Boa_Vista"};
    if (fuso == "America/Noronha") return hours(-2);
    for (const auto zone : five)
        if (fuso == zone) return hours(-5);
    for (const auto zone : four)
        if (fuso == zone) return hours(-4);
    return hours(-3);
}

bool has_cbo(std::string_view cbo) { return packed::cbo.has(cbo); }
std::string_view cbo_title(std::string_view cbo) { return label_of(packed::cbo, cbo); }
bool cbo_may_sign(std::int64_t tipo, std::string_view cbo) { return signature(tipo, cbo).has_value(); }

bool cbo_may_refer_by_cid10(std::string_view cbo) {
    constexpr std::int64_t kAtendimentoIndividual = 4;
    const auto row = signature(kAtendimentoIndividual, cbo);
    return row && packed::cbo_por_ficha.flags[*row] == '1';
}

bool is_ciap2_procedure(std::string_view code) {
    return code.size() == 3 && code[0] >= 'A' && code[0] <= 'Z' && code[1] >= '3' && code[1] <= '6' && is_digit(code[2]);
}
bool has_ciap2(std::string_view code) { return packed::ciap2.has(code) || is_ciap2_procedure(code); }
bool has_ciap2_cid10(std::string_view ciap2) { return packed::ciap2_cid10.has(ciap2); }
bool has_cid10(std::string_view code) { return packed::cid10.has(code); }
Applies cid10_applies(std::string_view code) { return applies(packed::cid10, code); }
bool has_sigtap(std::string_view code) { return packed::sigtap.has(code); }
Applies sigtap_applies(std::string_view code) { return applies(packed::sigtap, code); }
std::string_view sigtap_name(std::string_view code) { return label_of(packed::sigtap, code); }
bool has_catmat(std::string_view code) { return packed::catmat.has(code); }

std::optional<AbCondition> ab_condition(std::string_view code) {
    const auto row = packed::ab_condicao.find(code);
    if (!row) return std::nullopt;
    return AbCondition{part(packed::ab_condicao.label(*row), 0)};
}

std::optional<std::string_view> ab_exam_sigtap(std::string_view code) {
    const auto row = packed::exame_ab.find(code);
    if (!row) return std::nullopt;
    return part(packed::exame_ab.label(*row), 0);
}

bool has_structured_result(std::string_view code) {
    if (packed::exame_estruturado.has(code)) return true;
    const auto ab = packed::exame_estruturado_ab.find(code);
    return ab && packed::exame_estruturado_ab.label(*ab).empty();
}

}  // namespace aroeira::tabelas
