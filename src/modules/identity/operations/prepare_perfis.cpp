// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/prepare_perfis.hpp"

#include "modules/identity/operations/perfil_change.hpp"
#include "modules/tabelas/api/perfis.hpp"

namespace aroeira::identity {
namespace {

Result<void> lay(const tabelas::PerfilPadrao& shipped, Ports& ports) {
    Perfil perfil{.id = std::string(shipped.codigo), .nome = std::string(shipped.nome)};
    perfil.tipo = tipo_perfil_of(shipped.tipo).value();
    perfil.acesso = tipo_acesso_of(shipped.tipo_acesso).value();
    perfil.padrao = true;
    AROEIRA_TRY(const auto known, ports.perfis.find(std::nullopt, perfil.id));
    if (!known) return ports.perfis.insert(perfil);
    if (known->nome == perfil.nome && known->tipo == perfil.tipo && known->acesso == perfil.acesso) return {};
    perfil.ativo = known->ativo;
    perfil.versao = known->versao;
    AROEIRA_CHECK(ports.perfis.update(perfil));
    return {};
}

}  // namespace

Result<void> upgrade_edited(std::string_view codigo, const RecursoSet& shipped, Ports& ports) {
    AROEIRA_TRY(const auto edited, ports.perfis.edited(codigo));
    for (const auto& perfil : edited) {
        AROEIRA_TRY(const auto kept, ports.perfis.recursos(perfil));
        RecursoSet known;
        RecursoSet before;
        for (const auto& one : kept) {
            known.insert(one.caminho);
            if (one.ativo) before.insert(one.caminho);
        }
        std::vector<std::string> fresh;
        for (const auto caminho : shipped)
            if (!known.contains(caminho)) fresh.emplace_back(caminho);
        if (fresh.empty()) continue;
        RecursoSet after = before;
        after.merge(with_ancestors(fresh));
        std::vector<KeptRecurso> laid;
        for (const auto caminho : after)
            if (!before.contains(caminho)) laid.push_back({std::string(caminho), true});
        AROEIRA_CHECK(ports.perfis.put_recursos(perfil, laid));
        AROEIRA_CHECK(ports.perfis.update(perfil));
        AROEIRA_CHECK(record_change(perfil, before, after, {.key = std::string(kRoutineKey)}, ports));
    }
    return {};
}

Result<void> prepare_perfis(const Services& services) {
    return services.unit.write([](Ports& ports) -> Result<void> {
        for (std::size_t row = 0; row < tabelas::perfis_padrao(); ++row) {
            const auto shipped = tabelas::perfil_padrao(row);
            AROEIRA_CHECK(lay(shipped, ports));
            AROEIRA_CHECK(upgrade_edited(shipped.codigo, recursos_padrao(shipped.codigo), ports));
        }
        return {};
    });
}

}  // namespace aroeira::identity
