// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <string>
#include <vector>

#include "modules/imunobiologicos/domain/lote.hpp"
#include "platform/json/json.hpp"

/// What the screen «Lotes de Imunobiológicos» sends and reads.
namespace aroeira::imunobiologicos::views {

struct Opcao {
    std::string codigo{};
    std::string nome{};
    static constexpr auto fields = std::tuple{json::field("codigo", &Opcao::codigo), json::field("nome", &Opcao::nome)};
};

struct Tabelas {
    std::vector<Opcao> imunobiologicos{};
    std::vector<Opcao> fabricantes{};
    static constexpr auto fields = std::tuple{json::field("imunobiologicos", &Tabelas::imunobiologicos, "Do LEDI, por nome."),
                                              json::field("fabricantes", &Tabelas::fabricantes, "Pelo código da RNDS, por nome.")};
};

struct LoteDeImunobiologico {
    std::string id{};
    Opcao imunobiologico{};
    std::string lote{};
    Opcao fabricante{};
    std::string validade{};
    bool ativo = true;
    bool vencido = false;
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{
        json::field("id", &LoteDeImunobiologico::id), json::field("imunobiologico", &LoteDeImunobiologico::imunobiologico),
        json::field("lote", &LoteDeImunobiologico::lote), json::field("fabricante", &LoteDeImunobiologico::fabricante),
        json::field("validade", &LoteDeImunobiologico::validade, "AAAA-MM-DD; vale até o fim do dia."), json::field("ativo", &LoteDeImunobiologico::ativo),
        json::field("vencido", &LoteDeImunobiologico::vencido, "Hoje, no município."), json::field("versao", &LoteDeImunobiologico::versao)};
};

struct Lotes {
    std::vector<LoteDeImunobiologico> itens{};
    std::int64_t total = 0;
    static constexpr auto fields = std::tuple{json::field("itens", &Lotes::itens), json::field("total", &Lotes::total)};
};

struct LoteNovo {
    std::string imunobiologico{};
    std::string lote{};
    std::string fabricante{};
    std::string validade{};
    static constexpr auto fields = std::tuple{json::field("imunobiologico", &LoteNovo::imunobiologico, "Código do LEDI."), json::field("lote", &LoteNovo::lote),
                                              json::field("fabricante", &LoteNovo::fabricante, "Código da RNDS."), json::field("validade", &LoteNovo::validade, "AAAA-MM-DD.")};
};

struct LoteEditado {
    std::string imunobiologico{};
    std::string lote{};
    std::string fabricante{};
    std::string validade{};
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("imunobiologico", &LoteEditado::imunobiologico), json::field("lote", &LoteEditado::lote),
                                              json::field("fabricante", &LoteEditado::fabricante), json::field("validade", &LoteEditado::validade),
                                              json::field("versao", &LoteEditado::versao, "A que se leu; quem grava sobre outra recebe 409.")};
};

struct SituacaoDoLote {
    bool ativo = true;
    std::int64_t versao = 0;
    static constexpr auto fields = std::tuple{json::field("ativo", &SituacaoDoLote::ativo), json::field("versao", &SituacaoDoLote::versao)};
};

/// `today`: AAAA-MM-DD in the município; "" when it does not matter.
LoteDeImunobiologico of(const Lote& lote, std::string_view today);
template <class View>
LoteForm form_of(const View& view);
Tabelas all_tables();

}  // namespace aroeira::imunobiologicos::views
