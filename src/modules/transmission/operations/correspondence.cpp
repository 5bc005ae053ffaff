// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/correspondence.hpp"

#include <algorithm>

namespace aroeira::transmission {
namespace {

constexpr std::string_view kLogin = "/api/recebimento/login";
constexpr std::string_view kCookie = "JSESSIONID";
constexpr std::uint64_t kAnswerBytesMax = std::uint64_t{4} << 20;
constexpr std::chrono::milliseconds kPatience{60'000};
constexpr std::int64_t kSlowestBytesPerMs = 8;  // a modem: slower than this is given up

/// How long an answer is waited for, given how much must go first.
std::chrono::milliseconds timeout_of(std::string_view body) {
    return kPatience + std::chrono::milliseconds(static_cast<std::int64_t>(body.size()) / kSlowestBytesPerMs);
}

std::string address_of(const Destino& destino, std::string_view path) {
    std::string_view base = destino.endereco;
    while (base.ends_with('/')) base.remove_suffix(1);
    return std::string(base) + std::string(path);
}

}  // namespace

void Form::add(std::string_view name, std::string_view content, std::string_view file_name) {
    std::string header = "Content-Disposition: form-data; name=\"" + std::string(name) + "\"";
    if (!file_name.empty()) header += "; filename=\"" + std::string(file_name) + "\"\r\nContent-Type: application/octet-stream";
    parts_.push_back({std::move(header), std::string(content)});
}

std::string Form::boundary() const {
    std::string mark = "aroeira";
    const auto is_inside = [&](const Part& part) { return part.content.find(mark) != std::string::npos; };
    for (int i = 0; std::any_of(parts_.begin(), parts_.end(), is_inside); ++i) mark = "aroeira" + std::to_string(i);
    return mark;
}

std::string Form::content_type() const { return "multipart/form-data; boundary=" + boundary(); }

std::string Form::body() const {
    const auto mark = "--" + boundary();
    std::string text;
    for (const auto& part : parts_) text += mark + "\r\n" + part.header + "\r\n\r\n" + part.content + "\r\n";
    return text + mark + "--\r\n";
}

Reply Correspondence::ask_once(const Question& question) {
    client::Call call{.method = question.method, .url = address_of(destino_, question.path), .content_type = question.content_type,
                      .body = question.body, .ca_pem = destino_.ca_pem};
    call.timeout = timeout_of(question.body);
    call.answer_bytes_max = kAnswerBytesMax;
    if (!session_.empty()) call.headers.emplace_back("Cookie", std::string(kCookie) + "=" + session_);
    auto answer = transport_.send(call);
    if (!answer) return {.reading = failure(answer.error().message)};
    Reply reply{.status = answer->status, .content_type = std::string(answer->header("content-type"))};
    reply.reading = read_answer({answer->status, answer->header("content-type"), answer->header("retry-after"), answer->header("date"),
                                 answer->body}, clock_.now());
    if (question.path == kLogin) session_ = answer->set_cookie(kCookie);
    reply.body = std::move(answer->body);
    return reply;
}

Reading Correspondence::log_in() {
    session_.clear();
    Form form;
    form.add("usuario", destino_.usuario);
    form.add("senha", senha_);
    const auto body = form.body();
    const auto reply = ask_once({client::Method::post, std::string(kLogin), form.content_type(), body});
    if (reply.status == 400 || reply.reading.meaning == Meaning::credential)
        return {.meaning = Meaning::credential, .causa = "O destino não aceitou o usuário e a senha da credencial. Confira-os na configuração."};
    if (reply.reading.meaning != Meaning::accepted) return reply.reading;
    if (session_.empty()) return unreadable_body();
    return reply.reading;
}

Reply Correspondence::ask(const Question& question) {
    const bool fresh = session_.empty();
    if (fresh) {
        if (auto entered = log_in(); entered.meaning != Meaning::accepted) return {.reading = std::move(entered)};
    }
    auto reply = ask_once(question);
    if (reply.reading.meaning != Meaning::credential || fresh) return reply;
    if (auto entered = log_in(); entered.meaning != Meaning::accepted) return {.reading = std::move(entered)};
    return ask_once(question);
}

}  // namespace aroeira::transmission
