// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/store/sql_destino_store.hpp"

#include "modules/transmission/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

DestinoId id_of(World& world) { return world.received.ids.make<Destino>(); }
DestinoId nacional() { return test::must(DestinoId::parse("00000000-0000-7000-8000-000000000001")); }

Destino some_destino(World& world, std::string nome = "Centralizador de Sergipe") {
    Destino made{.id = id_of(world), .nome = std::move(nome)};
    made.endereco = "https://saude.se.gov.br:8443/esus";
    made.protocolo = Protocolo::ledi;
    made.usuario = "integra";
    made.ca_pem = "PEM";
    made.janela = Janela{22 * 60, 4 * 60};
    return made;
}

auto find(World& world, const DestinoId& id) { return world.read([&](Ports& ports) { return ports.destinos.find(id); }); }
void insert(World& world, const Destino& destino) {
    test::must(world.write([&](Ports& ports) { return ports.destinos.insert(destino); }));
}

/// Every member, so that none is lost on the way.
std::string told(const Destino& d) {
    const auto ms = [](const std::optional<Instant>& at) { return at ? std::to_string(to_ms(*at)) : std::string("-"); };
    const auto& t = d.tentativas;
    return std::string(d.id.text()) + "|" + d.nome + "|" + std::string(name_of(d.origem)) + "|" + d.endereco + "|" + std::string(name_of(d.protocolo)) + "|" +
           d.usuario + "|" + (d.tem_senha ? "senha" : "-") + "|" + d.ca_pem + "|" +
           (d.janela ? std::to_string(d.janela->from_minutes) + "-" + std::to_string(d.janela->until_minutes) : "-") + "|" + (d.ativo ? "ativo" : "inativo") + "|" +
           std::string(name_of(d.conexao.situacao)) + "|" + d.conexao.detalhe + "|" + ms(d.conexao.em) + "|" + ms(t.proxima) + "|" + (t.agendada ? "agendada" : "-") + "|" +
           std::to_string(t.falhas) + "|" + (t.parado ? "parado" : "-") + "|" + t.causa;
}

std::string chave_of(World& world, const DestinoId& id) {
    return test::must(world.read([&](Ports& ports) { return ports.destinos.chave(id); }));
}

std::vector<std::string> names(World& world) {
    std::vector<std::string> all;
    for (const auto& one : test::must(world.read([](Ports& ports) { return ports.destinos.list(); }))) all.push_back(one.nome);
    return all;
}

}  // namespace

TEST_CASE("[S2-234] a new installation has the Centralizador Nacional in its list, and nothing else") {
    for_each_world([](World& world) {
        CHECK(names(world) == std::vector<std::string>{"Centralizador Nacional"});
        CHECK(told(test::must(find(world, nacional()))) ==
              "00000000-0000-7000-8000-000000000001|Centralizador Nacional|nacional||aroeira||-||-|ativo|nao_testada||-|-|-|0|-|");
    });
}

TEST_CASE("A destino is found again as it was kept, and changed in what a person may change") {
    for_each_world([](World& world) {
        auto destino = some_destino(world);
        insert(world, destino);
        CHECK(told(test::must(find(world, destino.id))) == told(destino));
        destino.nome = "Outro";
        destino.endereco = "";
        destino.protocolo = Protocolo::aroeira;
        destino.usuario = "outra";
        destino.ca_pem = "";
        destino.janela.reset();
        destino.ativo = false;
        test::must(world.write([&](Ports& ports) { return ports.destinos.update(destino); }));
        CHECK(told(test::must(find(world, destino.id))) == told(destino));
    });
}

TEST_CASE("What was found and when it is tried next are kept apart from what a person says, and taken away again") {
    for_each_world([](World& world) {
        auto destino = some_destino(world);
        insert(world, destino);
        const auto before = told(destino);
        destino.conexao = {SituacaoConexao::falhou, "Ninguém respondeu.", from_ms(1'790'000'000'001)};
        for (const bool agendada : {true, false}) {
            destino.tentativas = {from_ms(1'790'000'000'002), agendada, 7, !agendada, "Cheio."};
            test::must(world.write([&](Ports& ports) -> Result<void> {
                AROEIRA_CHECK(ports.destinos.set_conexao(destino.id, destino.conexao));
                return ports.destinos.set_tentativas(destino.id, destino.tentativas);
            }));
            CHECK(told(test::must(find(world, destino.id))) == told(destino));
        }
        test::must(world.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.destinos.set_conexao(destino.id, {}));
            return ports.destinos.set_tentativas(destino.id, {});
        }));
        CHECK(told(test::must(find(world, destino.id))) == before);
    });
}

