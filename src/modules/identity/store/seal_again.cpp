// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/store/seal_again.hpp"

#include "modules/identity/store/sql_segundo_fator_store.hpp"

namespace aroeira::identity {

Result<std::int64_t> seal_again(db::Session& session, const crypto::Vault& vault) {
    SqlSegundoFatorStore fatores(session);
    std::int64_t count = 0;
    AROEIRA_TRY(auto all, fatores.all());
    for (auto& fator : all) {
        AROEIRA_TRY(auto anew, vault.sealed_anew(fator.semente, seed_context(fator.usuario)));
        if (!anew) continue;
        fator.semente = std::move(*anew);
        AROEIRA_CHECK(fatores.put(fator));
        ++count;
    }
    return count;
}

}  // namespace aroeira::identity
