// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "modules/transmission/domain/sincronia.hpp"
#include "platform/json/json.hpp"

namespace aroeira::transmission::views {

struct Sincronia {
    std::string lado{};
    std::string nome{};
    std::int64_t desde = 0;
    std::int64_t dias = 0;
    bool atrasada = false;
    bool nunca = false;
    static constexpr auto fields = std::tuple{
        json::field("lado", &Sincronia::lado, "Se recebe de nós ou envia a nós.", "destino|remetente"),
        json::field("nome", &Sincronia::nome, "Vazio para quem só se conhece pelos arquivos."),
        json::field("desde", &Sincronia::desde, "Última sincronização, em milissegundos UTC; se nunca houve, o primeiro lote gerado."),
        json::field("dias", &Sincronia::dias, "Desde então."), json::field("atrasada", &Sincronia::atrasada, "Se passou do prazo."),
        json::field("nunca", &Sincronia::nunca)};
};

struct Sincronias {
    std::int64_t prazo_dias = kSincroniaMax.count();
    std::vector<Sincronia> itens{};
    static constexpr auto fields = std::tuple{json::field("prazo_dias", &Sincronias::prazo_dias),
                                              json::field("itens", &Sincronias::itens, "A que está há mais tempo sem sincronizar primeiro.")};
};

Sincronias of(const std::vector<transmission::Sincronia>& found, Instant now);

}  // namespace aroeira::transmission::views
