// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/domain/server_link.hpp"

#include <algorithm>

#include "base/text.hpp"
#include "modules/instalacoes/domain/number.hpp"

namespace aroeira::instalacoes {
namespace {

constexpr std::size_t kLinkBytesMax = 200;

bool is_letter_or_digit(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9'); }

/// A name, an IPv4 address, or an IPv6 one between brackets.
bool is_host(std::string_view host) {
    if (host.starts_with('[')) {
        const auto inside = host.substr(1, host.size() < 2 ? 0 : host.size() - 2);
        return host.ends_with(']') && inside.find(':') != inside.npos &&
               std::all_of(inside.begin(), inside.end(), [](char c) { return is_letter_or_digit(c) || c == ':' || c == '.'; });
    }
    if (host.empty() || host.front() == '.' || host.back() == '.' || host.front() == '-' || host.find("..") != host.npos) return false;
    if (!std::all_of(host.begin(), host.end(), [](char c) { return is_letter_or_digit(c) || c == '.' || c == '-'; })) return false;
    // Digits and dots alone are an address, and then a right one.
    if (host.find_first_not_of("0123456789.") != host.npos) return true;
    int octets = 0;
    for (std::size_t at = 0; at <= host.size(); ++octets) {
        const auto end = std::min(host.find('.', at), host.size());
        const auto octet = number_of(std::string(host.substr(at, end - at)));
        if (!octet || *octet > 255 || end - at > 3) return false;
        at = end + 1;
    }
    return octets == 4;
}

bool is_path(std::string_view path) {
    return std::all_of(path.begin(), path.end(), [](char c) { return is_letter_or_digit(c) || c == '/' || c == '-' || c == '_' || c == '.' || c == '~'; });
}

}  // namespace

std::optional<ServerLink> server_link_of(std::string_view typed) {
    auto rest = text::trim(typed);
    if (rest.empty() || rest.size() > kLinkBytesMax) return std::nullopt;
    std::string_view scheme = "http://";
    for (const std::string_view known : {"http://", "https://"})
        if (text::fold(rest.substr(0, known.size())) == known) {
            scheme = known;
            rest.remove_prefix(known.size());
            break;
        }
    ServerLink link{.port = scheme == "https://" ? 443 : 80};
    while (rest.ends_with('/')) rest.remove_suffix(1);
    const auto slash = std::min(rest.find('/'), rest.size());
    auto authority = rest.substr(0, slash);
    const auto path = rest.substr(slash);
    const auto bracket = authority.rfind(']');
    if (const auto colon = authority.rfind(':'); colon != authority.npos && (bracket == authority.npos || colon > bracket)) {
        const auto port = number_of(std::string(authority.substr(colon + 1)));
        if (!port || *port < 1 || *port > 65535 || authority.size() - colon > 6) return std::nullopt;
        link.port = static_cast<int>(*port);
        if (!is_host(authority.substr(0, colon)) || !is_path(path)) return std::nullopt;
    } else if (!is_host(authority) || !is_path(path)) {
        return std::nullopt;
    }
    link.text = std::string(scheme) + std::string(rest);
    return link;
}

}  // namespace aroeira::instalacoes
