// SPDX-License-Identifier: Apache-2.0
// «Adicionar instalação», «Editar», «Excluir», «Inativar» and «Ativar».
#include "modules/transmission/operations/add_destino.hpp"
#include "modules/transmission/operations/change_destino.hpp"
#include "modules/transmission/operations/edit_destino.hpp"
#include "modules/transmission/operations/enter_destino.hpp"
#include "modules/transmission/tests/world.hpp"
#include "tests/support/certificate.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

DestinoId nacional() { return test::must(DestinoId::parse("00000000-0000-7000-8000-000000000001")); }

NewDestino form() {
    NewDestino made{.nome = "Centralizador de Aracaju", .endereco = "http://aracaju.exemplo:8080/esus"};
    made.usuario = "integra";
    made.senha = "segredo-de-la";
    return made;
}

auto add(World& world, const NewDestino& asked) { return add_destino(world.marina(), asked, world.services); }
auto edit(World& world, const DestinoId& id, const NewDestino& asked) { return edit_destino(world.marina(), id, asked, world.services); }

std::string senha_kept(World& world, const Destino& destino) {
    return test::must(world.read([&](Ports& ports) { return segredos_of(destino, ports, world.services.vault); })).senha;
}

std::vector<std::string> fields_of(const Result<Destino>& refused) {
    std::vector<std::string> fields;
    if (!refused) for (const auto& one : refused.error().fields) fields.push_back(one.field);
    return fields;
}

void fail_at(World& world, const DestinoId& id) {
    test::must(world.write([&](Ports& ports) -> Result<void> {
        AROEIRA_CHECK(ports.destinos.set_conexao(id, {SituacaoConexao::falhou, "Ninguém respondeu.", world.received.clock.now()}));
        return ports.destinos.set_tentativas(id, {world.received.clock.now(), false, 9, true, "Ninguém respondeu."});
    }));
}

bool is_fresh(const Destino& destino) {
    return destino.conexao.situacao == SituacaoConexao::nao_testada && !destino.tentativas.proxima && destino.tentativas.falhas == 0 && !destino.tentativas.parado;
}

std::string last_details(World& world) {
    return test::must(world.read([](Ports& ports) {
        return ports.session.first(db::Query{"test.details", "SELECT detalhes FROM evento WHERE entidade = 'destino' ORDER BY id DESC LIMIT 1"}, {},
                                   [](const db::Row& row) { return row.string(0); });
    })).value_or("");
}

}  // namespace