TEST_CASE("A password is kept as the bytes it was sealed to, and its absence is told") {
    for_each_world([](World& world) {
        const auto destino = some_destino(world);
        insert(world, destino);
        const auto senha = [&] { return test::must(world.read([&](Ports& ports) { return ports.destinos.senha(destino.id); })); };
        const auto set = [&](std::string_view sealed) { test::must(world.write([&](Ports& ports) { return ports.destinos.set_senha(destino.id, sealed); })); };
        CHECK(senha().empty());
        const std::string bytes("\0\xFF sealed\x80", 10);
        set(bytes);
        CHECK(senha() == bytes);
        CHECK(test::must(find(world, destino.id)).tem_senha);
        set("");
        CHECK(senha().empty());
        CHECK_FALSE(test::must(find(world, destino.id)).tem_senha);
    });
}

TEST_CASE("The Centralizador Nacional comes first and the others by name, whatever their accents") {
    for_each_world([](World& world) {
        for (const auto* nome : {"Órgão", "Zona", "ágora", "Base"}) insert(world, some_destino(world, nome));
        CHECK(names(world) == std::vector<std::string>{"Centralizador Nacional", "ágora", "Base", "Órgão", "Zona"});
    });
}

TEST_CASE("A removed destino is in no list, answers to nothing and loses its password; the name of its lotes stays") {
    for_each_world([](World& world) {
        const auto destino = some_destino(world);
        insert(world, destino);
        test::must(world.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.destinos.set_senha(destino.id, "sealed"));
            return ports.destinos.remove(destino.id);
        }));
        CHECK(names(world) == std::vector<std::string>{"Centralizador Nacional"});
        for (const auto& gone : {destino.id, id_of(world)}) {
            CHECK(code_of_failure(find(world, gone)) == "TRANS-0010");
            const auto refused = [&](auto&& act) { return code_of_failure(world.write(act)); };
            CHECK(refused([&](Ports& ports) { return ports.destinos.senha(gone); }) == "TRANS-0010");
            CHECK(refused([&](Ports& ports) { return ports.destinos.set_senha(gone, "x"); }) == "TRANS-0010");
            CHECK(refused([&](Ports& ports) { return ports.destinos.remove(gone); }) == "TRANS-0010");
            CHECK(refused([&](Ports& ports) { return ports.destinos.set_conexao(gone, {}); }) == "TRANS-0010");
            CHECK(refused([&](Ports& ports) { return ports.destinos.set_tentativas(gone, {}); }) == "TRANS-0010");
            auto changed = destino;
            changed.id = gone;
            CHECK(refused([&](Ports& ports) { return ports.destinos.update(changed); }) == "TRANS-0010");
        }
        CHECK(world.received.rows("destino WHERE removido = 1 AND ativo = 0 AND senha IS NULL AND nome = 'Centralizador de Sergipe'") == 1);
    });
}

TEST_CASE("What is laid first is laid once, and not again after it was removed") {
    for_each_world([](World& world) {
        auto destino = some_destino(world);
        const auto lay = [&] { test::must(world.write([&](Ports& ports) { return ports.destinos.insert_first(destino); })); };
        lay();
        destino.nome = "Outro";
        lay();
        CHECK(names(world) == std::vector<std::string>{"Centralizador Nacional", "Centralizador de Sergipe"});
        test::must(world.write([&](Ports& ports) { return ports.destinos.remove(destino.id); }));
        lay();
        CHECK(names(world) == std::vector<std::string>{"Centralizador Nacional"});
    });
}

TEST_CASE("A destino that a newer program wrote is not taken for another") {
    for_each_world([](World& world) {
        for (const auto* column : {"origem", "protocolo", "conexao"}) {
            const auto destino = some_destino(world);
            insert(world, destino);
            world.run_sql("UPDATE destino SET " + std::string(column) + " = 'do futuro' WHERE id = '" + std::string(destino.id.text()) + "'");
            CHECK(code_of_failure(find(world, destino.id)) == "TRANS-0005");
            CHECK(code_of_failure(world.read([](Ports& ports) { return ports.destinos.list(); })) == "TRANS-0005");
            test::must(world.write([&](Ports& ports) { return ports.destinos.remove(destino.id); }));
        }
    });
}

TEST_CASE("A certificate and its sealed key are kept together, taken away together, and go with the destino") {
    for_each_world([](World& world) {
        const auto destino = some_destino(world);
        insert(world, destino);
        const std::string sealed("\0chave\xff", 7);
        const auto set = [&](std::string_view pem, std::string_view key) {
            test::must(world.write([&](Ports& ports) { return ports.destinos.set_certificado(destino.id, pem, key); }));
        };
        CHECK(chave_of(world, destino.id).empty());
        set("PEM do certificado", sealed);
        CHECK(test::must(find(world, destino.id)).certificado_pem == "PEM do certificado");
        CHECK(chave_of(world, destino.id) == sealed);
        set("", "");
        CHECK(test::must(find(world, destino.id)).certificado_pem.empty());
        CHECK(chave_of(world, destino.id).empty());
        set("PEM", sealed);
        test::must(world.write([&](Ports& ports) { return ports.destinos.remove(destino.id); }));
        CHECK(world.received.number("SELECT COUNT(*) FROM destino WHERE chave IS NOT NULL OR certificado <> ''") == 0);
    });
}
