// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/domain/stored_security.hpp"

#include <charconv>

namespace aroeira::instalacoes {
namespace {

std::optional<int> number_of(const std::optional<std::string>& text) {
    if (!text) return std::nullopt;
    int number = 0;
    const auto done = std::from_chars(text->data(), text->data() + text->size(), number);
    if (done.ec != std::errc() || done.ptr != text->data() + text->size()) return std::nullopt;
    return number;
}

}  // namespace

Result<identity::SecurityPolicy> StoredSecuritySettings::policy() {
    identity::SecurityPolicy policy;
    AROEIRA_TRY(const auto idle, settings_.value(keys::kIdleMinutes));
    AROEIRA_TRY(const auto failures, settings_.value(keys::kFailuresMax));
    if (const auto minutes = number_of(idle))
        for (const int option : {30, 60, 120, 180, 240})
            if (*minutes == option) policy.idle_max = std::chrono::minutes(option);
    if (const auto count = number_of(failures); count && *count >= 1 && *count <= 10) policy.failures_max = *count;
    return policy;
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
