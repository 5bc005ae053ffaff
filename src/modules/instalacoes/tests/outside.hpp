// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <thread>

#include "modules/instalacoes/module.hpp"
#include "modules/instalacoes/operations/connection.hpp"
#include "modules/instalacoes/tests/world.hpp"

/// What is outside the installation, as the test says it answers, and the queue between.
namespace aroeira::instalacoes::testing {

inline MayConfigure marina(World& world) {
    return world.gate.as<identity::Permission::instalacao_configurar>({.key = "marina", .name = "Marina Duarte", .address = "10.0.0.2"});
}

class OneAnswer final : public client::Transport {
public:
    Result<client::Answer> send(const client::Call& call) override {
        asked.push_back(call.url);
        return answer;
    }
    Result<client::Answer> answer = client::Answer{.status = 200};
    std::vector<std::string> asked;
};

/// A server of e-mail, as the test says it answers.
class ScriptedMail final : public mail::Sender {
public:
    Result<void> check(const mail::Server& server) override {
        entered.push_back(server);
        if (on_check) on_check();
        return answer;
    }
    Result<void> send(const mail::Server&, const mail::Letter&) override { return answer; }
    Result<void> answer;
    std::function<void()> on_check;
    std::vector<mail::Server> entered;
};

/// The keys of an installation, in a folder that dies with the program.
inline const crypto::Vault& vault() {
    static const test::TemporaryFolder folder;
    static const crypto::Vault opened = test::must(crypto::Vault::open(folder.file("chaves")));
    return opened;
}

class OutsideWorld {
public:
    explicit OutsideWorld(World& of) : world_(of) {}

    /// Runs what is due, and gives the result of the last job that ended.
    std::string run() { return run(outside); }
    std::string run(const Outside& with) {
        const auto runner = jobs::make_runner(world_.database(), world_.clock, ids, jobs(world_.services, with), 1);
        runner->start();
        for (int i = 0; i < 2000 && world_.number("SELECT COUNT(*) FROM trabalho WHERE situacao IN ('aguardando', 'executando')") != 0; ++i)
            std::this_thread::sleep_for(std::chrono::milliseconds(5));
        runner->stop();
        return world_.text("SELECT resultado FROM trabalho ORDER BY id DESC LIMIT 1");
    }
    std::string tested() {
        test::must(ask_for_connection_test(marina(world_), world_.services, outside));
        return run();
    }

    SystemIdSource ids;
    OneAnswer transport;
    ScriptedMail mail;
    int woken = 0;
    Outside outside{ids, transport, mail, vault(), "https://internet.exemplo/", [this] { ++woken; }, [] { return Load{.limit = 8, .running = 1}; }};

private:
    World& world_;
};

}  // namespace aroeira::instalacoes::testing
