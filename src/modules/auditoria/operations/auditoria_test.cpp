// SPDX-License-Identifier: Apache-2.0
#include <doctest/doctest.h>

#include "modules/auditoria/operations/read_events.hpp"
#include "modules/auditoria/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::auditoria;
using namespace aroeira::auditoria::testing;
using audit::Event;

namespace {

constexpr const char* kTown = "2800308";
constexpr const char* kOther = "3550308";
// The clock of the tests stands at 2026-08-17 in UTC; in the município it is the same day.
Filtros whole() { return {.inicio = "2026-08-01", .fim = "2026-08-31"}; }

audit::Entry entry(Event event, const char* municipio, std::string entity = "usuario", std::string id = "1", std::string details = "") {
    return {.event = event, .actor = "", .address = "10.0.0.7", .entity = std::move(entity), .entity_id = std::move(id), .municipio = municipio, .details = std::move(details)};
}
std::vector<EventLine> lines(World& world, const MayAudit& granted, const Filtros& filtros) {
    return test::must(list_events(granted, filtros, "", world.services)).items;
}

}  // namespace

TEST_CASE("[S2-301] [S2-302] an administrador municipal sees the events of the município, and of no other, the newest first") {
    for_each_world([](World& world) {
        world.record(entry(Event::lote_recebido, kTown, "lote_recebido", "a"));
        world.record(entry(Event::lote_recebido, kOther, "lote_recebido", "b"));
        world.record(entry(Event::configuracao_alterada, "", "configuracao", "c"));
        world.record(entry(Event::lote_processado, kTown, "lote_recebido", "d"));
        const auto found = lines(world, world.of(kTown), whole());
        REQUIRE(found.size() == 2);
        CHECK(found[0].identificador == "d");
        CHECK(found[1].identificador == "a");
        CHECK(lines(world, world.of(kOther), whole()).size() == 1);
        const auto installation = lines(world, world.of(""), whole());
        REQUIRE(installation.size() == 1);
        CHECK(installation[0].identificador == "c");
    });
}

TEST_CASE("[S2-303] an event has type, type and id of the record, component and the person by the name of now") {
    for_each_world([](World& world) {
        auto made = entry(Event::senha_alterada, kTown, "usuario", std::string(world.maria.id.text()));
        made.actor = world.maria.id.text();
        world.record(made);
        const auto found = lines(world, world.of(kTown), whole());
        REQUIRE(found.size() == 1);
        CHECK(found[0].tipo == "Troca de senha");
        CHECK(found[0].registro == "Profissional");
        CHECK(found[0].identificador == world.maria.id.text());
        CHECK(found[0].componente == "10.0.0.7");
        CHECK(found[0].usuario == "Pessoa de Teste");
        CHECK(found[0].detalhes == "Alterou ou redefiniu a senha");
    });
}

TEST_CASE("[S2-304] the period is asked for, and its days are those of the município") {
    for_each_world([](World& world) {
        for (const auto& [inicio, fim] : {std::pair("", ""), {"2026-08-31", ""}, {"2026-02-30", "2026-08-31"}, {"2026-09-01", "2026-08-31"}}) {
            const auto refused = list_events(world.of(kTown), {.inicio = inicio, .fim = fim}, "", world.services);
            REQUIRE_FALSE(refused);
            CHECK(refused.error().code.text() == "AUDITORIA-0001");
            CHECK_FALSE(refused.error().fields.empty());
        }
        // 02:59 and 03:00 UTC are two days at UTC-3.
        world.people.clock.set(from_ms(1'785'553'199'000));  // 2026-08-01T02:59:59Z
        world.record(entry(Event::logout, kTown, "sessao", "july"));
        world.people.clock.set(from_ms(1'785'553'200'000));
        world.record(entry(Event::logout, kTown, "sessao", "august"));
        const auto found = lines(world, world.of(kTown), {.inicio = "2026-08-01", .fim = "2026-08-01"});
        REQUIRE(found.size() == 1);
        CHECK(found[0].identificador == "august");
    });
}

