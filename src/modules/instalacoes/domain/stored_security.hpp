// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <array>

#include "modules/identity/api/security.hpp"
#include "modules/instalacoes/domain/stores.hpp"

namespace aroeira::instalacoes {

/// «Período máximo de inatividade»: 30 minutos, 1 hora, 2 horas, 3 horas, 4 horas. Source: manual, 3.1.2.
inline constexpr std::array<std::int64_t, 5> kIdleOptions{30, 60, 120, 180, 240};
bool is_idle_option(std::int64_t minutes);
bool is_failures_option(std::int64_t count);  ///< 1 Tentativa … 10 Tentativas.
bool is_months_option(std::int64_t months);   ///< 1 Mês … 6 Meses.

inline constexpr std::string_view kNever = "nunca", kCnsEsus = "cns_esus", kLink = "link";
inline constexpr std::string_view kFromAdministrators = "administradores", kFromNobody = "ninguem";

/// The limits of identity as the installation chose them in «Segurança». A value outside the manual's options counts as not chosen, so that
/// neither control can be switched off by a row.
class StoredSecuritySettings final : public identity::SecuritySettings {
public:
    explicit StoredSecuritySettings(SettingsStore& settings) : settings_(settings) {}
    Result<identity::SecurityPolicy> policy() override;
    Result<bool> administrators_prove() override;
    Result<identity::OnlineReceiving> online_receiving() override;

private:
    SettingsStore& settings_;
};

}  // namespace aroeira::instalacoes
