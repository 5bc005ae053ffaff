// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/instalacoes/domain/server_link.hpp"
#include "modules/instalacoes/operations/security.hpp"

namespace aroeira::instalacoes {

/// How this installation is called and reached.
struct ServerName {
    std::string nome{};
    std::string link{};  ///< "" when nobody said.
    int port = 80;
    std::int64_t versao = 0;
};

/// Errors: `unavailable` DB-0004; `internal` INST-0008.
Result<ServerName> read_server(const MayConfigure& granted, const Services& services);

/// «Servidor da instalação»: its name, also for other installations, and its link, also in the e-mails.
/// Errors: `invalid_input` INST-0015, by field; `conflict` INST-0009. Source: manual, 3.1.3.
Result<ServerName> save_server(const MayConfigure& granted, std::string nome, std::string_view link, std::int64_t versao, const Services& services);

}  // namespace aroeira::instalacoes
