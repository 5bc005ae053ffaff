// SPDX-License-Identifier: Apache-2.0
#include "platform/http/assets.hpp"

#include <algorithm>
#include <array>
#include <cstdio>
#include <functional>

#include "platform/http/target.hpp"

namespace aroeira::http {
namespace {

constexpr std::size_t kHashLength = 8;

struct MediaType {
    std::string_view extension, type;
};
constexpr std::array kMediaTypes{
    MediaType{"html", "text/html; charset=utf-8"},
    MediaType{"js", "text/javascript; charset=utf-8"},
    MediaType{"mjs", "text/javascript; charset=utf-8"},
    MediaType{"css", "text/css; charset=utf-8"},
    MediaType{"json", "application/json; charset=utf-8"},
    MediaType{"map", "application/json; charset=utf-8"},
    MediaType{"svg", "image/svg+xml"},
    MediaType{"png", "image/png"},
    MediaType{"jpg", "image/jpeg"},
    MediaType{"jpeg", "image/jpeg"},
    MediaType{"webp", "image/webp"},
    MediaType{"gif", "image/gif"},
    MediaType{"ico", "image/x-icon"},
    MediaType{"woff2", "font/woff2"},
    MediaType{"woff", "font/woff"},
    MediaType{"ttf", "font/ttf"},
    MediaType{"txt", "text/plain; charset=utf-8"},
    MediaType{"webmanifest", "application/manifest+json"},
    MediaType{"wasm", "application/wasm"},
    MediaType{"pdf", "application/pdf"},
};

std::string_view last_segment(std::string_view path) { return path.substr(path.rfind('/') + 1); }

/// The bundler writes `name-HASH.ext` with eight letters or digits.
bool holds_hash(std::string_view name) {
    const auto file = last_segment(name);
    const auto dash = file.find_last_of('-');
    if (dash == file.npos) return false;
    const auto hash = file.substr(dash + 1, std::min(file.find('.', dash), file.size()) - dash - 1);
    return hash.size() == kHashLength &&
           std::all_of(hash.begin(), hash.end(),
                       [](char c) {
                           return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') ||
                                  (c >= 'a' && c <= 'z');
                       }) &&
           std::any_of(hash.begin(), hash.end(), [](char c) { return c < 'a'; });
}

}  // namespace

std::string_view content_type_of(std::string_view file_name) {
    const auto name = last_segment(file_name);
    const auto dot = name.rfind('.');
    if (dot != name.npos)
        for (const auto& known : kMediaTypes)
            if (equal_ignoring_case(known.extension, name.substr(dot + 1))) return known.type;
    return "application/octet-stream";
}

Assets::Assets(std::span<const embedded::File> files) {
    for (const auto& file : files) {
        Asset asset{.bytes = file.bytes, .content_type = content_type_of(file.name)};
        // Only to tell one content from another: it guards nothing, so a quick hash is enough.
        char tag[24];
        std::snprintf(tag, sizeof tag, "\"%016zx", std::hash<std::string_view>{}(file.bytes));
        asset.etag = std::string(tag) + "\"";
        asset.etag_gzip = std::string(tag) + "-gz\"";
        asset.immutable = holds_hash(file.name);
        by_name_.emplace(file.name, std::move(asset));
    }
    for (const auto& file : files) {
        if (!file.name.ends_with(".gz")) continue;
        const auto plain = by_name_.find(file.name.substr(0, file.name.size() - 3));
        if (plain != by_name_.end()) plain->second.gzip = file.bytes;
    }
    if (const auto index = by_name_.find("index.html"); index != by_name_.end())
        index_ = &index->second;
}

const Asset* Assets::find(std::string_view path) const {
    if (path.empty() || path.front() != '/') return nullptr;
    path.remove_prefix(1);
    if (const auto found = by_name_.find(path); found != by_name_.end()) return &found->second;
    return last_segment(path).find('.') == path.npos ? index_ : nullptr;
}

bool accepts_gzip(std::string_view accept_encoding) {
    bool any = false;
    while (!accept_encoding.empty()) {
        const auto end = std::min(accept_encoding.find(','), accept_encoding.size());
        auto item = accept_encoding.substr(0, end);
        accept_encoding.remove_prefix(std::min(end + 1, accept_encoding.size()));
        const auto semicolon = std::min(item.find(';'), item.size());
        const auto name = trimmed(item.substr(0, semicolon));
        auto quality = trimmed(item.substr(std::min(semicolon + 1, item.size())));
        const bool refused =
            quality.starts_with("q=0") && quality.find_first_of("123456789", 3) == quality.npos;
        if (equal_ignoring_case(name, "gzip")) return !refused;
        if (name == "*") any = !refused;
    }
    return any;
}

bool matches_etag(std::string_view if_none_match, std::string_view etag) {
    while (!if_none_match.empty()) {
        const auto end = std::min(if_none_match.find(','), if_none_match.size());
        auto item = trimmed(if_none_match.substr(0, end));
        if_none_match.remove_prefix(std::min(end + 1, if_none_match.size()));
        if (item.starts_with("W/")) item.remove_prefix(2);
        if (item == etag || item == "*") return true;
    }
    return false;
}

}  // namespace aroeira::http
