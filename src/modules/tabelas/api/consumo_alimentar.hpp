// SPDX-License-Identifier: Apache-2.0
#pragma once
#include <cstdint>
#include <span>
#include <string_view>

/// The three questionnaires of the marcadores de consumo alimentar (ficha 12).
namespace aroeira::tabelas {

enum class Questionario : std::uint8_t { menor_6_meses, de_6_a_23_meses, de_2_anos_ou_mais };

struct Pergunta {
    std::int32_t code;
    std::string_view name;       ///< The constant of the LEDI.
    std::uint32_t answers;       ///< Bit n: answer n is accepted.
    bool multiple;               ///< Takes respostaMultiplaEscolha instead of respostaUnicaEscolha.
    std::int32_t only_after;     ///< Asked only when the answer to this question is 1; 0 always.

    [[nodiscard]] constexpr bool accepts(std::int64_t answer) const {
        return answer >= 0 && answer < 32 && (answers >> answer & 1U) != 0;
    }
};

/// The questions in ascending order of code.
std::span<const Pergunta> perguntas(Questionario questionario);
/// Null when the questionnaire does not ask it.
const Pergunta* find_pergunta(Questionario questionario, std::int64_t code);

}  // namespace aroeira::tabelas
