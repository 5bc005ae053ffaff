// SPDX-License-Identifier: Apache-2.0
#include "tests/simulation/network.hpp"

#include "platform/http/body.hpp"
#include "platform/http/target.hpp"

namespace aroeira::simulation {
namespace {

Error nobody_there() { return {ErrorKind::unavailable, "CLIENT-0001", "O servidor não respondeu neste endereço."}; }
Error too_slow() { return {ErrorKind::unavailable, "CLIENT-0002", "O servidor demorou demais para responder."}; }
Error not_trusted() { return {ErrorKind::unavailable, "CLIENT-0003", "O certificado do servidor não é de confiança."}; }
Error broken_off() { return {ErrorKind::unavailable, "CLIENT-0004", "A resposta foi interrompida."}; }

client::Answer page_of_a_hotel() {
    return {200, {{"content-type", "text/html"}}, "<html><body>Bem-vindo ao Wi-Fi. Clique para entrar.</body></html>"};
}

std::string_view after_scheme(std::string_view url) {
    const auto scheme = url.find("://");
    return scheme == url.npos ? url : url.substr(scheme + 3);
}

http::Method method_of(client::Method method) {
    switch (method) {
        case client::Method::get: return http::Method::get;
        case client::Method::post: return http::Method::post;
        case client::Method::put: return http::Method::put;
    }
    return http::Method::get;
}

std::string lower(std::string_view text) {
    std::string out(text);
    for (char& c : out)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c + 32);
    return out;
}

client::Answer answer_of(http::Response response) {
    client::Answer answer{response.status, {{"content-type", response.content_type}}, std::move(response.body)};
    for (auto& [name, value] : response.headers) answer.headers.emplace_back(lower(name), value);
    for (std::string chunk; response.stream && response.stream(chunk); chunk.clear()) answer.body += chunk;
    return answer;
}

}  // namespace

Listener* Network::listener_of(const std::string& url) const {
    const auto rest = after_scheme(url);
    const auto found = listeners_.find(std::string(rest.substr(0, rest.find_first_of(":/"))));
    return found == listeners_.end() ? nullptr : found->second;
}

Result<client::Answer> Network::deliver(const client::Call& call) {
    Listener* const listener = listener_of(call.url);
    if (!listener) return nobody_there();
    try {
        return listener->hear(call);
    } catch (const Crash&) {
        listener->die();
        return broken_off();
    }
}

Result<client::Answer> Network::ask(const client::Call& call) {
    ++questions_;
    if (dice_.happens(weather_.unreachable)) return nobody_there();
    if (dice_.happens(weather_.wrong_certificate)) return not_trusted();
    if (dice_.happens(weather_.captive_page)) return page_of_a_hotel();
    if (dice_.happens(weather_.busy))
        return client::Answer{dice_.happens(500) ? 503 : 429, {{"retry-after", std::to_string(dice_.below(7200))}}, "ocupado"};

    std::string altered;
    client::Call carried = call;
    // The other questions are JSON, and travel under TLS: what a disk or a proxy spoils is the lote.
    if (call.content_type == "application/octet-stream" && !call.body.empty() && dice_.happens(weather_.altered_byte)) {
        altered = call.body;
        altered[dice_.below(altered.size())] ^= static_cast<char>(1 + dice_.below(255));
        carried.body = altered;
    }
    if (dice_.happens(weather_.repeated)) (void)deliver(carried);
    if (dice_.happens(weather_.echo)) echoes_.push_back({carried, std::string(carried.body)});
    auto answer = deliver(carried);
    if (!answer) return answer;
    if (dice_.happens(weather_.answer_lost)) return too_slow();
    if (dice_.happens(weather_.gateway_504)) return client::Answer{504, {{"content-type", "text/html"}}, "<html>504 Gateway Time-out</html>"};
    if (dice_.happens(weather_.half_a_body)) answer->body.resize(answer->body.size() / 2);
    return answer;
}

void Network::deliver_echoes() {
    const auto due = std::exchange(echoes_, {});
    for (auto echo : due) {
        echo.call.body = echo.body;
        (void)deliver(echo.call);
    }
}

client::Answer answer_by(const http::Router& router, const client::Call& call) {
    const auto rest = after_scheme(call.url);
    const auto slash = rest.find('/');
    const auto target = http::split_target(slash == rest.npos ? "/" : rest.substr(slash));
    http::Request request;
    request.method = method_of(call.method);
    request.remote_address = "10.0.0.1";
    if (!target || !http::parse_query(target->query, request.query)) return {400, {}, ""};
    request.path = std::string(target->path);
    for (const auto& [name, value] : call.headers) request.headers.emplace_back(lower(name), value);
    if (!call.content_type.empty()) request.headers.emplace_back("content-type", call.content_type);
    request.body = call.body.empty() ? http::empty_body() : http::memory_body(std::string(call.body));

    const auto* found = router.find(target->path, request.captured);
    const http::Route* route = found ? (*found)[static_cast<std::size_t>(request.method)] : nullptr;
    if (!route) return {404, {}, ""};
    if (call.body.size() > route->body_bytes_max) return {413, {}, ""};
    auto response = route->handle(request);
    return answer_of(response ? std::move(*response) : http::problem(response.error(), request));
}

}  // namespace aroeira::simulation
