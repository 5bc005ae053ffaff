// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "modules/identity/api/granted.hpp"

namespace aroeira::identity {

/// The second factor of a person: codes of thirty seconds made from a seed that her telephone also has.
/// Source: RFC 6238.
struct SegundoFator {
    UsuarioId usuario;
    std::string semente{};         ///< Sealed.
    bool ativo = false;            ///< Only after the first right code.
    std::int64_t ultimo_passo = 0; ///< Of the last code taken: none before it, nor itself, is taken again.
};

/// What a seed is sealed with, besides the key.
inline std::string seed_context(const UsuarioId& usuario) { return "identity.segundo_fator/" + std::string(usuario.text()); }

/// Seeds and the codes of recovery.
class SegundoFatorStore {
public:
    virtual ~SegundoFatorStore() = default;
    virtual Result<std::optional<SegundoFator>> find(const UsuarioId& usuario) = 0;
    /// Of everybody.
    virtual Result<std::vector<SegundoFator>> all() = 0;
    /// Takes the place of what was there.
    virtual Result<void> put(const SegundoFator& fator) = 0;
    virtual Result<void> remove(const UsuarioId& usuario) = 0;
    /// True for the one who was first with this step.
    virtual Result<bool> use_step(const UsuarioId& usuario, std::int64_t step) = 0;
    virtual Result<void> put_recovery(const UsuarioId& usuario, const std::vector<std::string>& code_hashes) = 0;
    /// True once for each code.
    virtual Result<bool> take_recovery(const UsuarioId& usuario, std::string_view code_hash) = 0;
};

}  // namespace aroeira::identity
