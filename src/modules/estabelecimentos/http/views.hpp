// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <vector>

#include "modules/estabelecimentos/domain/importacao.hpp"
#include "platform/json/json.hpp"

/// What the CNES screens read: one struct per JSON shape, and how it is filled.
namespace aroeira::estabelecimentos::views {

struct ImportacaoAceita {
    std::string importacao{};
    std::string trabalho{};
    static constexpr auto fields = std::tuple{json::field("importacao", &ImportacaoAceita::importacao),
                                              json::field("trabalho", &ImportacaoAceita::trabalho)};
};

/// One line of «Histórico de Importações».
struct Importacao {
    std::string id{};
    std::string municipio{};
    std::string municipio_nome{};
    std::string arquivo{};
    std::string versao{};
    std::string data_arquivo{};
    bool simulada = false;
    std::string situacao{};
    std::string mensagem{};
    std::int64_t iniciada_ms = 0;
    std::optional<std::int64_t> concluida_ms{};
    std::string responsavel{};
    std::optional<std::string> trabalho{};
    static constexpr auto fields = std::tuple{
        json::field("id", &Importacao::id), json::field("municipio", &Importacao::municipio, "Código IBGE."),
        json::field("municipio_nome", &Importacao::municipio_nome), json::field("arquivo", &Importacao::arquivo),
        json::field("versao", &Importacao::versao, "Do leiaute; vazio até o arquivo ser lido."),
        json::field("data_arquivo", &Importacao::data_arquivo, "AAAA-MM-DD."), json::field("simulada", &Importacao::simulada),
        json::field("situacao", &Importacao::situacao, "", "aguardando|executando|concluida|falhou|cancelada"),
        json::field("mensagem", &Importacao::mensagem, "Por que o arquivo foi recusado."),
        json::field("iniciada_ms", &Importacao::iniciada_ms), json::field("concluida_ms", &Importacao::concluida_ms),
        json::field("responsavel", &Importacao::responsavel), json::field("trabalho", &Importacao::trabalho)};
};

struct Importacoes {
    std::vector<Importacao> itens{};
    static constexpr auto fields = std::tuple{json::field("itens", &Importacoes::itens)};
};

/// The line and its report, as one object.
struct ImportacaoCompleta : Importacao, Relatorio {
    static constexpr auto fields = std::tuple_cat(Importacao::fields, Relatorio::fields);
};

/// Errors: `internal` JSON-… when the kept report cannot be read.
Result<ImportacaoCompleta> whole_of(const estabelecimentos::Importacao& importacao, std::string municipio_nome);
Importacao of(const estabelecimentos::Importacao& importacao, std::string municipio_nome);

}  // namespace aroeira::estabelecimentos::views
