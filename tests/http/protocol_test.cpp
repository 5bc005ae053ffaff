// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include <doctest/doctest.h>

#include "tests/http/client.hpp"
#include "tests/http/node.hpp"

using namespace aroeira::testing;
using namespace std::chrono_literals;

TEST_CASE("a route answers, on the network thread and on a worker, many times on one connection") {
    Node node;
    Client client(node.port());
    for (int i = 0; i < 100; ++i) {
        const auto quick = client.ask(get("/api/v1/rapido"));
        REQUIRE(quick.status == 200);
        CHECK(quick.body == "{\"ok\":true}");
        const auto normal =
            client.ask(get("/api/v1/itens/a%2Fb%20c?q=1+2", "X-Teste:  Valor \r\n"));
        REQUIRE(normal.status == 200);
        CHECK(normal.says("path=/api/v1/itens/a/b c\n"));
        CHECK(normal.says("{id}=a/b c\n"));
        CHECK(normal.says("?q=1 2\n"));
        CHECK(normal.says("x-teste: Valor\n"));
        CHECK(normal.says("remote=127.0.0.1\n"));
        CHECK(normal.says("secure=no\n"));
    }
}

TEST_CASE("every answer carries the security headers and its request's identifier") {
    Node node;
    Client client(node.port());
    for (const auto* path :
         {"/api/v1/rapido", "/api/v1/nada", "/", "/nada.js", "/api/v1/excecao", "/api/v1/fluxo"}) {
        CAPTURE(path);
        auto answer = client.ask(get(path));
        CHECK(answer.headers["x-content-type-options"] == "nosniff");
        CHECK(answer.headers["referrer-policy"] == "no-referrer");
        CHECK(answer.headers["content-security-policy"].find("frame-ancestors 'none'") !=
              std::string::npos);
        CHECK(answer.headers["content-security-policy"].find("unsafe") == std::string::npos);
        CHECK(answer.headers["permissions-policy"].find("camera=(self)") != std::string::npos);
        CHECK(answer.headers["x-request-id"].size() > 5);
        CHECK(answer.headers["date"].ends_with(" GMT"));
        CHECK_FALSE(answer.headers.contains("strict-transport-security"));
        CHECK_FALSE(answer.headers.contains("server"));
        if (std::string_view(path).starts_with("/api/"))
            CHECK(answer.headers["cache-control"] == "no-store");
    }
}

TEST_CASE("HEAD is a GET without its body") {
    Node node;
    Client client(node.port());
    client.send(
        "HEAD /api/v1/grande HTTP/1.1\r\nHost: a\r\n\r\n"
        "HEAD /api/v1/fluxo HTTP/1.1\r\nHost: a\r\n\r\n"
        "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n" +
        get("/api/v1/rapido"));
    CHECK(client.answer(10s, true).headers["content-length"] == "3000000");
    CHECK(client.answer(10s, true).status == 200);
    CHECK(client.answer(10s, true).headers["content-length"] == "37");
    CHECK(client.answer().body == "{\"ok\":true}");
}

