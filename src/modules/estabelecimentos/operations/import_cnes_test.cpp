// SPDX-License-Identifier: Apache-2.0
#include "modules/estabelecimentos/operations/import_cnes.hpp"

#include <doctest/doctest.h>

#include "modules/estabelecimentos/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::estabelecimentos;
using namespace aroeira::estabelecimentos::testing;

namespace {

constexpr db::Query kLotacoesAtivas{"test.lotacoes_ativas", "SELECT count(*) FROM lotacao WHERE ativa = 1"};
constexpr db::Query kLotacoes{"test.lotacoes", "SELECT count(*) FROM lotacao"};
constexpr db::Query kSexo{"test.sexo", "SELECT count(*) FROM profissional WHERE sexo = 'F'"};
constexpr db::Query kSetSexo{"test.set_sexo", "UPDATE profissional SET sexo = 'F'"};
constexpr db::Query kByHand{"test.by_hand", "UPDATE lotacao SET origem = 'manual', segue_cnes = 0"};
constexpr db::Query kByHandFollowing{"test.by_hand_following", "UPDATE lotacao SET origem = 'manual', segue_cnes = 1"};
constexpr db::Query kPartes{"test.partes", "SELECT count(*) FROM cnes_importacao_parte"};
constexpr db::Query kImportacoes{"test.importacoes", "SELECT count(*) FROM cnes_importacao"};

constexpr db::Query kLoseJob{"test.lose_job", "UPDATE trabalho SET situacao = 'falhou', chave_viva = NULL"};

constexpr std::string_view kCns2 = "700000000000013", kCpf2 = "11144477735";

/// novas, atualizadas, inativadas, inalteradas, rejeitadas
std::vector<std::int64_t> of(const Contagem& c) { return {c.novas, c.atualizadas, c.inativadas, c.inalteradas, c.rejeitadas}; }
using Counts = std::vector<std::int64_t>;

/// Two units, two teams in the first, and one professional in one of them.
ArquivoXml town() {
    ArquivoXml file;
    file.unidades = {{.equipes = {{}, {.ine = "0000000026", .nome = "EQUIPE VERDE"}}}, {.cnes = "0000002", .nome = "UBS NORTE"}};
    file.profissionais[0].lotacoes = {{.ine = "0000000018", .microarea = "01"}};
    return file;
}

}  // namespace

TEST_CASE("The first import brings everything; the same file again changes nothing [S2-099] [S2-104]") {
    for_each_world([](World& world) {
        const auto first = world.report(town());
        CHECK(of(first.unidades) == Counts{2, 0, 0, 0, 0});
        CHECK(of(first.equipes) == Counts{2, 0, 0, 0, 0});
        CHECK(of(first.profissionais) == Counts{1, 0, 0, 0, 0});
        CHECK(of(first.lotacoes) == Counts{1, 0, 0, 0, 0});
        const auto again = world.report(town());
        CHECK(of(again.unidades) == Counts{0, 0, 0, 2, 0});
        CHECK(of(again.equipes) == Counts{0, 0, 0, 2, 0});
        CHECK(of(again.profissionais) == Counts{0, 0, 0, 1, 0});
        CHECK(of(again.lotacoes) == Counts{0, 0, 0, 1, 0});
        CHECK(world.imported == 2);
        CHECK(world.events == std::vector{audit::Event::cnes_importado, audit::Event::cnes_importado});
    });
}

TEST_CASE("What a file no longer brings is inactive and stays; what comes back is active again [S2-090]") {
    for_each_world([](World& world) {
        world.report(town());
        auto smaller = town();
        smaller.unidades.pop_back();
        smaller.unidades[0].equipes.pop_back();
        smaller.profissionais[0] = {.cpf = std::string(kCpf2), .cns = std::string(kCns2), .nome = "BIA"};
        const auto without = world.report(smaller);
        CHECK(of(without.unidades) == Counts{0, 0, 1, 1, 0});
        CHECK(of(without.equipes) == Counts{0, 0, 1, 1, 0});
        CHECK(of(without.profissionais) == Counts{1, 0, 1, 0, 0});
        CHECK(of(without.lotacoes) == Counts{1, 0, 1, 0, 0});
        CHECK(world.cadastro().has_unidade("0000001"));
        CHECK_FALSE(world.cadastro().has_unidade("0000002"));
        CHECK_FALSE(world.cadastro().has_equipe("0000000026"));
        CHECK_FALSE(world.cadastro().has_profissional("700000000000005"));
        CHECK(world.cadastro().has_profissional_cpf(kCpf2));

        const auto back = world.report(town());
        CHECK(of(back.unidades) == Counts{0, 1, 0, 1, 0});
        CHECK(of(back.equipes) == Counts{0, 1, 0, 1, 0});
        CHECK(of(back.profissionais) == Counts{0, 1, 1, 0, 0});
        CHECK(of(back.lotacoes) == Counts{0, 1, 1, 0, 0});
        CHECK(world.cadastro().has_profissional("700000000000005"));
        CHECK(world.count(kLotacoes) == 2);
    });
}

