// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/clock.hpp"
#include "base/identifiers.hpp"
#include "platform/json/json.hpp"

namespace aroeira::estabelecimentos {

struct Importacao;
using ImportacaoId = Id<Importacao>;

enum class SituacaoImportacao : std::uint8_t { aguardando, executando, concluida, falhou, cancelada };
std::string_view name_of(SituacaoImportacao situacao);
SituacaoImportacao situacao_of(std::string_view name);

/// What an import did to the records of one kind.
struct Contagem {
    std::int64_t novas = 0, atualizadas = 0, inativadas = 0, inalteradas = 0, rejeitadas = 0;
    static constexpr auto fields = std::tuple{
        json::field("novas", &Contagem::novas), json::field("atualizadas", &Contagem::atualizadas),
        json::field("inativadas", &Contagem::inativadas), json::field("inalteradas", &Contagem::inalteradas),
        json::field("rejeitadas", &Contagem::rejeitadas)};
};

/// A record that was not imported, as the report tells it.
struct NaoImportado {
    std::string tipo{};
    std::string chave{};
    std::string motivo{};
    std::int64_t linha = 0;
    static constexpr auto fields = std::tuple{
        json::field("tipo", &NaoImportado::tipo, "", "unidade|equipe|profissional|lotacao"), json::field("chave", &NaoImportado::chave),
        json::field("motivo", &NaoImportado::motivo), json::field("linha", &NaoImportado::linha, "Linha do arquivo, a partir de 1.")};
};

/// A professional with more than one lotação and no agenda in one of her units.
struct SemAgenda {
    std::string profissional{};
    std::string unidade{};
    std::int64_t lotacoes = 0;
    static constexpr auto fields = std::tuple{json::field("profissional", &SemAgenda::profissional),
                                              json::field("unidade", &SemAgenda::unidade), json::field("lotacoes", &SemAgenda::lotacoes)};
};

/// What an import did, or would do: what the history keeps and the screen, the CSV and the command line show.
struct Relatorio {
    Contagem unidades{}, equipes{}, profissionais{}, lotacoes{};
    std::vector<NaoImportado> rejeicoes{};  ///< The first `kReported`; the counts are of all.
    std::vector<SemAgenda> sem_agenda{};    ///< The first `kReported`.
    std::optional<std::int64_t> fichas_invalidadas{};  ///< Only of a simulation.
    static constexpr auto fields = std::tuple{
        json::field("unidades", &Relatorio::unidades), json::field("equipes", &Relatorio::equipes),
        json::field("profissionais", &Relatorio::profissionais), json::field("lotacoes", &Relatorio::lotacoes),
        json::field("rejeicoes", &Relatorio::rejeicoes), json::field("sem_agenda", &Relatorio::sem_agenda),
        json::field("fichas_invalidadas", &Relatorio::fichas_invalidadas)};
};
/// How many rows of each list a report keeps.
inline constexpr std::size_t kReported = 2000;

/// One file somebody sent, from the moment it was accepted.
struct Importacao {
    ImportacaoId id;
    Ibge municipio;
    std::string arquivo{};
    std::string sha256{};  ///< Of the file as it was sent, in hexadecimal.
    std::int64_t tamanho = 0;
    bool simulada = false;
    SituacaoImportacao situacao = SituacaoImportacao::aguardando;
    std::string mensagem{};      ///< Why it was refused.
    std::string versao{};        ///< Of the layout; "" until the file was read.
    std::string data_arquivo{};  ///< AAAA-MM-DD; "" until the file was read.
    std::string responsavel{};
    std::string ator{};
    std::string trabalho{};
    Instant iniciada{};
    std::optional<Instant> concluida{};
    std::string relatorio{};     ///< JSON of a Relatorio; "" until it ended well.
};

/// What was imported last in a município.
struct Vigente {
    std::string importacao{};
    std::string versao{};
};

}  // namespace aroeira::estabelecimentos
