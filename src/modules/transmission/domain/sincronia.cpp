// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/domain/sincronia.hpp"

namespace aroeira::transmission {

std::string_view name_of(Lado lado) {
    switch (lado) {
        case Lado::destino: return "destino";
        case Lado::remetente: return "remetente";
    }
    return {};
}

}  // namespace aroeira::transmission
