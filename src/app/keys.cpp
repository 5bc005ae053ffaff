// SPDX-License-Identifier: Apache-2.0
#include "app/keys.hpp"

#include "modules/audit/module.hpp"
#include "modules/identity/store/seal_again.hpp"
#include "modules/instalacoes/module.hpp"
#include "modules/instalacoes/store/seal_again.hpp"
#include "modules/transmission/store/seal_again.hpp"

namespace aroeira::app {
namespace {

constexpr std::string_view kSetting = "instalacao.chaves";
constexpr std::string_view kNewest = "instalacao.chave_nova";  // Its public key, in base64.

/// Whether this node has the key that secrets are sealed with now.
Result<bool> has_newest(instalacoes::SqlSettingsStore settings, const crypto::Vault& vault) {
    AROEIRA_TRY(const auto newest, settings.value(kNewest));
    if (!newest) return true;
    AROEIRA_TRY(const auto key, crypto::from_base64(*newest));
    return vault.holds(key);
}

}  // namespace

Result<void> check_keys(db::Database& database, const crypto::Vault& vault) {
    // Of the first key, so that a rotation changes nothing here.
    const auto mine = vault.fingerprint("aroeira", "app.chaves");
    std::optional<std::string> known;
    bool newest = false;
    AROEIRA_CHECK(database.read([&](db::Session& session) -> Result<void> {
        AROEIRA_TRY(newest, has_newest(instalacoes::SqlSettingsStore(session), vault));
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
    if (*known == mine && newest) return {};
    return Error{ErrorKind::conflict, "APP-0002",
                 "As chaves deste diretório de dados não são as deste banco de dados. Copie o diretório «chaves» de outro nó da "
                 "instalação, ou da cópia de segurança, e inicie de novo."};
}

Result<std::int64_t> rotate_keys(db::Database& database, crypto::Vault& vault, IdSource& ids, const Clock& clock) {
    AROEIRA_CHECK(vault.rotate());
    std::int64_t count = 0;
    AROEIRA_CHECK(database.write([&](db::Session& session) -> Result<void> {
        AROEIRA_CHECK(audit::SqlTrail(session, ids, clock).record({.event = audit::Event::configuracao_alterada, .actor = "console", .address = "", .entity = "configuracao",
                                                                   .entity_id = "chave_mestra"}));
        AROEIRA_TRY(const auto senhas, instalacoes::seal_again(session, vault));
        AROEIRA_TRY(const auto destinos, transmission::seal_again(session, vault));
        AROEIRA_TRY(const auto sementes, identity::seal_again(session, vault));
        count = senhas + destinos + sementes;
        return instalacoes::SqlSettingsStore(session).put(kNewest, crypto::to_base64(vault.public_key()));
    }));
    return count;
}

}  // namespace aroeira::app
