// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/operations/consult.hpp"

#include "modules/relatorios/domain/fator.hpp"
#include "modules/relatorios/http/views.hpp"
#include "modules/relatorios/operations/configure.hpp"
#include "modules/relatorios/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::relatorios;
using namespace aroeira::relatorios::testing;
using enum identity::Permission;

namespace {

constexpr auto kPosto = "2269741", kOutroPosto = "2477947";
constexpr auto kJoana = "700000000000005", kRita = "898001160660761";
constexpr std::int64_t kDay = 86'400'000, kAugust29 = 1'788'000'000'000;

MaySee gestor(World& world) { return world.received.gate.as<relatorios_ver>({.key = "gestor", .name = "Gestor", .municipio = aracaju()}); }
AcessoAtivo of_lotacao(const std::string& lotacao, bool coordena) { return {.de_lotacao = true, .coordena = coordena, .lotacao = lotacao}; }
const AcessoAtivo kGestor{};

/// Two units, a professional in each, and their visits of August and September.
void fill(World& world) {
    for (const auto& [cnes, nome] : {std::pair{kPosto, "UBS Centro"}, std::pair{kOutroPosto, "UBS Praia"}})
        world.run_sql("INSERT INTO unidade_saude (municipio, cnes, nome, cnpj, tipo, tipo_descricao, subtipo, subtipo_descricao, telefone1, telefone2, fax, email, cep, uf, bairro, logradouro, numero, complemento, referencia, complexidades, impressao, ativa) VALUES ('2800308', '" + std::string(cnes) + "', '" + nome +
                      "', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', '', 0, 1)");
    for (const auto& [id, cns, nome, cnes] : {std::tuple{"1", kJoana, "Joana", kPosto}, std::tuple{"2", kRita, "Rita", kOutroPosto}}) {
        const std::string person = "01990000-0000-7000-8000-00000000000" + std::string(id), lotacao = "01990000-0000-7000-8000-00000000001" + std::string(id);
        world.run_sql("INSERT INTO profissional (municipio, id, cpf, cns, nome, nascimento, sexo, conselho, conselho_uf, registro, email, telefone, impressao, ativo) "
                      "VALUES ('2800308', '" + person + "', '0000000000" + id + "', '" + cns + "', '" + nome + "', '', '', '', '', '', '', '', 0, 1)");
        world.run_sql("INSERT INTO lotacao (municipio, id, profissional, cnes, ine, cbo, microarea, origem, segue_cnes, ativa) VALUES ('2800308', '" + lotacao +
                      "', '" + person + "', '" + cnes + "', '', '515105', '', 'cnes', 1, 1)");
    }
    std::vector<Visita> visits{{.number = 1}, {.number = 2, .at_ms = kAugust29 + 10 * kDay}, {.number = 3, .at_ms = kAugust29 + 11 * kDay, .turno = 2}};
    for (auto& one : visits) one.cns = kJoana;
    visits.push_back({.number = 4, .cnes = kOutroPosto, .cns = kRita});
    world.received.send(zip_of(visits));
    world.received.run_jobs();
    process(world);
}

std::string lotacao(int n) { return "01990000-0000-7000-8000-00000000001" + std::to_string(n); }
std::string person(int n) { return "01990000-0000-7000-8000-00000000000" + std::to_string(n); }

Pedido visits_of(const std::string& de, const std::string& ate, std::vector<std::string> grupos = {"turno"}) {
    return {.relatorio = "visita_domiciliar", .inicio = de, .fim = ate, .grupos = std::move(grupos)};
}

std::int64_t total(const Result<Consulta>& consulta) { return test::must(consulta).resultado.grupos.at(0).total; }

}  // namespace

TEST_CASE("A report adds up the days asked for, of whom one asks") {
    for_each_world([](World& world) {
        fill(world);
        const auto ask = [&](Pedido pedido) { return total(consult(gestor(world), kGestor, pedido, world.services)); };
        CHECK(ask(visits_of("2026-08-01", "2026-09-30")) == 4);
        CHECK(ask(visits_of("2026-08-29", "2026-08-29")) == 2);
        CHECK(ask(visits_of("2026-08-30", "2026-09-08")) == 1);
        CHECK(ask(visits_of("2026-09-01", "2026-09-30")) == 2);
        auto one = visits_of("2026-08-01", "2026-09-30");
        one.cnes = kOutroPosto;
        CHECK(ask(one) == 1);
        one.cnes = "";
        one.profissional = person(1);
        CHECK(ask(one) == 3);
        one.profissional = "";
        one.cbo = "515105";
        CHECK(ask(one) == 4);
        one.cbo = "225125";
        CHECK(ask(one) == 0);
    });
}

