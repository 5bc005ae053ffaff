// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/store/sql_quadro.hpp"

#include "tests/support/databases.hpp"

using namespace aroeira;
using namespace aroeira::estabelecimentos;

namespace {

const Ibge kAqui = Ibge::parse("2800308").value(), kVizinho = Ibge::parse("3550308").value();
constexpr auto kUnits =
    "INSERT INTO unidade_saude (municipio, cnes, nome, cnpj, tipo, tipo_descricao, subtipo, subtipo_descricao, telefone1, telefone2, fax, email, cep, uf, bairro, logradouro, numero, complemento, referencia, complexidades, impressao, ativa) VALUES ('2800308', '2269741', 'UBS Praia', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', 0, 1),"
    "('2800308', '2477947', 'UBS Centro', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', 0, 0)";
constexpr auto kTeams = "INSERT INTO equipe VALUES ('2800308', '2269741', '0000123456', '70', 'ESF', '', '', '', 'Equipe Azul', '', 0, 1)";
constexpr auto kPeople =
    "INSERT INTO profissional (municipio, id, cpf, cns, nome, nascimento, sexo, conselho, conselho_uf, registro, email, telefone, impressao, ativo) VALUES "
    "('2800308', '01990000-0000-7000-8000-000000000001', '00000000001', '700000000000005', 'JOSÉ DA SILVA', '', '', '', '', '', '', '', 0, 1),"
    "('2800308', '01990000-0000-7000-8000-000000000002', '00000000002', '898001160660761', 'ANA JOSEFA', '', '', '', '', '', '', '', 0, 1)";
constexpr auto kPlaces =
    "INSERT INTO lotacao (municipio, id, profissional, cnes, ine, cbo, microarea, origem, segue_cnes, ativa) VALUES "
    "('2800308', '01990000-0000-7000-8000-000000000011', '01990000-0000-7000-8000-000000000001', '2269741', '0000123456', '515105', '01', 'cnes', 1, 1)";

template <class F>
auto ask(db::Database& database, F&& question) {
    std::optional<decltype(question(std::declval<SqlQuadro&>()))> answer;
    test::must(database.read([&](db::Session& session) -> Result<void> {
        SqlQuadro quadro(session);
        answer.emplace(question(quadro));
        return {};
    }));
    return test::must(std::move(*answer));
}

}  // namespace

TEST_CASE("Who works where is told by name, and nobody of the neighbour is") {
    test::for_each_engine([](db::Database& database) {
        test::must(database.write([](db::Session& session) -> Result<void> {
            for (const auto* sql : {kUnits, kTeams, kPeople, kPlaces}) AROEIRA_CHECK(session.run(db::Query{"test.fill", sql}));
            return {};
        }));
        const auto units = ask(database, [](SqlQuadro& quadro) { return quadro.unidades(kAqui); });
        REQUIRE(units.size() == 2);
        CHECK(units[0].nome == "UBS Centro");
        CHECK(ask(database, [](SqlQuadro& quadro) { return quadro.equipes(kAqui); }).at(0).ine == "0000123456");
        CHECK(ask(database, [](SqlQuadro& quadro) { return quadro.cbos(kAqui); }) == std::vector<std::string>{"515105"});
        const auto found = [&](std::string_view cnes, std::string_view text, int limit) {
            return ask(database, [&](SqlQuadro& quadro) { return quadro.profissionais(kAqui, cnes, text, limit); }).size();
        };
        CHECK(found("", "josé", 30) == 2);
        CHECK(found("", "JOSE da", 30) == 1);
        CHECK(found("", "", 1) == 1);
        CHECK(found("2269741", "", 30) == 1);
        CHECK(found("2477947", "", 30) == 0);
        const auto jose = ask(database, [](SqlQuadro& quadro) { return quadro.lotacao(kAqui, "01990000-0000-7000-8000-000000000011"); });
        REQUIRE(jose);
        CHECK(jose->cns == "700000000000005");
        CHECK(jose->cnes == "2269741");
        CHECK(ask(database, [](SqlQuadro& quadro) { return quadro.cns_of(kAqui, "01990000-0000-7000-8000-000000000002"); }) == "898001160660761");
        const std::vector<std::string> asked{"700000000000005", "123456789012345"};
        CHECK(ask(database, [&](SqlQuadro& quadro) { return quadro.names_of(kAqui, asked); }) ==
              std::map<std::string, std::string>{{"700000000000005", "JOSÉ DA SILVA"}});
        CHECK(ask(database, [](SqlQuadro& quadro) { return quadro.unidades(kVizinho); }).empty());
        CHECK_FALSE(ask(database, [](SqlQuadro& quadro) { return quadro.cns_of(kVizinho, "01990000-0000-7000-8000-000000000001"); }));
    });
}
