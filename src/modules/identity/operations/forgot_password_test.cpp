// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/operations/forgot_password.hpp"

#include <doctest/doctest.h>

#include "modules/identity/operations/first_access.hpp"
#include "modules/identity/tests/world.hpp"

using namespace aroeira;
using namespace aroeira::identity;
using namespace aroeira::identity::testing;
using namespace std::chrono_literals;

namespace {

class Told final : public Recovery {
public:
    Result<bool> available() override { return sends; }
    Result<std::optional<LetterWay>> way() override {
        if (!sends) return std::optional<LetterWay>();
        return std::optional(LetterWay{.server = {.host = "smtp.exemplo"}, .from = "pec@exemplo.br", .nome = "PEC de Aracaju", .link = "http://pec.exemplo:8080"});
    }
    Result<std::string> email_of(const Cpf& cpf) override {
        const auto found = emails.find(std::string(cpf.text()));
        return found == emails.end() ? std::string() : found->second;
    }
    bool sends = true;
    std::map<std::string, std::string> emails;
};

class Outbox final : public mail::Sender {
public:
    Result<void> check(const mail::Server&) override { return answer; }
    Result<void> send(const mail::Server&, const mail::Letter& letter) override {
        sent.push_back(letter);
        return answer;
    }
    Result<void> answer;
    std::vector<mail::Letter> sent;
};

class OneJob final : public jobs::Context {
public:
    explicit OneJob(std::string argument) : argument_(std::move(argument)) {}
    [[nodiscard]] const jobs::TrabalhoId& id() const override { return id_; }
    [[nodiscard]] std::string_view argument() const override { return argument_; }
    [[nodiscard]] std::string_view cursor() const override { return {}; }
    void progress(std::string_view, std::int64_t, std::int64_t) override {}
    Result<void> save_cursor(db::Session&, std::string_view, std::int64_t, std::int64_t) override { return {}; }
    [[nodiscard]] bool should_stop() const override { return false; }
    void again_at(Instant) override {}

private:
    jobs::TrabalhoId id_ = jobs::TrabalhoId::parse("01900000-0000-7000-8000-000000000000").value();
    std::string argument_;
};

struct Post {
    explicit Post(World& of) : world(of) {}
    Result<void> ask(int n, std::string_view address = "10.0.0.1") { return ask_for_link(cpf(n), address, world.services, services); }
    /// Runs what is queued; the failure of the last one.
    std::string run() {
        std::string last = "ok";
        for (const auto& argument : std::exchange(queued, {})) {
            OneJob job(argument);
            last = code_of_failure(send_link(job, world.services, services));
        }
        return last;
    }
    /// The code of the last letter.
    std::string code() const {
        const auto& text = outbox.sent.back().text;
        const auto at = text.find("codigo=") + 7;
        return text.substr(at, text.find('\n', at) - at);
    }
    Result<Entered> use(const std::string& code, int n, std::string_view senha = "ipe-roxo-77") {
        return use_first_access({.code = code, .cpf = cpf(n), .password = senha, .address = "10.0.0.1"}, world.services);
    }

    World& world;
    Told told;
    Outbox outbox;
    std::vector<std::string> queued;
    bool busy = false;
    RecoveryServices services{told, outbox, [this](std::string argument, const std::string&) -> Result<void> {
                                  if (busy) return Error{ErrorKind::conflict, "JOBS-0001", "Já na fila."};
                                  queued.push_back(std::move(argument));
                                  return {};
                              }};
};

void for_each_post(const std::function<void(Post&)>& test) {
    for_each_world([&](World& world) {
        Post post(world);
        test(post);
    });
}

}  // namespace

TEST_CASE("[S2-061] who forgot the password chooses another by a link that comes by e-mail, works once and for thirty minutes") {
    for_each_post([](Post& post) {
        post.world.add(1);
        post.told.emails[std::string(cpf(1).text())] = "pessoa@exemplo.br";
        test::must(post.ask(1));
        CHECK(post.outbox.sent.empty());  // Nobody waits for a server of e-mail.
        CHECK(post.run() == "ok");
        REQUIRE(post.outbox.sent.size() == 1);
        const auto& letter = post.outbox.sent[0];
        CHECK(letter.to == "pessoa@exemplo.br");
        CHECK(letter.from == "pec@exemplo.br");
        CHECK(letter.text.find("http://pec.exemplo:8080/primeiro-acesso#senha&codigo=") != std::string::npos);
        CHECK(letter.text.find(cpf(1).text()) == std::string::npos);
        // Until the link is used the old password is the password.
        CHECK(post.world.enter(1));
        const auto code = post.code();
        CHECK(code_of_failure(post.use(code, 2)) == "ACESSO-0037");
        CHECK_FALSE(test::must(post.use(code, 1)).sessao.trocar_senha);
        CHECK(code_of_failure(post.use(code, 1, "outra-senha-88")) == "ACESSO-0037");
        CHECK_FALSE(post.world.enter(1));
        CHECK(post.world.enter(1, "ipe-roxo-77"));
        CHECK(std::any_of(post.world.events.begin(), post.world.events.end(), [](const audit::Entry& e) { return e.details == R"({"motivo":"esqueci_minha_senha"})"; }));

        test::must(post.ask(1));
        post.run();
        post.world.clock.set(post.world.clock.now() + 30min);
        CHECK(code_of_failure(post.use(post.code(), 1, "outra-senha-88")) == "ACESSO-0037");
    });
}