TEST_CASE("[S2-236] [S2-237] [S2-238] [S2-239] an installation is added by its name and address, its password sealed for it alone") {
    for_each_world([](World& world) {
        auto asked = form();
        asked.nome = "  " + asked.nome + " ";
        asked.endereco = "HTTP://Aracaju.Exemplo:8080/esus/";
        asked.ca_pem = test::kCertificate;
        asked.janela = Janela{22 * 60, 60};
        const auto added = test::must(add(world, asked));
        CHECK(added.nome == "Centralizador de Aracaju");
        CHECK(added.endereco == "http://aracaju.exemplo:8080/esus");
        CHECK(added.origem == OrigemDestino::adicionado);
        CHECK(added.janela == Janela{22 * 60, 60});
        CHECK(added.tem_senha);
        CHECK(added.ativo);
        CHECK(is_fresh(added));
        CHECK(senha_kept(world, added) == "segredo-de-la");
        const auto sealed = test::must(world.read([&](Ports& ports) { return ports.destinos.senha(added.id); }));
        CHECK(sealed.find("segredo") == std::string::npos);
        CHECK(world.received.events(audit::Event::destino_adicionado) == 1);
        CHECK(last_details(world) == R"({"nome":"Centralizador de Aracaju","endereco":"http://aracaju.exemplo:8080/esus","protocolo":"aroeira"})");
        CHECK(test::must(list_destinos(world.marina(), world.services)).size() == 2);

        NewDestino bare{.nome = "Só por arquivo"};
        CHECK_FALSE(test::must(add(world, bare)).tem_senha);
        bare.nome = "Outra por arquivo";
        CHECK(add(world, bare));
    });
}

TEST_CASE("[S2-237] [S2-238] what cannot be kept is refused field by field, and nothing stays") {
    for_each_world([](World& world) {
        using Change = void (*)(NewDestino&);
        const std::pair<Change, std::vector<std::string>> wrong[] = {
            {[](NewDestino& one) { one.nome = " "; }, {"nome"}},
            {[](NewDestino& one) { one.nome = std::string(201, 'a'); }, {"nome"}},
            {[](NewDestino& one) { one.nome = "a\nb"; }, {"nome"}},
            {[](NewDestino& one) { one.endereco = "ftp://a.b"; }, {"endereco"}},
            {[](NewDestino& one) { one.endereco = "http://ana:x@a.b"; }, {"endereco"}},
            {[](NewDestino& one) { one.usuario = "a\r\nb"; }, {"usuario"}},
            {[](NewDestino& one) { one.usuario = ""; }, {"usuario"}},
            {[](NewDestino& one) { one.senha = std::string(201, 'a'); }, {"senha"}},
            {[](NewDestino& one) { one.ca_pem = "certificado"; }, {"autoridade"}},
            {[](NewDestino& one) { one.janela = Janela{60, 60}; }, {"fim"}},
            {[](NewDestino& one) { one.nome = ""; one.endereco = "x"; one.ca_pem = "x"; }, {"nome", "endereco", "autoridade"}},
        };
        for (const auto& [change, fields] : wrong) {
            auto asked = form();
            change(asked);
            const auto refused = add(world, asked);
            CHECK(code_of_failure(refused) == "TRANS-0012");
            CHECK(fields_of(refused) == fields);
        }
        CHECK(world.received.rows("destino") == 1);
        CHECK(world.received.events(audit::Event::destino_adicionado) == 0);
    });
}

TEST_CASE("One address is in the list once, however it is written") {
    for_each_world([](World& world) {
        const auto first = test::must(add(world, form()));
        auto second = form();
        second.endereco = "HTTP://ARACAJU.exemplo:8080/esus//";
        CHECK(code_of_failure(add(world, second)) == "TRANS-0013");
        second.endereco = "http://aracaju.exemplo:8080/outro";
        const auto other = test::must(add(world, second));
        second.endereco = form().endereco;
        CHECK(code_of_failure(edit(world, other.id, second)) == "TRANS-0013");
        test::must(remove_destino(world.marina(), first.id, world.services));
        CHECK(edit(world, other.id, second));
    });
}

TEST_CASE("[S2-245] editing keeps the password that was not typed again, and forgets what was found before") {
    for_each_world([](World& world) {
        const auto added = test::must(add(world, form()));
        fail_at(world, added.id);
        auto asked = form();
        asked.senha = "";
        const auto same = test::must(edit(world, added.id, asked));
        CHECK_FALSE(is_fresh(same));
        CHECK(world.received.events(audit::Event::destino_alterado) == 0);

        asked.nome = "Centralizador da capital";
        asked.protocolo = Protocolo::ledi;
        asked.endereco += "2";
        const auto edited = test::must(edit(world, added.id, asked));
        CHECK(edited.nome == "Centralizador da capital");
        CHECK(edited.protocolo == Protocolo::ledi);
        CHECK(is_fresh(edited));
        CHECK(senha_kept(world, edited) == "segredo-de-la");
        CHECK(last_details(world) == R"({"campos":["nome","endereco","protocolo"]})");
        asked.senha = "outra";
        CHECK(senha_kept(world, test::must(edit(world, added.id, asked))) == "outra");
        CHECK(last_details(world) == R"({"campos":["senha"]})");
        CHECK(world.received.events(audit::Event::destino_alterado) == 2);
        CHECK(code_of_failure(edit(world, world.received.ids.make<Destino>(), NewDestino{})) == "TRANS-0010");
    });
}

TEST_CASE("A password told to one server is not given to another") {
    for_each_world([](World& world) {
        const auto added = test::must(add(world, form()));
        auto asked = form();
        asked.senha = "";
        for (const auto* endereco : {"http://outro.exemplo:8080/esus", "http://aracaju.exemplo:8081/esus", "https://aracaju.exemplo:8080/esus", ""}) {
            asked.endereco = endereco;
            const auto refused = edit(world, added.id, asked);
            CHECK(code_of_failure(refused) == "TRANS-0012");
            CHECK(fields_of(refused) == std::vector<std::string>{"senha"});
        }
        asked.endereco = "http://outro.exemplo:8080/esus";
        asked.senha = "de-la";
        CHECK(senha_kept(world, test::must(edit(world, added.id, asked))) == "de-la");
    });
}

TEST_CASE("[S2-234] the Centralizador Nacional stays, under its name and address; how it is entered is for the administrator") {
    for_each_world([](World& world) {
        CHECK(code_of_failure(remove_destino(world.marina(), nacional(), world.services)) == "TRANS-0011");
        auto asked = form();
        CHECK(code_of_failure(edit(world, nacional(), asked)) == "TRANS-0011");
        asked.nome = "Centralizador Nacional";
        CHECK(code_of_failure(edit(world, nacional(), asked)) == "TRANS-0011");
        asked.endereco = "";
        asked.protocolo = Protocolo::ledi;
        const auto edited = test::must(edit(world, nacional(), asked));
        CHECK(edited.usuario == "integra");
        CHECK(edited.protocolo == Protocolo::ledi);
        CHECK(edited.origem == OrigemDestino::nacional);
        CHECK_FALSE(test::must(inactivate_destino(world.marina(), nacional(), world.services)).ativo);
        CHECK(test::must(list_destinos(world.marina(), world.services)).size() == 1);
    });
}

TEST_CASE("[S2-246] [S2-247] an installation is inactivated, activated as if it had never failed, and removed; each act once in the trail") {
    for_each_world([](World& world) {
        const auto id = test::must(add(world, form())).id;
        fail_at(world, id);
        for (int twice = 0; twice < 2; ++twice) {
            const auto inactive = test::must(inactivate_destino(world.marina(), id, world.services));
            CHECK_FALSE(inactive.ativo);
            CHECK(inactive.tentativas.falhas == 9);
        }
        CHECK(test::must(world.read([](Ports& ports) { return ports.lotes.destinos(); })).size() == 1);
        for (int twice = 0; twice < 2; ++twice) {
            const auto active = test::must(activate_destino(world.marina(), id, world.services));
            CHECK(active.ativo);
            CHECK(active.tentativas.falhas == 0);
            CHECK(active.conexao.situacao == SituacaoConexao::falhou);
        }
        test::must(remove_destino(world.marina(), id, world.services));
        CHECK(code_of_failure(remove_destino(world.marina(), id, world.services)) == "TRANS-0010");
        CHECK(code_of_failure(activate_destino(world.marina(), id, world.services)) == "TRANS-0010");
        CHECK(code_of_failure(inactivate_destino(world.marina(), id, world.services)) == "TRANS-0010");
        for (const auto event : {audit::Event::destino_inativado, audit::Event::destino_ativado, audit::Event::destino_removido}) CHECK(world.received.events(event) == 1);
    });
}

TEST_CASE("Nothing of a destino changes when the row of the trail cannot be written") {
    for_each_world([](World& world) {
        const auto added = test::must(add(world, form()));
        world.acts_left = 0;
        auto asked = form();
        asked.nome = "Outro";
        auto other = form();
        other.endereco = "";
        CHECK(code_of_failure(add(world, other)) == "DB-0004");
        CHECK(code_of_failure(edit(world, added.id, asked)) == "DB-0004");
        CHECK(code_of_failure(inactivate_destino(world.marina(), added.id, world.services)) == "DB-0004");
        CHECK(code_of_failure(remove_destino(world.marina(), added.id, world.services)) == "DB-0004");
        const auto all = test::must(list_destinos(world.marina(), world.services));
        REQUIRE(all.size() == 2);
        CHECK(all[1].nome == "Centralizador de Aracaju");
        CHECK(all[1].ativo);
    });
}

TEST_CASE("What waited for a destino looks again as soon as it is edited or activated, and not when nothing could be sent to it") {
    for_each_world([](World& world) {
        const auto woken = [&] { return world.received.number("SELECT COUNT(*) FROM trabalho WHERE tipo = 'transmissao_enviar' AND nao_antes_ms = 0"); };
        const auto sleep = [&] { world.run_sql("UPDATE trabalho SET nao_antes_ms = 9000000000000"); };
        const auto destino = test::must(add(world, form()));
        auto other = form();
        other.senha = "a-que-vale";
        test::must(edit(world, destino.id, other));
        CHECK(woken() == 1);
        sleep();
        test::must(inactivate_destino(world.marina(), destino.id, world.services));
        other.usuario = "outra";
        test::must(edit(world, destino.id, other));
        CHECK(woken() == 0);
        test::must(activate_destino(world.marina(), destino.id, world.services));
        CHECK(woken() == 1);
    });
}
