// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorios/comum.hpp"

namespace aroeira::relatorios {
namespace {

constexpr std::array kOutras{Linha{"statusEscutaInicialOrientacao", "Escuta inicial / orientação", Conta::sim}};
constexpr std::array kAtendimento{
    comum::registros(), comum::turno(), comum::idades("dtNascimento", "sexo"),
    comum::codigos("local", "Local de atendimento", "localAtendimento"), comum::procedimentos(),
    Grupo{.codigo = "outras", .titulo = "Outras informações", .linhas = kOutras},
};
constexpr std::array kFontes{Fonte{.tipo = 7, .itens = "atendProcedimentos", .grupos = kAtendimento}};

constexpr std::array kTotais{
    Linha{"numTotalAfericaoPa", "Aferição de PA", Conta::soma},
    Linha{"numTotalAfericaoTemperatura", "Aferição de temperatura", Conta::soma},
    Linha{"numTotalCurativoSimples", "Curativo simples", Conta::soma},
    Linha{"numTotalColetaMaterialParaExameLaboratorial", "Coleta de material para exame laboratorial", Conta::soma},
    Linha{"numTotalGlicemiaCapilar", "Glicemia capilar", Conta::soma},
    Linha{"numTotalMedicaoAltura", "Medição de altura", Conta::soma},
    Linha{"numTotalMedicaoPeso", "Medição de peso", Conta::soma},
};
constexpr std::array kConsolidados{Grupo{.codigo = "procedimentos", .titulo = "Procedimentos consolidados", .linhas = kTotais}};
constexpr std::array kFontesConsolidados{Fonte{.tipo = 7, .grupos = kConsolidados}};

}  // namespace

constexpr Relatorio kProcedimentos{"procedimentos", "Procedimentos individualizados", Especie::producao, kFontes};
constexpr Relatorio kProcedimentosConsolidados{"procedimentos_consolidados", "Procedimentos consolidados", Especie::producao, kFontesConsolidados};

}  // namespace aroeira::relatorios
