// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "base/identifiers.hpp"
#include "modules/identity/api/permission.hpp"

namespace aroeira::http { struct Request; }

namespace aroeira::identity {

struct Usuario;
using UsuarioId = Id<Usuario>;

/// Who the program itself is when it does at its hour what nobody asked for: `Actor::key` of such an act.
inline constexpr std::string_view kRoutineKey = "rotina";

/// Who acts, as the gate found out: a person in a browser session, a credencial de integração, the
/// operator at the machine's own console, or the program at its hour.
struct Actor {
    enum class Kind : std::uint8_t { person, credencial, console, routine };
    Kind kind = Kind::person;
    std::string key{};                ///< usuario id, credencial id, "console" or `kRoutineKey`. Opaque, may be logged.
    std::string name{};               ///< For screens and "responsável"; never for a log.
    std::string perfil{};             ///< Name of the active perfil.
    std::optional<Ibge> municipio{};  ///< Absent for the administrador da instalação.
    std::string address{};            ///< Remote address, for the audit.
};

/// Proof that the gate let this actor do this thing. Only `Gate` can make one, so an operation that
/// asks for it in its signature cannot be reached around the gate: not by a new route, not by a job.
template <Permission P>
class Granted {
public:
    [[nodiscard]] const Actor& actor() const noexcept { return actor_; }
    /// The one município the actor is bound to, or `asked` when the actor may work on any.
    /// Errors: `forbidden` ACESSO-0005 when `asked` is another's; `invalid_input` ACESSO-0006 when none is known.
    [[nodiscard]] Result<Ibge> municipio(const std::optional<Ibge>& asked = std::nullopt) const {
        if (actor_.municipio && asked && *asked != *actor_.municipio)
            return Error{ErrorKind::forbidden, "ACESSO-0005", "Seu acesso não alcança este município."};
        if (actor_.municipio) return *actor_.municipio;
        if (asked) return *asked;
        return Error{ErrorKind::invalid_input, "ACESSO-0006", "Escolha o município."};
    }

private:
    friend class Gate;
    explicit Granted(Actor actor) : actor_(std::move(actor)) {}
    Actor actor_;
};

/// The one door. Implemented by identity; every route handler passes through it.
class Gate {
public:
    virtual ~Gate() = default;

    /// From the session cookie (person) or JSESSIONID (credencial) of a request; checks CSRF on
    /// methods that write. Opens its own transaction, so never from inside another.
    /// Errors: `unauthenticated` ACESSO-0001; `forbidden` ACESSO-0002 (permission), ACESSO-0003
    /// (CSRF), ACESSO-0004 (no acesso chosen yet), ACESSO-0007 (the password must be changed first).
    /// Each refusal leaves an audit row.
    template <Permission P>
    [[nodiscard]] Result<Granted<P>> grant(const http::Request& request) {
        AROEIRA_TRY(auto actor, allow(P, request));
        return Granted<P>(std::move(actor));
    }
    /// For a job: the permission is asked again for the one who started it, in the município of the
    /// job (none: any of that person's acessos that has it). Opens its own transaction.
    /// Errors: `forbidden` ACESSO-0002.
    template <Permission P>
    [[nodiscard]] Result<Granted<P>> resume(std::string_view actor_key,
                                            const std::optional<Ibge>& municipio = std::nullopt) {
        AROEIRA_TRY(auto actor, allow_again(P, actor_key, municipio));
        return Granted<P>(std::move(actor));
    }
    /// For `aroeira …` commands: whoever can open the data directory is the operator.
    template <Permission P>
    [[nodiscard]] Granted<P> console() {
        return Granted<P>(Actor{.kind = Actor::Kind::console, .key = "console", .name = "Linha de comando", .perfil = "console"});
    }

protected:
    virtual Result<Actor> allow(Permission permission, const http::Request& request) = 0;
    virtual Result<Actor> allow_again(Permission permission, std::string_view actor_key,
                                      const std::optional<Ibge>& municipio) = 0;
};

}  // namespace aroeira::identity
