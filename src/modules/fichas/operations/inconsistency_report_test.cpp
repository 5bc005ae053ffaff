// SPDX-License-Identifier: Apache-2.0
#include "modules/fichas/operations/inconsistency_report.hpp"

#include <algorithm>

#include "modules/fichas/operations/receive_fichas.hpp"
#include "modules/fichas/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::fichas;
using namespace aroeira::fichas::testing;

namespace {

constexpr std::string_view kBom = "\xEF\xBB\xBF";
const Visita kBad{.number = 1, .turno = kNoSuchTurno};
const Visita kBadOnline{.number = 2, .turno = kNoSuchTurno};

Result<std::string> report(World& world, const ReportRequest& request) {
    return inconsistency_report(world.ana<identity::Permission::fichas_ver>(), request, world.services);
}
const ReportRequest kToday{.inicio = "2026-09-21", .fim = "2026-09-21"};

ReportRequest of_lote(const LoteId& lote) {
    ReportRequest request;
    request.lote = lote;
    return request;
}

/// Without BOM and header.
std::vector<std::string> lines(const std::string& csv) {
    std::vector<std::string> found;
    for (std::size_t at = csv.find("\r\n") + 2; at < csv.size();) {
        const auto end = csv.find("\r\n", at);
        found.push_back(csv.substr(at, end - at));
        at = end + 2;
    }
    return found;
}
std::vector<std::string> lines(World& world, const ReportRequest& request) { return lines(test::must(report(world, request))); }

void receive_online(World& world, const Visita& visit) {
    const auto bytes = visit.bytes();
    const OnlineItem item{visit.file_name(), bytes};
    test::must(receive_fichas(world.sistema(), {&item, 1}, world.services));
}
LoteId receive_file(World& world, const std::string& zip, const std::string& name = "lote.zip") {
    const auto id = world.send(zip, name);
    world.run_jobs();
    return id;
}

}  // namespace

TEST_CASE("[S2-271] [S2-273] The report of a lote is a CSV for spreadsheets: BOM, semicolons, one line per broken rule with cause and correction") {
    for_each_world([](World& world) {
        const auto id = receive_file(world, zip_of({{kBad.file_name(), kBad.bytes()}, {"ruim.esus", "???"}}));
        receive_file(world, zip_of({Visita{.number = 7, .turno = kNoSuchTurno}}));
        const auto csv = test::must(report(world, of_lote(id)));
        CHECK(csv.starts_with(kBom));
        CHECK(csv.substr(kBom.size(), csv.find("\r\n") - kBom.size()) ==
              "Recebido em;Tipo de recebimento;Responsável;Arquivo;Lote;Tipo de ficha;UUID da ficha;CNES;INE;Competência;Regra;Campo;"
              "Inconsistência;Como corrigir");
        const auto found = lines(csv);
        REQUIRE(found.size() == 2);
        CHECK(found[0].starts_with("21/09/2026 11:13:20;Arquivo;Ana Responsável;lote.zip;" + std::string(id.text()) + ";"));
        CHECK(found[0].find(";" + kBad.uuid() + ";2269741;0000123456;08/2026;") != std::string::npos);
        CHECK(found[0].find(";visitasDomiciliares[0].turno;") != std::string::npos);
        CHECK_FALSE(found[0].ends_with(";"));
        CHECK(found[1].find(";Ilegível;ruim.esus;") != std::string::npos);
        CHECK(world.events(audit::Event::relatorio_gerado) == 1);
    });
}

TEST_CASE("A name that a spreadsheet would run as a formula reaches it as text") {
    for_each_world([](World& world) {
        const auto id = receive_file(world, zip_of({{"=cmd|' /C calc'!A0.esus", "???"}}), "=HYPERLINK(\"x\").zip");
        const auto found = lines(world, of_lote(id));
        REQUIRE(found.size() == 1);
        CHECK(found[0].find(";\"'=HYPERLINK(\"\"x\"\").zip\";") != std::string::npos);
        CHECK(found[0].find(";'=cmd|' /C calc'!A0.esus;") != std::string::npos);
        CHECK(found[0].find(";=") == std::string::npos);
    });
}

