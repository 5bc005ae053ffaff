// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/correspondence.hpp"

namespace aroeira::transmission {
namespace {

constexpr std::uint64_t kAnswerBytesMax = std::uint64_t{4} << 20;
constexpr std::chrono::milliseconds kPatience{60'000};
constexpr std::int64_t kSlowestBytesPerMs = 8;  // a modem: slower than this is given up

/// How long an answer is waited for, given how much must go first.
std::chrono::milliseconds timeout_of(std::string_view body) {
    return kPatience + std::chrono::milliseconds(static_cast<std::int64_t>(body.size()) / kSlowestBytesPerMs);
}

}  // namespace

Reply Correspondence::ask_once(const Question& question) {
    auto call = call_to(destino_, segredos_, question.path);
    call.method = question.method;
    call.content_type = question.content_type;
    call.body = question.body;
    call.timeout = timeout_of(question.body);
    call.answer_bytes_max = kAnswerBytesMax;
    call.headers.emplace_back("Cookie", session_);
    auto answer = transport_.send(call);
    if (!answer) return {.reading = failure(answer.error().message)};
    Reply reply{.status = answer->status, .content_type = std::string(answer->header("content-type"))};
    reply.reading = read_answer({answer->status, answer->header("content-type"), answer->header("retry-after"), answer->header("date"),
                                 answer->body}, clock_.now());
    reply.body = std::move(answer->body);
    return reply;
}

Reading Correspondence::log_in() {
    auto entered = enter_destino(destino_, segredos_, transport_);
    session_ = entered ? *entered : "";
    if (entered) return {.meaning = Meaning::accepted};
    const bool unknown = entered.error().kind == ErrorKind::forbidden;
    return {.meaning = unknown ? Meaning::credential : Meaning::failure, .causa = std::move(entered).error().message};
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
