// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/test_connection.hpp"

#include <atomic>

#include "modules/transmission/operations/add_destino.hpp"
#include "modules/transmission/operations/change_destino.hpp"
#include "modules/transmission/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

constexpr std::string_view kSelf = "01900000-0000-7000-8000-0000000000aa";
constexpr std::string_view kThere = R"({"produto":"Aroeira","versao":"9.0.0","instalacao":"01900000-0000-7000-8000-0000000000bb","nome":"Secretaria de Aracaju","tipo":"centralizador_municipal","novidade":1})";

Destino add(World& world, std::string endereco, Protocolo protocolo = Protocolo::aroeira, bool credencial = true) {
    NewDestino asked{.nome = "Em " + endereco, .endereco = std::move(endereco), .protocolo = protocolo};
    if (credencial) asked.usuario = "integra";
    if (credencial) asked.senha = "segredo-de-la";
    return test::must(add_destino(world.marina(), asked, world.services));
}

/// What the list says of a destino after a test.
Conexao found(World& world, const Destino& destino) {
    for (const auto& one : test::must(test_connection(world.marina(), world.services)))
        if (one.id == destino.id) return one.conexao;
    FAIL("not in the list");
    return {};
}

client::Answer answer(int status, std::string_view body = "") { return {.status = status, .body = std::string(body)}; }

/// A receiver that is one: it says who it is, and lets the credencial in.
Result<client::Answer> receiver(const client::Call& call) {
    if (call.url.ends_with("/api/v1/transmissao/presenca")) return answer(200, kThere);
    if (!call.url.ends_with("/api/recebimento/login")) return answer(404);
    if (call.body.find("segredo-de-la") == call.body.npos) return answer(400);
    auto entered = answer(200);
    entered.headers.emplace_back("set-cookie", "JSESSIONID=abc; Path=/");
    return entered;
}

}  // namespace

TEST_CASE("[S2-243] [S2-244] a server that is a receiver and takes our credencial is «Estabelecida», and says who it is") {
    for_each_world([](World& world) {
        world.transport.answer = receiver;
        const auto destino = add(world, "http://a.b:8080/esus");
        const auto conexao = found(world, destino);
        CHECK(conexao.situacao == SituacaoConexao::estabelecida);
        CHECK(conexao.detalhe == "Respondeu: Secretaria de Aracaju.");
        CHECK(conexao.em == world.received.clock.now());
        const auto asked = world.transport.asked();
        REQUIRE(asked.size() == 2);
        CHECK(asked[0].url == "http://a.b:8080/esus/api/v1/transmissao/presenca");
        CHECK(asked[1].url == "http://a.b:8080/esus/api/recebimento/login");
        CHECK(world.received.events(audit::Event::conexao_testada) == 1);
    });
}

TEST_CASE("[S2-243] [S2-244] without a credencial the address alone is tested, and what is missing to send is said") {
    for_each_world([](World& world) {
        world.transport.answer = receiver;
        const auto conexao = found(world, add(world, "http://a.b", Protocolo::aroeira, false));
        CHECK(conexao.situacao == SituacaoConexao::estabelecida);
        CHECK(conexao.detalhe.find("falta informar o usuário e a senha") != std::string::npos);
        CHECK(world.transport.asked().size() == 1);
    });
}

TEST_CASE("[S2-243] a server of the LEDI API is tested by entering it") {
    for_each_world([](World& world) {
        world.transport.answer = receiver;
        const auto pec = add(world, "http://pec.b/esus", Protocolo::ledi);
        CHECK(found(world, pec).situacao == SituacaoConexao::estabelecida);
        CHECK(world.transport.asked().size() == 1);
        const auto bare = add(world, "http://outro.b", Protocolo::ledi, false);
        const auto conexao = found(world, bare);
        CHECK(conexao.situacao == SituacaoConexao::falhou);
        CHECK(conexao.detalhe.find("Informe o usuário e a senha") != std::string::npos);
    });
}

