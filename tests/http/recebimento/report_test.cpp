// SPDX-License-Identifier: Apache-2.0
// What is downloaded: the two reports of inconsistencies, and a ficha as it came.
#include "tests/http/recebimento/site.hpp"

using namespace aroeira;
using namespace aroeira::testing;
using fichas::testing::aracaju;
using fichas::testing::kNoSuchTurno;
using fichas::testing::Visita;
using fichas::testing::zip_of;

namespace {

constexpr const char* kPeriod = "/api/v1/recebimento/inconsistencias.csv?inicio=2026-09-21&fim=2026-09-21";

/// One inconsistent ficha by file, sent by Pessoa 1, and one online.
struct Received {
    explicit Received(Site& site) : who(site) {
        site.add_person(1, identity::perfil_padrao::administrador_municipal, aracaju());
        REQUIRE(who.enter(1).status == 200);
        lote = member(who.send_lote(zip_of({by_file}), "=1+1.zip"), "lote");
        site.run_jobs();
        Caller system(site);
        REQUIRE(system.enter(site.add_credencial(aracaju())).status == 200);
        REQUIRE(system.send_ficha(online).status == 400);
    }
    Caller who;
    Visita by_file{.number = 1, .turno = kNoSuchTurno};
    Visita online{.number = 2, .turno = kNoSuchTurno};
    std::string lote;
};

}  // namespace

TEST_CASE("[S2-271] [S2-273] The report of a lote is a CSV file with BOM and semicolons, of that lote only, and runs no formula") {
    for_each_site([](Site& site) {
        const Received received(site);
        const auto csv = received.who.get("/api/v1/recebimento/lotes/" + received.lote + "/inconsistencias.csv");
        CHECK(csv.status == 200);
        CHECK(csv.headers.at("content-type") == "text/csv; charset=utf-8");
        CHECK(csv.headers.at("content-disposition") == "attachment; filename=\"inconsistencias-do-lote.csv\"");
        CHECK(csv.body.starts_with("\xEF\xBB\xBFRecebido em;"));
        CHECK(csv.says(received.by_file.uuid()));
        CHECK_FALSE(csv.says(received.online.uuid()));
        CHECK(csv.says(";'=1+1.zip;"));
        CHECK(site.events(audit::Event::relatorio_gerado) == 1);
    });
}

TEST_CASE("[S2-276] [S2-277] The report of a period is a CSV file; without one, or with one that is none, it is refused") {
    for_each_site([](Site& site) {
        const Received received(site);
        const auto csv = received.who.get(kPeriod);
        CHECK(csv.status == 200);
        CHECK(csv.headers.at("content-disposition") == "attachment; filename=\"inconsistencias-2026-09-21-a-2026-09-21.csv\"");
        CHECK(csv.says(received.by_file.uuid()));
        CHECK(csv.says(received.online.uuid()));
        for (const auto* query : {"", "?inicio=2026-09-21", "?fim=2026-09-21", "?inicio=2026-09-21&fim=2026-09-20", "?inicio=ontem&fim=hoje"}) {
            CAPTURE(query);
            const auto refused = received.who.get(std::string("/api/v1/recebimento/inconsistencias.csv") + query);
            CHECK(refused.status == 422);
            CHECK(refused.says(R"("field":")"));
        }
    });
}

TEST_CASE("[S2-278] [S2-279] The report of a period follows the responsável and the tipo de recebimento; another tipo is refused") {
    for_each_site([](Site& site) {
        const Received received(site);
        const auto with = [&](const char* more) { return received.who.get(std::string(kPeriod) + more); };
        CHECK(with("&responsavel=PESSOA").says(received.by_file.uuid()));
        CHECK_FALSE(with("&responsavel=PESSOA").says(received.online.uuid()));
        CHECK(with("&tipo=online").says(received.online.uuid()));
        CHECK_FALSE(with("&tipo=online").says(received.by_file.uuid()));
        CHECK(with("&tipo=arquivo").says(received.by_file.uuid()));
        CHECK_FALSE(with("&tipo=arquivo").says(received.online.uuid()));
        CHECK(with("&tipo=").says(received.online.uuid()));
        CHECK(with("&tipo=fax").status == 422);
    });
}

TEST_CASE("A ficha is downloaded as it came, as a file no browser shows, by who may see it and with an audit row") {
    for_each_site([](Site& site) {
        const Received received(site);
        const std::string path = "/api/v1/recebimento/fichas/" + received.online.uuid() + "/original";
        const auto file = received.who.get(path);
        CHECK(file.status == 200);
        CHECK(file.body == received.online.bytes());
        CHECK(file.headers.at("content-type") == "application/octet-stream");
        CHECK(file.headers.at("content-disposition") == "attachment; filename=\"" + received.online.file_name() + "\"");
        CHECK(received.who.get(path + "?formato=json&versao=1").body.starts_with("{"));
        CHECK(site.events(audit::Event::ficha_consultada) == 2);
        CHECK(received.who.get(path + "?formato=pdf").status == 422);
        CHECK(received.who.get(path + "?versao=0").status == 422);
        CHECK(received.who.get(path + "?versao=2").status == 404);
        Caller system(site);
        REQUIRE(system.enter(site.add_credencial(aracaju())).status == 200);
        CHECK(system.get(path).status == 403);
    });
}
