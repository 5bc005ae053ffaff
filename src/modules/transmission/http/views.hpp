// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/transmission/operations/find_lotes.hpp"
#include "platform/json/json.hpp"

/// What the screens of Envio read: one struct per JSON shape, and how it is filled.
namespace aroeira::transmission::views {

struct GeracaoAceita {
    std::string trabalho{};
    static constexpr auto fields = std::tuple{json::field("trabalho", &GeracaoAceita::trabalho, "Trabalho que gera os lotes.")};
};

struct LoteEnviado {
    std::string id{};
    std::int64_t numero = 0;
    std::string destino{};
    std::string destino_nome{};
    std::string situacao{};
    std::string arquivo{};
    std::int64_t fichas = 0;
    std::int64_t tamanho = 0;
    std::string sha256{};
    std::int64_t criado_ms = 0;
    std::string responsavel{};
    static constexpr auto fields = std::tuple{
        json::field("id", &LoteEnviado::id), json::field("numero", &LoteEnviado::numero, "Sequencial na instalação."),
        json::field("destino", &LoteEnviado::destino), json::field("destino_nome", &LoteEnviado::destino_nome),
        json::field("situacao", &LoteEnviado::situacao, "", "gerado|salvo"),
        json::field("arquivo", &LoteEnviado::arquivo, "Nome com que o arquivo é salvo."), json::field("fichas", &LoteEnviado::fichas),
        json::field("tamanho", &LoteEnviado::tamanho, "Bytes."), json::field("sha256", &LoteEnviado::sha256, "Do arquivo, em hexadecimal."),
        json::field("criado_ms", &LoteEnviado::criado_ms, "Instante da geração, em milissegundos UTC."),
        json::field("responsavel", &LoteEnviado::responsavel)};
};

struct LinhaDoHistorico {
    std::int64_t instante_ms = 0;
    std::string ato{};
    std::string responsavel{};
    static constexpr auto fields = std::tuple{json::field("instante_ms", &LinhaDoHistorico::instante_ms),
                                              json::field("ato", &LinhaDoHistorico::ato, "", "gerado|salvo"),
                                              json::field("responsavel", &LinhaDoHistorico::responsavel)};
};

struct LoteEnviadoComHistorico {
    LoteEnviado lote{};
    std::vector<LinhaDoHistorico> historico{};
    static constexpr auto fields = std::tuple{json::field("lote", &LoteEnviadoComHistorico::lote),
                                              json::field("historico", &LoteEnviadoComHistorico::historico, "Do mais antigo ao mais novo.")};
};

struct LotesEnviados {
    std::vector<LoteEnviado> itens{};
    std::int64_t total = 0;
    std::int64_t pagina = 1;
    static constexpr auto fields = std::tuple{json::field("itens", &LotesEnviados::itens), json::field("total", &LotesEnviados::total),
                                              json::field("pagina", &LotesEnviados::pagina)};
};

LoteEnviado of(const transmission::LoteEnviado& lote);
LoteEnviadoComHistorico of(const LoteComHistorico& found);

}  // namespace aroeira::transmission::views
