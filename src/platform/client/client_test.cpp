// SPDX-License-Identifier: Apache-2.0
#include "platform/client/client.hpp"

#include <atomic>
#include <cstdlib>
#include <fstream>
#include <sstream>
#include <thread>

#include <doctest/doctest.h>

#include "platform/crypto/certificate.hpp"
#include "platform/http/server.hpp"
#include "platform/http/tls.hpp"
#include "tests/support/databases.hpp"
#include "tests/support/pki.hpp"
#include "tests/support/rude_server.hpp"

using namespace aroeira;
using namespace std::chrono_literals;
using test::RudeServer;

namespace {

/// Our own server, telling what it was asked.
class Place {
public:
    explicit Place(const std::vector<std::string>& names = {"localhost"}, const std::string& client_ca = "") {
        const auto files = http::ensure_local_certificate(folder_.file("tls"), SystemClock(), names);
        REQUIRE(files);
        std::ostringstream pem;
        pem << std::ifstream(files->ca).rdbuf();
        ca_pem = pem.str();
        http::ServerOptions options;
        options.address = "127.0.0.1";
        options.port = 0;
        options.port_tls = 0;
        options.certificate = files->certificate;
        options.key = files->key;
        options.client_ca = client_ca;
        options.spool_dir = folder_.file("envios");
        server_ = std::make_unique<http::Server>(std::move(options), routes());
        REQUIRE(server_->start());
    }
    [[nodiscard]] std::string url(std::string_view path) const { return "http://localhost:" + std::to_string(server_->port()) + std::string(path); }
    [[nodiscard]] std::string tls_url(std::string_view path) const { return "https://localhost:" + std::to_string(server_->port_tls()) + std::string(path); }

    std::string ca_pem{};

private:
    static std::vector<http::Route> routes() {
        const auto echo = [](const http::Request& request) -> Result<http::Response> {
            std::string said = std::string(request.header("content-type")) + "|" + std::string(request.header("x-teste")) + "|" +
                               std::string(request.header("expect")) + "|" + std::string(request.body->text().value());
            return http::Response{.status = 201, .content_type = "text/plain", .headers = {{"Set-Cookie", "outro=1"}, {"Set-Cookie", "JSESSIONID=abc==; Path=/; HttpOnly"}}, .body = std::move(said)};
        };
        const auto shown = [](const http::Request& request) -> Result<http::Response> {
            const bool trusted = request.certificate && request.certificate->trust == http::ClientCertificate::Trust::trusted;
            return http::Response{.content_type = "text/plain", .body = trusted ? request.certificate->fingerprint : "ninguém"};
        };
        const auto away = [](const http::Request&) -> Result<http::Response> {
            return http::Response{.status = 302, .headers = {{"Location", "/eco"}}};
        };
        const auto route = [](http::Method method, std::string_view path, auto handle) {
            return http::Route{.method = method, .path = path, .permission = "publico", .summary = "De teste.", .handle = handle, .body_bytes_max = 4 << 20};
        };
        return {route(http::Method::get, "/eco", echo), route(http::Method::post, "/eco", echo), route(http::Method::put, "/eco", echo),
                route(http::Method::get, "/outro", away), route(http::Method::get, "/certificado", shown)};
    }

    const test::TemporaryFolder folder_;
    std::unique_ptr<http::Server> server_;
};

std::string code_of(const Result<client::Answer>& answer) { return answer ? "ok" : std::string(answer.error().code.text()); }

constexpr std::string_view kOk = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\noi";

}  // namespace

TEST_CASE("A question arrives as it was asked, and the answer comes back whole, whatever its status") {
    const Place place;
    const auto transport = client::make_transport();
    const auto posted = transport->send({.method = client::Method::post, .url = place.url("/eco"), .headers = {{"X-Teste", "sim"}}, .content_type = "application/json", .body = "{}"});
    REQUIRE(posted);
    CHECK(posted->status == 201);
    CHECK(posted->body == "application/json|sim||{}");
    CHECK(posted->header("content-type").starts_with("text/plain"));
    CHECK(posted->header("content-type-not").empty());
    CHECK(posted->set_cookie("JSESSIONID") == "abc==");
    CHECK(posted->set_cookie("outro") == "1");
    CHECK(posted->set_cookie("JSESSION").empty());

    const std::string part(1'200'000, 'p');
    const auto put = transport->send({.method = client::Method::put, .url = place.url("/eco"), .content_type = "application/octet-stream", .body = part});
    REQUIRE(put);
    CHECK(put->body == "application/octet-stream|||" + part);
    const auto empty = transport->send({.method = client::Method::post, .url = place.url("/eco")});
    REQUIRE(empty);
    CHECK(empty->body == "|||");
    const auto got = transport->send({.url = place.url("/eco")});
    REQUIRE(got);
    CHECK(got->body == "|||");
    const auto missing = transport->send({.url = place.url("/nada/disto.txt")});
    REQUIRE(missing);
    CHECK(missing->status == 404);
}

