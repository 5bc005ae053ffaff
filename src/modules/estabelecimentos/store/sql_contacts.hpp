// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <functional>
#include <optional>
#include <string>

#include "base/identifiers.hpp"
#include "platform/db/session.hpp"

namespace aroeira::estabelecimentos {

/// The e-mail of an active professional of a município; "" when there is none.
/// Errors: `unavailable` DB-0004. Cost: one read by key.
Result<std::string> email_of(db::Session& session, const Ibge& municipio, const Cpf& cpf);

/// A professional of any município, as far as choosing one goes.
struct Contact {
    Ibge municipio;
    std::string id{};
    Cpf cpf;
    std::string nome{};
};

/// Calls `visit` with every active professional of the installation, in the order of the names as they are kept, until it
/// gives false. Errors: `unavailable` DB-0004. Cost: reads the names of all of them.
Result<void> each_contact(db::Session& session, const std::function<bool(const Contact&)>& visit);

/// Nothing when there is no such active professional. Errors: `unavailable` DB-0004.
Result<std::optional<Contact>> find_contact(db::Session& session, const Ibge& municipio, std::string_view id);

}  // namespace aroeira::estabelecimentos
