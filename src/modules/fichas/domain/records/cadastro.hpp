// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/gerais.hpp"

/// What the two registrations, of a citizen and of a home, have in common: each update is a new
/// record that names the first one.
namespace aroeira::fichas::ledi {

template <class T>
inline constexpr auto update_rules = std::array{
    Rule<T>{
        .id = "CAD-01",
        .field = "uuidFichaOriginadora",
        .message = "É um primeiro cadastro, e o identificador de origem não é o dele mesmo.",
        .fix = "Repita em uuidFichaOriginadora o uuid deste cadastro, ou marque que é uma atualização.",
        .source = "LEDI 8.7.0, uuidFichaOriginadora",
        .holds = [](const T& f, const Context&) {
            return f.fichaAtualizada != false || !present(f.uuidFichaOriginadora) || f.uuidFichaOriginadora == f.uuid;
        }},
    // A warning: the dictionary does not say that an update may not come under the uuid it updates.
    Rule<T>{
        .id = "CAD-02",
        .field = "uuidFichaOriginadora",
        .message = "É uma atualização, e o identificador de origem é o dela mesma.",
        .fix = "Envie em uuidFichaOriginadora o uuid do primeiro cadastro, e um uuid novo na atualização.",
        .source = "LEDI 8.7.0, uuidFichaOriginadora",
        .warns = true,
        .holds = [](const T& f, const Context&) {
            return f.fichaAtualizada != true || !present(f.uuidFichaOriginadora) || f.uuidFichaOriginadora != f.uuid;
        }},
};

}  // namespace aroeira::fichas::ledi
