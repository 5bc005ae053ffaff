// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/instalacoes/operations/security.hpp"

namespace aroeira::instalacoes {

/// What the last test of the connection to the internet found.
struct ConnectionTest {
    Instant at{};
    bool ok = false;
    std::string detail{};  ///< pt-BR: the cause and the next step when it failed.
};

struct Connection {
    bool enabled = true;
    std::optional<ConnectionTest> tested{};
    std::int64_t versao = 0;
};

inline constexpr std::string_view kTestConnectionJob = "instalacao_testar_conexao";

/// Errors: `unavailable` DB-0004.
Result<Connection> read_connection(const MayConfigure& granted, const Services& services);

/// Habilita or desabilita the connection to the internet. What depends on it stops, and goes on when it is back.
/// Errors: `conflict` INST-0009. Source: manual, 3.1.1.
Result<Connection> switch_connection(const MayConfigure& granted, bool enabled, std::int64_t versao, const Services& services);

/// «Testar conexão com a internet»: a job, so that no request waits for who does not answer.
/// Errors: `conflict` INST-0012 when the connection is disabled, INST-0014 when a test is under way.
Result<jobs::TrabalhoId> ask_for_connection_test(const MayConfigure& granted, const Services& services, const Outside& outside);

/// The job: asks the address of the settings, and keeps what it found. Any answer of a server is a connection.
/// Its result is `{"situacao":"bem_sucedida"|"falhou","mensagem":…}`.
Result<std::string> test_connection(jobs::Context& job, const Services& services, const Outside& outside);

}  // namespace aroeira::instalacoes
