// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/lay_destinos.hpp"

#include "modules/transmission/operations/add_destino.hpp"
#include "modules/transmission/operations/change_destino.hpp"
#include "modules/transmission/operations/edit_destino.hpp"
#include "modules/transmission/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

KnownCentralizadores known(std::string_view nacional = "https://nacional.exemplo/esus",
                           const std::vector<std::string>& estaduais = {"SE;Centralizador de Sergipe;https://saude.se.exemplo/esus", "PA;Centralizador do Pará;https://pa.exemplo"}) {
    return test::must(known_centralizadores(nacional, estaduais));
}

void lay(World& world, const KnownCentralizadores& wanted) {
    test::must(world.write([&](Ports& ports) { return lay_destinos(wanted, ports); }));
}

std::vector<Destino> listed(World& world) { return test::must(list_destinos(world.marina(), world.services)); }

void become(World& world, instalacoes::TipoInstalacao tipo) {
    world.run_sql("INSERT INTO configuracao (municipio, chave, valor) VALUES ('', 'instalacao.tipo', '" + std::string(name_of(tipo)) + "')");
}

}  // namespace

TEST_CASE("[S2-234] [S2-235] the Ministry's address and the state's link are there without anybody typing them, once") {
    for_each_world([](World& world) {
        for (int start = 0; start < 3; ++start) lay(world, known());
        const auto all = listed(world);
        REQUIRE(all.size() == 2);
        CHECK(all[0].endereco == "https://nacional.exemplo/esus");
        CHECK(all[0].origem == OrigemDestino::nacional);
        CHECK(all[1].nome == "Centralizador de Sergipe");
        CHECK(all[1].endereco == "https://saude.se.exemplo/esus");
        CHECK(all[1].origem == OrigemDestino::estadual);
        CHECK(all[1].ativo);
    });
}

TEST_CASE("[S2-235] an address that changed in the settings changes in the list, with its credencial, and is to be tested anew") {
    for_each_world([](World& world) {
        lay(world, known());
        const auto id = listed(world)[1].id;
        NewDestino form{.nome = "Centralizador de Sergipe", .endereco = "https://saude.se.exemplo/esus"};
        form.usuario = "integra";
        form.senha = "segredo";
        test::must(edit_destino(world.marina(), id, form, world.services));
        form.nome = "Outro";
        CHECK(code_of_failure(edit_destino(world.marina(), id, form, world.services)) == "TRANS-0011");
        test::must(world.write([&](Ports& ports) { return ports.destinos.set_conexao(id, {SituacaoConexao::estabelecida, "Respondeu.", world.received.clock.now()}); }));
        lay(world, known("https://nacional.exemplo/esus"));
        CHECK(listed(world)[1].conexao.situacao == SituacaoConexao::estabelecida);
        lay(world, known("", {"SE;Secretaria de Sergipe;https://novo.se.exemplo"}));
        const auto all = listed(world);
        REQUIRE(all.size() == 2);
        CHECK(all[0].endereco.empty());
        CHECK(all[1].id == id);
        CHECK(all[1].nome == "Secretaria de Sergipe");
        CHECK(all[1].endereco == "https://novo.se.exemplo");
        CHECK(all[1].usuario == "integra");
        CHECK(all[1].conexao.situacao == SituacaoConexao::nao_testada);
    });
}

TEST_CASE("[S2-235] [S2-246] a state's link that an administrator took out stays out, and one he typed himself is not doubled") {
    for_each_world([](World& world) {
        lay(world, known());
        test::must(remove_destino(world.marina(), listed(world)[1].id, world.services));
        lay(world, known());
        CHECK(listed(world).size() == 1);
    });
    for_each_world([](World& world) {
        test::must(add_destino(world.marina(), {.nome = "Sergipe", .endereco = "https://saude.se.exemplo/esus"}, world.services));
        lay(world, known());
        const auto all = listed(world);
        REQUIRE(all.size() == 2);
        CHECK(all[1].origem == OrigemDestino::adicionado);
    });
}

TEST_CASE("[S2-235] a state's link is for what sends to a state, and for its municípios only") {
    for (const auto tipo : instalacoes::kTiposInstalacao) {
        for_each_world([&](World& world) {
            become(world, tipo);
            lay(world, known());
            const bool sends = tipo == instalacoes::TipoInstalacao::prontuario || tipo == instalacoes::TipoInstalacao::centralizador_municipal;
            CHECK(listed(world).size() == (sends ? 2 : 1));
        });
    }
    for_each_world([](World& world) {
        world.run_sql("DELETE FROM municipio_ativo");
        lay(world, known());
        CHECK(listed(world).size() == 1);
    });
}

TEST_CASE("A setting that is no centralizador stops the start, and says which and why") {
    const auto refused = [](std::string_view nacional, const std::vector<std::string>& estaduais) {
        const auto read = known_centralizadores(nacional, estaduais);
        REQUIRE_FALSE(read);
        CHECK(read.error().code.text() == "TRANS-0019");
        return read.error().message;
    };
    CHECK(refused("nacional.exemplo", {}) == "O ajuste transmissao.nacional não pôde ser lido: O endereço deve começar com http:// ou https://.");
    for (const auto* line : {"SE", "SE;Sergipe", "se;Sergipe;http://a.b", "SER;Sergipe;http://a.b", "S1;Sergipe;http://a.b", "SE; ;http://a.b", "SE;Sergipe;a.b", "SE;Sergipe;http://a.b;c"}) {
        CAPTURE(line);
        CHECK(refused("", {line}).starts_with("O ajuste transmissao.centralizadores_estaduais não pôde ser lido: "));
    }
    CHECK(refused("", {"SE;Um;http://a.b", "SE;Outro;http://c.d"}).ends_with("SE aparece duas vezes."));
    CHECK(test::must(known_centralizadores("", {" SE ; Sergipe ; http://a.b/ "})).estaduais[0].endereco == "http://a.b");
}
