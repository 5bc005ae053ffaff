// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/resposta.hpp"

#include <doctest/doctest.h>

#include "modules/fichas/api/findings.hpp"

using namespace aroeira;
using namespace aroeira::transmission;
using namespace std::chrono_literals;

namespace {

const Instant kNow = from_ms(1'790'000'000'000);
constexpr auto kLote = "01990000-0000-7000-8000-00000000000a";

Reading read(int status, std::string_view body = "", std::string_view type = "application/problem+json", std::string_view retry = "") {
    return read_answer({.status = status, .content_type = type, .retry_after = retry, .body = body}, kNow);
}
Meaning meaning(int status, std::string_view body = "", std::string_view type = "application/problem+json") { return read(status, body, type).meaning; }
std::string problem(std::string_view code) { return R"({"code":")" + std::string(code) + R"(","title":"Causa e próximo passo.","agendado_para":1})"; }
std::string chegada(std::string_view situacao, std::string_view more = "") {
    return R"({"lote":")" + std::string(kLote) + R"(","situacao":")" + std::string(situacao) + R"(","recebidos":12)" + std::string(more) + "}";
}

}  // namespace

TEST_CASE("What a destino answers by its number is taken for what it is") {
    CHECK(meaning(200) == Meaning::accepted);
    CHECK(meaning(201) == Meaning::accepted);
    for (const int status : {301, 302, 400, 408, 418, 500, 502, 503, 504, 429}) CHECK(meaning(status) == Meaning::failure);
    for (const int status : {401, 403}) CHECK(meaning(status, problem("ACESSO-0001")) == Meaning::credential);
    CHECK(read(504, "<html>Gateway Timeout</html>", "text/html").causa == "O servidor respondeu com o erro 504.");
    CHECK(read(302).causa.find("outro lugar") != std::string::npos);
}

TEST_CASE("What an installation says by its codes is taken for what it is, and its words are shown") {
    CHECK(meaning(409, problem("TRANS-0022")) == Meaning::offset);
    CHECK(meaning(409, problem("TRANS-0021")) == Meaning::refused);
    CHECK(meaning(409, problem("DB-0003")) == Meaning::failure);
    CHECK(meaning(409, problem("TRANS-0026")) == Meaning::failure);
    CHECK(meaning(422, problem("TRANS-0023")) == Meaning::other_hash);
    CHECK(meaning(422, problem("TRANS-0024")) == Meaning::refused);
    CHECK(meaning(413, problem("HTTP-0002")) == Meaning::refused);
    CHECK(meaning(404, problem("INST-0001")) == Meaning::unserved);
    CHECK(meaning(404, problem("TRANS-0025")) == Meaning::unknown);
    CHECK(meaning(500, problem("DB-0004")) == Meaning::failure);
    CHECK(read(422, problem("TRANS-0024")).causa == "Causa e próximo passo.");
}

TEST_CASE("A refusal that no installation spoke is a failure of the way, not of the lote") {
    for (const int status : {404, 409, 413, 422}) {
        CHECK(meaning(status, "<html>nginx</html>", "text/html") == Meaning::failure);
        CHECK(meaning(status, "{\"code\":") == Meaning::failure);
        CHECK(meaning(status, "[]") == Meaning::failure);
    }
}

TEST_CASE("[S2-258] [S2-260] A 503 or 429 that says when is an hour given to us; one that does not is a failure") {
    for (const int status : {503, 429}) {
        const auto scheduled = read(status, problem("TRANS-0020"), "application/problem+json", "5400");
        CHECK(scheduled.meaning == Meaning::scheduled);
        CHECK(scheduled.wait == 90min);
        CHECK(scheduled.causa == "Causa e próximo passo.");
        CHECK(read(status, "", "text/plain", "60").causa == "O destino pediu para voltar mais tarde.");
        CHECK(read(status, "", "text/plain", "amanhã").meaning == Meaning::failure);
    }
    CHECK(read(500, "", "text/plain", "60").meaning == Meaning::failure);
    // As our own server says of any trouble.
    CHECK(read(503, problem("DB-0004"), "application/problem+json", "2").meaning == Meaning::failure);
    CHECK(read(503, problem("TRANS-0029"), "application/problem+json", "3600").meaning == Meaning::failure);
    CHECK(read(503, "", "", "2").meaning == Meaning::failure);
    CHECK(read(503, problem("TRANS-0020"), "application/problem+json", "1").meaning == Meaning::scheduled);
}

