// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/domain/stored_security.hpp"

#include <algorithm>

#include "modules/instalacoes/domain/number.hpp"

namespace aroeira::instalacoes {

bool is_idle_option(std::int64_t minutes) { return std::find(kIdleOptions.begin(), kIdleOptions.end(), minutes) != kIdleOptions.end(); }
bool is_failures_option(std::int64_t count) { return count >= 1 && count <= 10; }
bool is_months_option(std::int64_t months) { return months >= 1 && months <= 6; }

Result<identity::SecurityPolicy> StoredSecuritySettings::policy() {
    identity::SecurityPolicy policy;
    AROEIRA_TRY(const auto idle, settings_.value(keys::kIdleMinutes));
    AROEIRA_TRY(const auto failures, settings_.value(keys::kFailuresMax));
    if (const auto minutes = number_of(idle))
        if (is_idle_option(*minutes)) policy.idle_max = std::chrono::minutes(*minutes);
    if (const auto count = number_of(failures); count && is_failures_option(*count)) policy.failures_max = *count;
    AROEIRA_TRY(const auto age, settings_.value(keys::kPasswordMonths));
    AROEIRA_TRY(const auto redefinition, settings_.value(keys::kRedefinition));
    AROEIRA_TRY(const auto senha_inicial, settings_.value(keys::kSenhaInicial));
    if (age == kNever) policy.password_months = std::nullopt;
    else if (const auto months = number_of(age); months && is_months_option(*months)) policy.password_months = static_cast<int>(*months);
    policy.redefinition = number_of(redefinition).value_or(0);
    if (senha_inicial == kCnsEsus) policy.senha_inicial = identity::SenhaInicial::cns_esus;
    AROEIRA_TRY(policy.administrators_prove, administrators_prove());
    return policy;
}

Result<bool> StoredSecuritySettings::administrators_prove() {
    AROEIRA_TRY(const auto kept, settings_.value(keys::kAdministratorsProve));
    return kept == kFromAdministrators;
}

Result<identity::OnlineReceiving> StoredSecuritySettings::online_receiving() {
    identity::OnlineReceiving receiving;
    AROEIRA_TRY(const auto enabled, settings_.value(keys::kOnlineReceiving));
    AROEIRA_TRY(auto moved_to, settings_.value(keys::kMovedTo));
    receiving.enabled = enabled.value_or("sim") != "nao";
    receiving.moved_to = moved_to.value_or("");
    return receiving;
}

}  // namespace aroeira::instalacoes
