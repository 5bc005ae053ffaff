// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/national.hpp"

#include <charconv>

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

}  // namespace

bool accepts_cbo(std::int64_t tipo, std::string_view cbo) {
    return tipo == kCuidadoCompartilhado ? tabelas::has_cbo(cbo) : tabelas::cbo_may_sign(tipo, cbo);
}
bool has_cbo(std::string_view cbo) { return tabelas::has_cbo(cbo); }
bool may_refer_by_cid10(std::string_view cbo) { return tabelas::cbo_may_refer_by_cid10(cbo); }
bool has_municipio(std::string_view ibge) { return tabelas::municipio(ibge).has_value(); }
bool has_pais(std::int64_t code) { return tabelas::is_pais(code); }
bool has_uf(std::string_view dne) { return tabelas::is_uf_dne(dne); }
bool has_tipo_logradouro(std::string_view dne) { return tabelas::is_tipo_logradouro(dne); }
bool has_ciap2(std::string_view code) { return tabelas::has_ciap2(code); }
bool is_ciap2_procedure(std::string_view code) { return tabelas::is_ciap2_procedure(code); }
bool can_refer_by_ciap2(std::string_view code) { return tabelas::has_ciap2_cid10(code); }
bool has_cid10(std::string_view code) { return tabelas::has_cid10(code); }

bool fits_sex(std::string_view cid10, const Long& sexo) {
    const auto applies = tabelas::cid10_applies(cid10);
    if (applies == tabelas::Applies::male) return sexo != 1;
    return applies != tabelas::Applies::female || sexo != 0;
}

bool has_ab_condition(std::string_view code, const Version& version) {
    const auto found = tabelas::ab_condition(code);
    return found && (found->last_version.empty() || version < parse_version(found->last_version));
}

bool has_sigtap(std::string_view code) { return tabelas::has_sigtap(code); }

bool is_requestable_exam(std::string_view code) {
    if (tabelas::has_sigtap(code)) return code.starts_with("02");
    const auto sigtap = tabelas::ab_exam_sigtap(code);
    return sigtap && sigtap->empty();
}

bool has_structured_result(std::string_view code) { return tabelas::has_structured_result(code); }
bool has_catmat(std::string_view code) { return tabelas::has_catmat(code); }

bool is_odonto_procedure(std::string_view code, const Version& v) {
    return tabelas::is_odonto_procedure(code, {v.major, v.minor, v.revision});
}
int odonto_max_quantity(std::string_view code) { return tabelas::odonto_max_quantity(code); }
bool is_recordable_procedure(std::string_view code, const Version& v) {
    return tabelas::is_recordable_procedure(code, {v.major, v.minor, v.revision});
}
bool is_home_care_procedure(std::string_view code) { return tabelas::is_care_procedure(code); }

}  // namespace aroeira::fichas::ledi::national
