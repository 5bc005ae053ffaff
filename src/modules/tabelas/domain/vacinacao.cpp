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

std::string_view imunobiologico_name(std::int64_t code) { return packed::imunobiologico.label_of(std::to_string(code), 1); }

void each_imunobiologico(const std::function<void(std::int64_t, std::string_view, std::string_view)>& visit) {
    const auto& table = packed::imunobiologico;
    for (std::size_t row = 0; row < table.count; ++row) {
        std::int64_t code = 0;
        const auto key = table.key(row);
        std::from_chars(key.data(), key.data() + key.size(), code);
        visit(code, Packed::part(table.label(row), 0), Packed::part(table.label(row), 1));
    }
}

std::string_view fabricante_name(std::string_view rnds) { return packed::fabricante.label_of(rnds); }

void each_fabricante(const std::function<void(std::string_view, std::string_view)>& visit) {
    const auto& table = packed::fabricante;
    for (std::size_t row = 0; row < table.count; ++row) {
        auto key = table.key(row);
        while (key.ends_with(' ')) key.remove_suffix(1);
        visit(key, Packed::part(table.label(row), 0));
    }
}

bool is_fabricante(std::string_view rnds) { return packed::fabricante.has(rnds); }

bool is_grupo_atendimento_active(std::int64_t code) {
    const auto row = packed::grupo_atendimento.find(code);
    return row && packed::grupo_atendimento.flags[*row] == 'A';
}

}  // namespace aroeira::tabelas
