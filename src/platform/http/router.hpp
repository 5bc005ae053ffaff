// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

#include "platform/http/http.hpp"

namespace aroeira::http {

constexpr std::size_t kMethods = 5;
std::string_view name_of(Method method);

/// From a path to its route. Built once; a literal segment wins over a `{capture}`.
class Router {
public:
    using Captured = std::vector<std::pair<std::string, std::string>>;
    using ByMethod = std::array<const Route*, kMethods>;

    /// Two routes for one method and path, or an unclosed brace, are our bug and stop the program.
    explicit Router(std::vector<Route> routes);

    /// The routes of a path, still encoded; nothing when the path is unknown. Fills `captured` with
    /// decoded values. Cost: one hash of the path when the route has no capture.
    [[nodiscard]] const ByMethod* find(std::string_view path, Captured& captured) const;
    [[nodiscard]] const std::vector<Route>& routes() const { return routes_; }
    /// "GET, HEAD, POST, OPTIONS", for the Allow header.
    static std::string allow(const ByMethod& methods);

private:
    struct Node;
    const ByMethod* descend(const Node& node, std::string_view rest,
                            std::vector<std::string>& values) const;
    void add(const Route& route);

    std::vector<Route> routes_;
    std::unordered_map<std::string_view, ByMethod> literal_;
    std::shared_ptr<Node> root_;
};

}  // namespace aroeira::http
