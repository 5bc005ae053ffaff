// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "modules/estabelecimentos/operations/cbos.hpp"
#include "modules/estabelecimentos/operations/lotacoes.hpp"
#include "modules/estabelecimentos/operations/profissionais.hpp"
#include "modules/estabelecimentos/tests/world.hpp"

/// People of a município, for the tests of professionals and of their lotações.
namespace aroeira::estabelecimentos::testing {

using identity::Permission;

/// Two units; Ana is a nurse in a team of the first, Bia a doctor in the second.
inline ArquivoXml village() {
    ArquivoXml file;
    file.unidades = {{.equipes = {{}}}, {.cnes = "0000002", .nome = "UBS NORTE"}};
    file.profissionais[0].lotacoes = {{.ine = "0000000018", .cbo = "223565"}};
    file.profissionais.push_back({"11144477735", "700000000000013", "BIA DA CONCEIÇÃO", {{.cnes = "0000002", .cbo = "225142"}}});
    return file;
}

/// Somebody as a person types her.
inline DadosProfissional carla() {
    DadosProfissional dados{.cpf = "390.533.447-05", .nome = "  Carla Prado ", .nascimento = "1990-03-01", .sexo = "F"};
    dados.conselho = "66";
    dados.conselho_uf = "SE";
    dados.registro = "1234";
    dados.email = "carla@saude.se.gov.br";
    dados.telefone = "(79) 99999-8888";
    dados.endereco = {"49010-000", "SE", "2800308", "Centro", "Rua da Frente", "10", "", ""};
    return dados;
}

inline Page<ProfissionalComAcesso> list(World& world, const ProfissionalFilter& filter) {
    return test::must(list_profissionais(world.gate.as<Permission::profissionais_ver>(), {}, filter, world.services));
}
inline ProfissionalVisto see(World& world, const Uuid& id) {
    return test::must(find_profissional(world.gate.as<Permission::profissionais_ver>(), {}, id.text(), world.services));
}
inline Uuid id_of(World& world, std::string_view nome) {
    const auto page = list(world, {.texto = std::string(nome), .inativos = true});
    REQUIRE(page.rows.size() == 1);
    return Uuid::parse(page.rows.front().pessoa.id).value();
}
inline Result<Uuid> enter(World& world, const DadosProfissional& dados) {
    return register_profissional(world.gate.as<Permission::profissionais_gerenciar>(), {}, dados, world.services);
}
inline Result<void> edit(World& world, const Uuid& id, const ProfissionalEdition& edition) {
    return edit_profissional(world.gate.as<Permission::profissionais_gerenciar>(), {}, id.text(), edition, world.services);
}
inline Result<Exclusao> remove(World& world, const Uuid& id) {
    return remove_profissional(world.gate.as<Permission::profissionais_gerenciar>(), {}, id.text(), world.services);
}
/// From now on it is this person who acts, as the coordinator of the unit of her first lotação.
inline void act_as_coordinator(World& world, std::string_view nome) {
    const auto id = id_of(world, nome);
    const auto lotacao = see(world, id).lotacoes.at(0).lotacao.lotacao.id;
    test::must(edit_lotacao(world.gate.as<Permission::lotacoes_gerenciar>(), {}, lotacao.text(),
                            {see(world, id).lotacoes.at(0).lotacao.lotacao.dados, {"coordenador_ubs"}, see(world, id).lotacoes.at(0).lotacao.lotacao.versao}, world.services));
    world.gate.actor.kind = identity::Actor::Kind::person;
    world.gate.actor.key = std::string(see(world, id).usuario->usuario.text());
    world.gate.actor.perfil = "Coordenador UBS";
}
inline void act_as_administrator(World& world) { world.gate.actor.kind = identity::Actor::Kind::console; }

/// One more acesso for whoever has this CPF.
inline void give(World& world, std::string_view cpf, const identity::NewAcesso& acesso) {
    test::must(world.accounts.services.unit.write([&](identity::Ports& ports) -> Result<void> {
        AROEIRA_TRY(const auto usuario, ports.usuarios.find_by_cpf(Cpf::parse(cpf).value()));
        return ports.usuarios.insert_acesso({world.ids.make<identity::Acesso>(), usuario->id, acesso.perfil, acesso.municipio, acesso.lotacao});
    }));
}

}  // namespace aroeira::estabelecimentos::testing
