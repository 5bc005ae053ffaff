// SPDX-License-Identifier: Apache-2.0
#include <thread>

#include <doctest/doctest.h>

#include "tests/http/client.hpp"
#include "tests/http/node.hpp"

using namespace aroeira::testing;
using namespace std::chrono_literals;

namespace {

struct Case {
    const char* what;
    int status;
    std::string bytes;
};

/// After each of these, a request for /api/v1/lento would be the smuggled one: it must never run.
const std::string kSmuggled = get("/api/v1/lento");

}  // namespace

TEST_CASE(
    "what two programs could read differently is refused and the connection ends: no request is "
    "smuggled") {
    Node node;
    const std::string start = "POST /api/v1/eco HTTP/1.1\r\nHost: a\r\n";
    const Case cases[] = {
        {"CL and TE", 400,
         start + "Content-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"TE and CL", 400,
         start + "Transfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\n0\r\n\r\n"},
        {"two lengths that differ", 400, start + "Content-Length: 0\r\nContent-Length: 5\r\n\r\n"},
        {"two lengths that agree", 400, start + "Content-Length: 0\r\nContent-Length: 0\r\n\r\n"},
        {"a list of lengths", 400, start + "Content-Length: 5, 6\r\n\r\n"},
        {"a negative length", 400, start + "Content-Length: -1\r\n\r\n"},
        {"a length with a sign", 400, start + "Content-Length: +4\r\n\r\n"},
        {"a length in hexadecimal", 400, start + "Content-Length: 0x4\r\n\r\n"},
        {"a length beyond 64 bits", 400, start + "Content-Length: 18446744073709551616\r\n\r\n"},
        {"an empty length", 400, start + "Content-Length: \r\n\r\n"},
        {"TE twice", 400,
         start + "Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"TE gzip, chunked", 501, start + "Transfer-Encoding: gzip, chunked\r\n\r\n0\r\n\r\n"},
        {"TE identity", 501, start + "Transfer-Encoding: identity\r\n\r\n"},
        {"TE xchunked", 501, start + "Transfer-Encoding: xchunked\r\n\r\n0\r\n\r\n"},
        {"TE chunked, identity", 501,
         start + "Transfer-Encoding: chunked, identity\r\n\r\n0\r\n\r\n"},
        {"TE in quotes", 501, start + "Transfer-Encoding: \"chunked\"\r\n\r\n0\r\n\r\n"},
        {"a blank before the colon", 400, start + "Transfer-Encoding : chunked\r\n\r\n0\r\n\r\n"},
        {"a tab before the colon", 400, start + "Content-Length\t: 4\r\n\r\n"},
        {"TE with HTTP/1.0", 400,
         "POST /api/v1/eco HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n"},
        {"a vertical tab in TE", 400,
         start + "Transfer-Encoding:\x0b"
                 "chunked\r\n\r\n0\r\n\r\n"},
        {"a NUL in a name", 400, start + std::string("Content\0Length: 4\r\n\r\n", 21)},
        {"a header that starts with a blank", 400, "POST /api/v1/eco HTTP/1.1\r\n Host: a\r\n\r\n"},
        {"no name", 400, start + ": x\r\n\r\n"},
        {"no colon", 400, start + "Content-Length 4\r\n\r\n"},
        {"a bare CR in a value", 400, start + "X: a\rContent-Length: 4\r\n\r\n"},
        {"a bare LF between headers", 400, start + "X: a\nContent-Length: 4\r\n\r\n"},
        {"no Host", 400, "GET /api/v1/eco HTTP/1.1\r\n\r\n"},
        {"two Hosts", 400, "GET /api/v1/eco HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"},
        {"HTTP/2.0", 505, "GET /api/v1/eco HTTP/2.0\r\nHost: a\r\n\r\n"},
        {"HTTP/1.2", 505, "GET /api/v1/eco HTTP/1.2\r\nHost: a\r\n\r\n"},
        {"no version", 400, "GET /api/v1/eco\r\nHost: a\r\n\r\n"},
        {"two blanks", 400, "GET  /api/v1/eco HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"the HTTP/2 preface", 505, "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n"},
        {"an encoded NUL", 400, "GET /api/v1/itens/%00 HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"overlong UTF-8", 400, "GET /api/v1/itens/%c0%af HTTP/1.1\r\nHost: a\r\n\r\n"},
        {"another expectation", 417, start + "Content-Length: 1\r\nExpect: milagre\r\n\r\nx"},
        {"a chunk size that is no number", 400, start + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"},
        {"a negative chunk size", 400,
         start + "Transfer-Encoding: chunked\r\n\r\n-1\r\nx\r\n0\r\n\r\n"},
        {"a chunk size of 17 digits", 400,
         start + "Transfer-Encoding: chunked\r\n\r\n11111111111111111\r\nx"},
        {"a chunk longer than it says", 400,
         start + "Transfer-Encoding: chunked\r\n\r\n3\r\nabcde\r\n0\r\n\r\n"},
        {"a chunk ended by a bare LF", 400,
         start + "Transfer-Encoding: chunked\r\n\r\n3\nabc\n0\r\n\r\n"},
        {"Content-Length as a trailer", 400,
         start + "Transfer-Encoding: chunked\r\n\r\n0\r\nContent-Length: 5\r\n\r\n"},
    };
    for (const auto& one : cases) {
        CAPTURE(one.what);
        Client client(node.port());
        client.send(one.bytes + kSmuggled);
        auto answer = client.answer();
        CHECK(answer.status == one.status);
        CHECK(answer.headers["connection"] == "close");
        CHECK(answer.headers["content-type"] == "application/problem+json; charset=utf-8");
        CHECK(client.ends_within(5s));
    }
    CHECK(node.running == 0);
    for (const auto& line : node.log()) CHECK(line.route != "/api/v1/lento");
}

TEST_CASE("a well-formed chunked body arrives, its extensions and trailers do not") {
    Node node;
    Client client(node.port());
    const auto answer = client.ask(
        "POST /api/v1/eco HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: Chunked\r\n\r\n"
        "3;x=\"y\"\r\nabc\r\n2\r\nde\r\n0\r\nX-Papel: administrador\r\n\r\n");
    CHECK(answer.status == 200);
    CHECK(answer.says("body=abcde"));
    CHECK_FALSE(answer.says("x-papel"));
    CHECK(client.ask(get("/api/v1/rapido")).status == 200);
}

TEST_CASE("blank lines before a request are forgiven, and it may come byte by byte") {
    Node node;
    Client client(node.port());
    CHECK(client.ask("\r\n\r\n" + get("/api/v1/rapido")).status == 200);
    for (const char c : post("/api/v1/eco", "devagar")) {
        client.send({&c, 1});
        std::this_thread::sleep_for(1ms);
    }
    CHECK(client.answer().says("body=devagar"));
}

TEST_CASE("a header beyond the limit is refused with 431, one within it is not") {
    Node node;
    CHECK(Client(node.port())
              .ask(get("/api/v1/eco", "X: " + std::string(16'000, 'x') + "\r\n"))
              .status == 200);
    CHECK(Client(node.port())
              .ask(get("/api/v1/eco", "X: " + std::string(16'384, 'x') + "\r\n"))
              .status == 431);
    // Behind a large body both come in one reading, into a buffer with room for more.
    Client behind(node.port());
    behind.send(post("/api/v1/eco", std::string(60'000, 'x')) +
                get("/api/v1/eco", "X: " + std::string(17'000, 'x') + "\r\n"));
    CHECK(behind.answer().status == 200);
    CHECK(behind.answer().status == 431);
    std::string many;
    for (int i = 0; i < 3000; ++i) many += "A: b\r\n";
    CHECK(Client(node.port()).ask(get("/api/v1/eco", many)).status == 431);
    CHECK(Client(node.port()).ask("GET /" + std::string(20'000, 'a') + " HTTP/1.1\r\n").status ==
          431);
}

TEST_CASE("the server waits for 100-continue only when the body will be taken") {
    Node node;
    Client client(node.port());
    client.send(
        "POST /api/v1/eco HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\nExpect: "
        "100-continue\r\n\r\n");
    CHECK(client.answer().status == 100);
    CHECK(client.ask("abc").says("body=abc"));
    Client refused(node.port());
    auto answer = refused.ask(
        "POST /api/v1/eco HTTP/1.1\r\nHost: a\r\nContent-Length: 99999999\r\nExpect: "
        "100-continue\r\n\r\n");
    CHECK(answer.status == 413);
    CHECK(answer.headers["connection"] == "close");
}
