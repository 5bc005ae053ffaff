// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/open_session.hpp"

namespace aroeira::identity {

struct FirstAccess {
    std::string_view code;   ///< Of the one-time link.
    Cpf cpf;
    std::string_view nome{};  ///< Only of the first administrator.
    std::string_view password;
    std::string_view address;
};

/// Uses a one-time link: a person chooses her password and is inside; the link of a new installation
/// makes its first administrador da instalação.
///
/// Errors: `invalid_input` ACESSO-0020 (password), ACESSO-0035 (name), ACESSO-0037 (link used, expired
///         or of another person: which one, it does not say); `unauthenticated` ACESSO-0012 (address).
Result<Entered> use_first_access(const FirstAccess& access, const Services& services);

/// Errors: `invalid_input` ACESSO-0035 when a text is no name of a person.
Result<void> check_person_name(std::string_view name);

}  // namespace aroeira::identity
