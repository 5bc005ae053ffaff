// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/operations/form.hpp"

#include <algorithm>

namespace aroeira::transmission {

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

}  // namespace aroeira::transmission
