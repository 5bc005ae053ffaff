// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/instalacoes/api/responsavel.hpp"

namespace aroeira::instalacoes {

/// «Responsável» of a município.
struct Responsavel {
    std::string usuario{};
    Ibge base;
    std::string profissional{};
    std::string nome{};
    Instant desde{};
    std::int64_t versao = 0;
};

class ResponsavelStore {
public:
    virtual ~ResponsavelStore() = default;
    virtual Result<std::optional<Responsavel>> find(const Ibge& municipio) = 0;
    /// False when it was saved since `responsavel.versao`, and nothing changes.
    virtual Result<bool> put(const Ibge& municipio, const Responsavel& responsavel) = 0;
};

}  // namespace aroeira::instalacoes
