// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/identifiers.hpp"

namespace aroeira::instalacoes {

/// A município this installation serves.
struct MunicipioAtivo {
    Ibge ibge;
    std::string nome{};
    std::string uf{};
    std::string fuso{};  ///< IANA name, e.g. "America/Belem".
    int utc_offset_minutes = -180;  ///< To add to UTC. Brazil has had no summer time since 2019.
};

/// Which municípios are active here.
class MunicipiosAtivos {
public:
    virtual ~MunicipiosAtivos() = default;
    /// Nothing when it is not active here.
    virtual Result<std::optional<MunicipioAtivo>> find(const Ibge& ibge) = 0;
    /// In the order of their names.
    virtual Result<std::vector<MunicipioAtivo>> list() = 0;

    /// Errors: `not_found` INST-0001 when it is not active here.
    Result<MunicipioAtivo> require(const Ibge& ibge);
};

/// A município as the national table has it.
struct NationalMunicipio {
    std::string nome{};
    std::string uf{};
    std::string fuso{};
    int utc_offset_minutes = -180;
};

/// The national table of municípios. Implemented in app/wiring over `tabelas`.
class NationalMunicipios {
public:
    virtual ~NationalMunicipios() = default;
    [[nodiscard]] virtual std::optional<NationalMunicipio> find(const Ibge& ibge) const = 0;
};

}  // namespace aroeira::instalacoes
