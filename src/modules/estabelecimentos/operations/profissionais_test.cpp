// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/profissionais.hpp"

#include <doctest/doctest.h>

#include <map>

#include "modules/estabelecimentos/operations/ceps.hpp"
#include "modules/estabelecimentos/operations/lotacoes.hpp"
#include "modules/estabelecimentos/operations/redefine_password.hpp"
#include "modules/estabelecimentos/tests/people.hpp"

using namespace aroeira;
using namespace aroeira::estabelecimentos;
using namespace aroeira::estabelecimentos::testing;

namespace {

constexpr db::Query kPeople{"test.people", "SELECT count(*) FROM profissional"};

std::vector<std::string> names(const Page<ProfissionalComAcesso>& page) {
    std::vector<std::string> all;
    for (const auto& one : page.rows) all.push_back(one.pessoa.nome);
    return all;
}
using Names = std::vector<std::string>;

/// Field → its rule, of what was refused.
template <class T>
std::map<std::string, std::string> refused(const Result<T>& result) {
    std::map<std::string, std::string> fields;
    REQUIRE_FALSE(result);
    for (const auto& one : result.error().fields) fields[one.field] = one.rule;
    return fields;
}

}  // namespace

TEST_CASE("[S2-128] [S2-144] professionals are listed by name, and found by name, CPF or CNS") {
    for_each_world([](World& world) {
        world.report(village());
        CHECK(names(list(world, {})) == Names{"ANA DOS TESTES", "BIA DA CONCEIÇÃO"});
        CHECK(names(list(world, {.texto = "conceicao bia"})) == Names{"BIA DA CONCEIÇÃO"});
        CHECK(names(list(world, {.texto = "529.982.247-25"})) == Names{"ANA DOS TESTES"});
        CHECK(names(list(world, {.texto = "700000000000013"})) == Names{"BIA DA CONCEIÇÃO"});
        CHECK(list(world, {.texto = "%"}).total == 0);
        auto less = village();
        less.profissionais.pop_back();
        world.report(less);
        CHECK(names(list(world, {})) == Names{"ANA DOS TESTES"});
        CHECK(names(list(world, {.inativos = true})) == Names{"ANA DOS TESTES", "BIA DA CONCEIÇÃO"});
        world.gate.actor.municipio = Ibge::parse("3550308").value();
        CHECK(list(world, {.inativos = true}).total == 0);
    });
}

TEST_CASE("[S2-131] [S2-132] who is registered by hand is in the list and becomes a usuário") {
    for_each_world([](World& world) {
        const auto id = test::must(enter(world, carla()));
        const auto seen = see(world, id);
        CHECK(seen.pessoa.dados.nome == "Carla Prado");
        CHECK(seen.pessoa.dados.cpf == "39053344705");
        CHECK(seen.pessoa.dados.telefone == "79999998888");
        CHECK(seen.pessoa.dados.endereco.cidade == "2800308");
        CHECK(seen.pessoa.origem == Origem::manual);
        CHECK(seen.pessoa.versao == 1);
        CHECK(seen.usuario.has_value());
        CHECK_FALSE(seen.tem_historico);
        CHECK(names(list(world, {.texto = "prado"})) == Names{"Carla Prado"});
        CHECK(world.events == std::vector{audit::Event::operacao_no_banco});
    });
}

TEST_CASE("[S2-132] everything that is wrong is told at once, field by field") {
    for_each_world([](World& world) {
        DadosProfissional wrong{.cpf = "11111111111", .cns = "123", .nome = "A", .nascimento = "2026-02-30", .sexo = "X"};
        wrong.conselho = "99";
        wrong.email = "carla@";
        wrong.telefone = "123";
        wrong.endereco = {.cep = "123", .uf = "SE", .cidade = "3550308", .bairro = std::string(201, 'x')};
        const auto fields = refused(enter(world, wrong));
        for (const auto* field : {"cpf", "cns", "nome", "nascimento", "sexo", "conselho", "conselho_uf", "registro", "email", "telefone", "cep", "cidade", "bairro"})
            CHECK_MESSAGE(fields.contains(field), field);
        auto tomorrow = carla();
        tomorrow.nascimento = "2100-01-01";
        CHECK(refused(enter(world, tomorrow)).contains("nascimento"));
        for (const auto* email : {"a@b", "@b.c", "a b@c.de", "a@b@c.de"}) {
            auto one = carla();
            one.email = email;
            CHECK_MESSAGE(refused(enter(world, one)).contains("email"), email);
        }
        CHECK(world.count(kPeople) == 0);
    });
}