TEST_CASE("A report by month has a column for each, and the analítico a line for each lotação, by name") {
    for_each_world([](World& world) {
        fill(world);
        auto pedido = visits_of("2026-08-01", "2026-09-30");
        pedido.forma = Forma::mensal;
        const auto monthly = test::must(consult(gestor(world), kGestor, pedido, world.services)).resultado.grupos.at(0);
        CHECK(monthly.colunas == std::vector<std::string>{"08/2026", "09/2026"});
        REQUIRE(monthly.linhas.size() == 2);
        CHECK(monthly.linhas[0].rotulo == "Manhã");
        CHECK(monthly.linhas[0].valores == std::vector<std::int64_t>{2, 1});
        CHECK(monthly.linhas[1].valores == std::vector<std::int64_t>{0, 1});
        pedido.forma = Forma::analitico;
        const auto csv = views::csv_of(test::must(consult(gestor(world), kGestor, pedido, world.services)), pedido.forma);
        CHECK(csv.find("2269741 - UBS Centro;0000123456;Joana;515105 - AGENTE COMUNITÁRIO DE SAÚDE;Turno;Manhã;Quantidade;2\r\n") != csv.npos);
        CHECK(csv.find("UBS Praia") != csv.npos);
        CHECK(csv.find(kJoana) == csv.npos);
    });
}

TEST_CASE("A group with columns spreads its lines over them, in the order of the table") {
    for_each_world([](World& world) {
        fill(world);
        const auto ages = test::must(consult(gestor(world), kGestor, visits_of("2026-08-01", "2026-09-30", {"faixa_etaria"}), world.services)).resultado.grupos.at(0);
        CHECK(ages.colunas == std::vector<std::string>{"Feminino"});
        CHECK(ages.linhas.at(0).rotulo == "75 a 79 anos");
        CHECK(ages.total == 4);
    });
}

TEST_CASE("Who coordinates sees the own unit, a professional the own production, and neither more by asking") {
    for_each_world([](World& world) {
        fill(world);
        const auto all = visits_of("2026-08-01", "2026-09-30");
        CHECK(total(consult(gestor(world), of_lotacao(lotacao(1), true), all, world.services)) == 3);
        CHECK(total(consult(gestor(world), of_lotacao(lotacao(2), false), all, world.services)) == 1);
        auto other = all;
        other.cnes = kOutroPosto;
        CHECK(code_of_failure(consult(gestor(world), of_lotacao(lotacao(1), true), other, world.services)) == "RELAT-0005");
        other.cnes = "";
        other.profissional = person(2);
        CHECK(code_of_failure(consult(gestor(world), of_lotacao(lotacao(1), false), other, world.services)) == "RELAT-0005");
        CHECK(code_of_failure(consult(gestor(world), of_lotacao(lotacao(9), false), all, world.services)) == "RELAT-0005");
        CHECK(code_of_failure(consult(gestor(world), of_lotacao("", false), all, world.services)) == "RELAT-0005");
        const auto unit = test::must(choices(gestor(world), of_lotacao(lotacao(1), true), {}, world.services));
        REQUIRE(unit.unidades.size() == 1);
        CHECK(unit.unidades[0].nome == "UBS Centro");
        CHECK(test::must(choices(gestor(world), of_lotacao(lotacao(1), false), {}, world.services)).unidades.empty());
        CHECK(test::must(find_profissionais(gestor(world), kGestor, {}, "", "joa", world.services)).size() == 1);
        CHECK(test::must(find_profissionais(gestor(world), of_lotacao(lotacao(1), true), {}, "", "", world.services)).size() == 1);
        CHECK(test::must(find_profissionais(gestor(world), of_lotacao(lotacao(1), false), {}, "", "", world.services)).empty());
    });
}

