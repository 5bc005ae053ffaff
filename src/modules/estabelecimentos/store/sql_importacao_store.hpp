// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/domain/stores.hpp"
#include "platform/db/session.hpp"

namespace aroeira::estabelecimentos {

/// Tables `cnes_importacao` and `cnes_importacao_parte`.
class SqlImportacaoStore final : public ImportacaoStore {
public:
    explicit SqlImportacaoStore(db::Session& session) : session_(session) {}
    Result<void> insert(const Importacao& importacao) override;
    Result<void> insert_parte(const Importacao& importacao, int parte, std::string_view bytes) override;
    Result<std::string> read_partes(const Ibge& municipio, const ImportacaoId& id) override;
    Result<void> set_trabalho(const Ibge& municipio, const ImportacaoId& id, std::string_view trabalho) override;
    Result<void> set_executando(const Ibge& municipio, const ImportacaoId& id) override;
    Result<void> conclude(const Importacao& importacao) override;
    Result<std::optional<ImportacaoId>> cancel(const Ibge& municipio, std::string_view trabalho, Instant at) override;
    Result<void> end_abandoned(const Importacao& current) override;
    Result<Importacao> find(const std::optional<Ibge>& municipio, const ImportacaoId& id) override;
    Result<std::vector<Importacao>> list(const std::optional<Ibge>& municipio, int limit) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::estabelecimentos
