// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string_view>

namespace aroeira::instalacoes {

/// What the password of the e-mail is sealed with: it opens nowhere else.
inline constexpr std::string_view kMailSenhaContext = "configuracao.email.senha";

}  // namespace aroeira::instalacoes
