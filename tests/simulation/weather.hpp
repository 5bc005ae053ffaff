// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "tests/simulation/dice.hpp"

namespace aroeira::simulation {

/// kill -9. It is no std::exception, so that nothing between here and the one who steps the
/// installation takes it for an error it could handle.
struct Crash {};

/// How often each thing breaks, per thousand times it could. All zero: nothing does.
struct Weather {
    // The disk, at each transaction that writes.
    int disk_full = 0;           ///< Nothing of the transaction stays; the program is told.
    int dies_before_commit = 0;  ///< Nothing stays, and the program is gone.
    int dies_after_commit = 0;   ///< It stays, and the program is gone before it could say so.
    /// A program that says «received» before its commit: the transaction is told to have stayed, and did not.
    int confirms_before_commit = 0;

    // The network, at each question.
    int unreachable = 0;    ///< Never arrives.
    int answer_lost = 0;    ///< Arrives; who asked waits in vain.
    int gateway_504 = 0;    ///< Arrives; a proxy answers that it waited in vain.
    int half_a_body = 0;    ///< Arrives; the answer breaks off in the middle.
    int captive_page = 0;   ///< Never arrives; somebody answers 200 and HTML.
    int busy = 0;           ///< Never arrives; 503 or 429 with Retry-After.
    int altered_byte = 0;   ///< Arrives with one byte changed.
    int repeated = 0;       ///< Arrives twice, one after the other.
    int echo = 0;           ///< Arrives again, much later.
    int wrong_certificate = 0;

    /// What a bad month looks like.
    static Weather storm(Dice& dice) {
        const auto some = [&](int most) { return dice.happens(500) ? static_cast<int>(dice.below(static_cast<std::uint64_t>(most))) : 0; };
        return {.disk_full = some(40), .dies_before_commit = some(30), .dies_after_commit = some(30), .unreachable = some(150),
                .answer_lost = some(100), .gateway_504 = some(80), .half_a_body = some(80), .captive_page = some(60), .busy = some(80),
                .altered_byte = some(80), .repeated = some(100), .echo = some(100), .wrong_certificate = some(30)};
    }
};

}  // namespace aroeira::simulation
