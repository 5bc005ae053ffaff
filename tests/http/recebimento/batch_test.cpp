// SPDX-License-Identifier: Apache-2.0
// POST /api/v1/recebimento/fichas: many fichas, a verdict per item, resumable.
#include "platform/crypto/crypto.hpp"
#include "platform/json/json.hpp"
#include "tests/http/recebimento/site.hpp"

using namespace aroeira;
using namespace aroeira::testing;
using fichas::testing::aracaju;
using fichas::testing::kNoSuchTurno;
using fichas::testing::Visita;
using fichas::testing::zip_of;

namespace {

constexpr const char* kPath = "/api/v1/recebimento/fichas";
constexpr const char* kLines = "application/x-ndjson";

Caller sender(Site& site) {
    Caller caller(site);
    REQUIRE(caller.enter(site.add_credencial(aracaju())).status == 200);
    return caller;
}

std::string line_of(const std::string& name, const std::string& bytes) {
    return R"({"nome":")" + name + R"(","conteudo":")" + crypto::to_base64(bytes) + "\"}\n";
}
std::string line_of(const Visita& visit) { return line_of(visit.file_name(), visit.bytes()); }

/// More than two blocks of 500.
constexpr int kMany = 1203;
std::string many_lines() {
    std::string body;
    for (int i = 1; i <= kMany; ++i) body += line_of(Visita{.number = i});
    return body;
}

std::vector<std::string> lines(const std::string& body) {
    std::vector<std::string> list;
    for (std::size_t at = 0; at < body.size();) {
        const auto end = body.find('\n', at);
        list.push_back(body.substr(at, end - at));
        at = end + 1;
    }
    return list;
}
bool has(const std::string& text, const std::string& part) { return text.find(part) != std::string::npos; }

}  // namespace

TEST_CASE("Of a stream of fichas each item has its line, in order: index, name, uuid, verdict and every broken rule") {
    for_each_site([](Site& site) {
        const auto caller = sender(site);
        const Visita good{.number = 1};
        const Visita bad{.number = 2, .turno = kNoSuchTurno};
        const auto answer = caller.post(kPath, line_of(good) + line_of(bad) + "{\"nome\":\n" + "\r\n" + R"({"nome":"b64.esus","conteudo":"@@"})" + "\n" + line_of(good), kLines);
        CHECK(answer.status == 200);
        CHECK(answer.headers.at("content-type").starts_with(kLines));
        const auto found = lines(answer.body);
        REQUIRE(found.size() == 5);
        CHECK(found[0] == R"({"indice":0,"nome":")" + good.file_name() + R"(","uuid":")" + good.uuid() + R"(","situacao":"valida","repetida":false,"erros":[],"avisos":[]})");
        CHECK(has(found[1], R"("indice":1)"));
        CHECK(has(found[1], R"("situacao":"invalida")"));
        CHECK(has(found[1], R"("campo":"visitasDomiciliares[0].turno")"));
        CHECK(has(found[2], R"("situacao":"ilegivel")"));
        CHECK(has(found[3], R"("nome":"b64.esus")"));
        CHECK(has(found[3], R"("situacao":"ilegivel")"));
        CHECK(has(found[4], R"("repetida":true)"));
        CHECK(site.number("SELECT COUNT(*) FROM ficha") == 2);
    });
}

TEST_CASE("A batch may be a zip; what is wrong with the zip itself refuses it whole") {
    for_each_site([](Site& site) {
        const auto caller = sender(site);
        const auto zip = zip_of({Visita{.number = 1}, Visita{.number = 2, .turno = kNoSuchTurno}});
        const auto found = lines(caller.post(kPath, zip, "application/zip").body);
        REQUIRE(found.size() == 2);
        CHECK(has(found[0], R"("situacao":"valida")"));
        CHECK(has(found[1], R"("situacao":"invalida")"));
        const auto cut = caller.post(kPath, zip.substr(0, 80), "application/zip");
        CHECK(cut.status == 422);
        CHECK(member(cut, "code").starts_with("ZIP-"));
        const auto bomb = caller.post(kPath, zip_of({{"a.esus", std::string(20'000'000, 'x')}}), "application/zip");
        CHECK(bomb.status == 413);
        CHECK(site.number("SELECT COUNT(*) FROM ficha") == 2);
    });
}

TEST_CASE("A sender that loses the connection repeats the whole batch, and every ficha is there once") {
    for_each_site([](Site& site) {
        const auto caller = sender(site);
        const auto body = many_lines();
        {
            Client broken(site.port());
            broken.send(post(kPath, body, caller.headers(kLines)));
            for (int i = 0; i < 400 && site.number("SELECT COUNT(*) FROM ficha") == 0; ++i) std::this_thread::sleep_for(std::chrono::milliseconds(5));
            broken.reset();
        }
        CHECK(site.number("SELECT COUNT(*) FROM ficha") >= 500);
        const auto found = lines(caller.post(kPath, body, kLines).body);
        REQUIRE(found.size() == static_cast<std::size_t>(kMany));
        for (const auto& line : found) CHECK(has(line, R"("situacao":"valida")"));
        CHECK(has(found.front(), R"("repetida":true)"));
        CHECK(site.number("SELECT COUNT(*) FROM ficha") == kMany);
        CHECK(site.number("SELECT SUM(validas) FROM lote_recebido") == kMany);
    });
}

TEST_CASE("A batch that the database interrupts says from which item to go on; what was answered before is kept") {
    for_each_site([](Site& site) {
        const auto caller = sender(site);
        site.writes_left = 1;
        const auto found = lines(caller.post(kPath, many_lines(), kLines).body);
        REQUIRE(found.size() == 501);
        CHECK(has(found[499], R"("situacao":"valida")"));
        CHECK(has(found[500], R"("indice":500,"interrompido":true,"codigo":"DB-0004")"));
        CHECK_FALSE(has(found[500], "segredo do operador"));
        site.writes_left = 1 << 30;
        CHECK(site.number("SELECT COUNT(*) FROM ficha") == 500);
    });
}

TEST_CASE("Bad input: a batch without a session gets 401 before its body is read, and nothing is kept") {
    for_each_site([](Site& site) {
        Caller stranger(site);
        CHECK(stranger.post(kPath, many_lines(), kLines).status == 401);
        site.add_person(1, identity::perfil_padrao::instalador, std::nullopt);
        REQUIRE(stranger.enter(1).status == 200);
        CHECK(stranger.post(kPath, line_of(Visita{}), kLines).status == 403);
        CHECK(site.number("SELECT COUNT(*) FROM ficha") == 0);
    });
}
