// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <map>
#include <string>
#include <vector>

#include "platform/client/client.hpp"
#include "platform/http/router.hpp"
#include "tests/simulation/weather.hpp"

namespace aroeira::simulation {

/// What listens at a name of the network.
class Listener {
public:
    virtual ~Listener() = default;
    /// Throws Crash when the program dies of it; then nobody answers.
    virtual client::Answer hear(const client::Call& call) = 0;
    virtual void die() = 0;
};

/// The way between installations: loses, repeats, delays, cuts and alters what goes over it.
class Network {
public:
    Network(Dice& dice, const Weather& weather) : dice_(dice), weather_(weather) {}
    void join(std::string host, Listener& listener) { listeners_[std::move(host)] = &listener; }

    Result<client::Answer> ask(const client::Call& call);
    /// Questions on the way since long arrive once more; nobody waits for their answers.
    void deliver_echoes();
    [[nodiscard]] std::uint64_t questions() const { return questions_; }
    /// A new history: nothing is on the way.
    void forget() {
        echoes_.clear();
        questions_ = 0;
    }

private:
    /// A question that outlives who asked it.
    struct Echo {
        client::Call call;
        std::string body;
    };
    Result<client::Answer> deliver(const client::Call& call);
    Listener* listener_of(const std::string& url) const;

    Dice& dice_;
    const Weather& weather_;
    std::map<std::string, Listener*> listeners_;
    std::vector<Echo> echoes_;
    std::uint64_t questions_ = 0;
};

/// The transport of an installation in the simulation.
class SimulatedTransport final : public client::Transport {
public:
    explicit SimulatedTransport(Network& network) : network_(network) {}
    Result<client::Answer> send(const client::Call& call) override { return network_.ask(call); }

private:
    Network& network_;
};

/// Answers a question by the routes of a program, as its server would.
client::Answer answer_by(const http::Router& router, const client::Call& call);

}  // namespace aroeira::simulation
