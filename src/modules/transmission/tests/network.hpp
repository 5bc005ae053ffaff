// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/tests/arrival_world.hpp"
#include "modules/transmission/tests/receiver.hpp"

/// Two installations in one program: the job that sends on one side, the routes that receive on the other.
namespace aroeira::transmission::testing {

/// A body in memory, as the server gives it to a handler.
class MemoryBody final : public http::Body {
public:
    explicit MemoryBody(std::string text) : text_(std::move(text)) {}
    Result<std::string_view> text() override { return std::string_view(text_); }
    [[nodiscard]] std::uint64_t size() const override { return text_.size(); }
    [[nodiscard]] std::optional<std::string> path() const override { return std::nullopt; }

private:
    std::string text_;
};

/// What was asked of one installation, handed to the routes of another, as its server does.
class ToRoutes {
public:
    explicit ToRoutes(ArrivalWorld& there) : there_(there) {
        there_.posto();
        routes_ = arrival_routes(there_.received.gate, there_.services);
    }
    Result<client::Answer> operator()(const client::Call& call) {
        const std::string path = call.url.substr(std::string(kAddress).size());
        if (path == "/api/recebimento/login") return answered(200, "", "text/plain", {{"set-cookie", "JSESSIONID=um; Path=/"}});
        http::Request request;
        request.path = path.substr(0, path.find('?'));
        request.body = std::make_shared<MemoryBody>(std::string(call.body));
        if (const auto query = path.find("?municipio="); query != std::string::npos) request.query.emplace_back("municipio", path.substr(query + 11));
        constexpr std::array kMethods{http::Method::get, http::Method::post, http::Method::put};
        request.method = kMethods[static_cast<std::size_t>(call.method)];
        for (const auto& route : routes_)
            if (route.method == request.method && captures(route.path, request)) return answer(route, request);
        return answered(404, "<html>", "text/html");
    }

private:
    static client::Answer answer(const http::Route& route, const http::Request& request) {
        const auto done = route.handle(request);
        const auto response = done ? *done : http::problem(done.error(), request);
        client::Answer given{response.status, {{"content-type", response.content_type}}, response.body};
        for (const auto& [name, value] : response.headers) given.headers.emplace_back(name == "Retry-After" ? "retry-after" : name, value);
        return given;
    }
    static std::vector<std::string> pieces(std::string_view path) {
        std::vector<std::string> found;
        for (std::size_t from = 1; from <= path.size();) {
            const auto slash = std::min(path.find('/', from), path.size());
            found.emplace_back(path.substr(from, slash - from));
            from = slash + 1;
        }
        return found;
    }
    static bool captures(std::string_view pattern, http::Request& request) {
        const auto wanted = pieces(pattern), asked = pieces(request.path);
        if (wanted.size() != asked.size()) return false;
        request.captured.clear();
        for (std::size_t i = 0; i < wanted.size(); ++i) {
            if (wanted[i].starts_with("{")) request.captured.emplace_back(wanted[i].substr(1, wanted[i].size() - 2), asked[i]);
            else if (wanted[i] != asked[i]) return false;
        }
        return true;
    }
    ArrivalWorld& there_;
    std::vector<http::Route> routes_;
};

}  // namespace aroeira::transmission::testing
