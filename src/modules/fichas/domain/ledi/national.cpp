// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/national.hpp"

#include <array>
#include <charconv>

#include "modules/fichas/domain/ledi/words.hpp"
#include "modules/tabelas/api/tabelas.hpp"

namespace aroeira::fichas::ledi::national {
namespace {

constexpr std::int64_t kCuidadoCompartilhado = 16;

Version parse_version(std::string_view text) {
    Version version;
    const char* at = text.data();
    const char* const end = at + text.size();
    for (int* part : {&version.major, &version.minor, &version.revision}) {
        at = std::from_chars(at, end, *part).ptr;
        if (at != end) ++at;
    }
    return version;
}

/// A short text as two words; with its size, no other text is the same.
struct Key {
    std::uint64_t first = 0, last = 0;
    bool operator==(const Key&) const = default;
};
Key key_of(std::string_view code) {
    const char* const at = code.data();
    const std::size_t size = code.size();
    if (size >= 8) return {load_word<std::uint64_t>(at), load_word<std::uint64_t>(at + size - 8)};
    if (size >= 4) return {load_word<std::uint32_t>(at), load_word<std::uint32_t>(at + size - 4)};
    return {static_cast<Byte>(at[0]), std::uint64_t{static_cast<Byte>(at[size / 2])} << 8 | static_cast<Byte>(at[size - 1])};
}

// The last answers about codes, found by a few bits of the code. A município writes the same few
// hundred codes all day, and a table is a search of fourteen steps over memory nobody else needs.
template <auto Ask>
auto remembered(std::string_view code) {
    using Reply = decltype(Ask(code));
    struct Answer {
        Key key{};
        std::size_t size = 0;  // No code is empty.
        Reply reply{};
    };
    constexpr std::size_t kAnswers = 512, kLongest = 16;
    thread_local std::array<Answer, kAnswers> answers{};
    if (code.empty() || code.size() > kLongest) return Ask(code);
    const Key key = key_of(code);
    const std::uint64_t mixed = (key.first ^ key.last * 0xC2B2AE3D27D4EB4F) * 0x9E3779B97F4A7C15;
    Answer& known = answers[mixed >> 55];
    if (known.size != code.size() || known.key != key) [[unlikely]] known = {key, code.size(), Ask(code)};
    return known.reply;
}

/// The record types a CBO may sign, a bit each.
std::uint32_t signed_by(std::string_view cbo) {
    std::uint32_t tipos = 0;
    for (std::int64_t tipo = 0; tipo < 32; ++tipo) tipos |= std::uint32_t{tabelas::cbo_may_sign(tipo, cbo)} << tipo;
    return tipos;
}
bool is_municipio(std::string_view ibge) { return tabelas::municipio(ibge).has_value(); }
bool is_exam(std::string_view code) {
    if (tabelas::has_sigtap(code)) return code.starts_with("02");
    const auto sigtap = tabelas::ab_exam_sigtap(code);
    return sigtap && sigtap->empty();
}

}  // namespace

bool accepts_cbo(std::int64_t tipo, std::string_view cbo) {
    if (tipo == kCuidadoCompartilhado) return has_cbo(cbo);
    return tipo >= 0 && tipo < 32 && (remembered<signed_by>(cbo) >> tipo & 1);
}
bool has_cbo(std::string_view cbo) { return remembered<tabelas::has_cbo>(cbo); }
bool may_refer_by_cid10(std::string_view cbo) { return tabelas::cbo_may_refer_by_cid10(cbo); }
bool has_municipio(std::string_view ibge) { return remembered<is_municipio>(ibge); }
bool has_pais(std::int64_t code) { return tabelas::is_pais(code); }
bool has_uf(std::string_view dne) { return tabelas::is_uf_dne(dne); }
bool has_tipo_logradouro(std::string_view dne) { return tabelas::is_tipo_logradouro(dne); }
bool has_ciap2(std::string_view code) { return remembered<tabelas::has_ciap2>(code); }
bool is_ciap2_procedure(std::string_view code) { return tabelas::is_ciap2_procedure(code); }
bool can_refer_by_ciap2(std::string_view code) { return remembered<tabelas::has_ciap2_cid10>(code); }
bool has_cid10(std::string_view code) { return remembered<tabelas::has_cid10>(code); }

bool fits_sex(std::string_view cid10, const Long& sexo) {
    const auto applies = remembered<tabelas::cid10_applies>(cid10);
    if (applies == tabelas::Applies::male) return sexo != 1;
    return applies != tabelas::Applies::female || sexo != 0;
}

bool has_ab_condition(std::string_view code, const Version& version) {
    const auto found = tabelas::ab_condition(code);
    return found && (found->last_version.empty() || version < parse_version(found->last_version));
}

bool has_sigtap(std::string_view code) { return remembered<tabelas::has_sigtap>(code); }

bool is_requestable_exam(std::string_view code) { return remembered<is_exam>(code); }

bool has_structured_result(std::string_view code) { return remembered<tabelas::has_structured_result>(code); }
bool has_catmat(std::string_view code) { return remembered<tabelas::has_catmat>(code); }

bool is_odonto_procedure(std::string_view code, const Version& v) {
    return tabelas::is_odonto_procedure(code, {v.major, v.minor, v.revision});
}
int odonto_max_quantity(std::string_view code) { return tabelas::odonto_max_quantity(code); }
bool is_recordable_procedure(std::string_view code, const Version& v) {
    return tabelas::is_recordable_procedure(code, {v.major, v.minor, v.revision});
}
bool is_home_care_procedure(std::string_view code) { return tabelas::is_care_procedure(code); }

}  // namespace aroeira::fichas::ledi::national