TEST_CASE("[S2-243] whatever else is there is said by its cause and the next step, and never by what it answered") {
    for_each_world([](World& world) {
        const auto destino = add(world, "http://a.b");
        const auto says = [&](Result<client::Answer> given) {
            world.transport.answer = [given](const client::Call&) { return given; };
            const auto conexao = found(world, destino);
            CHECK(conexao.situacao == SituacaoConexao::falhou);
            CHECK(conexao.detalhe.ends_with('.'));
            CHECK(conexao.detalhe.find("segredo") == std::string::npos);
            return conexao.detalhe;
        };
        const std::string other = "Um servidor respondeu, mas não é uma instalação que recebe dados.";
        CHECK(says(answer(200, "<html>segredo interno</html>")).starts_with(other));
        CHECK(says(answer(200, R"(["Aroeira"])")).starts_with(other));
        CHECK(says(answer(200, R"({"produto":"segredo","nome":"x"})")).starts_with(other));
        CHECK(says(answer(200, R"({"produto":1})")).starts_with(other));
        CHECK(says(answer(404, "segredo")).starts_with(other));
        CHECK(says(answer(302)).starts_with("O servidor mandou procurar em outro endereço."));
        CHECK(says(answer(503)).starts_with("O servidor está ocupado"));
        CHECK(says(answer(500, "segredo")).starts_with("O servidor falhou"));
        CHECK(says(Error{ErrorKind::unavailable, "CLIENT-0002", "O servidor demorou demais para responder. Tente de novo mais tarde."}).starts_with("O servidor demorou"));
        std::string self(kThere);
        self.replace(self.find("01900000"), kSelf.size(), kSelf);
        CHECK(says(answer(200, self)).starts_with("Este endereço é o desta própria instalação."));
    });
}

TEST_CASE("A refused credencial, and a password this installation cannot open, are not «Estabelecida»") {
    for_each_world([](World& world) {
        world.transport.answer = [](const client::Call& call) -> Result<client::Answer> {
            return call.method == client::Method::get ? answer(200, kThere) : answer(400);
        };
        const auto destino = add(world, "http://a.b");
        CHECK(found(world, destino).detalhe.starts_with("O servidor não aceitou o usuário e a senha."));
        test::must(world.write([&](Ports& ports) { return ports.destinos.set_senha(destino.id, "estragada"); }));
        CHECK(found(world, destino).detalhe.starts_with("A senha guardada deste destino não pode ser aberta."));
    });
}

TEST_CASE("A name that would break a screen is not shown") {
    for_each_world([](World& world) {
        world.transport.answer = [](const client::Call&) { return answer(200, R"({"produto":"Aroeira","instalacao":"x","nome":"a\nb"})"); };
        CHECK(found(world, add(world, "http://a.b", Protocolo::aroeira, false)).detalhe.starts_with("Uma instalação do Aroeira respondeu."));
    });
}

TEST_CASE("[S2-247] only what is active and has an address is called") {
    for_each_world([](World& world) {
        world.transport.answer = receiver;
        const auto off = add(world, "http://off.b");
        test::must(inactivate_destino(world.marina(), off.id, world.services));
        test::must(add_destino(world.marina(), {.nome = "Só por arquivo"}, world.services));
        const auto all = test::must(test_connection(world.marina(), world.services));
        CHECK(all.size() == 3);
        CHECK(world.transport.asked().empty());
        for (const auto& one : all) CHECK(one.conexao.situacao == SituacaoConexao::nao_testada);
    });
}

TEST_CASE("[S2-243] many are called at once, but no more than the bound") {
    for_each_world([](World& world) {
        std::atomic<int> now = 0, most = 0;
        world.transport.answer = [&](const client::Call& call) {
            const int mine = ++now;
            for (int seen = most; seen < mine && !most.compare_exchange_weak(seen, mine);) {}
            std::this_thread::sleep_for(std::chrono::milliseconds(10));
            --now;
            return receiver(call);
        };
        constexpr int kMany = 40;
        for (int i = 0; i < kMany; ++i) add(world, "http://a.b/" + std::to_string(i), Protocolo::aroeira, false);
        const auto all = test::must(test_connection(world.marina(), world.services));
        CHECK(std::count_if(all.begin(), all.end(), [](const Destino& one) { return one.conexao.situacao == SituacaoConexao::estabelecida; }) == kMany);
        CHECK(most > 1);
        CHECK(most <= static_cast<int>(kTestsAtOnce));
    });
}

TEST_CASE("A destino removed while it was being called is no failure of the others") {
    for_each_world([](World& world) {
        const auto kept = add(world, "http://a.b");
        const auto gone = add(world, "http://c.d");
        std::atomic<bool> removed = false;
        world.transport.answer = [&](const client::Call& call) {
            if (call.url.starts_with("http://c.d") && !removed.exchange(true)) test::must(remove_destino(world.marina(), gone.id, world.services));
            return receiver(call);
        };
        CHECK(found(world, kept).situacao == SituacaoConexao::estabelecida);
    });
}

TEST_CASE("[S2-243] while a test goes on another one is told to wait, and calls nobody") {
    for_each_world([](World& world) {
        std::string second;
        world.transport.answer = [&](const client::Call& call) {
            if (second.empty()) std::thread([&] { second = code_of_failure(test_connection(world.marina(), world.services)); }).join();
            return receiver(call);
        };
        const auto destino = add(world, "http://a.b");
        CHECK(found(world, destino).situacao == SituacaoConexao::estabelecida);
        CHECK(second == "TRANS-0033");
        CHECK(world.transport.asked().size() == 2);
        CHECK(found(world, destino).situacao == SituacaoConexao::estabelecida);
    });
}