TEST_CASE("[S2-305] [S2-306] [S2-307] [S2-308] [S2-309] [S2-310] each filter lets through what it names, alone and with the others") {
    for_each_world([](World& world) {
        world.record(entry(Event::login_ok, kTown, "usuario", "u1"));
        world.record(entry(Event::copia_de_seguranca_realizada, kTown, "copia_de_seguranca", "b1"));
        world.record(entry(Event::copia_de_seguranca_integridade, kTown, "copia_de_seguranca", "b2"));
        auto hers = entry(Event::lote_recusado, kTown, "lote_recebido", "l1", R"({"motivo":"Arquivo do Hórus"})");
        hers.actor = world.maria.id.text();
        hers.address = "192.168.0.1";
        world.record(hers);
        const auto count = [&](const std::function<void(Filtros&)>& choose) {
            auto filtros = whole();
            choose(filtros);
            return lines(world, world.of(kTown), filtros).size();
        };
        CHECK(count([](Filtros& f) { f.tipo = "autenticacao_com_sucesso"; }) == 1);
        CHECK(count([](Filtros& f) { f.tipo = "copia_de_seguranca"; }) == 2);
        CHECK(count([](Filtros& f) { f.tipo = "copia_quebrada"; }) == 1);
        CHECK(count([](Filtros& f) { f.registro = "profissional"; }) == 1);
        CHECK(count([](Filtros& f) { f.registro = "ficha"; }) == 1);
        CHECK(count([&](Filtros& f) { f.usuario = world.maria.id.text(); }) > 0);
        CHECK(count([](Filtros& f) { f.detalhes = "HORUS"; }) == 1);
        CHECK(count([](Filtros& f) { f.identificador = "b2"; }) == 1);
        CHECK(count([](Filtros& f) { f.componente = "192.168.0.1"; }) == 1);
        CHECK(count([](Filtros& f) { f.componente = "192.168.0.1"; f.identificador = "b2"; }) == 0);
        CHECK_FALSE(list_events(world.of(kTown), {.inicio = "2026-08-01", .fim = "2026-08-31", .tipo = "x"}, "", world.services));
        CHECK_FALSE(list_events(world.of(kTown), {.inicio = "2026-08-01", .fim = "2026-08-31", .registro = "x"}, "", world.services));
    });
}

TEST_CASE("events come in pages of 30 that follow one another without a gap") {
    for_each_world([](World& world) {
        for (int i = 0; i < 75; ++i) world.record(entry(Event::login_ok, kTown, "usuario", std::to_string(i)));
        audit::Cursor cursor;
        std::vector<std::string> seen;
        Filtros filtros = whole();
        filtros.tipo = "autenticacao_com_sucesso";
        for (int page = 0; page < 3; ++page) {
            const auto found = test::must(list_events(world.of(kTown), filtros, cursor, world.services));
            for (const auto& one : found.items) seen.push_back(one.identificador);
            cursor = found.next;
        }
        CHECK(cursor.empty());
        REQUIRE(seen.size() == 75);
        for (std::size_t i = 0; i < seen.size(); ++i) CHECK(seen[i] == std::to_string(74 - i));
        CHECK(list_events(world.of(kTown), filtros, "'; DROP", world.services).error().code.text() == "AUDIT-0003");
    });
}

TEST_CASE("[S2-315] access to the module, a search, a generated trail and a download are events with period and filters") {
    for_each_world([](World& world) {
        const auto granted = world.of(kTown);
        test::must(open_auditoria(granted, world.services));
        auto filtros = whole();
        filtros.tipo = "troca_de_senha";
        filtros.detalhes = "Joana";
        lines(world, granted, filtros);
        const auto trilha = test::must(request_trilha(granted, whole(), Formato::csv, world.services));
        world.work();
        world.file_of(granted, trilha.id);
        auto accesses = whole();
        accesses.tipo = "acesso_a_auditoria";
        const auto found = lines(world, granted, accesses);
        REQUIRE(found.size() == 4);
        for (const auto& one : found) {
            CHECK(one.tipo == "Acesso aos registros de auditoria");
            CHECK(one.usuario == "Pessoa de Teste");
        }
        CHECK(found[3].detalhes == "Acessou os registros de auditoria. ação: Abertura do módulo Auditoria");
        CHECK(found[2].detalhes ==
              "Acessou os registros de auditoria. ação: Consulta de eventos, início: 2026-08-01, fim: 2026-08-31, tipo: Troca de senha, detalhes: (texto digitado)");
        CHECK(found[1].detalhes.find("Geração de trilha em CSV, início: 2026-08-01, fim: 2026-08-31") != std::string::npos);
        CHECK(found[0].identificador == trilha.id.text());
    });
}

