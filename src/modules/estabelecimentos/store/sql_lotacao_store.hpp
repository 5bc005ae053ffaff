// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/domain/lotacoes.hpp"
#include "platform/db/session.hpp"

namespace aroeira::estabelecimentos {

/// Table `lotacao`, one at a time.
class SqlLotacaoStore final : public LotacaoStore {
public:
    explicit SqlLotacaoStore(db::Session& session) : session_(session) {}
    Result<std::vector<LotacaoNaLista>> of(const Ibge& municipio, std::string_view profissional) override;
    Result<std::optional<LotacaoNaLista>> find(const Ibge& municipio, std::string_view id) override;
    Result<void> insert(const Ibge& municipio, const LotacaoCadastrada& lotacao) override;
    Result<void> update(const Ibge& municipio, const LotacaoCadastrada& lotacao) override;
    Result<void> remove(const Ibge& municipio, std::string_view id) override;
    Result<void> set_com_acesso(const Ibge& municipio, std::string_view id, bool com_acesso) override;
    Result<std::int64_t> unsettled(const Ibge& municipio) override;
    Result<std::vector<UnsettledLotacao>> to_settle(const Ibge& municipio, std::string_view after, int limit) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::estabelecimentos
