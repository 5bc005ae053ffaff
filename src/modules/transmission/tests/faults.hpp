// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/tests/receiver.hpp"

/// What a receiver may do wrong.
namespace aroeira::transmission::testing {

inline Result<client::Answer> broken(ErrorCode code, std::string message) { return Error{ErrorKind::unavailable, code, std::move(message)}; }

/// The same answer to every question but the login, `times` times.
inline Receiver::Fault always(const Result<client::Answer>& answer, int times = 1'000'000) {
    return [answer, left = times](const client::Call& call, int) mutable -> std::optional<Result<client::Answer>> {
        if (call.url.ends_with("/login") || left-- <= 0) return std::nullopt;
        return answer;
    };
}

}  // namespace aroeira::transmission::testing
