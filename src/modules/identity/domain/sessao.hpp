// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <chrono>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "base/clock.hpp"
#include "modules/identity/domain/credencial.hpp"
#include "modules/identity/domain/usuario.hpp"

namespace aroeira::identity {

/// Somebody who is inside: a row of `sessao` with what the gate needs to know of its owner.
struct Sessao {
    std::string token_hash{};  ///< SHA-256 of the cookie, in hexadecimal.
    std::optional<UsuarioId> usuario{};        ///< Of a person.
    std::optional<CredencialId> credencial{};  ///< Of a third-party system.
    std::optional<Acesso> acesso{};            ///< The one a person works with now.
    std::string csrf{};
    std::string endereco{};
    Instant criada{};
    Instant vista{};
    Instant expira{};
    std::chrono::milliseconds inatividade{};
    std::optional<Instant> acesso_anterior{};  ///< When the person entered before this time.
    std::int64_t falhas_anteriores = 0;        ///< Wrong passwords just before this entry.
    bool falta_codigo = false;                 ///< The second factor is still to be proven: nothing else may be done.

    // What the owner is now, not when the session began.
    std::string nome{};
    bool ativo = true;
    bool trocar_senha = false;
    bool falta_segundo_fator = false;  ///< Administers, and has yet to turn on the second factor that is asked of who does.
    std::int64_t termo = 0;  ///< Version of the terms of use that was accepted; 0: none.
    std::optional<Ibge> municipio_da_credencial{};
    PermissionSet permissoes{};  ///< Of the acesso, as its perfil is now; filled by `check_session`.

    [[nodiscard]] std::string key() const {
        return std::string(usuario ? usuario->text() : credencial ? credencial->text() : std::string_view());
    }
};

/// Why a session is over at `now`, with `seen` the last time anybody heard of it.
enum class Ending { none, idle, too_old };
inline Ending ending_of(const Sessao& sessao, Instant seen, Instant now) {
    if (now >= sessao.expira) return Ending::too_old;
    if (now - seen >= sessao.inatividade) return Ending::idle;
    return Ending::none;
}

/// Open sessions.
class SessaoStore {
public:
    virtual ~SessaoStore() = default;
    virtual Result<void> insert(const Sessao& sessao) = 0;
    /// Cost: one statement, reads by primary keys only.
    virtual Result<std::optional<Sessao>> find(std::string_view token_hash) = 0;
    /// The same session under another token, CSRF token and acesso. False when it ended meanwhile.
    virtual Result<bool> rotate(std::string_view token_hash, const Sessao& renewed) = 0;
    /// True for the one who ended it.
    virtual Result<bool> remove(std::string_view token_hash) = 0;
    virtual Result<void> remove_others(const UsuarioId& usuario, std::string_view keep_token_hash) = 0;
    virtual Result<void> remove_of_credencial(const CredencialId& credencial) = 0;
    /// Of a person, the newest first, with nothing of their owner.
    virtual Result<std::vector<Sessao>> list(const UsuarioId& usuario) = 0;
    /// Ends the oldest of the same owner beyond `keep`, and those that nobody came back to for a day.
    virtual Result<void> trim(const Sessao& newest, std::int64_t keep, Instant now) = 0;
    virtual Result<void> set_seen(std::string_view token_hash, Instant at) = 0;
};

/// Wrong attempts by key, counted by one statement each so that no two can count as one.
class TentativaStore {
public:
    virtual ~TentativaStore() = default;
    /// Counts one attempt before it is tried, unless `limit` were already counted.
    /// Gives how many there are with this one, or nothing when the limit was reached.
    virtual Result<std::optional<std::int64_t>> reserve(std::string_view key, std::int64_t limit, Instant now) = 0;
    /// Counts one failure in a window that begins anew after `window`.
    virtual Result<void> count(std::string_view key, std::chrono::milliseconds window, Instant now) = 0;
    /// Failures of a window that has not ended.
    virtual Result<std::int64_t> counted(std::string_view key, std::chrono::milliseconds window, Instant now) = 0;
    virtual Result<void> forget(std::string_view key) = 0;
    /// Windows that ended long ago.
    virtual Result<void> sweep(Instant older_than) = 0;
};

}  // namespace aroeira::identity
