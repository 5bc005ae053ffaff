// SPDX-License-Identifier: Apache-2.0
#include "platform/log/log.hpp"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <cmath>
#include <cstdio>
#include <memory>

#include "platform/log/text.hpp"

namespace aroeira::log {
namespace {

constexpr std::string_view kHidden = "(oculto)";

void append_number(std::string& line, const char* from, const char* to) {
    const std::string_view digits(from, static_cast<std::size_t>(to - from));
    // A number that could be somebody's document leaves as a text, so that the line stays JSON.
    if (is_cpf(digits) || is_cns(digits)) {
        line += '"';
        line.append(digits.size(), '*');
        line += '"';
        return;
    }
    line += digits;
}

std::string_view kind_name(ErrorKind kind) {
    switch (kind) {
        case ErrorKind::invalid_input: return "invalid_input";
        case ErrorKind::unauthenticated: return "unauthenticated";
        case ErrorKind::forbidden: return "forbidden";
        case ErrorKind::not_found: return "not_found";
        case ErrorKind::conflict: return "conflict";
        case ErrorKind::too_large: return "too_large";
        case ErrorKind::unavailable: return "unavailable";
        case ErrorKind::internal: return "internal";
    }
    return {};
}

/// 2026-11-24T15:16:49.123Z
void append_instant(std::string& line, Instant at) {
    const auto day = std::chrono::floor<std::chrono::days>(at);
    const std::chrono::year_month_day date(day);
    const std::chrono::hh_mm_ss time(at - day);
    char text[40];
    const int size = std::snprintf(text, sizeof text, "%04d-%02u-%02uT%02d:%02d:%02d.%03dZ", static_cast<int>(date.year()),
                                   static_cast<unsigned>(date.month()), static_cast<unsigned>(date.day()),
                                   static_cast<int>(time.hours().count()), static_cast<int>(time.minutes().count()),
                                   static_cast<int>(time.seconds().count()), static_cast<int>(time.subseconds().count()));
    line.append(text, static_cast<std::size_t>(size));
}

void append_field(std::string& line, std::string_view name, const Value& value) {
    line += ",\"";
    line += name;
    line += "\":";
    value.append_to(line);
}

/// The line up to its event; its fields come after.
std::string begin_line(Instant at, Level level, std::string_view event) {
    std::string line = "{\"instante\":\"";
    append_instant(line, at);
    line += "\",\"nivel\":";
    append_quoted(line, name_of(level));
    line += ",\"evento\":";
    append_quoted(line, event);
    return line;
}

void end_line(std::string& line, const Sink& sink) {
    line += "}";
    scrub(line);
    line += '\n';
    sink(line);
}

bool is_token(std::string_view text) {
    bool digit = false, letter = false;
    for (const char c : text) {
        const bool is_digit = c >= '0' && c <= '9';
        const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
        if (!is_digit && !is_letter && c != '-' && c != '_') return false;
        digit |= is_digit;
        letter |= is_letter;
    }
    return digit && letter && text.size() >= 8 && text.size() <= 64;
}

}  // namespace

std::string_view name_of(Level level) {
    switch (level) {
        case Level::debug: return "depuracao";
        case Level::info: return "info";
        case Level::warning: return "aviso";
        case Level::error: return "erro";
    }
    return {};
}

Opaque::Opaque(std::string_view text) : text_(is_uuid(text) || is_token(text) ? text : kHidden) {}
Technical::Technical(std::string_view text) : text_(without_values(text)) {}

void Value::append_to(std::string& line) const {
    char buffer[32];
    switch (kind_) {
        case Kind::truth: line += integer_ ? "true" : "false"; break;
        case Kind::integer: append_number(line, buffer, std::to_chars(buffer, std::end(buffer), integer_).ptr); break;
        case Kind::natural: append_number(line, buffer, std::to_chars(buffer, std::end(buffer), natural_).ptr); break;
        case Kind::real:
            // Six digits: enough for a measure, too few for a document.
            if (std::isfinite(real_)) line.append(buffer, std::to_chars(buffer, std::end(buffer), real_, std::chars_format::general, 6).ptr);
            else line += "null";
            break;
        case Kind::text: append_quoted(line, text_); break;
        case Kind::masked:
            line += '"';
            line.append(text_.size() - 2, '*');
            line += text_.substr(text_.size() - 2);
            line += '"';
            break;
    }
}

void Logger::write(Level level, Literal event, std::initializer_list<Field> fields) const {
    if (level < least_) return;
    auto line = begin_line(clock_->now(), level, event.text());
    for (const auto& field : fields) append_field(line, field.name.text(), field.value);
    end_line(line, sink_);
}

void Logger::failure(Literal event, const Error& error, std::initializer_list<Field> fields) const {
    const auto level = error.kind == ErrorKind::internal || error.kind == ErrorKind::unavailable ? Level::error : Level::warning;
    if (level < least_) return;
    auto line = begin_line(clock_->now(), level, event.text());
    append_field(line, "codigo", error.code);
    line += ",\"especie\":";
    append_quoted(line, kind_name(error.kind));
    if (!error.detail.empty()) append_field(line, "detalhe", technical(error.detail));
    for (const auto& field : fields) append_field(line, field.name.text(), field.value);
    end_line(line, sink_);
}

Sink to_descriptor(int descriptor) {
    return [descriptor](std::string_view line) {
        while (!line.empty()) {
            const auto wrote = ::write(descriptor, line.data(), line.size());
            if (wrote < 0 && errno == EINTR) continue;
            if (wrote <= 0) return;  // A full disk must not stop the work it would have told about.
            line.remove_prefix(static_cast<std::size_t>(wrote));
        }
    };
}

Result<Sink> to_file(const std::string& path) {
    const int descriptor = ::open(path.c_str(), O_WRONLY | O_CREAT | O_APPEND | O_CLOEXEC, 0640);
    if (descriptor < 0)
        return Error{ErrorKind::unavailable, "LOG-0001", "O arquivo de registro não pôde ser aberto. Confira a pasta e a permissão."};
    const std::shared_ptr<int> open(new int(descriptor), [](int* owned) { ::close(*owned); delete owned; });
    return Sink([open, write = to_descriptor(descriptor)](std::string_view line) { write(line); });
}

}  // namespace aroeira::log
