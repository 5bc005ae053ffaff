// SPDX-License-Identifier: Apache-2.0
// Usage: simulate [--historias N] [--semente S] [--quebrado]
// Lives N histories, the first of seed S. A broken promise prints its seed; the seed alone repeats it.
// --quebrado: of receivers that say «received» before their commit. Then a violation must be found.
#define DOCTEST_CONFIG_IMPLEMENT
#include <doctest/doctest.h>

#include <cstdio>
#include <cstdlib>
#include <string_view>

#include "platform/crypto/crypto.hpp"
#include "tests/simulation/history.hpp"
#include "tests/support/databases.hpp"

namespace {

constexpr int kConfirmsBeforeCommit = 30;  // per thousand
constexpr std::uint64_t kLivedTwice = 20;

struct Asked {
    std::uint64_t histories = 200;
    std::uint64_t seed = 1;
    bool is_broken = false;
};

Asked asked_by(int count, char** words) {
    Asked asked;
    for (int i = 1; i < count; ++i) {
        const std::string_view word = words[i];
        if (word == "--quebrado") asked.is_broken = true;
        else if (word == "--historias" && i + 1 < count) asked.histories = std::strtoull(words[++i], nullptr, 10);
        else if (word == "--semente" && i + 1 < count) asked.seed = std::strtoull(words[++i], nullptr, 10);
        else std::exit((std::fprintf(stderr, "simulate [--historias N] [--semente S] [--quebrado]\n"), 2));
    }
    return asked;
}

/// A seed must tell its whole history, or a failure could not be looked at again.
std::string lived_again(aroeira::simulation::Region& region, std::uint64_t seed) {
    const auto before = region.told();
    (void)region.live(seed);
    return region.told() == before ? "" : "a mesma semente contou outra história";
}

}  // namespace

int main(int count, char** words) {
    using namespace aroeira;
    const auto asked = asked_by(count, words);
    const test::TemporaryFolder folder;
    const auto vault = test::must(crypto::Vault::open(folder.file("chaves")));
    simulation::Region region(vault);
    std::uint64_t lived = 0, fichas = 0, questions = 0, crashes = 0, violations = 0;
    for (std::uint64_t i = 0; i < asked.histories; ++i) {
        const auto outcome = region.live(asked.seed + i, asked.is_broken ? kConfirmsBeforeCommit : 0);
        ++lived;
        fichas += outcome.fichas;
        questions += outcome.questions;
        crashes += outcome.crashes;
        std::string broken = outcome.violation;
        if (broken.empty() && i < kLivedTwice && !asked.is_broken) broken = lived_again(region, asked.seed + i);
        if (broken.empty()) continue;
        ++violations;
        if (!asked.is_broken || violations == 1)
            std::printf("semente %llu: %s\n", static_cast<unsigned long long>(asked.seed + i), broken.c_str());
        if (violations == 10 || asked.is_broken) break;
    }
    std::printf("%llu histórias, %llu fichas, %llu perguntas pela rede, %llu quedas, %llu violações\n",
                static_cast<unsigned long long>(lived), static_cast<unsigned long long>(fichas),
                static_cast<unsigned long long>(questions), static_cast<unsigned long long>(crashes), static_cast<unsigned long long>(violations));
    return asked.is_broken ? violations == 0 : violations != 0;
}
