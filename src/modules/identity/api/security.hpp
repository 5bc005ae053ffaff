// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <cstdint>
#include <optional>
#include <string>

#include "base/identifiers.hpp"

namespace aroeira::identity {

/// How somebody who has no password yet, or whose password an administrator resets, enters. Source: our decision 1.
enum class SenhaInicial : std::uint8_t {
    link,      ///< A one-time link.
    cns_esus,  ///< The CNS followed by "esus": anybody who knows the CNS knows it.
};

/// The limits of entering and staying. The defaults hold where the installation says nothing.
/// Source: manual PEC 3.1.2 «Segurança» (inatividade 30 min–4 h, 1–10 tentativas, 1–6 meses); our decisions 2 and 3.
struct SecurityPolicy {
    std::chrono::minutes idle_max{30};
    std::chrono::hours session_max{12};
    std::int64_t failures_max = 5;           ///< Consecutive wrong passwords before the lock.
    std::int64_t address_failures_max = 100; ///< Wrong passwords of one address in `address_window`.
    std::chrono::minutes address_window{10};
    std::int64_t sessions_max = 10;          ///< Open at once per person; the oldest ends.
    std::optional<int> password_months = 6;  ///< Age at which a password must be changed; nothing: never.
    std::int64_t redefinition = 0;           ///< How often everybody was asked to choose another password.
    SenhaInicial senha_inicial = SenhaInicial::link;
    bool administrators_prove = false;       ///< Who administers works only with the second factor on.
};

/// Whether this installation receives fichas from third-party systems over the network.
struct OnlineReceiving {
    bool enabled = true;
    std::string moved_to{};  ///< The address of the installation that took its place; "" when none did.
};

/// What identity asks of the installation. Implemented by `instalacoes`.
class SecuritySettings {
public:
    virtual ~SecuritySettings() = default;
    /// Errors: `unavailable` DB-0004.
    virtual Result<SecurityPolicy> policy() = 0;
    /// The same of the policy, for what every request asks. Errors: `unavailable` DB-0004.
    virtual Result<bool> administrators_prove() = 0;
    /// Errors: `unavailable` DB-0004.
    virtual Result<OnlineReceiving> online_receiving() = 0;
};

/// The names a screen shows for an acesso.
struct Place {
    std::optional<std::string> municipio_nome{};
    std::optional<std::string> unidade{};
    std::optional<std::string> equipe{};
    std::optional<std::string> cbo{};
};

/// What other modules know of where people work. Implemented in app/stores.hpp over the modules that own it.
class Places {
public:
    virtual ~Places() = default;
    /// Members nobody knows stay empty. Errors: `unavailable` DB-0004.
    virtual Result<Place> describe(const std::optional<Ibge>& municipio, const std::optional<std::string>& lotacao) = 0;
    /// The CNS of the professional of this CPF; "" for who has none there. Errors: `unavailable` DB-0004.
    virtual Result<std::string> cns_of(const Ibge& municipio, const Cpf& cpf) = 0;
};

}  // namespace aroeira::identity
