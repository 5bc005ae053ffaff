// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/read_original.hpp"

#include "modules/fichas/api/findings.hpp"
#include "modules/fichas/domain/testing/case_file.hpp"
#include "modules/fichas/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using namespace aroeira::fichas::testing;

namespace {

const std::filesystem::path kCases = AROEIRA_SOURCE "/src/modules/fichas/tests/cases";
/// Of every base.
const std::string kUuid = "2269741-3f6c2a10-1111-4222-8333-000000000001";

/// A ficha of the cases, in Thrift.
std::string ficha_of(const std::string& base, const std::vector<Line>& changes = {}) {
    const BuiltFicha built(kCases, base, changes);
    Buffer out;
    write_thrift(built.ficha(), out);
    return std::string(out.view());
}

FichaVersao received(World& world, const std::string& uuid, const std::string& bytes) {
    world.send(zip_of({{uuid + ".esus", bytes}}));
    world.run_jobs();
    const auto versions = test::must(world.read([&](Ports& ports) { return ports.fichas.find_ficha(aracaju(), uuid); }));
    return versions.front();
}

Result<OriginalFile> original(World& world, const OriginalRequest& request) {
    return read_original(world.ana<identity::Permission::fichas_ver>(), request, world.services);
}
std::string as(World& world, Formato formato, const std::string& uuid = kUuid) {
    return test::must(original(world, {.uuid = uuid, .formato = formato})).conteudo;
}

std::size_t count(const std::string& text, const std::string& part) {
    std::size_t found = 0;
    for (auto at = text.find(part); at != text.npos; at = text.find(part, at + 1)) ++found;
    return found;
}

}  // namespace

TEST_CASE("[S2-229] An event sent by another system is kept with the received bytes, and they are what is given back") {
    for_each_world([](World& world) {
        const auto bytes = ficha_of("atendimento");
        CHECK(received(world, kUuid, bytes).resumo.situacao == "valida");
        const auto file = test::must(original(world, {.uuid = kUuid}));
        CHECK(file.nome == kUuid + ".esus");
        CHECK(file.conteudo == bytes);
        CHECK(as(world, Formato::thrift) == bytes);
        CHECK(world.events(audit::Event::ficha_consultada) == 2);
    });
}

TEST_CASE("A ficha of each of the 13 record types is received, accepted and given back whole, in every format") {
    for_each_world([](World& world) {
        std::set<std::int64_t> tipos;
        for (const auto& base : base_names(kCases)) {
            CAPTURE(base);
            const auto bytes = ficha_of(base);
            const auto kept = received(world, kUuid, bytes);
            CHECK(kept.resumo.situacao == "valida");
            tipos.insert(kept.resumo.tipo);
            CHECK(as(world, Formato::recebido) == bytes);
            for (const auto formato : {Formato::xml, Formato::json}) {
                Arena arena;
                const auto between = as(world, formato);
                const auto reading = read_file("", between, arena);
                REQUIRE(reading);
                Buffer again;
                write_thrift(reading.ficha, again);
                CHECK(again.view() == bytes);
            }
        }
        CHECK(tipos.size() == 13);
    });
}

TEST_CASE("[S2-228] A cadastro of a citizen or of a home is kept and given back whole; its update points at the one it replaces") {
    for_each_world([](World& world) {
        const std::string second = "2269741-3f6c2a10-1111-4222-8333-000000000002";
        for (const std::string base : {"individual", "domiciliar"}) {
            CAPTURE(base);
            CHECK(received(world, kUuid, ficha_of(base)).resumo.situacao == "valida");
            const auto update = received(world, second, ficha_of(base, {{"envelope.uuidDadoSerializado", second}, {"uuid", second}, {"fichaAtualizada", "true"}}));
            CHECK(update.resumo.situacao == "valida");
            const auto json = as(world, Formato::json, second);
            CHECK(json.find("\"uuid\":\"" + second) != json.npos);
            CHECK(json.find("\"uuidFichaOriginadora\":\"" + kUuid) != json.npos);
            CHECK(json.find("\"fichaAtualizada\":true") != json.npos);
        }
    });
}

TEST_CASE("[S2-230] What a sender adds beyond the declared fields is kept in the local base and comes back") {
    for_each_world([](World& world) {
        auto bytes = ficha_of("atendimento");
        bytes.pop_back();
        bytes += ThriftText().text(99, "resumo de alta do prestador").ended();
        CHECK(received(world, kUuid, bytes).resumo.situacao == "valida");
        CHECK(as(world, Formato::recebido) == bytes);
        CHECK(as(world, Formato::thrift) == bytes);
    });
}

TEST_CASE("[S2-231] A ficha carries one event per person attended: each is reached, and each is judged by itself") {
    for_each_world([](World& world) {
        const auto two = [](const std::string& turno) {
            std::vector<Line> changes;
            for (const auto& [field, value] : std::vector<std::pair<std::string, std::string>>{
                     {"numeroProntuario", "5678"}, {"cpfCidadao", "11144477735"}, {"stNaoPossuiCpf", "false"}, {"dataNascimento", "1990-01-02"},
                     {"localDeAtendimento", "1"}, {"sexo", "0"}, {"turno", turno}, {"tipoAtendimento", "2"}, {"vacinaEmDia", "true"},
                     {"ficouEmObservacao", "false"}, {"condutas", "[1]"}, {"dataHoraInicialAtendimento", "2026-09-10 10:10"},
                     {"dataHoraFinalAtendimento", "2026-09-10 10:40"}, {"problemasCondicoes[0].ciap", "K86"},
                     {"problemasCondicoes[0].cid10", "I10"}, {"problemasCondicoes[0].isAvaliado", "true"}})
                changes.push_back({"atendimentosIndividuais[1]." + field, value});
            return ficha_of("atendimento", changes);
        };
        const auto kept = received(world, kUuid, two("1"));
        CHECK_MESSAGE(kept.resumo.situacao == "valida", kept.achados);
        const auto json = as(world, Formato::json);
        CHECK(count(json, "\"dataHoraInicialAtendimento\":") == 2);
        CHECK(count(json, "\"cpfCidadao\":\"52998224725\"") == 1);
        CHECK(count(json, "\"cpfCidadao\":\"11144477735\"") == 1);
        const auto refused = test::must(parse_findings(received(world, kUuid, two("9")).achados));
        REQUIRE(refused.erros.size() == 1);
        CHECK(refused.erros[0].campo == "atendimentosIndividuais[1].turno");
    });
}

TEST_CASE("An older version is given back when it is asked for; what does not exist or is of another município is not found") {
    for_each_world([](World& world) {
        Visita visit;
        received(world, visit.uuid(), visit.bytes());
        const auto first = visit.bytes();
        visit.turno = kNoSuchTurno;
        received(world, visit.uuid(), visit.bytes());
        CHECK(as(world, Formato::recebido, visit.uuid()) == visit.bytes());
        CHECK(test::must(original(world, {.uuid = visit.uuid(), .versao = 1})).conteudo == first);
        CHECK(code_of_failure(original(world, {.uuid = visit.uuid(), .versao = 3})) == "RECEB-0002");
        CHECK(code_of_failure(original(world, {.uuid = "outra"})) == "RECEB-0002");
        const auto elsewhere = world.gate.as<identity::Permission::fichas_ver>({.key = "caio", .municipio = other_municipio()});
        CHECK(code_of_failure(read_original(elsewhere, {.uuid = visit.uuid()}, world.services)) == "RECEB-0002");
        CHECK(world.events(audit::Event::ficha_consultada) == 2);
    });
}
