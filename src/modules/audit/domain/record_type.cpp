// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <array>

#include "modules/audit/api/reading.hpp"

namespace aroeira::audit {
namespace {

struct Entity {
    std::string_view name;
    std::string_view title;
    std::string_view type;  ///< Code of its record type.
};

constexpr std::array kTypes{
    RecordType{"cidadao", "Cidadão"}, RecordType{"perfil", "Perfil"}, RecordType{"profissional", "Profissional"},
    RecordType{"unidade_saude", "Unidade de Saúde"}, RecordType{"prontuario", "Prontuário"}, RecordType{"ficha", "Ficha e lote"},
    RecordType{"municipio", "Município"}, RecordType{"configuracao", "Configuração"}, RecordType{"integracao", "Integração"},
    RecordType{"transmissao", "Transmissão"}, RecordType{"auditoria", "Auditoria"}, RecordType{"trabalho", "Trabalho"},
};

// One row per thing an event may have touched: a table of the database, or what an act names.
constexpr std::array kEntities{
    Entity{"cidadao", "Cidadão", "cidadao"},
    Entity{"perfil", "Perfil", "perfil"}, Entity{"perfil_recurso", "Recurso de um perfil", "perfil"},
    Entity{"acesso", "Acesso", "perfil"}, Entity{"permissao", "Permissão", "perfil"},
    Entity{"profissional", "Profissional", "profissional"}, Entity{"usuario", "Usuário", "profissional"},
    Entity{"lotacao", "Lotação", "profissional"}, Entity{"sessao", "Sessão", "profissional"}, Entity{"convite", "Convite", "profissional"},
    Entity{"unidade_saude", "Unidade de saúde", "unidade_saude"}, Entity{"equipe", "Equipe", "unidade_saude"},
    Entity{"cnes_importacao", "Importação do CNES", "unidade_saude"},
    Entity{"prontuario", "Prontuário", "prontuario"},
    Entity{"ficha", "Ficha", "ficha"}, Entity{"lote_recebido", "Lote recebido", "ficha"},
    Entity{"municipio", "Município", "municipio"}, Entity{"municipio_ativo", "Município ativo", "municipio"},
    Entity{"configuracao", "Configuração", "configuracao"}, Entity{"copia_de_seguranca", "Cópia de segurança", "configuracao"},
    Entity{"credencial", "Credencial de integração", "integracao"},
    Entity{"destino", "Destino", "transmissao"}, Entity{"lote_enviado", "Lote enviado", "transmissao"},
    Entity{"auditoria", "Auditoria", "auditoria"}, Entity{"auditoria_trilha", "Trilha de auditoria gerada", "auditoria"},
    Entity{"trabalho", "Trabalho", "trabalho"},
};

const Entity* find(std::string_view name) {
    const auto found = std::find_if(kEntities.begin(), kEntities.end(), [&](const Entity& one) { return one.name == name; });
    return found == kEntities.end() ? nullptr : &*found;
}

}  // namespace

std::vector<RecordType> record_types() { return {kTypes.begin(), kTypes.end()}; }

std::vector<std::string> entities_of(std::string_view record_type) {
    std::vector<std::string> names;
    for (const auto& one : kEntities)
        if (one.type == record_type) names.emplace_back(one.name);
    return names;
}

std::string_view entity_title(std::string_view entity) {
    const auto* found = find(entity);
    return found ? found->title : entity;
}

std::string_view record_type_title(std::string_view entity) {
    const auto* found = find(entity);
    if (!found) return {};
    return std::find_if(kTypes.begin(), kTypes.end(), [&](const RecordType& type) { return type.code == found->type; })->title;
}

}  // namespace aroeira::audit
