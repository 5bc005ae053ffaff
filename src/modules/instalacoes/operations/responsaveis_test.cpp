// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/operations/responsaveis.hpp"

#include <doctest/doctest.h>

#include <algorithm>
#include <set>

#include "modules/instalacoes/module.hpp"
#include "modules/instalacoes/tests/outside.hpp"

using namespace aroeira;
using namespace aroeira::instalacoes;
using namespace aroeira::instalacoes::testing;

namespace {

/// People of the local base, and the acessos they are given, in memory: theirs are other modules'.
class Town final : public LocalProfessionals, public MunicipalAdministrators {
public:
    Result<std::vector<LocalProfessional>> with_name(std::string_view folded, std::size_t limit) override {
        std::vector<LocalProfessional> found;
        for (const auto& one : people)
            if (found.size() < limit && one.nome.find(folded) != std::string::npos) found.push_back(one);
        return found;
    }
    Result<std::optional<LocalProfessional>> find(const Ibge& base, std::string_view id) override {
        for (const auto& one : people)
            if (one.base == base && one.id == id) return std::optional(one);
        return std::optional<LocalProfessional>();
    }
    Result<std::string> give(const Cpf& cpf, std::string_view, const Ibge& municipio) override {
        const std::string usuario = "u" + std::string(cpf.text().substr(0, 3));
        given.insert({usuario, std::string(municipio.text())});
        return usuario;
    }
    Result<void> take(std::string_view usuario, const Ibge& municipio) override {
        given.erase({std::string(usuario), std::string(municipio.text())});
        return {};
    }

    std::vector<LocalProfessional> people{{aracaju(), "ana", Cpf::parse("52998224725").value(), "ana"}, {aracaju(), "bia", Cpf::parse("11144477735").value(), "bia"}};
    std::set<std::pair<std::string, std::string>> given;
};

ResponsavelUnit unit_over(World& world, Town& town) {
    const auto run = [&](const ResponsavelUnit::Body& body, bool writes) -> Result<void> {
        const auto inside = [&](Ports& house) {
            SqlResponsavelStore responsaveis(house.session);
            ResponsavelPorts ports{house, responsaveis, town, town};
            return body(ports);
        };
        return writes ? world.services.unit.write(inside) : world.services.unit.read(inside);
    };
    return {[run](const auto& body) { return run(body, true); }, [run](const auto& body) { return run(body, false); }};
}

using Given = std::set<std::pair<std::string, std::string>>;

}  // namespace

TEST_CASE("[S2-003] [S2-072] [S2-074] [S2-075] a responsável makes the município one of the installation, and has its acesso of administrador municipal") {
    for_each_world([](World& world) {
        Town town;
        const auto unit = unit_over(world, town);
        CHECK(test::must(list_responsaveis(marina(world), 0, unit)).total == 0);
        const auto saved = test::must(save_responsavel(marina(world), {belem(), aracaju(), "ana", 0}, world.services, unit));
        CHECK(saved.municipio.nome == "Belém");
        CHECK(saved.responsavel->nome == "ana");
        CHECK(saved.responsavel->versao == 1);
        CHECK(town.given == Given{{"u529", "1501402"}});
        const auto page = test::must(list_responsaveis(marina(world), 0, unit));
        REQUIRE(page.items.size() == 1);
        CHECK(page.items[0].responsavel->usuario == "u529");
        CHECK(page.items[0].responsavel->desde == world.clock.now());
        CHECK(world.events.back().entity == "responsavel_municipal");
        CHECK(world.events.back().details == R"({"antes":null,"depois":"u529"})");
        CHECK(world.events.back().municipio == "1501402");
        // One person may answer for several municípios.
        test::must(save_responsavel(marina(world), {aracaju(), aracaju(), "ana", 0}, world.services, unit));
        CHECK(town.given.size() == 2);
    });
}

