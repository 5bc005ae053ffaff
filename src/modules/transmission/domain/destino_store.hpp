// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <vector>

#include "base/result.hpp"
#include "modules/transmission/domain/destino.hpp"

namespace aroeira::transmission {

/// Where destinos live.
class DestinoStore {
public:
    virtual ~DestinoStore() = default;

    /// Errors of every method: `unavailable` DB-0004; `not_found` TRANS-0010 where one destino is named.

    /// Those not removed: the Centralizador Nacional first, then by name.
    virtual Result<std::vector<Destino>> list() = 0;
    virtual Result<Destino> find(const DestinoId& id) = 0;
    virtual Result<void> insert(const Destino& destino) = 0;
    /// Only when there never was one of this id, not even one that was removed.
    virtual Result<void> insert_first(const Destino& destino) = 0;
    /// What an administrator may change: nome, endereço, protocolo, usuário, CA, janela, ativo.
    virtual Result<void> update(const Destino& destino) = 0;
    /// `sealed`: by the vault; "" takes it away.
    virtual Result<void> set_senha(const DestinoId& id, std::string_view sealed) = 0;
    /// Sealed; "" when there is none.
    virtual Result<std::string> senha(const DestinoId& id) = 0;
    /// With its sealed key; "" and "" take both away.
    virtual Result<void> set_certificado(const DestinoId& id, std::string_view pem, std::string_view sealed_key) = 0;
    /// Sealed; "" when there is none.
    virtual Result<std::string> chave(const DestinoId& id) = 0;
    /// Out of the list; its lotes keep its name.
    virtual Result<void> remove(const DestinoId& id) = 0;
    virtual Result<void> set_conexao(const DestinoId& id, const Conexao& conexao) = 0;
    virtual Result<void> set_tentativas(const DestinoId& id, const Tentativas& tentativas) = 0;
};

}  // namespace aroeira::transmission