TEST_CASE("[S2-317] [S2-326] a locked account and a wrong password show the CPF of the login, which the trail does not keep") {
    for_each_world([](World& world) {
        const auto id = std::string(world.maria.id.text());
        world.record(entry(Event::usuario_bloqueado, kTown, "usuario", id));
        world.record(entry(Event::login_falha, kTown, "usuario", id, R"({"motivo":"senha","omitidas":0})"));
        world.record(entry(Event::login_falha, kTown, "usuario", ""));
        const auto found = lines(world, world.of(kTown), whole());
        REQUIRE(found.size() == 3);
        const auto& [unknown, wrong, locked] = std::tie(found[0], found[1], found[2]);
        CHECK(locked.tipo == "Bloqueio de conta de usuário");
        CHECK(locked.detalhes.starts_with("Login bloqueado: 1"));
        CHECK(locked.detalhes.size() == std::string("Login bloqueado: 000.000.000-00").size());
        CHECK(wrong.detalhes.starts_with("Login ou senha incorretos. motivo: senha incorreta. CPF: 1"));
        CHECK(unknown.detalhes == "Login ou senha incorretos. CPF: não cadastrado");
        CHECK(unknown.usuario == "Não identificado");
    });
}

TEST_CASE("[S2-316] [S2-311] [S2-312] a trail in CSV says whose it is, has instants with their zone, and no formula runs") {
    for_each_world([](World& world) {
        world.record(entry(Event::configuracao_alterada, kTown, "configuracao", "=HYPERLINK(\"x\")", R"json({"depois":"linha\r\n;@SUM(A1)"})json"));
        const auto granted = world.of(kTown);
        world.people.clock.set(world.people.clock.now() + std::chrono::seconds(1));
        const auto asked = test::must(request_trilha(granted, whole(), Formato::csv, world.services));
        CHECK(world.woken == 1);
        world.work();
        const auto listed = test::must(list_trilhas(granted, 1, world.services));
        REQUIRE(listed.items.size() == 1);
        const auto& trilha = listed.items[0].trilha;
        CHECK(trilha.situacao == Situacao::concluida);
        CHECK(trilha.eventos == 1);
        CHECK(listed.items[0].gerada_por == "Pessoa de Teste");
        const auto file = world.file_of(granted, asked.id);
        CHECK(crypto::hex(crypto::sha256(file)) == trilha.soma);
        CHECK(static_cast<std::int64_t>(file.size()) == trilha.tamanho);
        CHECK(file.starts_with("\xef\xbb\xbfTrilha de auditoria\r\nInstituição;Instalação de Teste\r\nMunicípio;Aracaju - SE (2800308)\r\nPeríodo;01/08/2026 a 31/08/2026\r\n"));
        CHECK(file.find("Sistema;Aroeira 0.0\r\n") != std::string::npos);
        CHECK(file.find("Gerada em;2026-08-17T17:53:21.000-03:00 por Pessoa de Teste") != std::string::npos);
        CHECK(file.find("2026-08-17T17:53:20.000-03:00;Ação do usuário;Não identificado;10.0.0.7;Configuração;\"'=HYPERLINK(\"\"x\"\")\"") != std::string::npos);
        CHECK(file.find("\r\n=") == std::string::npos);
        const auto sum = file.rfind("SHA-256 das linhas de eventos;");
        REQUIRE(sum != std::string::npos);
        CHECK(file.substr(sum).size() == std::string("SHA-256 das linhas de eventos;").size() + 64 + 2);
    });
}

