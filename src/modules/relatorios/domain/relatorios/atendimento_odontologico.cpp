// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorios/comum.hpp"

namespace aroeira::relatorios {
namespace {

constexpr std::array kOutras{
    Linha{"gestante", "Gestante", Conta::sim},
    Linha{"necessidadesEspeciais", "Paciente com necessidades especiais", Conta::sim},
};
constexpr std::array kAtendimento{
    comum::registros(), comum::turno(), comum::idades("dtNascimento", "sexo"),
    comum::codigos("local", "Local de atendimento", "localAtendimento"),
    comum::codigos("tipo_atendimento", "Tipo de atendimento", "tipoAtendimento"),
    comum::codigos("tipo_consulta", "Tipo de consulta", "tiposConsultaOdonto"),
    comum::codigos("vigilancia", "Vigilância em saúde bucal", "tiposVigilanciaSaudeBucal"),
    comum::codigos("fornecimento", "Fornecimento", "tiposFornecimOdonto"),
    comum::procedimentos("procedimentosRealizados.coMsProcedimento"), comum::ciap2(), comum::cid10(),
    comum::codigos("conduta", "Conduta / desfecho", "tiposEncamOdonto"),
    Grupo{.codigo = "outras", .titulo = "Outras informações", .linhas = kOutras},
};
constexpr std::array kQuantidade{Linha{"quantidade", "Quantidade de procedimentos realizados", Conta::soma}};
constexpr std::array kProcedimentos{Grupo{.codigo = "quantidade", .titulo = "Quantidade de procedimentos", .linhas = kQuantidade}};
constexpr std::array kFontes{
    Fonte{.tipo = 5, .itens = "atendimentosOdontologicos", .grupos = kAtendimento},
    Fonte{.tipo = 5, .itens = "atendimentosOdontologicos.procedimentosRealizados", .grupos = kProcedimentos},
};

}  // namespace

constexpr Relatorio kAtendimentoOdontologico{"atendimento_odontologico", "Atendimento odontológico", Especie::producao, kFontes};

}  // namespace aroeira::relatorios
