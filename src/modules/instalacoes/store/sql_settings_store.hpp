// SPDX-License-Identifier: Apache-2.0
#pragma once
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
    Result<std::int64_t> version(std::string_view group) override;
    Result<void> advance(std::string_view group, std::int64_t seen) override;
    Result<void> put_first(std::string_view key, std::string_view value) override;
    Result<void> put_processing_hours(const ProcessingHours& hours) override;
    Result<int> transmission_start_minutes() override;
    Result<void> put_transmission_start(int minutes) override;
    Result<bool> internet_enabled() override;
    Result<int> requests_max() override;
    Result<InstallationCard> card() override;
    Result<void> put_card(const InstallationCard& card) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::instalacoes
