// SPDX-License-Identifier: Apache-2.0
#include "modules/instalacoes/store/seal_again.hpp"

#include "modules/instalacoes/domain/sealed.hpp"
#include "modules/instalacoes/store/sql_settings_store.hpp"

namespace aroeira::instalacoes {

Result<std::int64_t> seal_again(db::Session& session, const crypto::Vault& vault) {
    SqlSettingsStore settings(session);
    AROEIRA_TRY(const auto kept, settings.value(keys::kMailSenha));
    AROEIRA_TRY(const auto sealed, crypto::from_base64(kept.value_or("")));
    AROEIRA_TRY(const auto anew, vault.sealed_anew(sealed, kMailSenhaContext));
    if (!anew) return 0;
    AROEIRA_CHECK(settings.put(keys::kMailSenha, crypto::to_base64(*anew)));
    return 1;
}

}  // namespace aroeira::instalacoes
