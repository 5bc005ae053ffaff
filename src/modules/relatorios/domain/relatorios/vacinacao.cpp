// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorios/comum.hpp"

namespace aroeira::relatorios {
namespace {

constexpr std::array kOutras{
    Linha{"viajante", "Viajante", Conta::sim},
    Linha{"comunicanteHanseniase", "Comunicante de hanseníase", Conta::sim},
};
constexpr std::array kAtendimento{
    comum::registros(), comum::turno(), comum::idades("dtNascimento", "sexo"),
    comum::codigos("local", "Local de atendimento", "localAtendimento"),
    comum::codigos("condicao_maternal", "Condição maternal", "condicaoMaternal"),
    Grupo{.codigo = "outras", .titulo = "Outras informações", .linhas = kOutras},
};
constexpr std::array kTranscritas{
    Linha{"", "Doses"},
    Linha{"stRegistroAnterior", "Transcrições de caderneta", Conta::sim},
    Linha{"stAplicadoExterior", "Aplicadas no exterior", Conta::sim},
};
constexpr std::array kVacina{
    Grupo{.codigo = "doses", .titulo = "Doses", .linhas = kTranscritas},
    Grupo{.codigo = "imunobiologico", .titulo = "Imunobiológico e dose", .campo = "imunobiologico", .colunas = "dose"},
    comum::codigos("estrategia", "Estratégia", "estrategiaVacinacao"),
    comum::codigos("grupo_atendimento", "Grupo de atendimento", "grupoAtendimento"),
    comum::codigos("via", "Via de administração", "viaAdministracao"),
    comum::codigos("local_aplicacao", "Local de aplicação", "localAplicacao"),
};
constexpr std::array kFontes{
    Fonte{.tipo = 14, .itens = "vacinacoes", .grupos = kAtendimento},
    Fonte{.tipo = 14, .itens = "vacinacoes.vacinas", .grupos = kVacina},
};

}  // namespace

constexpr Relatorio kVacinacao{"vacinacao", "Vacinação", Especie::producao, kFontes};

}  // namespace aroeira::relatorios
