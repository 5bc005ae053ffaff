// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/domain/perfil.hpp"

#include <doctest/doctest.h>

#include <algorithm>

#include "modules/identity/domain/permission_source.hpp"
#include "modules/tabelas/api/perfis.hpp"

using namespace aroeira;
using namespace aroeira::identity;

namespace {

PermissionSet of(std::string_view codigo) { return permissions_given_by(recursos_padrao(codigo)); }

template <class F>
void for_each_standard(F body) {
    for (std::size_t row = 0; row < tabelas::perfis_padrao(); ++row) body(tabelas::perfil_padrao(row));
}

}  // namespace

TEST_CASE("[S2-197] [S2-201] [S2-202] [S2-203] [S2-204] each standard perfil has one of four kinds and a kind of acesso") {
    std::set<TipoPerfil> tipos;
    for_each_standard([&](const auto& perfil) {
        CAPTURE(perfil.codigo);
        REQUIRE(tipo_perfil_of(perfil.tipo));
        REQUIRE(tipo_acesso_of(perfil.tipo_acesso));
        CHECK_FALSE(recursos_padrao(perfil.codigo).empty());
        tipos.insert(*tipo_perfil_of(perfil.tipo));
    });
    CHECK(tipos.size() == 4);
    for (const auto tipo : tipos) CHECK(tipo_perfil_of(code_of(tipo)) == tipo);
    CHECK(title_of(TipoPerfil::gestor) == "Gestor Municipal/Estadual");
    CHECK(title_of(TipoAcesso::lotacao) == "Lotação");
    CHECK_FALSE(tipo_acesso_of("estagio"));
    CHECK(recursos_padrao("gerente").empty());
}

TEST_CASE("[S2-198] the kinds of acesso of a gestor are of the perfis of the same name, and all others have a lotação") {
    for_each_standard([](const auto& perfil) {
        CAPTURE(perfil.codigo);
        const bool named = perfil.codigo == perfil.tipo_acesso;
        const bool installer = perfil.codigo == perfil_padrao::instalador;
        if (installer) CHECK(perfil.tipo_acesso == code_of(TipoAcesso::administrador_instalacao));
        else CHECK((named || perfil.tipo_acesso == code_of(TipoAcesso::lotacao)));
    });
}

TEST_CASE("a standard perfil that has a recurso has everything above it") {
    for_each_standard([](const auto& perfil) {
        const auto& given = recursos_padrao(perfil.codigo);
        const std::vector<std::string> paths(given.begin(), given.end());
        CAPTURE(perfil.codigo);
        CHECK(with_ancestors(paths) == given);
    });
}

TEST_CASE("the tree names every node after its parent") {
    const auto& tree = recursos();
    for (std::size_t i = 0; i < tree.size(); ++i) {
        CHECK(find_recurso(tree[i].caminho) == i);
        if (tree[i].pai) CHECK(*tree[i].pai < i);
        CHECK((tree[i].nivel == 0) == !tree[i].pai);
        if (tree[i].pai && tree[*tree[i].pai].da_instalacao) CHECK(tree[i].da_instalacao);
    }
    CHECK_FALSE(find_recurso("Visualizar perfis > Emprestar"));
}

TEST_CASE("every permission comes from a recurso that exists; sending fichas is for a credencial and no perfil") {
    for (const auto& source : permission_sources()) {
        CAPTURE(source.recurso);
        if (!source.recurso.empty()) CHECK(find_recurso(source.recurso));
    }
    for (const auto permission : kPermissions) {
        CAPTURE(name_of(permission));
        const auto sources = permission_sources();
        const bool given = std::any_of(sources.begin(), sources.end(), [&](const auto& s) { return s.permission == permission; });
        CHECK(given == (permission != Permission::fichas_receber));
    }
}

TEST_CASE("only the administrador da instalação gives access, activates municípios, sets the hours and makes lotes to send") {
    for (const auto permission : {Permission::usuarios_gerenciar, Permission::municipios_gerenciar, Permission::processamento_configurar,
                                  Permission::transmissao_gerenciar, Permission::instalacao_configurar, Permission::relatorios_configurar})
        for_each_standard([&](const auto& perfil) {
            CAPTURE(perfil.codigo);
            CHECK(of(perfil.codigo).has(permission) == (perfil.codigo == perfil_padrao::instalador));
        });
}

TEST_CASE("no recurso that reaches past one município is of a perfil bound to one") {
    for_each_standard([](const auto& perfil) {
        for (const auto caminho : recursos_padrao(perfil.codigo))
            if (recursos()[*find_recurso(caminho)].da_instalacao) CHECK(perfil.codigo == perfil_padrao::instalador);
    });
}

TEST_CASE("a care perfil reads nothing of imports and recebimento") {
    for (const auto permission : {Permission::cnes_importar, Permission::cnes_ver, Permission::fichas_importar, Permission::fichas_ver,
                                  Permission::fichas_processar, Permission::trabalhos_ver, Permission::auditoria_gerar})
        CHECK_FALSE(of(perfil_padrao::enfermeiro).has(permission));
    CHECK(of(perfil_padrao::enfermeiro).has(Permission::municipios_ver));
}

TEST_CASE("[S2-088] [S2-089] [S2-264] both administradores import the CNES and control what was received") {
    for (const auto permission : {Permission::cnes_importar, Permission::cnes_ver, Permission::fichas_importar, Permission::fichas_ver,
                                  Permission::fichas_processar, Permission::credenciais_gerenciar, Permission::trabalhos_ver})
        for (const auto codigo : {perfil_padrao::instalador, perfil_padrao::administrador_municipal}) CHECK(of(codigo).has(permission));
}

TEST_CASE("[S2-194] the list of perfis is for the administrador municipal and the coordenadores; only the first changes it") {
    for_each_standard([](const auto& perfil) {
        CAPTURE(perfil.codigo);
        const bool municipal = perfil.codigo == perfil_padrao::administrador_municipal;
        CHECK(of(perfil.codigo).has(Permission::perfis_ver) == (municipal || perfil.tipo == "coordenacao"));
        CHECK(of(perfil.codigo).has(Permission::perfis_gerenciar) == municipal);
    });
}
