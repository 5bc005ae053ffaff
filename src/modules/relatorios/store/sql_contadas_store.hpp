// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/relatorios/domain/stores.hpp"
#include "platform/db/session.hpp"

namespace aroeira::relatorios {

class SqlContadasStore final : public ContadasStore {
public:
    explicit SqlContadasStore(db::Session& session) : session_(session) {}
    Result<Marcas> marcas(const Ibge& municipio, std::string_view lote, std::int64_t bloco) override;
    Result<void> save_marcas(const Ibge& municipio, std::string_view lote, std::int64_t bloco, const Marcas& marcas) override;
    Result<std::vector<FichaDoCadastro>> cadastro(const Ibge& municipio, int tipo, std::string_view origem) override;
    Result<void> save_cadastro(const Ibge& municipio, int tipo, std::string_view origem, const FichaDoCadastro& ficha) override;
    Result<void> remove_cadastro(const Ibge& municipio, int tipo, std::string_view origem, std::string_view uuid) override;
    Result<void> forget(const Ibge& municipio) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::relatorios
