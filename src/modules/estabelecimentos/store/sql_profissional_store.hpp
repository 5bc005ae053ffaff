// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/estabelecimentos/domain/profissionais.hpp"
#include "platform/db/session.hpp"

namespace aroeira::estabelecimentos {

/// Table `profissional`, one person at a time and in pages.
class SqlProfissionalStore final : public ProfissionalStore {
public:
    explicit SqlProfissionalStore(db::Session& session) : session_(session) {}
    Result<Page<ProfissionalNaLista>> list(const Ibge& municipio, const ProfissionalFilter& filter) override;
    Result<std::optional<ProfissionalCadastrado>> find(const Ibge& municipio, std::string_view id) override;
    Result<std::optional<Homonimo>> with_cpf(const Ibge& municipio, std::string_view cpf) override;
    Result<std::optional<Homonimo>> with_cns(const Ibge& municipio, std::string_view cns) override;
    Result<void> insert(const Ibge& municipio, const ProfissionalCadastrado& person) override;
    Result<void> update(const Ibge& municipio, const ProfissionalCadastrado& person) override;
    Result<void> set_ativo(const Ibge& municipio, std::string_view id, bool ativo) override;
    Result<void> remove(const Ibge& municipio, std::string_view id) override;

private:
    db::Session& session_;
};

}  // namespace aroeira::estabelecimentos
