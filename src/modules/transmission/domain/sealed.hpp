// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>

#include "modules/transmission/domain/destino.hpp"

/// What the secrets of a destino are sealed with, besides the key: moved to another place they do not open.
namespace aroeira::transmission {

inline std::string senha_context(const DestinoId& id) { return std::string(id.text()); }
inline std::string chave_context(const DestinoId& id) { return std::string(id.text()) + "/certificado"; }

}  // namespace aroeira::transmission
