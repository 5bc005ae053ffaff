// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/embedded.hpp"

namespace aroeira::http {

/// A file of the browser application, with everything its answer needs made beforehand.
struct Asset {
    std::string_view bytes;
    std::string_view gzip{};  ///< From `<name>.gz`; "" when there is none.
    std::string_view content_type;
    std::string etag{};  ///< Quoted; that of the gzip form ends in `-gz"`.
    std::string etag_gzip{};
    bool immutable = false;  ///< The name holds a hash of the content: may be kept for a year.
};

/// The files of the browser application by path.
class Assets {
public:
    explicit Assets(std::span<const embedded::File> files);
    /// The file at `path` ("/" is index.html); index.html for a path whose last segment has no dot,
    /// because there the browser application draws the page. Nothing otherwise.
    [[nodiscard]] const Asset* find(std::string_view path) const;

private:
    std::unordered_map<std::string_view, Asset> by_name_;
    const Asset* index_ = nullptr;
};

/// True when the Accept-Encoding value takes gzip. Source: RFC 9110, 12.5.3.
bool accepts_gzip(std::string_view accept_encoding);
/// True when the If-None-Match value names `etag`. Source: RFC 9110, 13.1.2.
bool matches_etag(std::string_view if_none_match, std::string_view etag);
std::string_view content_type_of(std::string_view file_name);

}  // namespace aroeira::http
