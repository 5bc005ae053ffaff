// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <string_view>
#include <vector>

namespace aroeira::transmission {

/// A multipart/form-data body whose boundary is in none of its parts.
class Form {
public:
    void add(std::string_view name, std::string_view content, std::string_view file_name = {});
    [[nodiscard]] std::string content_type() const;
    [[nodiscard]] std::string body() const;

private:
    struct Part {
        std::string header;
        std::string content;
    };
    [[nodiscard]] std::string boundary() const;
    std::vector<Part> parts_{};
};

}  // namespace aroeira::transmission
