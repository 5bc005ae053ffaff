// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>

namespace aroeira::instalacoes {

/// «Link da instalação»: where people reach this installation.
struct ServerLink {
    std::string text{};  ///< "http://pec.municipio.gov.br:8080/esus", always with its scheme and without a slash at the end.
    int port = 80;       ///< Of the link, or the default: 80, and 443 when it begins with https://.
};

/// A link as a person types it: an address or an IP, perhaps with a scheme, a port and a path.
/// Nothing for any other text. Source: manual, 3.1.3.
std::optional<ServerLink> server_link_of(std::string_view typed);

}  // namespace aroeira::instalacoes