TEST_CASE("[S2-132] a CPF or a CNS that is somebody's is told with whose it is") {
    for_each_world([](World& world) {
        world.report(village());
        auto twice = carla();
        twice.cpf = "52998224725";
        twice.cns = "700000000000013";
        const auto result = enter(world, twice);
        CHECK(code_of_failure(result) == "PROF-0003");
        REQUIRE(result.error().fields.size() == 2);
        CHECK(result.error().fields[0].message == "Já é de ANA DOS TESTES.");
        CHECK(result.error().fields[1].message == "Já é de BIA DA CONCEIÇÃO.");
        CHECK(result.error().message.find("ANA") == std::string::npos);
    });
}

TEST_CASE("[S2-191] who is edited keeps the CPF; of two who edit, the second is told and loses nothing") {
    for_each_world([](World& world) {
        const auto id = test::must(enter(world, carla()));
        auto changed = carla();
        changed.cpf = "52998224725";
        changed.nome = "Carla Prado Lima";
        test::must(edit(world, id, {changed, 1}));
        CHECK(see(world, id).pessoa.dados.nome == "Carla Prado Lima");
        CHECK(see(world, id).pessoa.dados.cpf == "39053344705");
        CHECK(see(world, id).pessoa.versao == 2);
        changed.nome = "Outra";
        CHECK(code_of_failure(edit(world, id, {changed, 1})) == "PROF-0004");
        CHECK(see(world, id).pessoa.dados.nome == "Carla Prado Lima");
        CHECK(names(list(world, {.texto = "lima"})) == Names{"Carla Prado Lima"});
        CHECK(code_of_failure(edit(world, world.ids.next(), {changed, 1})) == "PROF-0001");
    });
}

TEST_CASE("[S2-148] who came from the CNES may be edited without what the CNES does not say, and keeps what it was told here") {
    for_each_world([](World& world) {
        world.report(village());
        const auto id = id_of(world, "ANA DOS TESTES");
        auto dados = see(world, id).pessoa.dados;
        CHECK(dados.sexo == "N");
        dados.email = "ana@aracaju.se.gov.br";
        dados.endereco = {.cep = "49010000", .uf = "SE", .cidade = "2800308"};
        test::must(edit(world, id, {dados, 1}));
        auto file = village();
        file.profissionais[0].nome = "ANA MARIA DOS TESTES";
        world.report(file);
        const auto after = see(world, id).pessoa.dados;
        CHECK(after.nome == "ANA MARIA DOS TESTES");
        CHECK(after.email == "ana@aracaju.se.gov.br");
        CHECK(after.endereco.cep == "49010000");
    });
}

TEST_CASE("Who was typed here stays when a file does not know her, and is of the CNES once a file does") {
    for_each_world([](World& world) {
        const auto id = test::must(enter(world, carla()));
        world.report(village());
        CHECK(see(world, id).pessoa.ativo);
        auto file = village();
        file.profissionais.push_back({"39053344705", "700000000000021", "CARLA PRADO", {{.cbo = "223505"}}});
        world.report(file);
        CHECK(see(world, id).pessoa.origem == Origem::cnes);
        CHECK(see(world, id).pessoa.dados.cns == "700000000000021");
        CHECK(see(world, id).pessoa.dados.email == "carla@saude.se.gov.br");
        world.report(village());
        CHECK_FALSE(see(world, id).pessoa.ativo);
    });
}

TEST_CASE("[S2-192] who was only typed is deleted; who has a history is inactivated with her acessos, and may come back") {
    for_each_world([](World& world) {
        world.report(village());
        const auto carlas = test::must(enter(world, carla()));
        CHECK(test::must(remove(world, carlas)) == Exclusao::excluido);
        CHECK(code_of_failure(find_profissional(world.gate.as<Permission::profissionais_ver>(), {}, carlas.text(), world.services)) == "PROF-0001");

        const auto ana = id_of(world, "ANA DOS TESTES");
        CHECK(see(world, ana).tem_historico);
        CHECK(see(world, ana).lotacoes.at(0).perfis == Names{"enfermeiro"});
        CHECK(test::must(remove(world, ana)) == Exclusao::inativado);
        CHECK_FALSE(see(world, ana).pessoa.ativo);
        CHECK_FALSE(see(world, ana).lotacoes.at(0).lotacao.lotacao.ativa);
        CHECK(see(world, ana).lotacoes.at(0).perfis.empty());
        test::must(reactivate_profissional(world.gate.as<Permission::profissionais_gerenciar>(), {}, ana.text(), world.services));
        CHECK(see(world, ana).pessoa.ativo);
        CHECK_FALSE(see(world, ana).lotacoes.at(0).lotacao.lotacao.ativa);
    });
}

