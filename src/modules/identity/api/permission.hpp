// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace aroeira::identity {

/// What somebody may do. The name is what the access screen, the route table and the audit show. Which recurso of the
/// tree gives it is in domain/permission_source.cpp.
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
    perfis_ver,              ///< Lista de perfis e os seus recursos.
    perfis_gerenciar,        ///< Cadastrar, editar, copiar, inativar e excluir perfis.
    acessos_gerenciar,       ///< Dar e tirar acessos de gestor.
    senhas_redefinir,        ///< Desbloquear e redefinir a senha de outra pessoa.
    auditoria_gerar,         ///< Gerar a trilha de auditoria.
    cbo_ver,                 ///< Lista de CBO.
    cbo_gerenciar,           ///< Tornar um CBO disponível ou indisponível para lotação.
    unidades_ver,            ///< Unidades de saúde e equipes.
    profissionais_ver,       ///< Profissionais e as suas lotações.
    profissionais_gerenciar, ///< Cadastrar, editar e excluir profissionais.
    lotacoes_gerenciar,      ///< Cadastrar, editar, inativar e excluir lotações.
    agenda_gerenciar,        ///< Horários e fechamentos da agenda dos profissionais.
    instalacao_configurar,   ///< Configurações da instalação.
    gestao_municipal,        ///< Agenda padrão, grupos de exames, tipos de serviço.
    lotes_imunobiologicos,   ///< Lotes de imunobiológicos.
    relatorios_ver,          ///< Relatórios.
    relatorios_configurar,   ///< Fator e limite dos relatórios, e processá-los.
};

/// All of them, in the order of the enumeration.
inline constexpr std::array kPermissions{
    Permission::cnes_importar, Permission::cnes_ver, Permission::fichas_importar, Permission::fichas_ver,
    Permission::fichas_processar, Permission::fichas_receber, Permission::processamento_configurar,
    Permission::credenciais_gerenciar, Permission::municipios_ver, Permission::trabalhos_ver,
    Permission::municipios_gerenciar, Permission::usuarios_gerenciar, Permission::transmissao_gerenciar,
    Permission::perfis_ver, Permission::perfis_gerenciar, Permission::acessos_gerenciar,
    Permission::senhas_redefinir, Permission::auditoria_gerar, Permission::cbo_ver, Permission::cbo_gerenciar,
    Permission::unidades_ver, Permission::profissionais_ver, Permission::profissionais_gerenciar,
    Permission::lotacoes_gerenciar, Permission::agenda_gerenciar, Permission::instalacao_configurar,
    Permission::gestao_municipal, Permission::lotes_imunobiologicos, Permission::relatorios_ver,
    Permission::relatorios_configurar,
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
        case Permission::perfis_ver: return "perfis_ver";
        case Permission::perfis_gerenciar: return "perfis_gerenciar";
        case Permission::acessos_gerenciar: return "acessos_gerenciar";
        case Permission::senhas_redefinir: return "senhas_redefinir";
        case Permission::auditoria_gerar: return "auditoria_gerar";
        case Permission::cbo_ver: return "cbo_ver";
        case Permission::cbo_gerenciar: return "cbo_gerenciar";
        case Permission::unidades_ver: return "unidades_ver";
        case Permission::profissionais_ver: return "profissionais_ver";
        case Permission::profissionais_gerenciar: return "profissionais_gerenciar";
        case Permission::lotacoes_gerenciar: return "lotacoes_gerenciar";
        case Permission::agenda_gerenciar: return "agenda_gerenciar";
        case Permission::instalacao_configurar: return "instalacao_configurar";
        case Permission::gestao_municipal: return "gestao_municipal";
        case Permission::lotes_imunobiologicos: return "lotes_imunobiologicos";
        case Permission::relatorios_ver: return "relatorios_ver";
        case Permission::relatorios_configurar: return "relatorios_configurar";
    }
    return {};
}

/// Some of the permissions.
class PermissionSet {
public:
    constexpr void add(Permission permission) { bits_ |= bit(permission); }
    [[nodiscard]] constexpr bool has(Permission permission) const { return (bits_ & bit(permission)) != 0; }
    [[nodiscard]] constexpr bool empty() const { return bits_ == 0; }
    /// Whether it has all of the other.
    [[nodiscard]] constexpr bool covers(const PermissionSet& other) const { return (other.bits_ & ~bits_) == 0; }
    friend constexpr bool operator==(const PermissionSet&, const PermissionSet&) = default;

private:
    static constexpr std::uint64_t bit(Permission permission) { return std::uint64_t{1} << static_cast<std::size_t>(permission); }
    static_assert(kPermissions.size() <= 64);
    std::uint64_t bits_ = 0;
};

}  // namespace aroeira::identity
