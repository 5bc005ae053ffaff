// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

namespace aroeira::audit {

/// On whose behalf this thread works now.
struct Act {
    std::string actor{};  ///< Actor::key; "" when nobody asked.
    std::string address{};
    std::optional<std::string> municipio{};
};

/// One request or one job: what is changed in the database inside it is told of who acts. The wiring opens one around
/// every handler, and the gate says who it let in.
class ActScope {
public:
    ActScope() : before_(std::move(current_)) { current_ = {}; }
    ~ActScope() { current_ = std::move(before_); }
    ActScope(const ActScope&) = delete;
    ActScope& operator=(const ActScope&) = delete;

    static void is_of(Act act) { current_ = std::move(act); }
    static const Act& current() { return current_; }

private:
    Act before_;
    static inline thread_local Act current_{};
};

}  // namespace aroeira::audit
