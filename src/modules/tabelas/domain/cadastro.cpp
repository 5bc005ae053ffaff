// SPDX-License-Identifier: Apache-2.0
#include "modules/tabelas/api/cadastro.hpp"

#include <algorithm>
#include <initializer_list>
#include <string>

#include "modules/tabelas/api/ocupacoes.hpp"
#include "modules/tabelas/domain/packed.hpp"

namespace aroeira::tabelas {
namespace {

/// The perfil of the longest prefix of at least `least` characters that has a row for the place.
std::string_view longest(std::string_view cbo, std::string_view place, std::size_t least) {
    for (std::size_t size = cbo.size(); size >= least; --size) {
        std::string key(cbo.substr(0, size));
        key.append("-").append(place);
        if (const auto row = packed::perfil_cbo.find(key)) return packed::perfil_cbo.label(*row);
    }
    return {};
}

bool is_one_of(std::string_view tipo, std::initializer_list<std::string_view> tipos) {
    return std::find(tipos.begin(), tipos.end(), tipo) != tipos.end();
}

/// Teams of home care (EMAD, EMAP), and those that support others (eMulti, and the NASF before it).
std::string_view place_of(std::string_view tipo_equipe) {
    if (tipo_equipe.empty()) return "sem_equipe";
    if (is_one_of(tipo_equipe, {"22", "46", "23"})) return "ad";
    if (is_one_of(tipo_equipe, {"72", "06", "07", "45"})) return "nasf";
    return {};
}

}  // namespace

std::size_t cbo_count() { return packed::cbo.count; }
Ocupacao cbo_at(std::size_t row) { return {packed::cbo.key(row), packed::cbo.label(row)}; }

bool cbo_signs_fichas(std::string_view cbo) {
    for (std::int64_t tipo = 2; tipo <= 16; ++tipo)
        if (cbo_may_sign(tipo, cbo)) return true;
    return false;
}

std::string_view perfil_of_cbo(std::string_view cbo, std::string_view tipo_equipe) {
    if (!has_cbo(cbo)) return {};
    const auto place = place_of(tipo_equipe);
    if (!place.empty())
        if (const auto perfil = longest(cbo, place, 1); !perfil.empty()) return perfil;
    return longest(cbo, "", 1);
}

bool cbo_has_own_perfil(std::string_view cbo) {
    constexpr std::size_t kFamily = 4;
    return has_cbo(cbo) && (!longest(cbo, "", kFamily).empty() || !longest(cbo, "sem_equipe", kFamily).empty());
}

std::size_t conselho_count() { return packed::conselho.count; }
Conselho conselho_at(std::size_t row) { return {packed::conselho.key(row), packed::conselho.label(row)}; }
std::string_view conselho_name(std::string_view codigo) { return packed::conselho.label_of(codigo); }

std::size_t uf_count() { return packed::uf.count; }
Uf uf_at(std::size_t row) {
    const auto label = packed::uf.label(row);
    return {Packed::part(label, 0), Packed::part(label, 1)};
}

void each_municipio(std::string_view uf, const std::function<void(std::string_view ibge, std::string_view nome)>& visit) {
    for (std::size_t row = 0; row < packed::municipio.count; ++row) {
        const auto label = packed::municipio.label(row);
        if (Packed::part(label, 1) == uf) visit(packed::municipio.key(row), Packed::part(label, 0));
    }
}

}  // namespace aroeira::tabelas
