// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <map>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"

namespace aroeira::estabelecimentos {

struct NomeDeUnidade {
    std::string cnes{};
    std::string nome{};
};
struct NomeDeEquipe {
    std::string cnes{};
    std::string ine{};
    std::string nome{};
};
struct NomeDeProfissional {
    std::string id{};
    std::string nome{};
};
/// Where somebody works, and by which CNS the fichas know who it is.
struct LotacaoNoQuadro {
    std::string cnes{};
    std::string ine{};  ///< "" without a team.
    std::string cbo{};
    std::string cns{};
};

/// Who works where in a município, by name: for who chooses from lists and for who shows codes to people.
/// Errors of every method: `unavailable` DB-0004.
class Quadro {
public:
    virtual ~Quadro() = default;
    /// Active and inactive, by name: fichas stay when a unit closes.
    virtual Result<std::vector<NomeDeUnidade>> unidades(const Ibge& municipio) = 0;
    virtual Result<std::vector<NomeDeEquipe>> equipes(const Ibge& municipio) = 0;
    /// The occupations of the lotações.
    virtual Result<std::vector<std::string>> cbos(const Ibge& municipio) = 0;
    /// Whose name holds `busca`, by name; at most `limit`. "" of `cnes` takes any unit.
    virtual Result<std::vector<NomeDeProfissional>> profissionais(const Ibge& municipio, std::string_view cnes, std::string_view busca, int limit) = 0;
    /// Nothing when there is none.
    virtual Result<std::optional<std::string>> cns_of(const Ibge& municipio, std::string_view profissional) = 0;
    /// Name by CNS; those nobody knows are not in it.
    virtual Result<std::map<std::string, std::string>> names_of(const Ibge& municipio, std::span<const std::string> cnss) = 0;
    virtual Result<std::optional<LotacaoNoQuadro>> lotacao(const Ibge& municipio, std::string_view lotacao) = 0;
};

}  // namespace aroeira::estabelecimentos
