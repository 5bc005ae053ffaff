// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/identifiers.hpp"
#include "modules/estabelecimentos/domain/listing.hpp"

/// The professionals of a município, who are the users of the system. Source: manual PEC 3.5.
namespace aroeira::estabelecimentos {

/// «Endereço Residencial».
struct Endereco {
    std::string cep{};
    std::string uf{};
    std::string cidade{};  ///< IBGE.
    std::string bairro{}, logradouro{}, numero{}, complemento{}, referencia{};
};

/// What a person types of a professional; "" for what is not known.
struct DadosProfissional {
    std::string cpf{};
    std::string cns{};
    std::string nome{};
    std::string nascimento{};  ///< AAAA-MM-DD.
    std::string sexo{};        ///< "F", "M" or "I" (ignorado); the CNES may also leave "N".
    std::string conselho{}, conselho_uf{}, registro{};
    std::string email{}, telefone{};
    Endereco endereco{};
};

enum class Origem : std::uint8_t { cnes, manual };
std::string_view name_of(Origem origem);
Origem origem_of(std::string_view name);

struct ProfissionalCadastrado {
    Uuid id;
    DadosProfissional dados{};
    Origem origem = Origem::manual;
    bool ativo = true;
    std::int64_t versao = 1;
};

struct ProfissionalNaLista {
    std::string id{};
    std::string nome{}, cpf{}, cns{};
    Origem origem = Origem::cnes;
    bool ativo = true;
};

struct ProfissionalFilter {
    std::string texto{};    ///< Words of the name, or the beginning of a CPF or of a CNS.
    bool inativos = false;
    std::int64_t page = 1;
};

/// Somebody else of the município with the CPF or the CNS.
struct Homonimo {
    std::string id{};
    std::string nome{};
};

/// Errors of every method: `unavailable` DB-0004.
class ProfissionalStore {
public:
    virtual ~ProfissionalStore() = default;
    /// In the order of their names. Cost: the page and a count, over an index of names.
    virtual Result<Page<ProfissionalNaLista>> list(const Ibge& municipio, const ProfissionalFilter& filter) = 0;
    virtual Result<std::optional<ProfissionalCadastrado>> find(const Ibge& municipio, std::string_view id) = 0;
    virtual Result<std::optional<Homonimo>> with_cpf(const Ibge& municipio, std::string_view cpf) = 0;
    virtual Result<std::optional<Homonimo>> with_cns(const Ibge& municipio, std::string_view cns) = 0;
    virtual Result<void> insert(const Ibge& municipio, const ProfissionalCadastrado& person) = 0;
    /// Over the version it carries. Errors: `conflict` PROF-0004 when another one is there.
    virtual Result<void> update(const Ibge& municipio, const ProfissionalCadastrado& person) = 0;
    virtual Result<void> set_ativo(const Ibge& municipio, std::string_view id, bool ativo) = 0;
    virtual Result<void> remove(const Ibge& municipio, std::string_view id) = 0;
};

/// What is wrong with what was typed, field by field; empty when nothing is. Who comes from the CNES may have
/// neither date of birth nor sex. `today` is AAAA-MM-DD.
std::vector<FieldError> problems_of(const DadosProfissional& dados, Origem origem, std::string_view today);

/// Without blanks at the ends, identifiers and telephone in digits alone, the state in capitals.
DadosProfissional tidy(DadosProfissional dados);

}  // namespace aroeira::estabelecimentos
