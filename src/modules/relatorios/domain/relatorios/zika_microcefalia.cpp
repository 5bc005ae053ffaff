// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorios/comum.hpp"

namespace aroeira::relatorios {
namespace {

constexpr std::array kZikaGrupos{
    comum::registros(), comum::turno(),
    comum::codigos("olhinho", "Teste do olhinho", "coResultadoTesteOlhinho"),
    comum::codigos("fundo_de_olho", "Exame de fundo de olho", "coResultadoExameFundoOlho"),
    comum::codigos("orelhinha", "Teste da orelhinha", "coResultadoTesteOrelhinha"),
    comum::codigos("transfontanela", "US transfontanela", "coResultadoUsTransfontanela"),
    comum::codigos("tomografia", "Tomografia computadorizada", "coResultadoTomografiaComputadorizada"),
    comum::codigos("ressonancia", "Ressonância magnética", "coResultadoRessonanciaMagnetica"),
};
constexpr std::array kFontes{Fonte{.tipo = 13, .grupos = kZikaGrupos}};

}  // namespace

constexpr Relatorio kZika{"zika_microcefalia", "Síndrome neurológica por Zika / microcefalia", Especie::producao, kFontes};

}  // namespace aroeira::relatorios
