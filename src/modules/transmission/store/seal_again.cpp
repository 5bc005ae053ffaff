// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/store/seal_again.hpp"

#include "modules/transmission/domain/sealed.hpp"
#include "modules/transmission/store/sql_destino_store.hpp"

namespace aroeira::transmission {

Result<std::int64_t> seal_again(db::Session& session, const crypto::Vault& vault) {
    SqlDestinoStore destinos(session);
    std::int64_t count = 0;
    AROEIRA_TRY(const auto all, destinos.list());
    for (const auto& destino : all) {
        AROEIRA_TRY(const auto senha, destinos.senha(destino.id));
        AROEIRA_TRY(const auto senha_anew, vault.sealed_anew(senha, senha_context(destino.id)));
        if (senha_anew) AROEIRA_CHECK(destinos.set_senha(destino.id, *senha_anew));
        AROEIRA_TRY(const auto chave, destinos.chave(destino.id));
        AROEIRA_TRY(const auto chave_anew, vault.sealed_anew(chave, chave_context(destino.id)));
        if (chave_anew) AROEIRA_CHECK(destinos.set_certificado(destino.id, destino.certificado_pem, *chave_anew));
        count += static_cast<int>(senha_anew.has_value()) + static_cast<int>(chave_anew.has_value());
    }
    return count;
}

}  // namespace aroeira::transmission
