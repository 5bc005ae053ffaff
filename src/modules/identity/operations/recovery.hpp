// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "base/identifiers.hpp"
#include "platform/mail/mail.hpp"

namespace aroeira::identity {

/// How letters of this installation go out.
struct LetterWay {
    mail::Server server{};
    std::string from{};
    std::string nome{};  ///< Of the installation.
    std::string link{};  ///< Of the installation, without a slash at the end.
};

/// What «Esqueci minha senha» asks of the installation and of the registry of professionals. Implemented in
/// app/wiring; each opens its own transaction.
class Recovery {
public:
    virtual ~Recovery() = default;
    /// Whether letters can go out at all. Errors: `unavailable` DB-0004.
    virtual Result<bool> available() = 0;
    /// Nothing while they cannot. Errors: `unavailable` DB-0004; `internal` INST-0018.
    virtual Result<std::optional<LetterWay>> way() = 0;
    /// "" when nobody knows it. Errors: `unavailable` DB-0004.
    virtual Result<std::string> email_of(const Cpf& cpf) = 0;
};

}  // namespace aroeira::identity
