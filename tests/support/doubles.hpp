// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <doctest/doctest.h>

#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "modules/audit/api/trail.hpp"
#include "modules/identity/api/granted.hpp"
#include "platform/http/http.hpp"
#include "tests/support/databases.hpp"

/// What the tests of many modules put in the place of the trail, the gate and the browser.
namespace aroeira::test {

/// A trail in memory.
class BufferTrail final : public audit::Trail {
public:
    explicit BufferTrail(std::vector<audit::Entry>& entries) : entries_(entries) {}
    Result<void> record(const audit::Entry& entry) override {
        entries_.push_back(entry);
        return {};
    }

private:
    std::vector<audit::Entry>& entries_;
};

/// A gate that lets the given actor do everything.
class OpenGate final : public identity::Gate {
public:
    template <identity::Permission P>
    identity::Granted<P> as(identity::Actor who) {
        actor = std::move(who);
        return must(resume<P>(""));
    }
    identity::Actor actor{};

private:
    Result<identity::Actor> allow(identity::Permission, const http::Request&) override { return actor; }
    Result<identity::Actor> allow_again(identity::Permission, std::string_view, const std::optional<Ibge>&) override { return actor; }
};

/// A body that came whole.
class TextBody final : public http::Body {
public:
    explicit TextBody(std::string text) : text_(std::move(text)) {}
    Result<std::string_view> text() override { return std::string_view(text_); }
    std::uint64_t size() const override { return text_.size(); }
    std::optional<std::string> path() const override { return std::nullopt; }

private:
    std::string text_;
};

/// What the route of this method and path answers, an error as the server would write it.
inline http::Response answer_of(const std::vector<http::Route>& routes, http::Method method, std::string_view path, std::string body,
                                http::Request request = {}) {
    request.body = std::make_shared<TextBody>(std::move(body));
    for (const auto& route : routes) {
        if (route.method != method || route.path != path) continue;
        auto answered = route.handle(request);
        return answered ? std::move(answered).value() : http::problem(answered.error(), request);
    }
    FAIL("no such route");
    return {};
}

/// "ok", or the code of the error.
template <class T>
std::string code_of_failure(const Result<T>& result) {
    return result ? "ok" : std::string(result.error().code.text());
}

}  // namespace aroeira::test
