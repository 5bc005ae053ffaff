// SPDX-License-Identifier: Apache-2.0
#include "app/keys.hpp"

#include "modules/instalacoes/module.hpp"

namespace aroeira::app {
namespace {

constexpr std::string_view kSetting = "instalacao.chaves";

}  // namespace

Result<void> check_keys(db::Database& database, const crypto::Vault& vault) {
    // Of the first key, so that a rotation changes nothing here.
    const auto mine = vault.fingerprint("aroeira", "app.chaves");
    std::optional<std::string> known;
    AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(known, instalacoes::SqlSettingsStore(session).value(kSetting));
        return {};
    }));
    // Nodes that begin at once on a new database: the first to write decides, and the others see it.
    if (!known)
        AROEIRA_CHECK(database.write([&](db::Session& session) -> Result<void> {
            instalacoes::SqlSettingsStore settings(session);
            AROEIRA_CHECK(settings.put_first(kSetting, mine));
            AROEIRA_TRY(known, settings.value(kSetting));
            return {};
        }));
    if (*known == mine) return {};
    return Error{ErrorKind::conflict, "APP-0002",
                 "As chaves deste diretório de dados não são as deste banco de dados. Copie o diretório «chaves» de outro nó da "
                 "instalação, ou da cópia de segurança, e inicie de novo."};
}

}  // namespace aroeira::app
