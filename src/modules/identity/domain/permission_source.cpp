// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/domain/permission_source.hpp"

#include <array>

namespace aroeira::identity {
namespace {

using enum Permission;

constexpr std::string_view kReceived = "Transmissão de dados > Visualizar recebimento de dados";

constexpr std::array kSources{
    PermissionSource{municipios_ver, ""},

    PermissionSource{cnes_importar, "Importar CNES"},
    PermissionSource{cnes_ver, "Importar CNES"},

    PermissionSource{fichas_ver, kReceived},
    PermissionSource{fichas_importar, "Transmissão de dados > Visualizar recebimento de dados > Importar fichas"},
    PermissionSource{fichas_processar, "Transmissão de dados > Visualizar recebimento de dados > Processar fichas"},
    PermissionSource{transmissao_gerenciar, "Transmissão de dados > Configurar instalações de envio"},
    PermissionSource{credenciais_gerenciar, "Integração > Credenciais de integração"},

    PermissionSource{instalacao_configurar, "Configuração de instalação"},
    PermissionSource{processamento_configurar, "Configuração de instalação > Configurar processamento"},
    PermissionSource{municipios_gerenciar, "Configuração de instalação > Listar municípios e responsáveis"},
    PermissionSource{usuarios_gerenciar, "Configuração de instalação > Listar municípios e responsáveis"},

    PermissionSource{perfis_ver, "Visualizar perfis"},
    PermissionSource{perfis_gerenciar, "Visualizar perfis > Cadastrar, editar e excluir"},
    PermissionSource{auditoria_gerar, "Gerar trilha de auditoria"},
    PermissionSource{cbo_ver, "Visualizar CBO"},
    PermissionSource{cbo_gerenciar, "Visualizar CBO > Editar e disponibilizar"},
    PermissionSource{unidades_ver, "Visualizar unidades de saúde"},
    PermissionSource{profissionais_ver, "Visualizar profissionais"},
    PermissionSource{profissionais_gerenciar, "Visualizar profissionais > Cadastrar, editar e excluir"},
    PermissionSource{senhas_redefinir, "Visualizar profissionais > Redefinir senha"},
    PermissionSource{acessos_gerenciar, "Visualizar profissionais > Visualizar acessos > Cadastrar, editar e excluir acesso"},
    PermissionSource{lotacoes_gerenciar, "Visualizar profissionais > Visualizar acessos > Cadastrar, editar e excluir lotações"},
    PermissionSource{agenda_gerenciar, "Visualizar profissionais > Visualizar acessos > Configurar agenda"},
    PermissionSource{gestao_municipal, "Configuração municipal"},
    PermissionSource{lotes_imunobiologicos, "Cadastrar, editar e excluir lotes de imunobiológico"},

    PermissionSource{relatorios_ver, "Relatórios > Consolidados"},
    PermissionSource{relatorios_ver, "Relatórios > Gerenciais"},
    PermissionSource{relatorios_ver, "Relatórios > Operacional"},
    PermissionSource{relatorios_ver, "Relatórios > Produção"},
    PermissionSource{relatorios_configurar, "Relatórios > Processar relatórios"},

    // The progress of what one may start.
    PermissionSource{trabalhos_ver, "Importar CNES"},
    PermissionSource{trabalhos_ver, "Transmissão de dados > Visualizar recebimento de dados > Importar fichas"},
    PermissionSource{trabalhos_ver, "Transmissão de dados > Visualizar recebimento de dados > Processar fichas"},
    PermissionSource{trabalhos_ver, "Transmissão de dados > Configurar instalações de envio"},
    PermissionSource{trabalhos_ver, "Gerar trilha de auditoria"},
    PermissionSource{trabalhos_ver, "Relatórios > Processar relatórios"},
};

}  // namespace

std::span<const PermissionSource> permission_sources() { return kSources; }

PermissionSet permissions_given_by(const RecursoSet& recursos) {
    PermissionSet given;
    for (const auto& source : kSources)
        if (source.recurso.empty() || recursos.contains(source.recurso)) given.add(source.permission);
    return given;
}

}  // namespace aroeira::identity
