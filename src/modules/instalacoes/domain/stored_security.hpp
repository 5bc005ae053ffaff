// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/api/security.hpp"
#include "modules/instalacoes/domain/stores.hpp"

namespace aroeira::instalacoes {

/// The limits of identity as the installation chose them: «Período máximo de inatividade» and
/// «Máximo de tentativas». A value outside the manual's options counts as not chosen, so that
/// neither control can be switched off by a row.
class StoredSecuritySettings final : public identity::SecuritySettings {
public:
    explicit StoredSecuritySettings(SettingsStore& settings) : settings_(settings) {}
    Result<identity::SecurityPolicy> policy() override;
    Result<identity::OnlineReceiving> online_receiving() override;

private:
    SettingsStore& settings_;
};

}  // namespace aroeira::instalacoes