TEST_CASE("[S2-276] [S2-277] The report of a period holds what came in between two local dates, both included") {
    for_each_world([](World& world) {
        receive_file(world, zip_of({kBad}));
        CHECK(lines(world, kToday).size() == 1);
        CHECK(lines(world, {.inicio = "2026-09-22", .fim = "2026-09-30"}).empty());
        CHECK(lines(world, {.inicio = "2026-09-01", .fim = "2026-09-20"}).empty());
        CHECK(lines(world, {.inicio = "2026-09-01", .fim = "2026-09-21"}).size() == 1);
        world.clock.set(from_ms(1'790'045'999'999));  // 23:59:59.999 in Aracaju, the 22nd in UTC
        receive_online(world, kBadOnline);
        CHECK(lines(world, kToday).size() == 2);
    });
}

TEST_CASE("[S2-277] A period that is missing, reversed, longer than a year or no date is refused, naming the field") {
    for_each_world([](World& world) {
        const auto refused = [&](const char* from, const char* until) { return report(world, {.inicio = from, .fim = until}); };
        CHECK(code_of_failure(refused("", "2026-09-21")) == "RECEB-0020");
        CHECK(refused("", "2026-09-21").error().fields.at(0).field == "inicio");
        CHECK(refused("2026-09-21", "").error().fields.at(0).field == "fim");
        CHECK(code_of_failure(refused("21/09/2026", "2026-09-21")) == "RECEB-0020");
        CHECK(code_of_failure(refused("2026-02-29", "2026-09-21")) == "RECEB-0020");
        CHECK(code_of_failure(refused("2026-09-21", "2026-09-20")) == "RECEB-0021");
        CHECK(code_of_failure(refused("2025-01-01", "2026-09-20")) == "RECEB-0021");
        CHECK(world.events(audit::Event::relatorio_gerado) == 0);
    });
}

TEST_CASE("[S2-278] The report follows a part of the name of the responsável, whatever its case and accents") {
    for_each_world([](World& world) {
        receive_file(world, zip_of({kBad}));
        receive_online(world, kBadOnline);
        auto request = kToday;
        request.responsavel = "RESPONSAVEL";
        REQUIRE(lines(world, request).size() == 1);
        CHECK(lines(world, request)[0].find(kBad.uuid()) != std::string::npos);
        request.responsavel = "ninguém";
        CHECK(lines(world, request).empty());
    });
}

TEST_CASE("[S2-279] The report tells what came by Arquivo from what came Online") {
    for_each_world([](World& world) {
        receive_file(world, zip_of({kBad}));
        receive_online(world, kBadOnline);
        CHECK(lines(world, kToday).size() == 2);
        auto request = kToday;
        request.canal = Canal::online;
        REQUIRE(lines(world, request).size() == 1);
        CHECK(lines(world, request)[0].find(";Online;Sistema sistema;") != std::string::npos);
        request.canal = Canal::arquivo;
        REQUIRE(lines(world, request).size() == 1);
        CHECK(lines(world, request)[0].find(";Arquivo;Ana Responsável;") != std::string::npos);
    });
}

TEST_CASE("A ficha that was corrected since is no longer in the report") {
    for_each_world([](World& world) {
        receive_file(world, zip_of({kBad}));
        auto corrected = kBad;
        corrected.turno = kValidTurno;
        receive_file(world, zip_of({corrected}));
        CHECK(lines(world, kToday).empty());
    });
}

TEST_CASE("Of a lote with very many unreadable files the first thousand have a line, and one says how many more there are") {
    for_each_world([](World& world) {
        const auto junk = [](int count) {
            std::vector<NamedFile> files;
            for (int i = 0; i < count; ++i) files.emplace_back(std::to_string(i) + ".esus", "?");
            return zip_of(files);
        };
        const auto many = receive_file(world, junk(1203));
        receive_file(world, junk(600));
        receive_file(world, junk(600));
        const auto found = lines(world, kToday);
        CHECK(found.size() == 1001 + 600 + 600);
        const auto more = [](const std::string& line) { return line.find("E mais ") != std::string::npos; };
        CHECK(std::count_if(found.begin(), found.end(), more) == 1);
        const auto alone = lines(world, of_lote(many));
        REQUIRE(alone.size() == 1001);
        CHECK(alone.back().find(";E mais 203 arquivos ilegíveis neste lote.") != std::string::npos);
    });
}

TEST_CASE("The report of another município is refused") {
    for_each_world([](World& world) {
        auto elsewhere = kToday;
        elsewhere.municipio = other_municipio();
        CHECK(code_of_failure(report(world, elsewhere)) == "ACESSO-0005");
    });
}
