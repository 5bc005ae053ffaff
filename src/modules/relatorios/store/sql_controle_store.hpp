// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/relatorios/domain/stores.hpp"
#include "platform/db/session.hpp"

namespace aroeira::relatorios {

class SqlControleStore final : public ControleStore {
public:
    explicit SqlControleStore(db::Session& session) : session_(session) {}
    Result<Processamento> processamento(const Ibge& municipio) override;
    Result<void> save_processamento(const Ibge& municipio, const Processamento& processamento) override;
    Result<std::optional<std::string>> trabalho(std::string_view tipo) override;
    Result<void> set_trabalho(std::string_view tipo, std::string_view id) override;
    Result<std::optional<Fator>> fator(std::string_view relatorio) override;
    Result<bool> save_fator(std::string_view relatorio, const Fator& fator) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::relatorios
