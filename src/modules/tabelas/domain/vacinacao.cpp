// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/vacinacao.hpp"

#include <charconv>

#include "modules/tabelas/domain/packed.hpp"

namespace aroeira::tabelas {
namespace {

// "8.4.1".
Release parse(std::string_view text) {
    Release release;
    const char* at = text.data();
    const char* const end = at + text.size();
    for (int* part : {&release.major, &release.minor, &release.revision}) {
        at = std::from_chars(at, end, *part).ptr;
        if (at != end) ++at;
    }
    return release;
}

}  // namespace

bool vaccine_rule_exists(std::int64_t imunobiologico, std::int64_t estrategia, std::int64_t dose, Release release) {
    const auto row = packed::vacina_regra.find(imunobiologico, estrategia, dose);
    if (!row) return false;
    const auto label = packed::vacina_regra.label(*row);
    const auto since = Packed::part(label, 0);
    const auto until = Packed::part(label, 1);
    return (since.empty() || release >= parse(since)) && (until.empty() || release < parse(until));
}

bool place_fits_route(std::int64_t via, std::int64_t local) { return packed::vacina_local.has(via, local); }

bool is_fabricante(std::string_view rnds) { return packed::fabricante.has(rnds); }
std::string_view fabricante_name(std::string_view rnds) { return packed::fabricante.label_of(rnds); }

bool is_grupo_atendimento_active(std::int64_t code) {
    const auto row = packed::grupo_atendimento.find(code);
    return row && packed::grupo_atendimento.flags[*row] == 'A';
}

}  // namespace aroeira::tabelas