TEST_CASE("A report asked for wrongly says what is wrong") {
    for_each_world([](World& world) {
        fill(world);
        const auto fails = [&](const Pedido& pedido) { return code_of_failure(consult(gestor(world), kGestor, pedido, world.services)); };
        CHECK(fails({.relatorio = "nenhum"}) == "RELAT-0002");
        CHECK(fails(visits_of("", "2026-09-30")) == "RELAT-0006");
        CHECK(fails(visits_of("2026-09-30", "2026-09-01")) == "RELAT-0006");
        CHECK(fails(visits_of("2026-09-01", "2026-09-31")) == "RELAT-0006");
        CHECK(fails(visits_of("2026-09-01", "2026-09-30", {"turno", "signo"})) == "RELAT-0006");
        auto both = visits_of("2026-09-01", "2026-09-30");
        both.cbo = "515105";
        both.profissional = person(1);
        CHECK(fails(both) == "RELAT-0006");
        both.cbo = "";
        both.profissional = person(9);
        CHECK(fails(both) == "RELAT-0006");
        CHECK(fails({.relatorio = "cadastro_individual"}) == "ok");
        CHECK(fails({.relatorio = "cadastro_individual", .forma = Forma::mensal}) == "RELAT-0006");
        auto elsewhere = visits_of("2026-09-01", "2026-09-30");
        elsewhere.municipio = fichas::testing::other_municipio();
        CHECK(fails(elsewhere) == "ACESSO-0005");
    });
}

TEST_CASE("[S2-291] The fator bounds the groups and the months that one query may have together") {
    CHECK(check_fator(12, 1, 12).has_value());
    CHECK(check_fator(12, 4, 3).has_value());
    const auto refused = check_fator(12, 5, 3);
    CHECK(refused.error().code.text() == "RELAT-0007");
    CHECK(refused.error().message == "5 grupos de informação em 3 meses passam do limite deste relatório (fator 12). "
                                     "Com 5 grupos de informação, escolha até 2 meses. Com 3 meses, escolha até 4 grupos.");
    CHECK(check_fator(1, 2, 3).error().message == "2 grupos de informação em 3 meses passam do limite deste relatório (fator 1).");
    for_each_world([](World& world) {
        fill(world);
        const auto admin = [&] { return world.received.gate.as<relatorios_configurar>({.key = "instalador", .name = "Instalador"}); };
        const auto saved = test::must(save_fator(admin(), "visita_domiciliar", {2, 0}, world.services));
        CHECK(saved.fator.fator == 2);
        CHECK(saved.fator.versao == 1);
        const auto fails = [&](const Pedido& pedido) { return code_of_failure(consult(gestor(world), kGestor, pedido, world.services)); };
        CHECK(fails(visits_of("2026-08-01", "2026-09-30")) == "ok");
        CHECK(fails(visits_of("2026-08-01", "2026-10-01")) == "RELAT-0007");
        CHECK(fails(visits_of("2026-08-31", "2026-09-01", {"turno", "motivo"})) == "RELAT-0007");
        CHECK(fails(visits_of("2026-09-01", "2026-09-01", {"turno", "motivo"})) == "ok");
        CHECK(fails(visits_of("2026-09-01", "2026-09-01", {})) == "RELAT-0007");
    });
}

TEST_CASE("[S2-291] [S2-292] A fator is saved by who read its last version, and only when it is one") {
    for_each_world([](World& world) {
        const auto admin = [&] { return world.received.gate.as<relatorios_configurar>({.key = "instalador", .name = "Instalador"}); };
        const auto save = [&](std::string_view relatorio, std::int64_t fator, std::int64_t versao) {
            return code_of_failure(save_fator(admin(), relatorio, {fator, versao}, world.services));
        };
        CHECK(test::must(list_fatores(admin(), world.services)).size() == 15);
        CHECK(test::must(list_fatores(admin(), world.services)).at(0).fator.fator == kFatorPadrao);
        CHECK(save("vacinacao", 30, 0) == "ok");
        CHECK(save("vacinacao", 40, 0) == "RELAT-0004");
        CHECK(save("vacinacao", 40, 1) == "ok");
        CHECK(save("vacinacao", 50, 1) == "RELAT-0004");
        CHECK(save("vacinacao", 0, 2) == "RELAT-0003");
        CHECK(save("vacinacao", 10'000, 2) == "RELAT-0003");
        CHECK(save("nenhum", 10, 0) == "RELAT-0002");
        CHECK(test::must(list_fatores(admin(), world.services)).back().fator.fator == 40);
        CHECK(world.received.events(audit::Event::configuracao_alterada) == 2);
    });
}
