// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorios/comum.hpp"

namespace aroeira::relatorios {
namespace {

constexpr std::array kAtendimento{
    comum::registros(), comum::turno(), comum::idades("dataNascimento", "sexo"),
    comum::codigos("local", "Local de atendimento", "localAtendimento"),
    comum::codigos("modalidade", "Modalidade AD", "atencaoDomiciliarModalidade"),
    comum::codigos("tipo_atendimento", "Tipo de atendimento", "tipoAtendimento"),
    comum::codigos("condicoes", "Condições avaliadas", "condicoesAvaliadas"),
    comum::ciap2(), comum::cid10(), comum::procedimentos(),
    comum::codigos("conduta", "Conduta / desfecho", "condutaDesfecho"),
};
constexpr std::array kFontes{Fonte{.tipo = 10, .itens = "atendimentosDomiciliares", .grupos = kAtendimento}};

}  // namespace

constexpr Relatorio kAtendimentoDomiciliar{"atendimento_domiciliar", "Atendimento domiciliar", Especie::producao, kFontes};

}  // namespace aroeira::relatorios
