// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "platform/xml/xml.hpp"

namespace aroeira::xml {
namespace {

bool fits(char c) {
    const auto byte = static_cast<unsigned char>(c);
    return byte >= 0x20 || c == '\t' || c == '\n' || c == '\r';
}

/// What stands for a character that XML reads as something else; "" when it stands for itself.
std::string_view escape(char c, bool quoted) {
    switch (c) {
        case '<': return "&lt;";
        case '>': return "&gt;";
        case '&': return "&amp;";
        case '\r': return "&#13;";  // A reader would turn it into a line feed.
        case '"': return quoted ? "&quot;" : "";
        case '\n': return quoted ? "&#10;" : "";
        case '\t': return quoted ? "&#9;" : "";
        default: return fits(c) ? "" : "\xef\xbf\xbd";
    }
}

}  // namespace

bool fits(std::string_view text) {
    return std::all_of(text.begin(), text.end(), [](char c) { return fits(c); });
}

void Writer::end_tag() {
    if (in_tag_) out_ += '>';
    in_tag_ = false;
}

void Writer::put(std::string_view value, bool quoted) {
    std::size_t from = 0;
    for (std::size_t i = 0; i < value.size(); ++i) {
        const auto instead = escape(value[i], quoted);
        if (instead.empty()) continue;
        out_.append(value, from, i - from);
        out_ += instead;
        from = i + 1;
    }
    out_.append(value, from);
}

void Writer::open(std::string_view name) {
    INVARIANT(depth_ < kDepth, "an XML of ours is not this deep");
    end_tag();
    out_ += '<';
    out_ += name;
    names_[depth_++] = name;
    in_tag_ = true;
}

void Writer::attribute(std::string_view name, std::string_view value) {
    INVARIANT(in_tag_, "an attribute belongs to an opening tag");
    out_ += ' ';
    out_ += name;
    out_ += "=\"";
    put(value, true);
    out_ += '"';
}

void Writer::text(std::string_view value) {
    if (value.empty()) return;
    end_tag();
    put(value, false);
}

void Writer::close() {
    INVARIANT(depth_ > 0, "an element is closed once");
    const auto name = names_[--depth_];
    if (in_tag_) {
        out_ += "/>";
        in_tag_ = false;
        return;
    }
    out_ += "</";
    out_ += name;
    out_ += '>';
}

}  // namespace aroeira::xml
