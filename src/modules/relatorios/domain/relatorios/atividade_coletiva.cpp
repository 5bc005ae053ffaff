// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorios/comum.hpp"

namespace aroeira::relatorios {
namespace {

constexpr std::array kTotais{
    Linha{"", "Atividades"},
    Linha{"numParticipantes", "Participantes", Conta::soma},
    Linha{"numAvaliacoesAlteradas", "Avaliações alteradas", Conta::soma},
    Linha{"pseEducacao", "PSE: educação", Conta::sim},
    Linha{"pseSaude", "PSE: saúde", Conta::sim},
};
constexpr std::array kAtividade{
    comum::registros(kTotais), comum::turno(),
    comum::codigos("atividade", "Atividade", "atividadeTipo"),
    comum::codigos("temas_reuniao", "Temas para reunião", "temasParaReuniao"),
    comum::codigos("publico_alvo", "Público-alvo", "publicoAlvo"),
    comum::codigos("temas_saude", "Temas para saúde", "temasParaSaude"),
    comum::codigos("praticas", "Práticas em saúde", "praticasEmSaude"),
    Grupo{.codigo = "procedimento", .titulo = "Outro procedimento coletivo", .campo = "procedimento", .nomes = Nomes::procedimentos},
};
constexpr std::array kSinais{
    Linha{"avaliacaoAlterada", "Avaliação alterada", Conta::sim},
    Linha{"peso", "Peso"},
    Linha{"altura", "Altura"},
    Linha{"cessouHabitoFumar", "Cessou o hábito de fumar", Conta::sim},
    Linha{"abandonouGrupo", "Abandonou o grupo", Conta::sim},
};
constexpr std::array kParticipante{
    comum::idades("dataNascimento", "sexo"),
    Grupo{.codigo = "participantes", .titulo = "Participantes: avaliações", .linhas = kSinais},
};
constexpr std::array kFontes{
    Fonte{.tipo = 6, .grupos = kAtividade},
    Fonte{.tipo = 6, .itens = "participantes", .grupos = kParticipante},
};

}  // namespace

constexpr Relatorio kAtividadeColetiva{"atividade_coletiva", "Atividade coletiva", Especie::producao, kFontes};

}  // namespace aroeira::relatorios
