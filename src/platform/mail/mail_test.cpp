// SPDX-License-Identifier: Apache-2.0
#include "platform/mail/mail.hpp"

#include <doctest/doctest.h>

#include <chrono>

#include "tests/support/rude_server.hpp"
#include "tests/support/smtp_server.hpp"

using namespace aroeira;
using namespace aroeira::mail;
using namespace std::chrono_literals;
using test::SmtpServer;

namespace {

const FixedClock kClock{from_ms(1'787'000'000'000)};

Server at(const SmtpServer& there) {
    return {.host = "localhost", .port = there.port, .login = test::kMailLogin, .password = test::kMailSenha, .ca_pem = there.certificate()};
}

Letter letter(std::string text = "Olá, Conceição.\nA segunda linha.\n") {
    return {.from = "pec@municipio.exemplo", .from_name = "PEC de São João", .to = "pessoa@exemplo.br", .subject = "Redefinição de senha", .text = std::move(text)};
}

template <class T>
std::string code_of(const Result<T>& result) {
    return result ? "ok" : std::string(result.error().code.text());
}

}  // namespace

TEST_CASE("[S2-065] [S2-070] a real server takes a letter over STARTTLS from who enters, accents and long lines included") {
    const SmtpServer there;
    const auto sender = make_sender(kClock);
    CHECK(code_of(sender->check(at(there))) == "ok");
    CHECK(there.letters().empty());
    const std::string address = "https://pec.exemplo/primeiro-acesso#codigo=" + std::string(900, 'x');
    CHECK(code_of(sender->send(at(there), letter("Ç\n.\n..ponto\n" + address + "\n"))) == "ok");
    const auto arrived = there.letters();
    const std::vector<std::string> parts{R"("de": "pec@municipio.exemplo")", R"("para": ["pessoa@exemplo.br"])", R"("assunto": "Redefinição de senha")",
                                         R"(PEC de São João)", R"("texto": "Ç\n.\n..ponto\n)" + address + R"(\n")"};
    for (const auto& part : parts) {
        CAPTURE(part);
        CHECK(arrived.find(part) != std::string::npos);
    }
}

TEST_CASE("a server that begins with TLS at once is spoken to only at the port that says so") {
    const SmtpServer there("--tls-direto");
    const auto sender = make_sender(kClock);
    // Not 465: what comes is no greeting, and nothing is said in clear.
    auto server = at(there);
    server.timeout = 2s;
    CHECK(code_of(sender->check(server)) != "ok");
}

TEST_CASE("[S2-070] a server that is down, refuses the password, has no TLS or is not trusted is told in words") {
    const auto sender = make_sender(kClock);
    const SmtpServer there;
    auto wrong = at(there);
    wrong.password = "outra";
    CHECK(code_of(sender->check(wrong)) == "MAIL-0004");
    CHECK(code_of(sender->send(wrong, letter())) == "MAIL-0004");
    auto untrusted = at(there);
    untrusted.ca_pem.clear();
    CHECK(code_of(sender->check(untrusted)) == "MAIL-0003");
    auto nobody = at(there);
    nobody.port = 1;
    const auto refused = sender->check(nobody);
    CHECK(code_of(refused) == "MAIL-0001");
    nobody.host = "nao-existe.invalid";
    CHECK(code_of(sender->check(nobody)) == "MAIL-0001");
    const SmtpServer clear("--sem-tls");
    CHECK(code_of(sender->check(at(clear))) == "MAIL-0005");
    CHECK(code_of(sender->send(at(clear), letter())) == "MAIL-0005");
    CHECK(clear.letters().empty());
    const SmtpServer refusing("--recusa");
    CHECK(code_of(sender->check(at(refusing))) == "ok");
    CHECK(code_of(sender->send(at(refusing), letter())) == "MAIL-0006");
    CHECK(there.letters().empty());
    for (const auto& result : {refused, sender->check(wrong)}) {
        const auto said = result.error().message + result.error().detail;
        for (const auto* secret : {"localhost", "nao-existe", "correio@", "outra", "senha-do-correio"}) CHECK(said.find(secret) == std::string::npos);
    }
}

TEST_CASE("[S2-070] a server ten seconds slow, or that never says a word, costs no more than the time it is given") {
    const auto sender = make_sender(kClock);
    const SmtpServer slow("--lento 10");
    auto server = at(slow);
    server.timeout = 1500ms;
    const auto begun = std::chrono::steady_clock::now();
    CHECK(code_of(sender->check(server)) == "MAIL-0002");
    const test::RudeServer mute([](auto& caller) { caller.wait(20s); });
    server.port = mute.port();
    server.host = "127.0.0.1";
    CHECK(code_of(sender->check(server)) == "MAIL-0002");
    CHECK(std::chrono::steady_clock::now() - begun < 8s);
}

TEST_CASE("nothing a person types begins another header, another recipient or another command") {
    for (const auto* evil : {"a@b.c\r\nBcc: x@y.z", "a@b.c\nX: y", "a@b.c>", "<a@b.c", "a b@c.d", "a@b@c", "@b.c", "a@", "a@.c", "a@c.", "a@-c", "", "a,b@c.d", "a;b@c.d", "á@b.c"}) {
        CAPTURE(evil);
        CHECK_FALSE(is_address(evil));
        auto one = letter();
        one.to = evil;
        CHECK(code_of(text_of(one, "id", kClock.now())) == "MAIL-0007");
    }
    CHECK_FALSE(is_address("a@" + std::string(300, 'b')));
    for (const auto* good : {"a@b", "maria.silva+pec@saude.municipio.gov.br", "x_y-z@127.0.0.1"}) CHECK(is_address(good));
    auto named = letter();
    named.from_name = "PEC\r\nBcc: x@y.z";
    CHECK(code_of(text_of(named, "id", kClock.now())) == "MAIL-0007");
    named.from_name = "PEC \"do\" \\ município =?UTF-8?B?eA==?=";
    CHECK(text_of(named, "id", kClock.now())->find("From: =?UTF-8?B?") != std::string::npos);
}

TEST_CASE("a letter is written as RFC 5322 says, whatever its length and language") {
    auto one = letter(std::string(1000, 'y'));
    one.subject = "Redefinição de senha da instalação de São Gonçalo do Rio Abaixo, no estado de Minas Gerais";
    const auto text = test::must(text_of(one, "abc", kClock.now()));
    CHECK(text.starts_with("Date: Mon, 17 Aug 2026 20:53:20 +0000\r\nFrom: =?UTF-8?B?"));
    CHECK(text.find("Message-ID: <abc@municipio.exemplo>\r\n") != std::string::npos);
    std::size_t start = 0;
    for (auto end = text.find("\r\n"); end != std::string::npos; start = end + 2, end = text.find("\r\n", start)) {
        CHECK(end - start <= 78);
        for (const char c : text.substr(start, end - start)) REQUIRE((c >= 0x20 && c < 0x7F));
    }
}
