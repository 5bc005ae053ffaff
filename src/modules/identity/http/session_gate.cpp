// SPDX-License-Identifier: Apache-2.0
#include "modules/identity/http/session_gate.hpp"

#include "modules/audit/api/act.hpp"
#include "modules/identity/operations/authorize.hpp"

namespace aroeira::identity {

namespace {

/// What this thread changes from now on is told of who was let in.
Result<Actor> known(Result<Actor> actor) {
    if (!actor) return actor;
    audit::Act act{.actor = actor->key, .address = actor->address};
    if (actor->municipio) act.municipio = std::string(actor->municipio->text());
    audit::ActScope::is_of(std::move(act));
    return actor;
}

}  // namespace

Presented presented_by(const http::Request& request) {
    auto token = request.cookie(kPersonCookie);
    if (token.empty()) token = request.cookie(kSystemCookie);
    return {.token = token, .csrf = request.header("x-csrf"), .writes = request.method != http::Method::get,
            .address = request.remote_address};
}

Result<Sessao> SessionGate::person(const http::Request& request) const {
    AROEIRA_TRY(auto sessao, person_half_inside(request));
    if (sessao.falta_codigo) return half_inside();
    return sessao;
}

Result<Sessao> SessionGate::person_half_inside(const http::Request& request) const {
    AROEIRA_TRY(auto sessao, check_session_and_csrf(presented_by(request), services_));
    if (!sessao.usuario)
        return Error{ErrorKind::unauthenticated, "ACESSO-0001", "Entre com CPF e senha para continuar."};
    return sessao;
}

Result<void> SessionGate::admit(const http::Route& route, const http::Request& request) {
    if (route.permission == "publico") return {};
    for (const auto permission : kPermissions) {
        if (name_of(permission) != route.permission) continue;
        AROEIRA_CHECK(allow(permission, request));
        return {};
    }
    AROEIRA_CHECK(person(request));
    return {};
}

// The audit row names what was refused by the permission, not by the path: a path may hold an id.
Result<Actor> SessionGate::allow(Permission permission, const http::Request& request) {
    return known(authorize(permission, presented_by(request), services_));
}

Result<Actor> SessionGate::allow_again(Permission permission, std::string_view actor_key, const std::optional<Ibge>& municipio) {
    return known(authorize_again(permission, actor_key, municipio, services_));
}

}  // namespace aroeira::identity
