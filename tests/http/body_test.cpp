// SPDX-License-Identifier: Apache-2.0
#include <random>
#include <thread>

#include <doctest/doctest.h>

#include "tests/http/client.hpp"
#include "tests/http/node.hpp"

using namespace aroeira;
using namespace aroeira::testing;
using namespace std::chrono_literals;

namespace {

std::string noise(std::size_t bytes) {
    std::mt19937_64 random(7);
    std::string out(bytes, '\0');
    for (auto& c : out) c = static_cast<char>(random());
    return out;
}

std::uint64_t sum_of(std::string_view text) {
    std::uint64_t sum = 1469598103934665603u;
    for (const char c : text) sum = (sum ^ static_cast<unsigned char>(c)) * 1099511628211u;
    return sum;
}

std::string chunked(std::string_view body, std::size_t piece) {
    std::string out;
    char size[32];
    for (; !body.empty(); body.remove_prefix(std::min(piece, body.size()))) {
        const auto part = body.substr(0, piece);
        std::snprintf(size, sizeof size, "%zx\r\n", part.size());
        out += size + std::string(part) + "\r\n";
    }
    return out + "0\r\n\r\n";
}

}  // namespace

TEST_CASE(
    "a body over the route's limit is refused with 413 before it is sent, and the refusal "
    "arrives") {
    Node node;
    Client client(node.port());
    client.send("POST /api/v1/eco HTTP/1.1\r\nHost: a\r\nContent-Length: 5000000000\r\n\r\n");
    auto answer = client.answer(2s);
    CHECK(answer.status == 413);
    CHECK(answer.says("\"code\":\"HTTP-0005\""));
    CHECK(answer.says("64 KiB"));
    // A client that sends all the same is read for a moment: it sees the answer, not a reset.
    Client stubborn(node.port());
    stubborn.send("POST /api/v1/eco HTTP/1.1\r\nHost: a\r\nContent-Length: 900000\r\n\r\n" +
                  std::string(900'000, 'x'));
    CHECK(stubborn.answer(5s).status == 413);
    CHECK(Client(node.port()).ask(post("/api/v1/rapido-nao", "x")).status == 404);
}

TEST_CASE("a chunked body is counted as it comes: 413 at the limit, 200 just under it") {
    Node node;
    const std::string head =
        "POST /api/v1/eco HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n";
    CHECK(Client(node.port()).ask(head + chunked(std::string(64 << 10, 'x'), 1000)).status == 200);
    Client over(node.port());
    over.send(head + chunked(std::string((64 << 10) + 1, 'x'), 1000));
    CHECK(over.answer().status == 413);
}

TEST_CASE(
    "a large body is spooled to a private file, seen whole by the handler, and gone afterwards") {
    Node node;
    Client client(node.port());
    const auto file = noise(9'000'001);
    const std::string body =
        "--b\r\nContent-Disposition: form-data; name=\"arquivo\"; filename=\"lote.zip\"\r\n\r\n" +
        file +
        "\r\n--b\r\nContent-Disposition: form-data; name=\"municipio\"\r\n\r\n3500000\r\n--b--\r\n";
    const std::string expected = "arquivo|lote.zip|9000001|" + std::to_string(sum_of(file)) +
                                 "\nmunicipio||7|" + std::to_string(sum_of("3500000")) + "\n";
    CHECK(client
              .ask(post("/api/v1/formulario", body,
                        "Content-Type: multipart/form-data; boundary=b\r\n"))
              .body == expected);
    CHECK(client
              .ask("POST /api/v1/formulario HTTP/1.1\r\nHost: a\r\nContent-Type: "
                   "multipart/form-data; boundary=b\r\n"
                   "Transfer-Encoding: chunked\r\n\r\n" +
                   chunked(body, 99'999))
              .body == expected);
    CHECK(client.ask(post("/api/v1/arquivos", file)).says("file=yes"));
    CHECK(client.ask(post("/api/v1/arquivos", std::string(256 << 10, 'x'))).says("file=no"));
    CHECK(client.ask(post("/api/v1/arquivos", file)).says("file=yes"));
    // The connection stays open and idle; the file does not stay with it.
    for (int i = 0; i < 400 && node.spooled() > 0; ++i) std::this_thread::sleep_for(5ms);
    CHECK(node.spooled() == 0);
    CHECK(client.ask(get("/api/v1/rapido")).status == 200);
}

TEST_CASE("an upload whose client leaves half-way leaves nothing behind") {
    Node node;
    {
        Client client(node.port());
        client.send(
            "POST /api/v1/arquivos HTTP/1.1\r\nHost: a\r\nContent-Length: 50000000\r\n\r\n" +
            std::string(5'000'000, 'x'));
        for (int i = 0; i < 400 && node.spooled() == 0; ++i) std::this_thread::sleep_for(5ms);
        CHECK(node.spooled() == 1);
        client.reset();
    }
    for (int i = 0; i < 400 && node.spooled() > 0; ++i) std::this_thread::sleep_for(5ms);
    CHECK(node.spooled() == 0);
    CHECK(node.log().empty());
}

TEST_CASE("who may not send a large body is told before the disk is touched") {
    Node node([](http::ServerOptions& options) {
        options.admit = [](const http::Route&, const http::Request& request) -> Result<void> {
            if (request.cookie("aroeira_sessao") == "boa") return {};
            return Error{ErrorKind::unauthenticated, "ACESSO-0001", "Entre de novo."};
        };
    });
    const std::string body(3'000'000, 'x');
    Client announced(node.port());
    announced.send(
        "POST /api/v1/arquivos HTTP/1.1\r\nHost: a\r\nContent-Length: 3000000\r\nExpect: "
        "100-continue\r\n\r\n");
    CHECK(announced.answer(2s).status == 401);
    Client unannounced(node.port());
    unannounced.send(
        "POST /api/v1/arquivos HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n" +
        chunked(body, 50'000));
    CHECK(unannounced.answer().status == 401);
    CHECK(node.spooled() == 0);
    CHECK(Client(node.port())
              .ask(post("/api/v1/arquivos", body, "Cookie: aroeira_sessao=boa\r\n"))
              .status == 200);
    CHECK(Client(node.port()).ask(post("/api/v1/arquivos", "pequeno")).status ==
          200);  // the route's own check's work
}

TEST_CASE("a spool directory that went away is a 503 and not a crash") {
    Node node;
    std::filesystem::remove_all(node.directory / "envios");
    Client client(node.port());
    client.send(post("/api/v1/arquivos", std::string(3'000'000, 'x')));
    CHECK(client.answer().status == 503);
    CHECK(Client(node.port()).ask(get("/api/v1/rapido")).status == 200);
    std::filesystem::create_directories(node.directory / "envios");
}