TEST_CASE("[S2-311] a trail in PDF is a PDF of the same events") {
    for_each_world([](World& world) {
        for (int i = 0; i < 120; ++i) world.record(entry(Event::login_ok, kTown, "usuario", std::to_string(i)));
        const auto granted = world.of(kTown);
        world.people.clock.set(world.people.clock.now() + std::chrono::seconds(1));
        const auto asked = test::must(request_trilha(granted, whole(), Formato::pdf, world.services));
        world.work();
        const auto trilha = test::must(list_trilhas(granted, 1, world.services)).items.at(0).trilha;
        CHECK(trilha.situacao == Situacao::concluida);
        CHECK(trilha.eventos == 120);
        const auto file = world.file_of(granted, asked.id);
        CHECK(file.starts_with("%PDF-"));
        CHECK(file.size() == static_cast<std::size_t>(trilha.tamanho));
    });
}

TEST_CASE("[S2-313] the history is the município's, a file of another is not found, and after seven days it is gone") {
    for_each_world([](World& world) {
        const auto granted = world.of(kTown);
        const auto trilha = test::must(request_trilha(granted, whole(), Formato::csv, world.services));
        CHECK(download_trilha(granted, trilha.id, world.services).error().code.text() == "AUDITORIA-0003");
        world.work();
        CHECK(download_trilha(world.of(kOther), trilha.id, world.services).error().code.text() == "AUDITORIA-0002");
        CHECK(test::must(list_trilhas(world.of(kOther), 1, world.services)).total == 0);
        world.people.clock.set(world.people.clock.now() + std::chrono::days(7));
        CHECK(test::must(list_trilhas(granted, 1, world.services)).items.at(0).expirada);
        CHECK(download_trilha(granted, trilha.id, world.services).error().code.text() == "AUDITORIA-0003");
        // The next one throws the bytes away.
        world.people.clock.set(world.people.clock.now() + std::chrono::seconds(1));
        test::must(request_trilha(granted, whole(), Formato::csv, world.services));
        world.work();
        CHECK_FALSE(test::must(world.services.unit.read([&](Ports& ports) { return ports.trilhas.part(kTown, trilha.id, 0); })));
    });
}

TEST_CASE("a trail whose job was cancelled, or whose asker may no longer, says so and has no file") {
    for_each_world([](World& world) {
        const auto granted = world.of(kTown);
        const auto cancelled = test::must(request_trilha(granted, whole(), Formato::csv, world.services));
        test::must(world.services.unit.write([&](Ports& ports) -> Result<void> {
            const auto id = jobs::TrabalhoId::parse(cancelled.trabalho).value();
            AROEIRA_CHECK(jobs::cancel(ports.session, world.people.clock, id));
            AROEIRA_TRY(const auto status, jobs::status(ports.session, id));
            return cancel_trilha(status, ports, world.people.clock);
        }));
        world.work();
        CHECK(test::must(list_trilhas(granted, 1, world.services)).items.at(0).trilha.situacao == Situacao::cancelada);
        world.may = false;
        const auto refused = test::must(request_trilha(granted, whole(), Formato::csv, world.services));
        world.work();
        const auto line = test::must(list_trilhas(granted, 1, world.services)).items.at(0).trilha;
        CHECK(line.id == refused.id);
        CHECK(line.situacao == Situacao::falhou);
        CHECK(line.motivo == "Seu perfil não permite esta ação.");
    });
}

TEST_CASE("[S2-307] people are found by part of the name, without accents, and only those of the município") {
    for_each_world([](World& world) {
        world.people.add(2, {{.perfil = identity::testing::kMunicipal, .municipio = identity::testing::other_ibge()}});
        CHECK(test::must(search_people(world.of(kTown), "PESSOA", world.services)).size() == 1);
        CHECK(test::must(search_people(world.of(kTown), "ninguém", world.services)).empty());
        CHECK(test::must(search_people(world.of(""), "pessoa de", world.services)).size() == 2);
    });
}
