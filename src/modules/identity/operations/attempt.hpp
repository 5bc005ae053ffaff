// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/identity/operations/services.hpp"

namespace aroeira::identity {

/// One try of a password, counted before it is looked at: of a hundred at once no more than the
/// limit are ever compared, and each one counts.
struct Attempt {
    std::string key;             ///< In `tentativa`.
    std::int64_t number = 0;     ///< 1 for the first wrong one in a row.
    std::int64_t limit = 0;
    std::optional<Usuario> usuario{};  ///< Nothing when nobody has this CPF: the answer must not tell.
    std::string first_password{};      ///< Of who never had another, where the installation gives one; "": none.
};

/// Errors: `unauthenticated` ACESSO-0011 (locked) or ACESSO-0012 (too many from this address), each
///         with its audit row.
Result<Attempt> begin_attempt(const Cpf& cpf, std::string_view address, const Services& services);

/// Whether the password is this usuário's, or the first one he was given. Takes as long when there is no such usuário.
Result<bool> password_matches(const Attempt& attempt, std::string_view password, const Services& services);

/// Records a wrong password, locks the usuário at the limit, and waits longer the more there were.
/// Gives the Error to answer: `unauthenticated` ACESSO-0010, or ACESSO-0011 when this one locked.
Error end_wrong_attempt(const Attempt& attempt, std::string_view address, const Services& services);

/// `address` as attempts are counted: the /64 of an IPv6 one, because one machine owns all of it.
std::string address_key(std::string_view address);

/// Errors: `unauthenticated` ACESSO-0012.
Result<void> check_address(std::string_view address, const SecurityPolicy& policy, Ports& ports, Instant now);

}  // namespace aroeira::identity
