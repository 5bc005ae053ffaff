// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace aroeira::fichas {

/// What the rules of a ficha ask of the CNES: does the sender exist here? A port: the registry of
/// establishments implements it, and so does a CNES file given on the command line.
/// Cost: called some times per ficha; answers from memory.
class Catalogo {
public:
    virtual ~Catalogo() = default;
    /// The município is active in this installation.
    [[nodiscard]] virtual bool has_municipio(std::string_view ibge) const = 0;
    /// The establishment belongs to the município.
    [[nodiscard]] virtual bool has_unidade(std::string_view ibge, std::string_view cnes) const = 0;
    /// The team belongs to the município, in any of its establishments.
    [[nodiscard]] virtual bool has_equipe(std::string_view ibge, std::string_view ine) const = 0;
    /// The professional has a link to the município.
    [[nodiscard]] virtual bool has_profissional(std::string_view ibge, std::string_view cns) const = 0;
    [[nodiscard]] virtual bool has_profissional_cpf(std::string_view ibge, std::string_view cpf) const = 0;
};

}  // namespace aroeira::fichas