TEST_CASE("A redirection is an answer and is not followed") {
    const Place place;
    const auto answer = client::make_transport()->send({.url = place.url("/outro")});
    REQUIRE(answer);
    CHECK(answer->status == 302);
    CHECK(answer->header("location") == "/eco");
}

TEST_CASE("A certificate of a local authority is trusted when the authority is given, and only for its names") {
    const Place place;
    const auto transport = client::make_transport();
    CHECK(code_of(transport->send({.url = place.tls_url("/eco")})) == "CLIENT-0003");
    CHECK(code_of(transport->send({.url = place.tls_url("/eco"), .ca_pem = place.ca_pem})) == "ok");
    // A connection that one authority vouched for is not lent to a question that does not trust it.
    CHECK(code_of(transport->send({.url = place.tls_url("/eco")})) == "CLIENT-0003");
    CHECK(code_of(transport->send({.url = place.tls_url("/eco"), .ca_pem = "isto não é um certificado"})) == "CLIENT-0003");

    const Place other({"outro.exemplo"});
    CHECK(code_of(transport->send({.url = other.tls_url("/eco"), .ca_pem = other.ca_pem})) == "CLIENT-0003");
}

TEST_CASE("A certificate is shown to who asks for it, is not lent to another question, and one that cannot be used is said") {
    test::Pki pki;
    pki.issue("ubs");
    pki.issue("outra");
    const Place place({"localhost"}, pki.path("ca.crt"));
    const auto transport = client::make_transport();
    const auto ask = [&](const std::string& certificate, const std::string& key) {
        return transport->send({.url = place.tls_url("/certificado"), .ca_pem = place.ca_pem, .certificate_pem = certificate, .key_pem = key});
    };
    const auto print = [&](const std::string& name) { return test::must(crypto::read_certificate(pki.read(name))).impressao; };
    CHECK(test::must(ask(pki.read("ubs.crt"), pki.read("ubs.key"))).body == print("ubs.crt"));
    CHECK(test::must(ask("", "")).body == "ninguém");
    CHECK(test::must(ask(pki.read("outra.crt"), pki.read("outra.key"))).body == print("outra.crt"));
    CHECK(test::must(ask(pki.read("ubs.crt"), pki.read("ubs.key"))).body == print("ubs.crt"));
    const auto fresh = client::make_transport();
    for (const auto& wrong : {pki.read("ubs.crt"), std::string("isto não é um certificado")})
        CHECK(code_of(fresh->send({.url = place.tls_url("/certificado"), .ca_pem = place.ca_pem, .certificate_pem = wrong, .key_pem = pki.read("outra.key")})) == "CLIENT-0005");
}

TEST_CASE("Nobody there, an address that is none and a protocol of another kind are said alike") {
    const auto transport = client::make_transport();
    std::uint16_t closed = 0;
    { const RudeServer gone([](RudeServer::Caller&) {}); closed = gone.port(); }
    CHECK(code_of(transport->send({.url = "http://127.0.0.1:" + std::to_string(closed) + "/"})) == "CLIENT-0001");
    for (const auto* url : {"http://nao-existe.invalid/", "file:///etc/passwd", "ftp://localhost/x", "não é um endereço", "http://ana:senha@localhost/", ""}) {
        CAPTURE(url);
        const auto answer = transport->send({.url = url});
        CHECK(code_of(answer) == "CLIENT-0001");
        CHECK(answer.error().detail.find("senha") == std::string::npos);
    }
}

