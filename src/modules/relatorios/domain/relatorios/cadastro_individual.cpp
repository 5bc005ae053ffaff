// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorios/comum.hpp"

namespace aroeira::relatorios {
namespace {

constexpr std::array kCidadaos{
    Linha{"", "Cidadãos ativos"},
    Linha{"identificacaoUsuarioCidadao.cnsCidadao|identificacaoUsuarioCidadao.cpfCidadao", "Identificados por CPF ou CNS"},
    Linha{"identificacaoUsuarioCidadao.statusEhResponsavel", "Responsáveis familiares", Conta::sim},
    Linha{"identificacaoUsuarioCidadao.stForaArea", "Fora de área", Conta::sim},
};
constexpr std::array kCondicoes{
    Linha{"condicoesDeSaude.statusEhGestante", "Gestante", Conta::sim},
    Linha{"condicoesDeSaude.statusEhFumante", "Fumante", Conta::sim},
    Linha{"condicoesDeSaude.statusEhDependenteAlcool", "Faz uso de álcool", Conta::sim},
    Linha{"condicoesDeSaude.statusEhDependenteOutrasDrogas", "Faz uso de outras drogas", Conta::sim},
    Linha{"condicoesDeSaude.statusTemHipertensaoArterial", "Hipertensão arterial", Conta::sim},
    Linha{"condicoesDeSaude.statusTemDiabetes", "Diabetes", Conta::sim},
    Linha{"condicoesDeSaude.statusTeveAvcDerrame", "AVC / derrame", Conta::sim},
    Linha{"condicoesDeSaude.statusTeveInfarto", "Infarto", Conta::sim},
    Linha{"condicoesDeSaude.statusTeveDoencaCardiaca", "Doença cardíaca", Conta::sim},
    Linha{"condicoesDeSaude.statusTemTeveDoencasRins", "Problemas nos rins", Conta::sim},
    Linha{"condicoesDeSaude.statusTemDoencaRespiratoria", "Doença respiratória", Conta::sim},
    Linha{"condicoesDeSaude.statusTemHanseniase", "Hanseníase", Conta::sim},
    Linha{"condicoesDeSaude.statusTemTuberculose", "Tuberculose", Conta::sim},
    Linha{"condicoesDeSaude.statusTemTeveCancer", "Câncer", Conta::sim},
    Linha{"condicoesDeSaude.statusDiagnosticoMental", "Diagnóstico de problema de saúde mental", Conta::sim},
    Linha{"condicoesDeSaude.statusTeveInternadoEm12Meses", "Internação nos últimos 12 meses", Conta::sim},
    Linha{"condicoesDeSaude.statusEstaAcamado", "Acamado", Conta::sim},
    Linha{"condicoesDeSaude.statusEstaDomiciliado", "Domiciliado", Conta::sim},
    Linha{"condicoesDeSaude.statusUsaPlantaMedicinais", "Usa plantas medicinais", Conta::sim},
    Linha{"condicoesDeSaude.statusUsaOutrasPraticasIntegrativasOuComplementares", "Usa outras práticas integrativas e complementares", Conta::sim},
};
constexpr std::array kSociais{
    Linha{"informacoesSocioDemograficas.statusFrequentaEscola", "Frequenta escola ou creche", Conta::sim},
    Linha{"informacoesSocioDemograficas.statusFrequentaBenzedeira", "Frequenta cuidador tradicional", Conta::sim},
    Linha{"informacoesSocioDemograficas.statusParticipaGrupoComunitario", "Participa de grupo comunitário", Conta::sim},
    Linha{"informacoesSocioDemograficas.statusPossuiPlanoSaudePrivado", "Possui plano de saúde privado", Conta::sim},
    Linha{"informacoesSocioDemograficas.statusMembroPovoComunidadeTradicional", "Membro de povo ou comunidade tradicional", Conta::sim},
    Linha{"informacoesSocioDemograficas.statusTemAlgumaDeficiencia", "Tem alguma deficiência", Conta::sim},
    Linha{"emSituacaoDeRua.statusSituacaoRua", "Em situação de rua", Conta::sim},
};
constexpr std::array kCidadao{
    comum::registros(kCidadaos),
    comum::idades("identificacaoUsuarioCidadao.dataNascimentoCidadao", "identificacaoUsuarioCidadao.sexoCidadao"),
    comum::codigos("raca_cor", "Raça / cor", "identificacaoUsuarioCidadao.racaCorCidadao"),
    comum::codigos("nacionalidade", "Nacionalidade", "identificacaoUsuarioCidadao.nacionalidadeCidadao"),
    comum::codigos("microarea", "Microárea", "identificacaoUsuarioCidadao.microArea"),
    comum::codigos("parentesco", "Relação de parentesco com o responsável familiar", "informacoesSocioDemograficas.relacaoParentescoCidadao"),
    comum::codigos("escolaridade", "Curso mais elevado que frequenta ou frequentou", "informacoesSocioDemograficas.grauInstrucaoCidadao"),
    comum::codigos("trabalho", "Situação no mercado de trabalho", "informacoesSocioDemograficas.situacaoMercadoTrabalhoCidadao"),
    comum::codigos("orientacao_sexual", "Orientação sexual", "informacoesSocioDemograficas.orientacaoSexualCidadao"),
    comum::codigos("identidade_genero", "Identidade de gênero", "informacoesSocioDemograficas.identidadeGeneroCidadao"),
    comum::codigos("deficiencia", "Deficiência", "informacoesSocioDemograficas.deficienciasCidadao"),
    Grupo{.codigo = "sociodemograficas", .titulo = "Informações sociodemográficas", .linhas = kSociais},
    Grupo{.codigo = "condicoes", .titulo = "Condições e situações de saúde gerais", .linhas = kCondicoes},
    comum::codigos("peso", "Situação de peso", "condicoesDeSaude.situacaoPeso"),
    comum::codigos("doenca_cardiaca", "Doença cardíaca", "condicoesDeSaude.doencaCardiaca"),
    comum::codigos("doenca_rins", "Problemas nos rins", "condicoesDeSaude.doencaRins"),
    comum::codigos("doenca_respiratoria", "Doença respiratória", "condicoesDeSaude.doencaRespiratoria"),
    comum::codigos("tempo_rua", "Tempo em situação de rua", "emSituacaoDeRua.tempoSituacaoRua"),
};
constexpr std::array kSaidas{comum::codigos("saida", "Saída do cidadão do cadastro", "saidaCidadaoCadastro.motivoSaidaCidadao")};
constexpr std::array kRecusas{Linha{"", "Recusas de cadastro"}};
constexpr std::array kRecusa{Grupo{.codigo = "recusas", .titulo = "Recusas", .linhas = kRecusas}};
constexpr std::string_view kTermoDeRecusa = "statusTermoRecusaCadastroIndividualAtencaoBasica";
constexpr std::array kFontes{
    Fonte{.tipo = 2, .grupos = kCidadao,
          .sem = "saidaCidadaoCadastro.motivoSaidaCidadao|statusTermoRecusaCadastroIndividualAtencaoBasica"},
    Fonte{.tipo = 2, .grupos = kSaidas},
    Fonte{.tipo = 2, .grupos = kRecusa, .se = kTermoDeRecusa},
};

}  // namespace

constexpr Relatorio kCadastroIndividual{"cadastro_individual", "Cadastro individual", Especie::consolidado, kFontes};

}  // namespace aroeira::relatorios
