// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/open_session.hpp"

namespace aroeira::identity {

struct ApiLogin {
    std::string_view usuario;
    std::string_view segredo;
    std::string_view address;
};

/// Lets a third-party system in by its credencial; what it gets is the value of JSESSIONID.
///
/// Errors: `invalid_input` ACESSO-0032 (user or secret wrong), ACESSO-0033 (credencial inactive, said
///         only to who has the secret), ACESSO-0038 (receiving is switched off), ACESSO-0039 (the
///         installation moved, with its new address); `unauthenticated` ACESSO-0012 (address).
/// Source: manual LEDI, API de recebimento, login.
/// Cost:   one SHA-256 and one commit.
Result<Entered> api_log_in(const ApiLogin& login, const Services& services);

/// What a system's connection showed of itself, and what is wrong with it.
enum class Shown : std::uint8_t { nothing, trusted, expired, not_yet_valid, other_authority, unfit };

struct CertificateLogin {
    Shown shown = Shown::nothing;
    std::string_view impressao{};  ///< As Certificado::impressao.
    std::string_view address{};
};

/// The same, by the client certificate registered with a credencial.
///
/// Errors: `unauthenticated` ACESSO-0053 (none shown), ACESSO-0054 (expired), ACESSO-0055 (not yet
///         valid), ACESSO-0056 (of an authority not accepted here, or not fit), ACESSO-0057 (of no
///         active credencial); ACESSO-0038, ACESSO-0039.
Result<Entered> api_log_in(const CertificateLogin& login, const Services& services);

}  // namespace aroeira::identity
