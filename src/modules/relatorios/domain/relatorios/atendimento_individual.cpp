// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorios/comum.hpp"

namespace aroeira::relatorios {
namespace {

constexpr std::array kIdentificacao{
    Linha{"cns|cpfCidadao", "Registros identificados"},
    Linha{"cns|cpfCidadao", "Registros não identificados", Conta::ausente},
};
constexpr std::array kMedicoes{
    Linha{"medicoes.peso", "Peso"},
    Linha{"medicoes.altura", "Altura"},
    Linha{"medicoes.perimetroCefalico", "Perímetro cefálico"},
    Linha{"medicoes.circunferenciaAbdominal", "Circunferência abdominal"},
    Linha{"medicoes.perimetroPanturrilha", "Perímetro da panturrilha"},
    Linha{"medicoes.pressaoArterialSistolica", "Pressão arterial"},
    Linha{"medicoes.frequenciaRespiratoria", "Frequência respiratória"},
    Linha{"medicoes.frequenciaCardiaca", "Frequência cardíaca"},
    Linha{"medicoes.temperatura", "Temperatura"},
    Linha{"medicoes.saturacaoO2", "Saturação de O₂"},
    Linha{"medicoes.glicemiaCapilar", "Glicemia capilar"},
};
constexpr std::array kOutras{
    Linha{"vacinaEmDia", "Vacinação em dia", Conta::sim},
    Linha{"ficouEmObservacao", "Ficou em observação", Conta::sim},
    Linha{"stGravidezPlanejada", "Gravidez planejada", Conta::sim},
    Linha{"idadeGestacional|dumDaGestante", "Atendimento de gestante"},
    Linha{"medicamentos", "Com prescrição de medicamentos"},
    Linha{"encaminhamentos", "Com encaminhamento externo"},
};
constexpr std::array kAtendimento{
    comum::registros(kIdentificacao), comum::turno(), comum::idades("dataNascimento", "sexo"),
    comum::codigos("local", "Local de atendimento", "localDeAtendimento"),
    comum::codigos("tipo_atendimento", "Tipo de atendimento", "tipoAtendimento"),
    comum::codigos("atencao_domiciliar", "Atenção domiciliar: modalidade", "atencaoDomiciliarModalidade"),
    comum::codigos("racionalidade", "Racionalidade em saúde", "racionalidadeSaude"),
    comum::codigos("aleitamento", "Aleitamento materno", "aleitamentoMaterno"),
    Grupo{.codigo = "medicoes", .titulo = "Antropometria, sinais vitais e glicemia capilar", .linhas = kMedicoes},
    comum::ciap2(), comum::cid10(),
    Grupo{.codigo = "exames", .titulo = "Exames", .campo = "exame.codigoExame", .nomes = Nomes::procedimentos},
    comum::codigos("emulti", "eMulti", "emultis"), comum::codigos("conduta", "Conduta / desfecho", "condutas"),
    Grupo{.codigo = "outras", .titulo = "Outras informações", .linhas = kOutras},
};
constexpr std::array kExames{Grupo{.codigo = "situacao_exame", .titulo = "Exames: solicitados e avaliados", .campo = "solicitadoAvaliado"}};
constexpr std::array kFontes{
    Fonte{.tipo = 4, .itens = "atendimentosIndividuais", .grupos = kAtendimento},
    Fonte{.tipo = 4, .itens = "atendimentosIndividuais.exame", .grupos = kExames},
};

}  // namespace

constexpr Relatorio kAtendimentoIndividual{"atendimento_individual", "Atendimento individual", Especie::producao, kFontes};

}  // namespace aroeira::relatorios