TEST_CASE("What changed is updated, and a sex the CNES hides stays as it is known here") {
    for_each_world([](World& world) {
        world.report(town());
        world.run(kSetSexo);
        auto changed = town();
        changed.unidades[1].nome = "UBS NORTE II";
        changed.unidades[0].equipes[1].nome = "EQUIPE VERDE E AMARELA";
        changed.profissionais[0].nome = "ANA MARIA DOS TESTES";
        changed.profissionais[0].lotacoes[0].microarea = "02";
        const auto report = world.report(changed);
        CHECK(of(report.unidades) == Counts{0, 1, 0, 1, 0});
        CHECK(of(report.equipes) == Counts{0, 1, 0, 1, 0});
        CHECK(of(report.profissionais) == Counts{0, 1, 0, 0, 0});
        CHECK(of(report.lotacoes) == Counts{0, 1, 0, 0, 0});
        CHECK(world.count(kSexo) == 1);
        CHECK(of(world.report(changed).lotacoes) == Counts{0, 0, 0, 1, 0});
    });
}

TEST_CASE("Moving between teams, a second CBO, and another CBO each touch only their own lotação") {
    for_each_world([](World& world) {
        world.report(town());
        auto moved = town();
        moved.profissionais[0].lotacoes[0].ine = "0000000026";
        CHECK(of(world.report(moved).lotacoes) == Counts{1, 0, 1, 0, 0});
        moved.profissionais[0].lotacoes.push_back({.ine = "0000000026", .cbo = "223505"});
        CHECK(of(world.report(moved).lotacoes) == Counts{1, 0, 0, 1, 0});
        moved.profissionais[0].lotacoes[0].cbo = "225142";
        CHECK(of(world.report(moved).lotacoes) == Counts{1, 0, 1, 1, 0});
        CHECK(world.count(kLotacoesAtivas) == 2);
    });
}

TEST_CASE("A lotação typed by hand is left alone, unless it follows the CNES") {
    for_each_world([](World& world) {
        world.report(town());
        world.run(kByHand);
        auto without = town();
        without.profissionais.clear();
        const auto kept = world.report(without);
        CHECK(of(kept.lotacoes) == Counts{0, 0, 0, 0, 0});
        CHECK(of(kept.profissionais) == Counts{0, 0, 0, 0, 0});
        CHECK(world.cadastro().has_profissional("700000000000005"));
        auto other_area = town();
        other_area.profissionais[0].lotacoes[0].microarea = "09";
        CHECK(of(world.report(other_area).lotacoes) == Counts{0, 0, 0, 1, 0});

        world.run(kByHandFollowing);
        CHECK(of(world.report(other_area).lotacoes) == Counts{0, 1, 0, 0, 0});
        CHECK(of(world.report(without).lotacoes) == Counts{0, 0, 1, 0, 0});
        CHECK_FALSE(world.cadastro().has_profissional("700000000000005"));
    });
}

TEST_CASE("A team whose deactivation has come is inactive, whatever the file brings") {
    for_each_world([](World& world) {
        world.report(town());
        auto ended = town();
        ended.unidades[0].equipes[0].desativada = "01/01/2020";
        ended.unidades[0].equipes[1].desativada = "01/01/2090";
        CHECK(of(world.report(ended).equipes) == Counts{0, 1, 1, 0, 0});
        CHECK_FALSE(world.cadastro().has_equipe("0000000018"));
        CHECK(world.cadastro().has_equipe("0000000026"));
        CHECK(of(world.report(ended).equipes) == Counts{0, 0, 0, 2, 0});
    });
}

TEST_CASE("A CNS that is of somebody else here refuses the professional, and the rest goes on [S2-103]") {
    for_each_world([](World& world) {
        world.report(town());
        auto other = town();
        other.profissionais = {{.cpf = std::string(kCpf2), .nome = "BIA"}};
        const auto report = world.report(other);
        CHECK(of(report.profissionais) == Counts{0, 0, 1, 0, 1});
        CHECK(of(report.lotacoes) == Counts{0, 0, 1, 0, 1});
        REQUIRE(report.rejeicoes.size() == 2);
        CHECK(report.rejeicoes[0].motivo == "O CNS já é de outro profissional do município.");
        // The one who had it gives it up in the same file: nobody contradicts anybody.
        auto swapped = town();
        swapped.profissionais[0].cns = kCns2;
        swapped.profissionais.push_back({.cpf = std::string(kCpf2), .nome = "BIA"});
        CHECK(of(world.report(swapped).profissionais) == Counts{1, 1, 0, 0, 0});
    });
}

