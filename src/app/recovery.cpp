// SPDX-License-Identifier: Apache-2.0
#include "app/recovery.hpp"

#include "modules/estabelecimentos/store/sql_contacts.hpp"
#include "modules/instalacoes/module.hpp"

namespace aroeira::app {

Result<bool> InstallationRecovery::available() {
    bool available = false;
    AROEIRA_CHECK(database_.read([&](db::Session& session) -> Result<void> {
        instalacoes::SqlSettingsStore settings(session);
        AROEIRA_TRY(available, instalacoes::mail_enabled(settings));
        return {};
    }));
    return available;
}

Result<std::optional<identity::LetterWay>> InstallationRecovery::way() {
    std::optional<identity::LetterWay> way;
    AROEIRA_CHECK(database_.read([&](db::Session& session) -> Result<void> {
        instalacoes::SqlSettingsStore settings(session);
        AROEIRA_TRY(auto box, instalacoes::mailbox(settings, vault_));
        way.reset();
        if (box) way = identity::LetterWay{std::move(box->way.server), std::move(box->way.from), std::move(box->nome), std::move(box->link)};
        return {};
    }));
    return way;
}

Result<std::string> InstallationRecovery::email_of(const Cpf& cpf) {
    std::string email;
    AROEIRA_CHECK(database_.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(const auto municipios, instalacoes::SqlMunicipioStore(session).list());
        email.clear();
        for (const auto& municipio : municipios) {
            AROEIRA_TRY(auto found, estabelecimentos::email_of(session, municipio.ibge, cpf));
            if (!found.empty()) email = std::move(found);
            if (!email.empty()) break;
        }
        return {};
    }));
    return email;
}

}  // namespace aroeira::app
