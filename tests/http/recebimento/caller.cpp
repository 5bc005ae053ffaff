// SPDX-License-Identifier: Apache-2.0
#include "platform/json/json.hpp"
#include "tests/http/recebimento/site.hpp"

namespace aroeira::testing {

std::string cpf_text(int n) {
    std::string text = std::to_string(123456780 + n);
    for (int round = 0; round < 2; ++round) {
        int sum = 0;
        int weight = static_cast<int>(text.size()) + 1;
        for (const char c : text) sum += (c - '0') * weight--;
        text += static_cast<char>('0' + sum * 10 % 11 % 10);
    }
    return text;
}

std::string form(const std::vector<FormPart>& parts) {
    std::string body;
    for (const auto& part : parts) {
        body += "--limite\r\nContent-Disposition: form-data; name=\"" + part.name + "\"";
        if (!part.file_name.empty()) body += "; filename=\"" + part.file_name + "\"\r\nContent-Type: application/octet-stream";
        body += "\r\n\r\n" + part.content + "\r\n";
    }
    return body + "--limite--\r\n";
}

std::string member(const Answer& answer, const std::string& name) {
    const auto document = json::Document::parse(answer.body);
    if (!document || document->root().kind() != json::Node::Kind::object) return {};
    const auto found = document->root().find(name);
    return found ? std::string(found->text()) : std::string();
}

std::string Caller::headers(const std::string& type) const {
    std::string lines;
    if (!type.empty()) lines += "Content-Type: " + type + "\r\n";
    if (!cookie.empty()) lines += "Cookie: " + cookie + "\r\n";
    if (!csrf.empty()) lines += "X-CSRF: " + csrf + "\r\n";
    return lines;
}

Answer Caller::get(const std::string& path) const { return Client(port_).ask(testing::get(path, headers(""))); }

Answer Caller::post(const std::string& path, const std::string& body, const std::string& type) const {
    return Client(port_).ask(testing::post(path, body, headers(type)));
}

Answer Caller::put(const std::string& path, const std::string& body, const std::string& type) const {
    return Client(port_).ask("PUT" + testing::post(path, body, headers(type)).substr(4));
}

Answer Caller::send(const std::string& path, const std::string& part, const std::string& name, const std::string& bytes) const {
    return post(path, form({{part, name, bytes}}), kFormType);
}

void Caller::keep(const Answer& answer) {
    if (const auto found = answer.headers.find("set-cookie"); found != answer.headers.end()) cookie = found->second.substr(0, found->second.find(';'));
    csrf = member(answer, "csrf");
}

Answer Caller::enter(int n, std::string_view password) {
    const auto answer = post("/api/v1/sessao", R"({"cpf":")" + cpf_text(n) + R"(","senha":")" + std::string(password) + R"("})");
    keep(answer);
    return answer;
}

Answer Caller::enter_as(std::string_view usuario, std::string_view senha) {
    const auto answer = post("/api/recebimento/login", form({{"usuario", "", std::string(usuario)}, {"senha", "", std::string(senha)}}), kFormType);
    keep(answer);
    return answer;
}

Answer Caller::enter(const identity::CredencialCriada& credencial) { return enter_as(credencial.credencial.usuario, credencial.segredo); }

}  // namespace aroeira::testing
