// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <memory>
#include <string>

#include "tests/simulation/site.hpp"

namespace aroeira::simulation {

/// Two UBS, a centralizador municipal, one of the state and the national: what is typed below must be
/// above, once, whatever happens on the way.
class Region {
public:
    explicit Region(const crypto::Vault& vault);

    struct Outcome {
        std::string violation{};  ///< "" when every promise was kept.
        std::uint64_t fichas = 0;
        std::uint64_t questions = 0;
        std::uint64_t crashes = 0;
    };
    /// One history. `confirms_before_commit`: of the receivers, per thousand; a program that is broken on purpose.
    Outcome live(std::uint64_t seed, int confirms_before_commit = 0);
    /// The rows of every installation after a history, to compare two runs of one seed.
    std::string told();

private:
    struct Typed;
    void happen(Typed& typed);
    bool calm_down();
    bool come_to_rest();
    void go_to_next_job();
    bool pass_two_days();
    std::string check(const Typed& typed);

    Sky sky_{0};
    std::array<std::unique_ptr<Site>, 5> sites_;
};

}  // namespace aroeira::simulation
