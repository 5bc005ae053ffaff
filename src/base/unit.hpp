// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <utility>

#include "base/result.hpp"

namespace aroeira {

/// One transaction over the ports a module needs (its stores, the audit trail, neighbours).
///
/// `write` commits when the body gives a value and rolls back when it gives an Error; on a
/// serialisation failure the body runs again, so it must have no effect outside its ports.
/// Filled once in app/wiring.cpp; filled with fakes in a test.
template <class Ports>
class Unit {
public:
    using Body = std::function<Result<void>(Ports&)>;
    using Run = std::function<Result<void>(const Body&)>;

    Unit(Run write, Run read) : write_(std::move(write)), read_(std::move(read)) {}

    template <class F>
    auto write(F&& body) const { return collect(write_, std::forward<F>(body)); }
    template <class F>
    auto read(F&& body) const { return collect(read_, std::forward<F>(body)); }

private:
    template <class F>
    static auto collect(const Run& run, F&& body) -> decltype(body(std::declval<Ports&>())) {
        using R = decltype(body(std::declval<Ports&>()));
        if constexpr (std::is_same_v<R, Result<void>>) {
            return run([&](Ports& ports) { return body(ports); });
        } else {
            std::optional<R> kept;
            auto done = run([&](Ports& ports) -> Result<void> {
                kept.emplace(body(ports));
                if (!*kept) return kept->error();
                return {};
            });
            if (!done) return std::move(done).error();
            return std::move(*kept);
        }
    }
    Run write_, read_;
};

}  // namespace aroeira
