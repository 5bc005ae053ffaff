// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "base/clock.hpp"
#include "base/identifiers.hpp"

namespace aroeira::identity {

/// A client certificate, as it is told from another. The key is with its owner only.
struct Certificado {
    std::string impressao{};  ///< SHA-256 of its DER, 64 hexadecimal digits.
    std::string titular{};
    Instant from{}, until{};  ///< Its validity.
};

/// User and secret of a third-party system for the API of recebimento.
struct Credencial {
    Id<Credencial> id;
    std::string nome{};          ///< What people call the system.
    std::string usuario{};       ///< What it logs in with.
    std::string segredo_hash{};  ///< SHA-256 of 256 random bits: nothing to guess, so nothing slow is needed.
    std::optional<Ibge> municipio{};
    bool ativa = true;
    Instant criada{};
    std::string criada_por{};
    std::optional<Instant> ultimo_uso{};
    std::optional<Certificado> certificado{};  ///< Which enters in place of the secret.
};
using CredencialId = Id<Credencial>;

class CredencialStore {
public:
    virtual ~CredencialStore() = default;
    virtual Result<void> insert(const Credencial& credencial) = 0;
    virtual Result<std::optional<Credencial>> find(const CredencialId& id) = 0;
    virtual Result<std::optional<Credencial>> find_by_usuario(std::string_view usuario) = 0;
    /// Those of a município, or all. The newest first.
    virtual Result<std::vector<Credencial>> list(const std::optional<Ibge>& municipio) = 0;
    /// False when it already was inactive.
    virtual Result<bool> inactivate(const CredencialId& id) = 0;
    virtual Result<std::optional<Credencial>> find_by_certificado(std::string_view impressao) = 0;
    /// In place of the one it had. `by`: Actor::key.
    virtual Result<void> set_certificado(const CredencialId& id, const Certificado& certificado, std::string_view by, Instant at) = 0;
    /// False when it had none.
    virtual Result<bool> remove_certificado(const CredencialId& id) = 0;
    virtual Result<void> set_used(const CredencialId& id, Instant at) = 0;
};

}  // namespace aroeira::identity