TEST_CASE("Professionals with more than one lotação are named in the report [S2-102]") {
    for_each_world([](World& world) {
        auto file = town();
        file.profissionais[0].lotacoes = {{}, {.cbo = "223505"}, {.cnes = "0000002"}};
        file.profissionais.push_back({.cpf = std::string(kCpf2), .cns = std::string(kCns2), .nome = "BIA"});
        const auto report = world.report(file);
        REQUIRE(report.sem_agenda.size() == 2);
        CHECK(report.sem_agenda[0].profissional == "ANA DOS TESTES");
        CHECK(report.sem_agenda[0].unidade == "UBS CENTRO");
        CHECK(report.sem_agenda[0].lotacoes == 2);
        CHECK(report.sem_agenda[1].unidade == "UBS NORTE");
    });
}

TEST_CASE("A simulation says what would change, and which fichas it would invalidate, and writes nothing") {
    for_each_world([](World& world) {
        CHECK(of(world.report(town(), true).unidades) == Counts{2, 0, 0, 0, 0});
        CHECK_FALSE(world.cadastro().has_unidade("0000001"));
        CHECK(world.asked_after == nullptr);
        world.report(town());
        auto without = town();
        without.unidades.pop_back();
        world.invalidated = 7;
        const auto report = world.report(without, true);
        CHECK(of(report.unidades) == Counts{0, 0, 1, 1, 0});
        CHECK(report.fichas_invalidadas == 7);
        REQUIRE(world.asked_after);
        CHECK_FALSE(world.asked_after->has_unidade("0000002"));
        CHECK(world.asked_after->has_profissional("700000000000005"));
        CHECK(world.cadastro().has_unidade("0000002"));
        CHECK(world.imported == 1);
        CHECK(world.events.back() == audit::Event::cnes_simulado);
        CHECK_FALSE(world.report(town()).fichas_invalidadas);
    });
}

TEST_CASE("A simulation counts who keeps working here by a lotação typed by hand") {
    for_each_world([](World& world) {
        world.report(town());
        world.run(kByHand);
        auto without = town();
        without.profissionais.clear();
        without.unidades.pop_back();
        world.report(without, true);
        REQUIRE(world.asked_after);
        CHECK(world.asked_after->has_profissional("700000000000005"));
    });
}

TEST_CASE("An older layout than the last one imported is refused whole") {
    for_each_world([](World& world) {
        world.report(town());
        auto old = town();
        old.versao = "2.1";
        old.unidades.pop_back();
        CHECK(code_of_failure(world.import_now(old)) == "CNES-0009");
        CHECK(code_of_failure(world.import_now(old, true)) == "CNES-0009");
        CHECK(world.cadastro().has_unidade("0000002"));
        CHECK(world.events.back() == audit::Event::cnes_recusado);
    });
}

TEST_CASE("A file in the queue: kept with the job, carried out by it, gone when it ends [S2-088] [S2-089] [S2-097]") {
    for_each_world([](World& world) {
        const auto may = world.gate.as<identity::Permission::cnes_importar>();
        const auto bytes = town().zip();
        const auto accepted = test::must(request_import(may, {"XMLPARAESUS_280030.ZIP", bytes}, world.services));
        CHECK(world.count(kPartes) == 1);
        CHECK(code_of_failure(request_import(may, {"outro.zip", bytes}, world.services)) == "CNES-0011");
        CHECK(world.count(kImportacoes) == 1);

        const auto id = test::must(jobs::TrabalhoId::parse(accepted.trabalho));
        FakeJob job(id, R"({"municipio":"2800308","importacao":")" + std::string(accepted.importacao.text()) + "\"}");
        job.stop = true;
        CHECK(code_of_failure(run_import(job, world.services)) == "CNES-0013");
        CHECK(world.count(kPartes) == 1);
        job.stop = false;
        test::must(run_import(job, world.services));
        REQUIRE(job.stages.size() >= 2);
        CHECK(job.stages[job.stages.size() - 4] == "Lendo o arquivo: 2 unidades e 1 profissionais");
        CHECK(job.stages.back() == "Dando acesso aos profissionais");
        CHECK(world.count(kPartes) == 0);
        CHECK(world.cadastro().has_unidade("0000001"));
        // A job that runs again after it ended does nothing.
        test::must(run_import(job, world.services));
        CHECK(world.imported == 1);
    });
}

