// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/identifiers.hpp"

namespace aroeira::instalacoes {

/// A professional of the local base.
struct LocalProfessional {
    Ibge base;                ///< In whose registry he is.
    std::string id{};
    Cpf cpf;
    std::string nome{};
};

/// The professionals of the local base, in the caller's transaction. Implemented in app/wiring over the registry.
class LocalProfessionals {
public:
    virtual ~LocalProfessionals() = default;
    /// The active ones whose name has every word of `folded`; each CPF once, by name; at most `limit`.
    virtual Result<std::vector<LocalProfessional>> with_name(std::string_view folded, std::size_t limit) = 0;
    virtual Result<std::optional<LocalProfessional>> find(const Ibge& base, std::string_view id) = 0;
};

/// The acessos of administrador municipal, in the caller's transaction. Implemented in app/wiring over identity.
class MunicipalAdministrators {
public:
    virtual ~MunicipalAdministrators() = default;
    /// The person has the acesso from now on, and is a usuário if she was not. Gives her usuario id.
    virtual Result<std::string> give(const Cpf& cpf, std::string_view nome, const Ibge& municipio) = 0;
    /// Who works with it chooses again at the next request.
    virtual Result<void> take(std::string_view usuario, const Ibge& municipio) = 0;
};

}  // namespace aroeira::instalacoes