TEST_CASE("The words of another server are shortened to a line, never inside a character") {
    std::string title(399, 'a');
    title += "é\nsegredo";
    const auto causa = read(422, R"({"code":"X-0001","title":")" + std::string(399, 'a') + "é\\nsegredo\"}").causa;
    CHECK(causa == std::string(399, 'a'));
    CHECK(read(422, R"({"code":"X-0001","title":"um\ndois"})").causa == "um dois");
}

TEST_CASE("How far a lote came is read, also from a newer destino; half of it, or of another lote, is not") {
    const auto read_one = [](std::string_view body) { return parse_arrival(body, kLote); };
    const auto found = read_one(chegada("confirmado", R"(,"parte_bytes_max":1024,"mensagem":"","novidade":[1])"));
    REQUIRE(found.has_value());
    CHECK(found->situacao == SituacaoChegada::confirmado);
    CHECK(found->recebidos == 12);
    CHECK(found->part_bytes_max == 1024);
    CHECK(read_one(chegada("recebendo"))->situacao == SituacaoChegada::recebendo);
    CHECK(read_one(chegada("processado"))->situacao == SituacaoChegada::processado);
    CHECK(read_one(chegada("falhou", R"(,"mensagem":"Estragado.")"))->mensagem == "Estragado.");
    CHECK_FALSE(read_one(chegada("confirmado").substr(0, 40)).has_value());
    CHECK_FALSE(read_one("<html>").has_value());
    CHECK_FALSE(read_one("[]").has_value());
    CHECK_FALSE(read_one(chegada("quase")).has_value());
    CHECK_FALSE(parse_arrival(chegada("confirmado"), "outro").has_value());
    CHECK_FALSE(read_one(R"({"lote":")" + std::string(kLote) + R"(","situacao":"recebendo","recebidos":-1})").has_value());
}

TEST_CASE("Verdicts are read in the order asked; one missing, too many, of another ficha or in another word make them all unread") {
    const std::vector<std::string> uuids{"a", "b", "c"};
    const auto items = [](std::string_view list) { return R"({"itens":[)" + std::string(list) + "]}"; };
    const std::string three = R"({"uuid":"a","situacao":"aceita","erros":[],"avisos":[{"regra":"X","campo":"c","mensagem":"m","correcao":"k"}]},)"
                              R"({"uuid":"b","situacao":"rejeitada","erros":[{"regra":"CNES-01","campo":"cnes","mensagem":"Não existe.","correcao":"Importe."}]},)"
                              R"({"uuid":"c","situacao":"desconhecida"})";
    const auto all = parse_vereditos(items(three), uuids);
    REQUIRE(all.has_value());
    CHECK((*all)[0].veredito == Veredito::aceita);
    CHECK((*all)[1].veredito == Veredito::rejeitada);
    CHECK(fichas::parse_findings((*all)[1].achados)->erros.at(0).mensagem == "Não existe.");
    CHECK(fichas::parse_findings((*all)[0].achados)->avisos.size() == 1);
    CHECK((*all)[2].veredito == Veredito::desconhecida);
    CHECK((*all)[2].achados.empty());
    CHECK_FALSE(parse_vereditos(items(three), {"a", "b"}).has_value());
    CHECK_FALSE(parse_vereditos(items(three), {"b", "a", "c"}).has_value());
    CHECK_FALSE(parse_vereditos(items(R"({"uuid":"a","situacao":"talvez"})"), {"a"}).has_value());
    CHECK_FALSE(parse_vereditos(three, uuids).has_value());
}