TEST_CASE("What is no file of the CNES is refused on sight; what shows only inside is refused with its reason in the history") {
    for_each_world([](World& world) {
        const auto may = world.gate.as<identity::Permission::cnes_importar>();
        CHECK(code_of_failure(request_import(may, {"vazio.zip", ""}, world.services)) == "CNES-0008");
        std::string none;
        zip::Writer writer(none);
        test::must(writer.add("leia-me.txt", "nada"));
        test::must(writer.finish());
        CHECK(code_of_failure(request_import(may, {"x.zip", none}, world.services)) == "CNES-0006");
        CHECK(world.count(kImportacoes) == 0);

        const auto accepted = test::must(request_import(may, {"x.xml", "<outro/>"}, world.services));
        FakeJob job(test::must(jobs::TrabalhoId::parse(accepted.trabalho)),
                    R"({"municipio":"2800308","importacao":")" + std::string(accepted.importacao.text()) + "\"}");
        CHECK(code_of_failure(run_import(job, world.services)) == "CNES-0001");
        const auto kept = test::must(world.services.unit.read([&](Ports& ports) { return ports.importacoes.find(aracaju(), accepted.importacao); }));
        CHECK(kept.situacao == SituacaoImportacao::falhou);
        CHECK(kept.mensagem.find("não é um XML do CNES") != std::string::npos);
        CHECK(world.count(kPartes) == 0);
    });
}

TEST_CASE("A cancelled import says so in the history and lets go of its bytes") {
    for_each_world([](World& world) {
        const auto may = world.gate.as<identity::Permission::cnes_importar>();
        const auto bytes = town().text();
        const auto accepted = test::must(request_import(may, {"x.xml", bytes}, world.services));
        const auto id = test::must(jobs::TrabalhoId::parse(accepted.trabalho));
        test::must(world.services.unit.write([&](Ports& ports) -> Result<void> {
            AROEIRA_TRY(const auto status, jobs::status(ports.session, id));
            return cancel_import(status, ports, world.clock);
        }));
        CHECK(world.count(kPartes) == 0);
        // The job that was already running finds nothing to conclude, and changes nothing.
        FakeJob job(id, R"({"municipio":"2800308","importacao":")" + std::string(accepted.importacao.text()) + "\"}");
        CHECK_FALSE(run_import(job, world.services));
        CHECK_FALSE(world.cadastro().has_unidade("0000001"));
        const auto kept = test::must(world.services.unit.read([&](Ports& ports) { return ports.importacoes.find(aracaju(), accepted.importacao); }));
        CHECK(kept.situacao == SituacaoImportacao::cancelada);
    });
}

TEST_CASE("An import whose job the queue gave up does not stay under way for ever") {
    for_each_world([](World& world) {
        const auto may = world.gate.as<identity::Permission::cnes_importar>();
        const auto bytes = town().text();
        const auto lost = test::must(request_import(may, {"x.xml", bytes}, world.services));
        world.run(kLoseJob);
        const auto next = test::must(request_import(may, {"y.xml", bytes}, world.services));
        const auto find = [&](const ImportacaoId& id) {
            return test::must(world.services.unit.read([&](Ports& ports) { return ports.importacoes.find(aracaju(), id); }));
        };
        CHECK(find(lost.importacao).situacao == SituacaoImportacao::falhou);
        CHECK(find(lost.importacao).mensagem.find("abandonada") != std::string::npos);
        CHECK(find(next.importacao).situacao == SituacaoImportacao::aguardando);
        CHECK(world.count(kPartes) == 1);
    });
}

TEST_CASE("Another's município is refused, and the administrador da instalação must choose one [S2-096]") {
    for_each_world([](World& world) {
        const auto brasilia = test::must(Ibge::parse("5300108"));
        const auto bytes = town().text();
        CHECK(code_of_failure(request_import(world.gate.as<identity::Permission::cnes_importar>(), {"x.xml", bytes, brasilia}, world.services)) == "ACESSO-0005");
        world.gate.actor.municipio.reset();
        const auto may = world.gate.as<identity::Permission::cnes_importar>();
        CHECK(code_of_failure(request_import(may, {"x.xml", bytes}, world.services)) == "ACESSO-0006");
        CHECK(code_of_failure(request_import(may, {"x.xml", bytes, brasilia}, world.services)) == "INST-0001");
        CHECK(code_of_failure(request_import(may, {"x.xml", bytes, aracaju()}, world.services)) == "ok");
    });
}