TEST_CASE("[S2-076] a município has one responsável: who takes the place takes the acesso too") {
    for_each_world([](World& world) {
        Town town;
        const auto unit = unit_over(world, town);
        test::must(save_responsavel(marina(world), {aracaju(), aracaju(), "ana", 0}, world.services, unit));
        test::must(save_responsavel(marina(world), {aracaju(), aracaju(), "bia", 1}, world.services, unit));
        CHECK(town.given == Given{{"u111", "2800308"}});
        CHECK(world.events.back().details == R"({"antes":"u529","depois":"u111"})");
        // The same again: nothing is taken away.
        test::must(save_responsavel(marina(world), {aracaju(), aracaju(), "bia", 2}, world.services, unit));
        CHECK(town.given == Given{{"u111", "2800308"}});
        CHECK(world.number("SELECT COUNT(*) FROM responsavel_municipal") == 1);
    });
}

TEST_CASE("of two who choose a responsável the second is told; who is nobody's professional, or a município that is none, changes nothing") {
    for_each_world([](World& world) {
        Town town;
        const auto unit = unit_over(world, town);
        test::must(save_responsavel(marina(world), {aracaju(), aracaju(), "ana", 0}, world.services, unit));
        const auto before = world.events.size();
        for (const std::int64_t stale : {0, 2, -1}) CHECK(code_of_failure(save_responsavel(marina(world), {aracaju(), aracaju(), "bia", stale}, world.services, unit)) == "INST-0009");
        CHECK(code_of_failure(save_responsavel(marina(world), {aracaju(), aracaju(), "eva", 1}, world.services, unit)) == "INST-0019");
        CHECK(code_of_failure(save_responsavel(marina(world), {aracaju(), belem(), "bia", 1}, world.services, unit)) == "INST-0019");
        CHECK(code_of_failure(save_responsavel(marina(world), {sao_paulo(), aracaju(), "ana", 0}, world.services, unit)) == "INST-0003");
        CHECK(town.given == Given{{"u529", "2800308"}});
        CHECK(test::must(list_responsaveis(marina(world), 0, unit)).items[0].responsavel->nome == "ana");
        // A refusal that comes after the município was made active does not make it active.
        CHECK(code_of_failure(save_responsavel(marina(world), {belem(), aracaju(), "eva", 0}, world.services, unit)) == "INST-0019");
        CHECK(test::must(list_responsaveis(marina(world), 0, unit)).total == 1);
        CHECK(world.number("SELECT COUNT(*) FROM municipio_ativo") == 1);
        CHECK(before <= world.events.size());
    });
}

TEST_CASE("[S2-074] the choices are found by name, and a CPF is never shown whole") {
    for_each_world([](World& world) {
        Town town;
        const auto unit = unit_over(world, town);
        std::vector<http::Route> all = responsavel_routes(world.gate, world.services, unit);
        world.gate.actor = {.key = "marina"};
        const auto ask = [&](std::string_view path, std::string name, std::string value) {
            http::Request request;
            request.query = {{std::move(name), std::move(value)}};
            const auto route = std::find_if(all.begin(), all.end(), [&](const http::Route& one) { return one.path == path && one.method == http::Method::get; });
            REQUIRE(route != all.end());
            const auto answered = route->handle(request);
            return answered ? answered->body : std::string(answered.error().code.text());
        };
        CHECK(ask("/api/v1/instalacao/profissionais", "busca", "bia") == R"({"itens":[{"base":"2800308","id":"bia","nome":"bia","cpf":"***.444.777-**"}]})");
        CHECK(ask("/api/v1/instalacao/municipios-nacionais", "busca", "belem").starts_with(R"({"itens":[{"ibge":"1501402","nome":"Belém","uf":"PA"})"));
        CHECK(ask("/api/v1/instalacao/municipios-nacionais", "busca", "280030") == R"({"itens":[{"ibge":"2800308","nome":"Aracaju","uf":"SE"}]})");
        CHECK(ask("/api/v1/instalacao/municipios-nacionais", "busca", "brasilia").find("5300108") != std::string::npos);
        CHECK(ask("/api/v1/instalacao/responsaveis", "pagina", "0") == "INST-0020");
        CHECK(ask("/api/v1/instalacao/responsaveis", "pagina", "1") == R"({"itens":[],"total":0})");
    });
}
