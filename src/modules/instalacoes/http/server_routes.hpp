// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "modules/instalacoes/http/settings_room.hpp"

namespace aroeira::instalacoes {

/// «Servidores»: the name and the link of the installation, and its SMTP server.
std::vector<http::Route> server_routes(const SettingsRoom& room);

}  // namespace aroeira::instalacoes
