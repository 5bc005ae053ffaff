// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"
#include "base/result.hpp"

namespace aroeira::estabelecimentos {

/// What others ask of a lotação.
struct LotacaoResumo {
    std::string id{};
    std::string profissional{};  ///< Id.
    std::string profissional_nome{};
    bool profissional_manual = false;  ///< Typed here, and not brought by the CNES.
    std::string cnes{}, unidade{};
    std::string cbo{}, cbo_titulo{};
    bool ativa = true;
    std::optional<int> intervalo_minutos{};  ///< Of the CBO in the município.
};

/// The lotações of each município. Errors of every method: `unavailable` DB-0004.
class Lotacoes {
public:
    virtual ~Lotacoes() = default;
    virtual Result<std::optional<LotacaoResumo>> summary(const Ibge& municipio, std::string_view lotacao) = 0;
    /// Of one professional, the active ones first.
    virtual Result<std::vector<LotacaoResumo>> of_profissional(const Ibge& municipio, std::string_view profissional) = 0;
};

}  // namespace aroeira::estabelecimentos
