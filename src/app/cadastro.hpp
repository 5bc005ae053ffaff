// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <memory>
#include <mutex>
#include <set>
#include <string>

#include "modules/estabelecimentos/module.hpp"
#include "modules/fichas/api/catalogo.hpp"
#include "modules/fichas/module.hpp"
#include "platform/db/session.hpp"

/// Where recebimento meets the registry of establishments.
namespace aroeira::app {

/// The registry of one município, as the rules of a ficha ask for it. Of any other it knows nothing.
class CatalogoDoMunicipio final : public fichas::Catalogo {
public:
    CatalogoDoMunicipio(std::string ibge, estabelecimentos::CadastroPtr cadastro)
        : ibge_(std::move(ibge)), cadastro_(std::move(cadastro)) {}
    [[nodiscard]] bool has_municipio(std::string_view ibge) const override { return ibge == ibge_; }
    [[nodiscard]] bool has_unidade(std::string_view ibge, std::string_view cnes) const override {
        return ibge == ibge_ && cadastro_->has_unidade(cnes);
    }
    [[nodiscard]] bool has_equipe(std::string_view ibge, std::string_view ine) const override {
        return ibge == ibge_ && cadastro_->has_equipe(ine);
    }
    [[nodiscard]] bool has_profissional(std::string_view ibge, std::string_view cns) const override {
        return ibge == ibge_ && cadastro_->has_profissional(cns);
    }
    [[nodiscard]] bool has_profissional_cpf(std::string_view ibge, std::string_view cpf) const override {
        return ibge == ibge_ && cadastro_->has_profissional_cpf(cpf);
    }

private:
    std::string ibge_;
    estabelecimentos::CadastroPtr cadastro_;
};

/// The registries in memory, each read again when another import, of any node, took its place. Safe from any thread.
class Cadastros {
public:
    struct Kept {
        std::string edition{};  ///< The import it came from; "" before the first one.
        estabelecimentos::CadastroPtr cadastro{};
    };
    explicit Cadastros(db::Database& database) : database_(database) {}
    /// Errors: `unavailable` DB-0004.
    Result<Kept> of(const Ibge& municipio);
    /// The edition in force for a transaction. Errors: `unavailable` DB-0004.
    static Result<std::string> edition_of(db::Session& session, const Ibge& municipio);

private:
    db::Database& database_;
    std::mutex mutex_;
    std::map<Ibge, Kept> kept_;
};

/// Names of units, for the screens of recebimento.
class UnidadeNames final : public fichas::UnidadeNames {
public:
    explicit UnidadeNames(db::Database& database) : database_(database) {}
    std::string name_of(const Ibge& municipio, std::string_view cnes) override;

private:
    db::Database& database_;
};

}  // namespace aroeira::app
