// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/vacinacao.hpp"

#include <charconv>
#include <string>

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

// By the two columns of the row: the first release with it, the first without it.
bool lives_in(const Packed& table, std::size_t row, Release release) {
    const auto label = table.label(row);
    const auto since = Packed::part(label, 0);
    const auto until = Packed::part(label, 1);
    return (since.empty() || release >= parse(since)) && (until.empty() || release < parse(until));
}

}  // namespace

bool may_be_given(std::int64_t imunobiologico, Release release) {
    const auto& table = packed::vacina_regra;
    const std::string prefix = std::to_string(imunobiologico) + '-';
    for (std::size_t row = 0; row < table.count; ++row)
        if (table.key(row).starts_with(prefix) && lives_in(table, row, release)) return true;
    return false;
}

bool vaccine_rule_exists(std::int64_t imunobiologico, std::int64_t estrategia, std::int64_t dose, Release release) {
    const auto row = packed::vacina_regra.find(imunobiologico, estrategia, dose);
    return row && lives_in(packed::vacina_regra, *row, release);
}

bool place_fits_route(std::int64_t via, std::int64_t local, Release release) {
    const auto row = packed::vacina_local.find(via, local);
    return row && lives_in(packed::vacina_local, *row, release);
}

bool is_fabricante(std::string_view rnds) { return packed::fabricante.has(rnds); }

bool is_grupo_atendimento_active(std::int64_t code) {
    const auto row = packed::grupo_atendimento.find(code);
    return row && packed::grupo_atendimento.flags[*row] == 'A';
}

}  // namespace aroeira::tabelas
