// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/store/sql_lote_enviado_store.hpp"

#include "modules/transmission/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace aroeira::transmission::testing;

namespace {

constexpr auto kOtherDestino = "00000000-0000-7000-8000-0000000000ff";

DestinoDoLote nacional() { return {.id = test::must(DestinoId::parse("00000000-0000-7000-8000-000000000001")), .nome = "Centralizador Nacional"}; }
DestinoDoLote estadual() { return {.id = test::must(DestinoId::parse(kOtherDestino)), .nome = "Centralizador de Sergipe"}; }

LoteEnviado lote_of(World& world, std::int64_t numero, const DestinoDoLote& destino = nacional()) {
    LoteEnviado lote{.id = world.received.ids.make<LoteEnviado>(), .municipio = aracaju(), .destino = destino};
    lote.numero = numero;
    lote.fichas = 2;
    lote.sha256 = std::string(64, 'a');
    lote.tamanho = 1234;
    lote.criado = from_ms(1'790'000'000'123);
    lote.responsavel = "Marina Duarte";
    lote.ator = "marina";
    return lote;
}

Result<void> try_insert(World& world, const LoteEnviado& lote, const std::vector<fichas::FichaKey>& keys, const std::string& zip = "PK") {
    std::vector<Packed> packed;
    for (const auto& key : keys) packed.push_back({key, std::string(32, 's')});
    return world.write([&](Ports& ports) { return ports.lotes.insert(lote, packed, zip); });
}

std::string told(const LoteEnviado& lote) {
    return std::string(lote.id.text()) + "|" + std::string(lote.municipio.text()) + "|" + std::string(lote.destino.id.text()) + "|" + lote.destino.nome + "|" +
           std::to_string(lote.numero) + "|" + std::string(name_of(lote.situacao)) + "|" + std::to_string(lote.fichas) + "|" + lote.sha256 + "|" +
           std::to_string(lote.tamanho) + "|" + std::to_string(to_ms(lote.criado)) + "|" + lote.responsavel + "|" + lote.ator;
}

std::vector<std::int64_t> numbers(World& world, const LoteEnviadoFilter& filter) {
    std::vector<std::int64_t> found;
    for (const auto& lote : test::must(world.read([&](Ports& ports) { return ports.lotes.list(aracaju(), filter); })).items) found.push_back(lote.numero);
    return found;
}

}  // namespace

TEST_CASE("A lote is found again as it was kept, its zip of several parts byte for byte") {
    for_each_world([](World& world) {
        std::string zip((std::size_t{5} << 19) + 7, '\0');
        for (std::size_t i = 0; i < zip.size(); ++i) zip[i] = static_cast<char>(i % 251);
        const auto lote = lote_of(world, 1);
        test::must(try_insert(world, lote, {{"a", 1}, {"b", 3}}, zip));
        CHECK(told(test::must(world.read([&](Ports& ports) { return ports.lotes.find(aracaju(), lote.id); }))) == told(lote));
        CHECK(world.zip_in_store(lote) == zip);
        CHECK(world.received.rows("lote_enviado_parte") == 3);
    });
}

TEST_CASE("A lote is of its município only") {
    for_each_world([](World& world) {
        const auto lote = lote_of(world, 1);
        test::must(try_insert(world, lote, {{"a", 1}}));
        const auto other = fichas::testing::other_municipio();
        CHECK(code_of_failure(world.read([&](Ports& ports) { return ports.lotes.find(other, lote.id); })) == "TRANS-0001");
        CHECK(test::must(world.read([&](Ports& ports) { return ports.lotes.list(other, {}); })).total == 0);
        CHECK(test::must(world.read([&](Ports& ports) { return ports.lotes.read_zip(other, lote.id); })).empty());
    });
}

TEST_CASE("A version of a ficha enters one lote of a destino, and may enter one of another") {
    for_each_world([](World& world) {
        world.run_sql(std::string("INSERT INTO destino (id, nome, ativo) VALUES ('") + kOtherDestino + "', 'Centralizador de Sergipe', 1)");
        test::must(try_insert(world, lote_of(world, 1), {{"a", 1}, {"b", 1}}));
        CHECK(code_of_failure(try_insert(world, lote_of(world, 2), {{"c", 1}, {"b", 1}})) == "DB-0003");
        CHECK(world.received.rows("lote_enviado") == 1);
        CHECK(world.received.rows("ficha_enviada") == 2);
        test::must(try_insert(world, lote_of(world, 2, estadual()), {{"b", 1}}));
        test::must(try_insert(world, lote_of(world, 3), {{"b", 2}}));
    });
}

