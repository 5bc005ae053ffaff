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

}  // namespace aroeira::identity
