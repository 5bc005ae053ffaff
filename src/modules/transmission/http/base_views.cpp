// SPDX-License-Identifier: Apache-2.0
#include "modules/transmission/http/base_views.hpp"

namespace aroeira::transmission::views {

Sincronias of(const std::vector<transmission::Sincronia>& found, Instant now) {
    Sincronias view;
    for (const auto& one : found)
        view.itens.push_back({std::string(name_of(one.lado)), one.nome, to_ms(one.desde), std::chrono::floor<std::chrono::days>(now - one.desde).count(),
                              one.atrasada(now), one.nunca});
    return view;
}

}  // namespace aroeira::transmission::views
