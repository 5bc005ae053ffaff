// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/domain/perfil.hpp"

#include <algorithm>
#include <array>

namespace aroeira::identity {
namespace {

using enum Permission;

constexpr std::array kInstallation{cnes_importar, cnes_ver, fichas_importar, fichas_ver, fichas_processar,
                                   processamento_configurar, credenciais_gerenciar, municipios_ver, trabalhos_ver,
                                   municipios_gerenciar, usuarios_gerenciar, transmissao_gerenciar};
constexpr std::array kMunicipal{cnes_importar, cnes_ver, fichas_importar, fichas_ver, fichas_processar,
                                credenciais_gerenciar, municipios_ver, trabalhos_ver};
constexpr std::array kCare{municipios_ver};

constexpr std::array kPerfis{Perfil::administrador_instalacao, Perfil::administrador_municipal, Perfil::enfermeiro};

}  // namespace

std::string_view code_of(Perfil perfil) {
    switch (perfil) {
        case Perfil::administrador_instalacao: return "administrador_instalacao";
        case Perfil::administrador_municipal: return "administrador_municipal";
        case Perfil::enfermeiro: return "enfermeiro";
    }
    return {};
}

std::string_view title_of(Perfil perfil) {
    switch (perfil) {
        case Perfil::administrador_instalacao: return "Administrador da instalação";
        case Perfil::administrador_municipal: return "Administrador municipal";
        case Perfil::enfermeiro: return "Enfermeiro";
    }
    return {};
}

std::optional<Perfil> perfil_of(std::string_view code) {
    for (const auto perfil : kPerfis)
        if (code_of(perfil) == code) return perfil;
    return std::nullopt;
}

std::span<const Permission> permissions_of(Perfil perfil) {
    switch (perfil) {
        case Perfil::administrador_instalacao: return kInstallation;
        case Perfil::administrador_municipal: return kMunicipal;
        case Perfil::enfermeiro: return kCare;
    }
    return {};
}

bool allows(Perfil perfil, Permission permission) {
    const auto all = permissions_of(perfil);
    return std::find(all.begin(), all.end(), permission) != all.end();
}

bool is_municipal(Perfil perfil) { return perfil != Perfil::administrador_instalacao; }

}  // namespace aroeira::identity
