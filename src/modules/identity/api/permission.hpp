// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstdint>
#include <string_view>

namespace aroeira::identity {

/// What somebody may do. The name is what the access screen, the route table and the audit show.
enum class Permission : std::uint8_t {
    cnes_importar,           ///< Importar o arquivo do CNES.
    cnes_ver,                ///< Ver o histórico de importações.
    fichas_importar,         ///< Importar lotes de fichas por arquivo.
    fichas_ver,              ///< Ver recebimento, fichas e inconsistências.
    fichas_processar,        ///< «Processar todos», reprocessar.
    fichas_receber,          ///< Enviar fichas pela API (credencial de integração).
    processamento_configurar,///< Horário e modo de processamento.
    credenciais_gerenciar,   ///< Credenciais de integração.
    municipios_ver,          ///< Lista de municípios ativos.
    trabalhos_ver,           ///< Progresso e cancelamento dos trabalhos que alcança.
    municipios_gerenciar,    ///< Ativar municípios na instalação.
    usuarios_gerenciar,      ///< Criar usuários, dar acessos, desbloquear.
    transmissao_gerenciar,   ///< Gerar, ver e salvar os lotes a enviar.
};

/// All of them, in the order of the enumeration.
inline constexpr std::array kPermissions{
    Permission::cnes_importar, Permission::cnes_ver, Permission::fichas_importar, Permission::fichas_ver,
    Permission::fichas_processar, Permission::fichas_receber, Permission::processamento_configurar,
    Permission::credenciais_gerenciar, Permission::municipios_ver, Permission::trabalhos_ver,
    Permission::municipios_gerenciar, Permission::usuarios_gerenciar, Permission::transmissao_gerenciar,
};

constexpr std::string_view name_of(Permission permission) {
    switch (permission) {
        case Permission::cnes_importar: return "cnes_importar";
        case Permission::cnes_ver: return "cnes_ver";
        case Permission::fichas_importar: return "fichas_importar";
        case Permission::fichas_ver: return "fichas_ver";
        case Permission::fichas_processar: return "fichas_processar";
        case Permission::fichas_receber: return "fichas_receber";
        case Permission::processamento_configurar: return "processamento_configurar";
        case Permission::credenciais_gerenciar: return "credenciais_gerenciar";
        case Permission::municipios_ver: return "municipios_ver";
        case Permission::trabalhos_ver: return "trabalhos_ver";
        case Permission::municipios_gerenciar: return "municipios_gerenciar";
        case Permission::usuarios_gerenciar: return "usuarios_gerenciar";
        case Permission::transmissao_gerenciar: return "transmissao_gerenciar";
    }
    return {};
}

}  // namespace aroeira::identity
