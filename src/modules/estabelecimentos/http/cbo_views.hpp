// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/estabelecimentos/domain/ocupacoes.hpp"
#include "platform/json/json.hpp"

namespace aroeira::estabelecimentos::views {

struct Cbo {
    std::string cbo{};
    std::string titulo{};
    bool disponivel = true;
    std::optional<std::int64_t> intervalo_minutos{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{
        json::field("cbo", &Cbo::cbo), json::field("titulo", &Cbo::titulo),
        json::field("disponivel", &Cbo::disponivel, "Pode ser escolhido em uma lotação."),
        json::field("intervalo_minutos", &Cbo::intervalo_minutos, "Entre as consultas; ausente: a duração padrão do município."),
        json::field("versao", &Cbo::versao, "A enviar de volta ao editar.")};
};

struct Cbos {
    std::vector<Cbo> itens{};
    std::int64_t total = 0;
    static constexpr auto fields = std::tuple{json::field("itens", &Cbos::itens), json::field("total", &Cbos::total)};
};

struct CboEditado {
    std::optional<std::int64_t> intervalo_minutos{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("intervalo_minutos", &CboEditado::intervalo_minutos, "De 1 a 480; ausente: a duração padrão."),
                                              json::field("versao", &CboEditado::versao)};
};

inline Cbo of(const CboNaLista& one) {
    Cbo view{.cbo = one.decisao.cbo, .titulo = std::string(one.titulo), .disponivel = one.decisao.disponivel, .versao = one.decisao.versao};
    if (one.decisao.intervalo_minutos) view.intervalo_minutos = *one.decisao.intervalo_minutos;
    return view;
}

}  // namespace aroeira::estabelecimentos::views
