// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <optional>
#include <string>

#include "modules/copias/operations/find_copias.hpp"
#include "platform/json/json.hpp"

/// What the screens read: one struct per JSON shape.
namespace aroeira::copias::views {

struct Copia {
    std::string id{};
    std::string origem{};
    std::string arquivo{};
    std::string situacao{};
    std::string mensagem{};
    std::int64_t tamanho = 0;
    std::int64_t linhas = 0;
    std::int64_t iniciada_ms = 0;
    std::int64_t concluida_ms = 0;
    static constexpr auto fields = std::tuple{
        json::field("id", &Copia::id), json::field("origem", &Copia::origem, "", "agendada|pedida"),
        json::field("arquivo", &Copia::arquivo, "Caminho inteiro na máquina que a fez."),
        json::field("situacao", &Copia::situacao, "", "concluida|falhou|removida"),
        json::field("mensagem", &Copia::mensagem, "Causa e próximo passo, quando falhou."), json::field("tamanho", &Copia::tamanho, "Bytes do arquivo."),
        json::field("linhas", &Copia::linhas, "Linhas de todas as tabelas."), json::field("iniciada_ms", &Copia::iniciada_ms),
        json::field("concluida_ms", &Copia::concluida_ms)};
};

struct AgendaDeCopias {
    std::string horario{};
    std::string pasta{};
    std::int64_t manter = 0;
    static constexpr auto fields = std::tuple{json::field("horario", &AgendaDeCopias::horario, "HH:MM onde a instalação está."),
                                              json::field("pasta", &AgendaDeCopias::pasta),
                                              json::field("manter", &AgendaDeCopias::manter, "Quantas cópias ficam.")};
};

struct SituacaoDeCopias {
    std::string situacao{};
    std::optional<AgendaDeCopias> agenda{};
    std::optional<Copia> ultima{};
    static constexpr auto fields = std::tuple{
        json::field("situacao", &SituacaoDeCopias::situacao, "", "em_dia|sem_agenda|sem_copia|falhou|atrasada"),
        json::field("agenda", &SituacaoDeCopias::agenda), json::field("ultima", &SituacaoDeCopias::ultima, "A última cópia agendada.")};
};

Copia of(const copias::Copia& copia);
SituacaoDeCopias of(const Overview& overview);

}  // namespace aroeira::copias::views
