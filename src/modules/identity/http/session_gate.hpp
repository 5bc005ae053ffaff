// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/check_session.hpp"
#include "platform/http/http.hpp"

namespace aroeira::identity {

constexpr std::string_view kPersonCookie = "aroeira_sessao";
constexpr std::string_view kSystemCookie = "JSESSIONID";

/// What the request shows of itself. A person's cookie counts before a system's.
Presented presented_by(const http::Request& request);

/// The gate over sessions in the database. Safe from any thread.
class SessionGate final : public Gate {
public:
    explicit SessionGate(const Services& services) : services_(services) {}

    /// The person of the request, for what needs no permission ("autenticado"): her own session.
    /// Errors: `unauthenticated` ACESSO-0001, also for a credencial; `forbidden` ACESSO-0003.
    ///         `forbidden` ACESSO-0009 while the second factor is to be proven.
    [[nodiscard]] Result<Sessao> person(const http::Request& request) const;
    /// The same for what is done before the second factor is proven: to prove it, to see where one is, to leave.
    [[nodiscard]] Result<Sessao> person_half_inside(const http::Request& request) const;

    /// For ServerOptions::admit: whether the one who begins to send a large body may use the route.
    /// Errors: as `grant`.
    [[nodiscard]] Result<void> admit(const http::Route& route, const http::Request& request);

private:
    Result<Actor> allow(Permission permission, const http::Request& request) override;
    Result<Actor> allow_again(Permission permission, std::string_view actor_key, const std::optional<Ibge>& municipio) override;

    const Services& services_;
};

}  // namespace aroeira::identity
