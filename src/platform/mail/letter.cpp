// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <cstdio>

#include "base/text.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/mail/mail.hpp"

namespace aroeira::mail {
namespace {

constexpr std::size_t kAddressBytesMax = 254;  // RFC 5321, 4.5.3.1.3
constexpr std::size_t kHeaderTextMax = 39;     // of an encoded word, so that the first line of a header fits too: RFC 2047, 2
constexpr std::size_t kLineBytes = 76;         // of base64, RFC 2045, 6.8

bool is_ascii_word(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](unsigned char c) { return c >= 0x20 && c < 0x7F && c != '"' && c != '\\' && c != '=' && c != '?'; });
}

/// Never cuts a character of UTF-8 in two.
std::size_t cut(std::string_view text, std::size_t most) {
    if (text.size() <= most) return text.size();
    std::size_t end = most;
    while (end > 0 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return end == 0 ? most : end;
}

/// What a header may hold. Source: RFC 2047.
std::string header_text(std::string_view text) {
    if (is_ascii_word(text) && text.size() < 200) return std::string(text);
    std::string out;
    while (!text.empty()) {
        const auto size = cut(text, kHeaderTextMax);
        if (!out.empty()) out += "\r\n ";
        out += "=?UTF-8?B?" + crypto::to_base64(text.substr(0, size)) + "?=";
        text.remove_prefix(size);
    }
    return out;
}

/// "Sat, 28 Nov 2026 12:00:00 +0000", whatever the language of the machine. Source: RFC 5322, 3.3.
std::string date_text(Instant date) {
    constexpr const char* kDays[] = {"Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"};
    constexpr const char* kMonths[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    const auto day = std::chrono::floor<std::chrono::days>(date);
    const std::chrono::year_month_day ymd(day);
    const std::chrono::hh_mm_ss time(std::chrono::floor<std::chrono::seconds>(date - day));
    char text[64];
    std::snprintf(text, sizeof text, "%s, %02u %s %04d %02d:%02d:%02d +0000", kDays[std::chrono::weekday(day).c_encoding()],
                  static_cast<unsigned>(ymd.day()), kMonths[static_cast<unsigned>(ymd.month()) - 1], static_cast<int>(ymd.year()),
                  static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()), static_cast<int>(time.seconds().count()));
    return text;
}

std::string body_of(std::string_view text) {
    const auto encoded = crypto::to_base64(text);
    std::string out;
    for (std::size_t at = 0; at < encoded.size(); at += kLineBytes) out += encoded.substr(at, kLineBytes) + "\r\n";
    return out;
}

}  // namespace

bool is_address(std::string_view text) {
    const auto at = text.find('@');
    if (text.size() > kAddressBytesMax || at == 0 || at == text.npos || at != text.rfind('@')) return false;
    const auto domain = text.substr(at + 1);
    if (domain.empty() || domain.front() == '.' || domain.back() == '.' || domain.front() == '-') return false;
    constexpr std::string_view kForbidden = "<>()[]\\,;:\"";
    return std::all_of(text.begin(), text.end(), [&](unsigned char c) { return c > 0x20 && c < 0x7F && kForbidden.find(static_cast<char>(c)) == kForbidden.npos; });
}

Result<std::string> text_of(const Letter& letter, std::string_view message_id, Instant date) {
    const bool sound = is_address(letter.from) && is_address(letter.to) && text::is_one_line(letter.from_name) && text::is_one_line(letter.subject);
    if (!sound) return Error{ErrorKind::invalid_input, "MAIL-0007", "O e-mail não pôde ser escrito: confira os endereços."};
    std::string out = "Date: " + date_text(date) + "\r\n";
    out += "From: ";
    if (!letter.from_name.empty()) {
        const auto name = header_text(letter.from_name);
        out += name == letter.from_name ? "\"" + name + "\" " : name + " ";
    }
    out += "<" + letter.from + ">\r\nTo: <" + letter.to + ">\r\nSubject: " + header_text(letter.subject) + "\r\n";
    out += "Message-ID: <" + std::string(message_id) + "@" + letter.from.substr(letter.from.find('@') + 1) + ">\r\n";
    out += "MIME-Version: 1.0\r\nContent-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\nAuto-Submitted: auto-generated\r\n\r\n";
    return out + body_of(letter.text);
}

}  // namespace aroeira::mail
