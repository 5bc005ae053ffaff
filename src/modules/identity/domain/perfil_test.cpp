// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/domain/perfil.hpp"

#include <doctest/doctest.h>

using namespace aroeira::identity;

namespace {
constexpr Perfil kAll[] = {Perfil::administrador_instalacao, Perfil::administrador_municipal, Perfil::enfermeiro};
}

TEST_CASE("a perfil is found again by its code, and an unknown code is no perfil") {
    for (const auto perfil : kAll) {
        CHECK(perfil_of(code_of(perfil)) == perfil);
        CHECK_FALSE(title_of(perfil).empty());
    }
    CHECK_FALSE(perfil_of("gerente"));
    CHECK_FALSE(perfil_of(""));
}

TEST_CASE("sending fichas by the API is for a credencial and no perfil") {
    for (const auto perfil : kAll) CHECK_FALSE(allows(perfil, Permission::fichas_receber));
}

TEST_CASE("only the administrador da instalação gives access, activates municípios, sets the hours and makes lotes to send") {
    for (const auto permission : {Permission::usuarios_gerenciar, Permission::municipios_gerenciar, Permission::processamento_configurar,
                                  Permission::transmissao_gerenciar})
        for (const auto perfil : kAll) CHECK(allows(perfil, permission) == (perfil == Perfil::administrador_instalacao));
}

TEST_CASE("a care perfil reads nothing of imports and recebimento") {
    for (const auto permission : kPermissions)
        if (permission != Permission::municipios_ver) CHECK_FALSE(allows(Perfil::enfermeiro, permission));
}

TEST_CASE("[S2-088] [S2-089] [S2-264] both administradores import the CNES and control what was received") {
    for (const auto permission : {Permission::cnes_importar, Permission::cnes_ver, Permission::fichas_importar, Permission::fichas_ver,
                                  Permission::fichas_processar})
        for (const auto perfil : kAll) CHECK(allows(perfil, permission) == (perfil != Perfil::enfermeiro));
}
