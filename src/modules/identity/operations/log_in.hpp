// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/open_session.hpp"

namespace aroeira::identity {

struct LoginAttempt {
    Cpf cpf;
    std::string_view password;
    std::string_view address;
    std::string_view replaced_token{};  ///< The session cookie the request came with, if any.
};

/// Lets a person in by CPF and password.
///
/// Errors: `unauthenticated` ACESSO-0010 (wrong; the same for an unknown CPF, in words and in time),
///         ACESSO-0011 (locked), ACESSO-0012 (address); `forbidden` ACESSO-0014 (no acesso). Each
///         leaves an audit row.
/// Source: manual PEC 3.1.2; SBIS NGS1.02.13 and NGS1.02.16.
/// Cost:   one Argon2id and two commits.
Result<Entered> log_in(const LoginAttempt& login, const Services& services);

}  // namespace aroeira::identity
