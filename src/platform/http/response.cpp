// SPDX-License-Identifier: Apache-2.0
#include "platform/http/problem.hpp"
#include "platform/json/json.hpp"

namespace aroeira::http {
namespace {

bool is_token_character(char c) {
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '.' ||
           c == '-' || c == '_';
}

void write_member(std::string& out, std::string_view name, std::string_view value) {
    out += ",\"";
    out += name;
    out += "\":";
    json::write_string(out, value);
}

}  // namespace

std::string set_cookie(const Cookie& cookie) {
    std::string out = std::string(cookie.name) + "=" + std::string(cookie.value);
    if (cookie.age_max_s) out += "; Max-Age=" + std::to_string(*cookie.age_max_s);
    out += "; Path=/; HttpOnly; SameSite=Strict";
    if (cookie.secure) out += "; Secure";
    return out;
}

Response json(std::string body, int status) { return {.status = status, .body = std::move(body)}; }

Response download(std::string content_type, std::string_view name, std::string body) {
    constexpr char kDigits[] = "0123456789ABCDEF";
    std::string plain, encoded;
    for (const char c : name) {
        const auto byte = static_cast<unsigned char>(c);
        plain += is_token_character(c) ? c : '_';
        if (is_token_character(c)) encoded += c;
        else encoded += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
    std::string disposition = "attachment; filename=\"" + plain + "\"";
    if (plain != name) disposition += "; filename*=UTF-8''" + encoded;
    return {.content_type = std::move(content_type),
            .headers = {{"Content-Disposition", std::move(disposition)}},
            .body = std::move(body)};
}

Response problem_with_status(const Error& error, std::string_view request_id, int status) {
    std::string out = "{\"type\":\"urn:aroeira:erro:" + std::string(error.code.text()) + "\"";
    write_member(out, "title", error.message);
    out += ",\"status\":" + std::to_string(status);
    write_member(out, "code", error.code.text());
    write_member(out, "request", request_id);
    out += ",\"errors\":[";
    for (std::size_t i = 0; i < error.fields.size(); ++i) {
        const auto& field = error.fields[i];
        out += i ? ",{\"rule\":" : "{\"rule\":";
        json::write_string(out, field.rule);
        write_member(out, "field", field.field);
        write_member(out, "message", field.message);
        write_member(out, "fix", field.fix);
        out += '}';
    }
    out += "]}";
    Response response{.status = status,
                      .content_type = "application/problem+json; charset=utf-8",
                      .body = std::move(out)};
    if (status == 503) response.headers.emplace_back("Retry-After", "2");
    return response;
}

Response problem(const Error& error, const Request& request) {
    return problem_with_status(error, request.request_id, status_of(error.kind));
}

}  // namespace aroeira::http
