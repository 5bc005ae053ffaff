// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/api/security.hpp"
#include "modules/instalacoes/domain/stores.hpp"
#include "platform/db/session.hpp"

namespace aroeira::instalacoes {

/// Table `configuracao`, the rows of the whole installation.
class SqlSettingsStore final : public SettingsStore {
public:
    explicit SqlSettingsStore(db::Session& session) : session_(session) {}
    Result<std::optional<std::string>> value(std::string_view key) override;
    Result<void> put(std::string_view key, std::string_view value) override;
    Result<ProcessingHours> processing_hours() override;
    Result<void> put_processing_hours(const ProcessingHours& hours) override;

private:
    db::Session& session_;
};

/// The limits of identity as the installation chose them: «Período máximo de inatividade» and
/// «Máximo de tentativas». A value outside the manual's options counts as not chosen, so that
/// neither control can be switched off by a row.
class StoredSecuritySettings final : public identity::SecuritySettings {
public:
    explicit StoredSecuritySettings(SettingsStore& settings) : settings_(settings) {}
    Result<identity::SecurityPolicy> policy() override;

private:
    SettingsStore& settings_;
};

}  // namespace aroeira::instalacoes
