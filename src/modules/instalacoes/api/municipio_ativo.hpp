// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/identifiers.hpp"

namespace aroeira::instalacoes {

/// A município this installation serves.
struct MunicipioAtivo {
    Ibge ibge;
    std::string nome{};
    std::string uf{};
    std::string fuso{};  ///< IANA name, e.g. "America/Belem".
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

/// Minutes to add to UTC. Brazil has had no daylight saving time since 2019.
/// Errors: `invalid_input` INST-0002 for a zone outside Brazil.
/// Source: Lei 11.662/2008, Lei 12.876/2013 and Decreto 9.772/2019; IANA tz database.
Result<int> utc_offset_minutes(std::string_view fuso);

/// A município as the national table has it.
struct NationalMunicipio {
    std::string nome{};
    std::string uf{};
    std::string fuso{};
};

/// The national table of municípios. Implemented in app/wiring over `tabelas`.
class NationalMunicipios {
public:
    virtual ~NationalMunicipios() = default;
    [[nodiscard]] virtual std::optional<NationalMunicipio> find(const Ibge& ibge) const = 0;
};

}  // namespace aroeira::instalacoes