TEST_CASE("[S2-137] [S2-141] [S2-142] [S2-145] a password is redefined by a one-time link, and who was locked is no more") {
    for_each_world([](World& world) {
        world.report(village());
        const auto ana = id_of(world, "ANA DOS TESTES");
        const auto redefine = [&] { return redefine_password(world.gate.as<Permission::senhas_redefinir>(), {}, ana.text(), world.services); };
        const auto done = test::must(redefine());
        CHECK(done.codigo.size() > 40);
        CHECK(done.expira == world.accounts.clock.now() + std::chrono::hours(24));
        const auto kept = test::must(world.accounts.services.unit.read([&](identity::Ports& ports) { return ports.usuarios.find_convite(identity::hash_of_token(done.codigo)); }));
        REQUIRE(kept.has_value());
        CHECK(kept->usuario == see(world, ana).usuario->usuario);
        CHECK(code_of_failure(redefine_password(world.gate.as<Permission::senhas_redefinir>(), {}, world.ids.next().text(), world.services)) == "PROF-0001");
    });
}

TEST_CASE("Nobody redefines the password of who reaches further than herself") {
    for_each_world([](World& world) {
        world.report(village());
        const auto ana = id_of(world, "ANA DOS TESTES");
        const auto redefine = [&] { return redefine_password(world.gate.as<Permission::senhas_redefinir>(), {}, ana.text(), world.services); };
        give(world, "52998224725", {.perfil = "administrador_municipal", .municipio = aracaju()});
        test::must(redefine());
        // A coordinator works for a unit; Ana administers the município.
        act_as_coordinator(world, "BIA DA CONCEIÇÃO");
        CHECK(code_of_failure(redefine()) == "PROF-0007");
        act_as_administrator(world);
        give(world, "52998224725", {.perfil = "instalador"});
        CHECK(code_of_failure(redefine()) == "ACESSO-0042");
        world.gate.actor.municipio.reset();
        CHECK(code_of_failure(redefine_password(world.gate.as<Permission::senhas_redefinir>(), aracaju(), ana.text(), world.services)) == "ok");
    });
}

TEST_CASE("[S2-133] a CEP gives the address of the base, and one that is not there says so") {
    for_each_world([](World& world) {
        const auto import = [&](std::string_view csv) { return import_ceps(world.gate.as<Permission::municipios_gerenciar>(), csv, world.services); };
        const auto find = [&](std::string_view cep) { return find_cep(world.gate.as<Permission::profissionais_ver>(), cep, world.services); };
        constexpr std::string_view kHead = "cep;uf;ibge;bairro;logradouro\n";
        CHECK(test::must(import(std::string(kHead) + "49010-000;SE;2800308;Centro;Rua da Frente\n49010-000;SE;2800308;Outro;Rua de Trás\n49020001;SE;2800308;;\n")) == 2);
        CHECK(test::must(find("49010000")).logradouro == "Rua da Frente");
        CHECK(test::must(find("49020001")).bairro.empty());
        CHECK(code_of_failure(find("49999999")) == "CEP-0001");
        CHECK(code_of_failure(find("4901")) == "CEP-0002");
        // A bad line leaves the base as it was, and says which one it is.
        const auto bad = import(std::string(kHead) + "49030000;SE;2800308;;\n49040000;BA;2800308;;\n");
        CHECK(code_of_failure(bad) == "CEP-0003");
        CHECK(bad.error().message.find("Linha 3") == 0);
        CHECK(test::must(find("49010000")).cidade == "2800308");
        CHECK(code_of_failure(find("49030000")) == "CEP-0001");
        CHECK(code_of_failure(import("cep;uf\n")) == "CSV-0001");
    });
}
