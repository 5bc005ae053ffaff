// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/http/perfil_views.hpp"

#include "modules/identity/domain/perfil_rule.hpp"

namespace aroeira::identity::views {

PerfilNaLista of(const Perfil& perfil) {
    return {.id = perfil.id, .nome = perfil.nome, .tipo = std::string(code_of(perfil.tipo)), .tipo_titulo = std::string(title_of(perfil.tipo)),
            .tipo_acesso = std::string(code_of(perfil.acesso)), .tipo_acesso_titulo = std::string(title_of(perfil.acesso)),
            .padrao = perfil.padrao, .editado = perfil.editado, .ativo = perfil.ativo, .editavel = may_edit(perfil),
            .copiavel = may_copy(perfil), .versao = perfil.versao};
}

PerfilDescrito of(const PerfilDescribed& described) {
    PerfilDescrito view{.perfil = of(described.perfil)};
    view.recursos.assign(described.recursos.begin(), described.recursos.end());
    view.usuarios = described.use.usuarios;
    view.usuarios_nomes = described.use.nomes;
    return view;
}

Recursos tree() {
    Recursos view;
    for (const auto& one : recursos())
        view.itens.push_back({.caminho = std::string(one.caminho), .nome = std::string(one.nome), .nivel = static_cast<std::int64_t>(one.nivel),
                              .da_instalacao = one.da_instalacao, .nosso = one.nosso});
    return view;
}

}  // namespace aroeira::identity::views
