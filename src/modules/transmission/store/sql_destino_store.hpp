// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/transmission/domain/destino_store.hpp"
#include "platform/db/session.hpp"

namespace aroeira::transmission {

class SqlDestinoStore final : public DestinoStore {
public:
    explicit SqlDestinoStore(db::Session& session) : session_(session) {}
    Result<std::vector<Destino>> list() override;
    Result<Destino> find(const DestinoId& id) override;
    Result<void> insert(const Destino& destino) override;
    Result<void> insert_first(const Destino& destino) override;
    Result<void> update(const Destino& destino) override;
    Result<void> set_senha(const DestinoId& id, std::string_view sealed) override;
    Result<std::string> senha(const DestinoId& id) override;
    Result<void> set_certificado(const DestinoId& id, std::string_view pem, std::string_view sealed_key) override;
    Result<std::string> chave(const DestinoId& id) override;
    Result<void> remove(const DestinoId& id) override;
    Result<void> set_conexao(const DestinoId& id, const Conexao& conexao) override;
    Result<void> set_tentativas(const DestinoId& id, const Tentativas& tentativas) override;

private:
    Result<void> add(const db::Query& how, const Destino& destino);
    db::Session& session_;
};

}  // namespace aroeira::transmission
