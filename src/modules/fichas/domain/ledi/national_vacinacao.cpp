// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/domain/ledi/national_vacinacao.hpp"

#include "modules/tabelas/api/ocupacoes.hpp"
#include "modules/tabelas/api/vacinacao.hpp"

namespace aroeira::fichas::ledi::national {
namespace {

tabelas::Release release(const Version& v) { return {v.major, v.minor, v.revision}; }

}  // namespace

bool may_be_given(std::int64_t imunobiologico, const Version& version) {
    return tabelas::may_be_given(imunobiologico, release(version));
}
bool has_vaccine_rule(std::int64_t imunobiologico, std::int64_t estrategia, std::int64_t dose, const Version& version) {
    return tabelas::vaccine_rule_exists(imunobiologico, estrategia, dose, release(version));
}
bool place_fits_route(std::int64_t via, std::int64_t local, const Version& version) {
    return tabelas::place_fits_route(via, local, release(version));
}
bool has_fabricante(std::string_view rnds) { return tabelas::is_fabricante(rnds); }
bool is_grupo_active(std::int64_t grupo) { return tabelas::is_grupo_atendimento_active(grupo); }
bool is_prescritor(std::string_view cbo) { return tabelas::is_cbo_prescritor(cbo); }

}  // namespace aroeira::fichas::ledi::national