TEST_CASE("an unknown address, a wrong method and OPTIONS are told apart") {
    Node node;
    Client client(node.port());
    auto answer = client.ask(get("/api/v1/nada"));
    CHECK(answer.status == 404);
    CHECK(answer.headers["content-type"] == "application/problem+json; charset=utf-8");
    CHECK(answer.says("\"code\":\"HTTP-0002\""));
    CHECK(client.ask("DELETE /nada HTTP/1.1\r\nHost: a\r\n\r\n").status == 405);
    answer = client.ask("DELETE /api/v1/eco HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(answer.status == 405);
    CHECK(answer.headers["allow"] == "GET, HEAD, POST, PUT, OPTIONS");
    CHECK(client.ask("BREW /api/v1/eco HTTP/1.1\r\nHost: a\r\n\r\n").status == 405);
    answer = client.ask("OPTIONS /api/v1/eco HTTP/1.1\r\nHost: a\r\n\r\n");
    CHECK(answer.status == 204);
    CHECK(answer.headers["allow"] == "GET, HEAD, POST, PUT, OPTIONS");
    CHECK(client.ask("OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n").status == 204);
    CHECK(client.ask(get("/api/v1/vazio")).status == 204);
    CHECK(client.ask(get("/api/v1/rapido")).status == 200);
}

TEST_CASE("the browser application is served with its validators, compressed when that is taken") {
    Node node;
    Client client(node.port());
    auto page = client.ask(get("/recebimento/lotes"));
    CHECK(page.body == "<!doctype html><title>Aroeira</title>");
    CHECK(page.headers["content-type"] == "text/html; charset=utf-8");
    CHECK(page.headers["cache-control"] == "no-cache");
    CHECK(page.headers["content-security-policy"].starts_with("default-src 'self'; "));
    auto again = client.ask(get("/", "If-None-Match: " + page.headers["etag"] + "\r\n"));
    CHECK(again.status == 304);
    CHECK(again.body.empty());
    CHECK_FALSE(again.headers.contains("content-length"));
    auto script = client.ask(get("/app-AB12CD34.js", "Accept-Encoding: br, gzip\r\n"));
    CHECK(script.body == "(gzip)");
    CHECK(script.headers["content-encoding"] == "gzip");
    CHECK(script.headers["vary"] == "Accept-Encoding");
    CHECK(script.headers["cache-control"] == "public, max-age=31536000, immutable");
    CHECK(client.ask(get("/app-AB12CD34.js")).body == "console.log(1)");
    CHECK(client.ask(get("/grande.bin")).body.size() == 300'000);
    CHECK(client.ask(get("/nada.css")).status == 404);
    CHECK(client.ask(get("/%2e%2e/%2e%2e/etc/passwd.txt")).status == 404);
}

TEST_CASE("an exception becomes a code for support; its words reach nobody") {
    Node node;
    Client client(node.port());
    for (const auto* path : {"/api/v1/excecao", "/api/v1/excecao-rapida"}) {
        auto answer = client.ask(get(path));
        CHECK(answer.status == 500);
        CHECK(answer.says("\"code\":\"HTTP-0009\""));
        CHECK(answer.says("\"request\":\"" + answer.headers["x-request-id"] + "\""));
        CHECK_FALSE(answer.says("12345678909"));
    }
    auto refused = client.ask(get("/api/v1/erro"));
    CHECK(refused.status == 409);
    CHECK_FALSE(refused.says("detalhe interno"));
    const auto log = node.log(3);
    REQUIRE(log.size() == 3);
    CHECK(log[0].detail.find("runtime_error") != std::string::npos);
    CHECK(log[0].detail.find("1234") == std::string::npos);
    CHECK(log[2].code == "FICHA-0009");
    CHECK(log[2].detail == "detalhe interno");
}

TEST_CASE("the access log names the route's template and nothing the client wrote") {
    Node node;
    Client client(node.port());
    client.ask(get("/api/v1/itens/12345678909?cpf=12345678909"));
    client.ask(get("/12345678909"));
    client.ask(get("/api/12345678909"));
    client.ask(post("/api/v1/eco", "12345"));
    client.ask("BREW-12345678909 / HTTP/1.1\r\nHost: a\r\n\r\n");
    const auto log = node.log(5);
    REQUIRE(log.size() == 5);
    CHECK(log[0].route == "/api/v1/itens/{id}");
    CHECK(log[0].status == 200);
    CHECK(log[0].ms > 0);
    CHECK(log[1].route == "(arquivo)");
    CHECK(log[2].route == "(nenhuma)");
    CHECK(log[3].bytes_in == 5);
    CHECK(log[3].bytes_out > 0);
    CHECK(log[4].method == "?");
    for (const auto& line : log)
        for (const auto& text : {line.method, line.route, line.code, line.detail, line.request_id})
            CHECK(text.find("12345678909") == std::string::npos);
}

TEST_CASE("HTTP/1.0 is answered and closed, or kept when it asks") {
    Node node;
    Client once(node.port());
    auto answer = once.ask("GET /api/v1/rapido HTTP/1.0\r\n\r\n");
    CHECK(answer.status == 200);
    CHECK(answer.headers["connection"] == "close");
    CHECK(once.ends_within(5s));
    Client kept(node.port());
    for (int i = 0; i < 2; ++i) {
        answer = kept.ask("GET /api/v1/rapido HTTP/1.0\r\nConnection: keep-alive\r\n\r\n");
        CHECK(answer.headers["connection"] == "keep-alive");
    }
    Client closing(node.port());
    CHECK(closing.ask(get("/api/v1/rapido", "Connection: close\r\n")).headers["connection"] ==
          "close");
    CHECK(closing.ends_within(5s));
}

TEST_CASE("pipelined requests are answered in order, however they are cut into packets") {
    Node node;
    Client client(node.port());
    std::string all;
    for (int i = 0; i < 200; ++i)
        all += i % 3 == 0   ? get("/api/v1/rapido")
               : i % 3 == 1 ? get("/api/v1/itens/" + std::to_string(i))
                            : post("/api/v1/eco", "corpo " + std::to_string(i));
    for (std::size_t at = 0; at < all.size(); at += 777)
        REQUIRE(client.send(std::string_view(all).substr(at, 777)));
    for (int i = 0; i < 200; ++i) {
        const auto answer = client.answer();
        REQUIRE(answer.status == 200);
        if (i % 3 == 1) CHECK(answer.says("{id}=" + std::to_string(i) + "\n"));
        if (i % 3 == 2) CHECK(answer.says("body=corpo " + std::to_string(i)));
    }
}

TEST_CASE("a proxy that is trusted, and only that, says who asked and over what") {
    const auto forwarded =
        get("/api/v1/eco", "X-Forwarded-For: 10.9.8.7, 192.0.2.1\r\nX-Forwarded-Proto: https\r\n");
    Node open;
    CHECK(Client(open.port()).ask(forwarded).says("secure=no\nremote=127.0.0.1"));
    Node behind([](auto& options) { options.trusted_proxies = {"127.0.0.1"}; });
    CHECK(Client(behind.port()).ask(forwarded).says("secure=yes\nremote=192.0.2.1"));
}

TEST_CASE("a stream arrives whole in chunks, and to its end for HTTP/1.0") {
    Node node;
    Client client(node.port());
    auto answer = client.ask(get("/api/v1/fluxo"));
    CHECK(answer.status == 200);
    CHECK(answer.headers["transfer-encoding"] == "chunked");
    CHECK(answer.body.starts_with("linha 0\nlinha 1\n"));
    CHECK(answer.body.ends_with("linha 99\n"));
    CHECK(client.ask(get("/api/v1/rapido")).status == 200);
    Client old(node.port());
    old.send("GET /api/v1/fluxo HTTP/1.0\r\n\r\n");
    CHECK_FALSE(old.answer(5s).headers.contains("transfer-encoding"));
    CHECK(old.ends_within(5s));
}

TEST_CASE("a stream that breaks is cut, so that no client takes half for whole") {
    Node node;
    Client client(node.port());
    CHECK(client.ask(get("/api/v1/fluxo-quebrado")).status == 0);
    CHECK(client.ends_within(5s));
    CHECK(node.log(1).at(0).code == "HTTP-0009");
}

TEST_CASE("a stream stops when its client leaves, even one that has nothing to say") {
    Node node;
    for (const auto* path : {"/api/v1/infinito", "/api/v1/mudo"}) {
        CAPTURE(path);
        node.streams_gone = 0;
        {
            Client client(node.port());
            client.send(get(path));
            client.answer(200ms);
        }
        for (int i = 0; i < 400 && node.streams_gone == 0; ++i) std::this_thread::sleep_for(5ms);
        CHECK(node.streams_gone == 1);
    }
}

TEST_CASE("the last answer is not lost under a reset when the client had more to say") {
    Node node;
    Client client(node.port());
    client.send(get("/api/v1/eco", "Connection: close\r\n") + std::string(200'000, 'x'));
    CHECK(client.answer().status == 200);
    client.finish_sending();
    CHECK(client.ends_within(5s));
    CHECK_FALSE(client.was_reset());
}

TEST_CASE("[S2-238] What is asked below the place of a PEC is answered as at the root, and a page is sent there") {
    Node node([](aroeira::http::ServerOptions& options) { options.also_under = "/esus"; });
    Client client(node.port());
    CHECK(client.ask(get("/esus/api/v1/rapido")).body == "{\"ok\":true}");
    CHECK(client.ask(get("/esus/api/v1/itens/a%2Fb")).says("path=/api/v1/itens/a/b\n"));
    CHECK(client.ask(get("/esus/api/v1/nada")).status == 404);
    CHECK(client.ask(get("/esusx/api/v1/rapido")).body != "{\"ok\":true}");
    for (const auto& [asked, told] : {std::pair{"/esus", "/"}, {"/esus/", "/"}, {"/esus/transmissao/envio", "/transmissao/envio"}, {"/esus//fora", "/fora"}}) {
        CAPTURE(asked);
        auto answer = client.ask(get(asked));
        CHECK(answer.status == 302);
        CHECK(answer.headers["location"] == told);
    }
}
