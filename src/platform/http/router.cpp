// SPDX-License-Identifier: Apache-2.0
#include "platform/http/router.hpp"

#include <map>

#include "platform/http/target.hpp"

namespace aroeira::http {

struct Router::Node {
    std::map<std::string, std::unique_ptr<Node>, std::less<>> literal;
    std::unique_ptr<Node> capture;
    ByMethod routes{};
    std::vector<std::string_view> names;  ///< Of the captures on the way here.
};

namespace {

/// The first segment of "/a/b/c" and the rest, "/b/c".
std::pair<std::string_view, std::string_view> first_segment(std::string_view path) {
    path.remove_prefix(1);
    const auto slash = std::min(path.find('/'), path.size());
    return {path.substr(0, slash), path.substr(slash)};
}

bool is_capture(std::string_view segment) {
    return segment.size() > 2 && segment.front() == '{' && segment.back() == '}';
}

}  // namespace

std::string_view name_of(Method method) {
    switch (method) {
        case Method::get: return "GET";
        case Method::post: return "POST";
        case Method::put: return "PUT";
        case Method::patch: return "PATCH";
        case Method::del: return "DELETE";
    }
    return {};
}

Router::Router(std::vector<Route> routes)
    : routes_(std::move(routes)), root_(std::make_shared<Node>()) {
    for (const auto& route : routes_) add(route);
}

void Router::add(const Route& route) {
    INVARIANT(route.path.starts_with('/'), "a route's path begins with a slash");
    const auto put = [&](ByMethod& methods) {
        auto& place = methods[static_cast<std::size_t>(route.method)];
        INVARIANT(place == nullptr, "two routes for one method and path");
        place = &route;
    };
    if (route.path.find('{') == route.path.npos) put(literal_[route.path]);
    Node* node = root_.get();
    std::vector<std::string_view> names;
    for (auto rest = route.path; !rest.empty();) {
        const auto [segment, after] = first_segment(rest);
        rest = after;
        if (is_capture(segment)) {
            names.push_back(segment.substr(1, segment.size() - 2));
            if (!node->capture) node->capture = std::make_unique<Node>();
            node = node->capture.get();
        } else {
            INVARIANT(segment.find_first_of("{}") == segment.npos, "a capture is a whole segment");
            auto& child = node->literal[std::string(segment)];
            if (!child) child = std::make_unique<Node>();
            node = child.get();
        }
    }
    INVARIANT(node->names.empty() || node->names == names, "the same captures have the same names");
    node->names = std::move(names);
    put(node->routes);
}

const Router::ByMethod* Router::descend(const Node& node, std::string_view rest,
                                        std::vector<std::string>& values) const {
    if (rest.empty()) {
        for (const auto* route : node.routes)
            if (route) return &node.routes;
        return nullptr;
    }
    const auto [raw, after] = first_segment(rest);
    std::string segment;
    if (!decode_percent(raw, segment, false)) return nullptr;
    if (const auto child = node.literal.find(segment); child != node.literal.end())
        if (const auto* found = descend(*child->second, after, values)) return found;
    if (!node.capture || segment.empty()) return nullptr;
    values.push_back(std::move(segment));
    if (const auto* found = descend(*node.capture, after, values)) return found;
    values.pop_back();
    return nullptr;
}

const Router::ByMethod* Router::find(std::string_view path, Captured& captured) const {
    if (const auto known = literal_.find(path); known != literal_.end()) return &known->second;
    if (path.empty() || path.front() != '/') return nullptr;
    std::vector<std::string> values;
    const auto* found = descend(*root_, path, values);
    if (!found) return nullptr;
    for (const auto* route : *found) {
        if (!route) continue;
        std::size_t next = 0;
        for (auto rest = route->path; !rest.empty();) {
            const auto [segment, after] = first_segment(rest);
            rest = after;
            if (is_capture(segment))
                captured.emplace_back(segment.substr(1, segment.size() - 2),
                                      std::move(values[next++]));
        }
        break;
    }
    return found;
}

std::string Router::allow(const ByMethod& methods) {
    std::string out;
    for (const auto* route : methods) {
        if (!route) continue;
        out += name_of(route->method);
        out += ", ";
        if (route->method == Method::get) out += "HEAD, ";
    }
    return out + "OPTIONS";
}

}  // namespace aroeira::http