TEST_CASE("[S2-061] a CPF nobody has is answered and worked on as a known one") {
    for_each_post([](Post& post) {
        post.world.add(1);
        post.told.emails[std::string(cpf(1).text())] = "pessoa@exemplo.br";
        int before = post.world.writes;
        CHECK(post.ask(1));
        const int known = post.world.writes - before;
        before = post.world.writes;
        CHECK(post.ask(9));
        CHECK(post.world.writes - before == known);
        CHECK(post.world.secrets.work == 1);  // The one of adding the person.
        CHECK(post.queued.size() == 2);
        post.run();
        CHECK(post.outbox.sent.size() == 1);
        CHECK(post.world.count(audit::Event::login_falha) == 2);
    });
}

TEST_CASE("a person is written to three times in half an hour, and an address asks thirty times in ten minutes") {
    for_each_post([](Post& post) {
        post.world.add(1);
        for (int i = 0; i < 8; ++i) CHECK(post.ask(1));
        CHECK(post.queued.size() == 3);
        for (int i = 8; i < 30; ++i) CHECK(post.ask(100 + i));
        CHECK(code_of_failure(post.ask(1)) == "ACESSO-0058");
        CHECK(code_of_failure(post.ask(777)) == "ACESSO-0058");
        CHECK(post.ask(777, "10.0.0.2"));
        post.world.clock.set(post.world.clock.now() + 31min);
        post.queued.clear();
        CHECK(post.ask(1));
        CHECK(post.queued.size() == 1);
    });
}

TEST_CASE("[S2-061] without e-mail in the installation nothing is offered, and nothing is promised") {
    for_each_post([](Post& post) {
        post.world.add(1);
        post.told.sends = false;
        CHECK_FALSE(test::must(offers_recovery(post.services)));
        CHECK(code_of_failure(post.ask(1)) == "ACESSO-0050");
        CHECK(code_of_failure(post.ask(9)) == "ACESSO-0050");
        CHECK(post.queued.empty());
    });
}

TEST_CASE("a server that is down is asked again until the half hour is over, and each letter has a link of its own") {
    for_each_post([](Post& post) {
        post.world.add(1);
        post.told.emails[std::string(cpf(1).text())] = "pessoa@exemplo.br";
        test::must(post.ask(1));
        const auto argument = post.queued;
        post.outbox.answer = Error{ErrorKind::unavailable, "MAIL-0001", "O servidor de e-mail não respondeu."};
        CHECK(post.run() == "MAIL-0001");
        const auto lost = post.code();
        post.outbox.answer = {};
        post.queued = argument;
        CHECK(post.run() == "ok");
        CHECK(code_of_failure(post.use(lost, 1)) == "ACESSO-0037");
        CHECK(post.use(post.code(), 1));
        post.world.clock.set(post.world.clock.now() + 30min);
        post.queued = argument;
        CHECK(post.run() == "ok");
        CHECK(post.outbox.sent.size() == 2);
    });
}

TEST_CASE("who is locked is told to see the administrator and gets no link; who is inactive or has no e-mail gets nothing") {
    for_each_post([](Post& post) {
        auto& world = post.world;
        auto usuario = world.add(1);
        const auto keep = [&] { test::must(world.services.unit.write([&](Ports& ports) { return ports.usuarios.update(usuario); })); };
        post.told.emails[std::string(cpf(1).text())] = "pessoa@exemplo.br";
        usuario.bloqueado = world.clock.now();
        keep();
        test::must(post.ask(1));
        post.run();
        REQUIRE(post.outbox.sent.size() == 1);
        CHECK(post.outbox.sent[0].text.find("bloqueado") != std::string::npos);
        CHECK(post.outbox.sent[0].text.find("codigo=") == std::string::npos);
        usuario.bloqueado = std::nullopt;
        usuario.ativo = false;
        keep();
        test::must(post.ask(1));
        post.run();
        usuario.ativo = true;
        keep();
        for (const auto* useless : {"", "nao-e-email", "a@b.c\r\nBcc: x@y.z"}) {
            post.told.emails[std::string(cpf(1).text())] = useless;
            world.clock.set(world.clock.now() + 31min);
            test::must(post.ask(1));
            CHECK(post.run() == "ok");
        }
        CHECK(post.outbox.sent.size() == 1);
        // The letter of a moment ago is still on its way: the same answer.
        post.busy = true;
        CHECK(post.ask(1));
    });
}
