// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/identifiers.hpp"
#include "modules/relatorios/domain/contador.hpp"
#include "modules/relatorios/domain/marcas.hpp"
#include "modules/relatorios/domain/periodo.hpp"

/// Errors of every method of these ports: `unavailable` DB-0004; others where said.
namespace aroeira::relatorios {

/// The numbers of one lotação in one day or month.
struct Soma {
    std::string relatorio{};
    Grao grao = Grao::dia;
    std::string periodo{};
    std::string cnes{}, ine{}, cbo{}, profissional{};
    friend auto operator<=>(const Soma&, const Soma&) = default;
};

/// Which rows a report adds up; "" takes any.
struct Filtro {
    std::string cnes{}, ine{}, cbo{}, profissional{};
};

class SomaStore {
public:
    virtual ~SomaStore() = default;
    /// Packed; "" when nothing is counted there.
    virtual Result<std::string> read(const Ibge& municipio, const Soma& soma) = 0;
    /// Nothing packed takes the row away.
    virtual Result<void> write(const Ibge& municipio, const Soma& soma, std::string_view packed) = 0;
    /// Cost: one statement, an index range.
    using Visit = std::function<void(const Soma& soma, std::string_view packed)>;
    virtual Result<void> each(const Ibge& municipio, std::string_view relatorio, const Trechos& trechos, const Filtro& filtro,
                              const Visit& visit) = 0;
    virtual Result<void> forget(const Ibge& municipio) = 0;
};

/// A ficha of a cadastro.
struct FichaDoCadastro {
    std::string uuid{};
    std::int64_t versao = 0;
    std::int64_t em_ms = 0;
    bool vigente = false;  ///< The one that is counted.
};

/// What is counted.
class ContadasStore {
public:
    virtual ~ContadasStore() = default;
    virtual Result<Marcas> marcas(const Ibge& municipio, std::string_view lote, std::int64_t bloco) = 0;
    virtual Result<void> save_marcas(const Ibge& municipio, std::string_view lote, std::int64_t bloco, const Marcas& marcas) = 0;
    virtual Result<std::vector<FichaDoCadastro>> cadastro(const Ibge& municipio, int tipo, std::string_view origem) = 0;
    virtual Result<void> save_cadastro(const Ibge& municipio, int tipo, std::string_view origem, const FichaDoCadastro& ficha) = 0;
    virtual Result<void> remove_cadastro(const Ibge& municipio, int tipo, std::string_view origem, std::string_view uuid) = 0;
    virtual Result<void> forget(const Ibge& municipio) = 0;
};

/// How far the reports of a município are.
struct Processamento {
    std::string edicao{};
    std::optional<Instant> processado{};
    std::optional<Instant> marcado{};
    std::int64_t marcadas = 0;
};

/// «Fator» of a report, as somebody chose it.
struct Fator {
    std::int64_t fator = 0;
    std::int64_t versao = 0;  ///< 0 while nobody chose.
};

class ControleStore {
public:
    virtual ~ControleStore() = default;
    virtual Result<Processamento> processamento(const Ibge& municipio) = 0;
    virtual Result<void> save_processamento(const Ibge& municipio, const Processamento& processamento) = 0;
    /// The job of a kind that was last asked for.
    virtual Result<std::optional<std::string>> trabalho(std::string_view tipo) = 0;
    virtual Result<void> set_trabalho(std::string_view tipo, std::string_view id) = 0;
    /// Nothing when nobody chose one.
    virtual Result<std::optional<Fator>> fator(std::string_view relatorio) = 0;
    /// Keeps it if its version is still `fator.versao`; false when somebody else changed it.
    virtual Result<bool> save_fator(std::string_view relatorio, const Fator& fator) = 0;
};

}  // namespace aroeira::relatorios