TEST_CASE("A server that is slow to answer, or stops in the middle, is given up in time") {
    const RudeServer silent([](RudeServer::Caller& caller) { caller.wait(2s); });
    const RudeServer stuck([](RudeServer::Caller& caller) {
        caller.say("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nmeio");
        caller.wait(2s);
    });
    const auto transport = client::make_transport();
    for (const auto* server : {&silent, &stuck}) {
        const auto begun = std::chrono::steady_clock::now();
        CHECK(code_of(transport->send({.url = server->url(), .timeout = 200ms})) == "CLIENT-0002");
        CHECK(std::chrono::steady_clock::now() - begun < 1500ms);
    }
}

TEST_CASE("Half a body, an empty answer, a speech that is no HTTP and TLS where there is none are all broken off") {
    const auto transport = client::make_transport();
    for (const std::string_view said : {"HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\nmeio", "", "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nabc", "<html>não é HTTP</html>"}) {
        CAPTURE(said);
        const RudeServer server([said](RudeServer::Caller& caller) { caller.say(said); });
        CHECK(code_of(transport->send({.url = server.url()})) == "CLIENT-0004");
    }
    const RudeServer plain([](RudeServer::Caller& caller) { caller.say(kOk); });
    CHECK(code_of(transport->send({.url = "https" + plain.url().substr(4)})) == "CLIENT-0004");
}

TEST_CASE("An answer larger than the question allows is broken off, in its body and in its header") {
    const auto transport = client::make_transport();
    const RudeServer honest([](RudeServer::Caller& caller) { caller.say("HTTP/1.1 200 OK\r\nContent-Length: 3000\r\n\r\n" + std::string(3000, 'x')); });
    const RudeServer endless([](RudeServer::Caller& caller) {
        caller.say("HTTP/1.1 200 OK\r\n\r\n");
        while (caller.say(std::string(100'000, 'x'))) {}
    });
    const RudeServer boastful([](RudeServer::Caller& caller) {
        caller.say("HTTP/1.1 200 OK\r\n");
        for (int i = 0; i < 100 && caller.say("X-Longo: " + std::string(1000, 'x') + "\r\n"); ++i) {}
        caller.say("Content-Length: 0\r\n\r\n");
    });
    CHECK(code_of(transport->send({.url = honest.url(), .answer_bytes_max = 3000})) == "ok");
    CHECK(code_of(transport->send({.url = honest.url(), .answer_bytes_max = 2999})) == "CLIENT-0004");
    CHECK(code_of(transport->send({.url = endless.url(), .answer_bytes_max = 1 << 20})) == "CLIENT-0004");
    CHECK(code_of(transport->send({.url = boastful.url()})) == "CLIENT-0004");
}

TEST_CASE("A proxy named in the environment is not used") {
    ::setenv("http_proxy", "http://127.0.0.1:1", 1);
    ::setenv("all_proxy", "http://127.0.0.1:1", 1);
    const RudeServer server([](RudeServer::Caller& caller) { caller.say(kOk); });
    const auto answer = client::make_transport()->send({.url = server.url()});
    ::unsetenv("http_proxy");
    ::unsetenv("all_proxy");
    CHECK(code_of(answer) == "ok");
}

TEST_CASE("Questions to one place share a connection, and one the server closed meanwhile is opened again") {
    std::atomic<bool> leaves = false;
    const RudeServer server([&](RudeServer::Caller& caller) {
        do caller.say(kOk);
        while (!leaves && caller.listens());
    });
    const auto transport = client::make_transport();
    for (int i = 0; i < 5; ++i) CHECK(code_of(transport->send({.url = server.url()})) == "ok");
    CHECK(server.callers() == 1);
    leaves = true;
    for (int i = 0; i < 2; ++i) CHECK(code_of(transport->send({.url = server.url()})) == "ok");
    CHECK(server.callers() == 2);
}

TEST_CASE("Many threads ask at once, each gets its own answer") {
    const Place place;
    const auto transport = client::make_transport();
    std::atomic<int> wrong = 0;
    std::vector<std::thread> threads;
    for (int t = 0; t < 16; ++t)
        threads.emplace_back([&, t] {
            for (int i = 0; i < 20; ++i) {
                const std::string body = std::to_string(t * 100 + i);
                const auto answer = transport->send({.method = client::Method::post, .url = place.url("/eco"), .content_type = "text/plain", .body = body});
                if (!answer || answer->body != "text/plain|||" + body) ++wrong;
            }
        });
    for (auto& thread : threads) thread.join();
    CHECK(wrong == 0);
}
