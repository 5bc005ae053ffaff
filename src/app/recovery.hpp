// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/recovery.hpp"
#include "platform/crypto/crypto.hpp"
#include "platform/db/session.hpp"

namespace aroeira::app {

/// «Esqueci minha senha» over the SMTP server of the installation and the e-mails of the professionals.
class InstallationRecovery final : public identity::Recovery {
public:
    InstallationRecovery(db::Database& database, const crypto::Vault& vault) : database_(database), vault_(vault) {}
    Result<bool> available() override;
    Result<std::optional<identity::LetterWay>> way() override;
    Result<std::string> email_of(const Cpf& cpf) override;

private:
    db::Database& database_;
    const crypto::Vault& vault_;
};

}  // namespace aroeira::app