TEST_CASE("Of many fichas, those in no lote of the destino are pending, in their order; another version is another ficha") {
    for_each_world([](World& world) {
        std::vector<fichas::FichaKey> all, sent, expected;
        for (int i = 0; i < 250; ++i) {
            all.push_back({"f" + std::to_string(1000 + i), 2});
            if (i % 3 == 0) sent.push_back(all.back());
            else expected.push_back(all.back());
        }
        sent.push_back({expected.front().uuid, 1});
        test::must(try_insert(world, lote_of(world, 1), sent));
        const auto pending = [&](const DestinoDoLote& destino) {
            return test::must(world.read([&](Ports& ports) { return ports.lotes.not_sent(aracaju(), destino.id, all); }));
        };
        CHECK(pending(nacional()) == expected);
        CHECK(pending(estadual()) == all);
    });
}

TEST_CASE("Numbers follow each other in the installation, and one that was rolled back is given again") {
    for_each_world([](World& world) {
        const auto next = [&] { return test::must(world.write([](Ports& ports) { return ports.lotes.next_numero(); })); };
        CHECK(next() == 1);
        CHECK(next() == 2);
        const auto refused = world.write([](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.lotes.next_numero());
            return Error{ErrorKind::conflict, "DB-0003"};
        });
        CHECK_FALSE(refused);
        CHECK(next() == 3);
    });
}

TEST_CASE("[S2-256] The list has the newest lote first, by situação and by page, with how many there are") {
    for_each_world([](World& world) {
        LoteEnviadoId second{world.received.ids.next()};
        for (int i = 1; i <= 5; ++i) {
            const auto lote = lote_of(world, i);
            if (i == 2) second = lote.id;
            test::must(try_insert(world, lote, {{"f" + std::to_string(i), 1}}));
        }
        test::must(world.write([&](Ports& ports) { return ports.lotes.set_situacao(aracaju(), second, SituacaoEnvio::salvo); }));
        CHECK(numbers(world, {}) == std::vector<std::int64_t>{5, 4, 3, 2, 1});
        CHECK(numbers(world, {.page = 2, .page_size = 2}) == std::vector<std::int64_t>{3, 2});
        CHECK(numbers(world, {.situacao = SituacaoEnvio::salvo}) == std::vector<std::int64_t>{2});
        CHECK(test::must(world.read([&](Ports& ports) { return ports.lotes.list(aracaju(), {.page_size = 2}); })).total == 5);
    });
}

TEST_CASE("The history of a lote is told from its beginning, with who and when") {
    for_each_world([](World& world) {
        const auto lote = lote_of(world, 1);
        test::must(try_insert(world, lote, {{"a", 1}}));
        test::must(world.write([&](Ports& ports) -> Result<void> {
            AROEIRA_CHECK(ports.lotes.add_to_history(aracaju(), lote.id, {.id = world.received.ids.next(), .ato = AtoDoLote::salvo, .em = from_ms(20), .responsavel = "Ana", .ator = "ana"}));
            return ports.lotes.add_to_history(aracaju(), lote.id, {.id = world.received.ids.next(), .ato = AtoDoLote::gerado, .em = from_ms(10), .responsavel = "Marina", .ator = "marina"});
        }));
        const auto lines = test::must(world.read([&](Ports& ports) { return ports.lotes.history(aracaju(), lote.id); }));
        REQUIRE(lines.size() == 2);
        CHECK(lines[0].ato == AtoDoLote::gerado);
        CHECK(lines[0].responsavel == "Marina");
        CHECK(lines[0].em == from_ms(10));
        CHECK(lines[1].ato == AtoDoLote::salvo);
        CHECK(lines[1].ator == "ana");
    });
}

TEST_CASE("The Centralizador Nacional is a destino from the start, and an inactive destino is none") {
    for_each_world([](World& world) {
        world.run_sql(std::string("INSERT INTO destino (id, nome, ativo) VALUES ('") + kOtherDestino + "', 'Parado', 0)");
        const auto destinos = test::must(world.read([](Ports& ports) { return ports.lotes.destinos(); }));
        REQUIRE(destinos.size() == 1);
        CHECK(destinos[0].id == nacional().id);
        CHECK(destinos[0].nome == "Centralizador Nacional");
    });
}
