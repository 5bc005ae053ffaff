// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/instalacoes/operations/security.hpp"
#include "platform/http/http.hpp"
#include "platform/json/json.hpp"

namespace aroeira::instalacoes {

/// What the routes of «Configurações da instalação» share: who asks, and what may be asked.
struct SettingsRoom {
    identity::Gate& gate;
    const Services& services;
    const Outside& outside;

    [[nodiscard]] Result<MayConfigure> grant(const http::Request& request) const {
        return gate.grant<identity::Permission::instalacao_configurar>(request);
    }
    template <class View>
    static http::Response answer(const View& view, int status = 200) { return http::json(json::text_of(view), status); }
};

}  // namespace aroeira::instalacoes
