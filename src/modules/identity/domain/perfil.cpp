// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/domain/perfil.hpp"

#include <array>

namespace aroeira::identity {
namespace {

constexpr std::array kTipos{TipoPerfil::administracao, TipoPerfil::coordenacao, TipoPerfil::atendimento, TipoPerfil::gestor};
constexpr std::array kAcessos{TipoAcesso::lotacao, TipoAcesso::gestor_municipal, TipoAcesso::gestor_estadual,
                              TipoAcesso::administrador_municipal, TipoAcesso::administrador_instalacao};

template <class All>
auto spelled(const All& all, std::string_view code) -> std::optional<typename All::value_type> {
    for (const auto one : all)
        if (code_of(one) == code) return one;
    return std::nullopt;
}

}  // namespace

std::string_view code_of(TipoPerfil tipo) {
    switch (tipo) {
        case TipoPerfil::administracao: return "administracao";
        case TipoPerfil::coordenacao: return "coordenacao";
        case TipoPerfil::atendimento: return "atendimento";
        case TipoPerfil::gestor: return "gestor";
    }
    return {};
}

std::string_view title_of(TipoPerfil tipo) {
    switch (tipo) {
        case TipoPerfil::administracao: return "Administração";
        case TipoPerfil::coordenacao: return "Coordenação";
        case TipoPerfil::atendimento: return "Atendimento";
        case TipoPerfil::gestor: return "Gestor Municipal/Estadual";
    }
    return {};
}

std::string_view code_of(TipoAcesso tipo) {
    switch (tipo) {
        case TipoAcesso::lotacao: return "lotacao";
        case TipoAcesso::gestor_municipal: return "gestor_municipal";
        case TipoAcesso::gestor_estadual: return "gestor_estadual";
        case TipoAcesso::administrador_municipal: return "administrador_municipal";
        case TipoAcesso::administrador_instalacao: return "administrador_instalacao";
    }
    return {};
}

std::string_view title_of(TipoAcesso tipo) {
    switch (tipo) {
        case TipoAcesso::lotacao: return "Lotação";
        case TipoAcesso::gestor_municipal: return "Gestor municipal";
        case TipoAcesso::gestor_estadual: return "Gestor estadual";
        case TipoAcesso::administrador_municipal: return "Administrador municipal";
        case TipoAcesso::administrador_instalacao: return "Administrador da instalação";
    }
    return {};
}

std::optional<TipoPerfil> tipo_perfil_of(std::string_view code) { return spelled(kTipos, code); }
std::optional<TipoAcesso> tipo_acesso_of(std::string_view code) { return spelled(kAcessos, code); }

}  // namespace aroeira::identity
