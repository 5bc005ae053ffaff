// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ledi/code_table.hpp"

/// The short code tables of the LEDI with their labels. Source: LEDI 8.7.0, dictionary tables.
namespace aroeira::fichas::tabela {

using ledi::Code;
using ledi::CodeTable;
using ledi::TextCode;
using ledi::TextTable;

inline constexpr Code kAbastecimentoDeAgua[] = {
    {117, "Rede encanada até o domicílio - Sistema de abastecimento público (municipal ou estadual)"},
    {118, "Poço / Nascente no domicílio"},
    {119, "Cisterna - Água de chuva"},
    {120, "Carro pipa"},
    {121, "Outro"},
    {214, "Rede encanada até o domicílio - Sistema de abastecimento próprio da aldeia (SESAI)"},
    {215, "Captação direta de água do rio"},
    {216, "Captação direta de poço coletivo"},
    {217, "Ponto de abastecimento coletivo - chafariz"},
};
inline constexpr CodeTable AbastecimentoDeAgua{"AbastecimentoDeAgua", kAbastecimentoDeAgua};

inline constexpr Code kAcessoHigiene[] = {
    {42, "Banho"},
    {43, "Acesso a sanitário"},
    {44, "Higiene bucal"},
    {45, "Outros"},
};
inline constexpr CodeTable AcessoHigiene{"AcessoHigiene", kAcessoHigiene};

inline constexpr Code kAguaConsumoDomicilio[] = {
    {98, "Fervida"},
    {99, "Clorada"},
    {100, "Sem tratamento"},
    {152, "Mineral"},
    {218, "Filtrada com filtro de barro"},
    {219, "Filtrada por outro tipo de filtro"},
    {220, "Clorada intradomiciliar com hipoclorito de sódio"},
};
inline constexpr CodeTable AguaConsumoDomicilio{"AguaConsumoDomicilio", kAguaConsumoDomicilio};

inline constexpr Code kAleitamentoMaterno[] = {
    {1, "Exclusivo"},
    {2, "Predominante"},
    {3, "Complementado"},
    {4, "Inexistente"},
};
inline constexpr CodeTable AleitamentoMaterno{"AleitamentoMaterno", kAleitamentoMaterno};

inline constexpr Code kAnimalNoDomicilio[] = {
    {128, "Gato"},
    {129, "Cachorro"},
    {130, "Pássaro"},
    {132, "Outros"},
    {223, "Macaco"},
    {224, "Galinha"},
    {225, "Porco"},
    {226, "Répteis"},
};
inline constexpr CodeTable AnimalNoDomicilio{"AnimalNoDomicilio", kAnimalNoDomicilio};

inline constexpr Code kAtencaoDomiciliarProcedencia[] = {
    {1, "Atenção Básica"},
    {6, "Outros"},
    {11, "Internação hospitalar"},
    {12, "Urgência e emergência"},
    {13, "CACON / UNACON"},
    {16, "Iniciativa do paciente ou terceiros"},
};
inline constexpr CodeTable AtencaoDomiciliarProcedencia{"AtencaoDomiciliarProcedencia", kAtencaoDomiciliarProcedencia};

inline constexpr Code kConclusaoDestinoElegivel[] = {
    {1, "Admissão na própria EMAD"},
    {2, "Encaminhado para outra EMAD"},
    {3, "Encaminhado para a Atenção Básica (AD1)"},
    {4, "Outro encaminhamento"},
};
inline constexpr CodeTable ConclusaoDestinoElegivel{"ConclusaoDestinoElegivel", kConclusaoDestinoElegivel};

inline constexpr Code kConclusaoDestinoInelegivel[] = {
    {1, "Instabilidade clínica"},
    {2, "Necessidade propedêutica"},
    {3, "Outro motivo"},
    {4, "Ausência de cuidador"},
    {5, "Outras condições sociais"},
};
inline constexpr CodeTable ConclusaoDestinoInelegivel{"ConclusaoDestinoInelegivel", kConclusaoDestinoInelegivel};

inline constexpr Code kCondicaoDePosseEUsoDaTerra[] = {
    {101, "Proprietário"},
    {102, "Parceiro(a) / Meeiro(a)"},
    {103, "Assentado(a)"},
    {104, "Posseiro"},
    {105, "Arrendatário(a)"},
    {106, "Comodatário(a)"},
    {107, "Beneficiário(a) do banco da terra"},
    {108, "Não se aplica"},
    {208, "Terra indígena demarcada"},
    {209, "Terra não demarcada"},
};
inline constexpr CodeTable CondicaoDePosseEUsoDaTerra{"CondicaoDePosseEUsoDaTerra", kCondicaoDePosseEUsoDaTerra};

inline constexpr Code kCondicaoMaternal[] = {
    {1, "Nenhuma"},
    {2, "Gestante"},
    {3, "Puérpera"},
};
inline constexpr CodeTable CondicaoMaternal{"CondicaoMaternal", kCondicaoMaternal};

inline constexpr Code kCondicoesAvaliadas_AD_AE[] = {
    {1, "Acamado"},
    {2, "Domiciliado"},
    {3, "Úlceras / Feridas (grau III ou IV)"},
    {4, "Acompanhamento nutricional"},
    {5, "Uso de sonda naso-gástrica - SNG"},
    {6, "Uso de sonda naso-enteral - SNE"},
    {7, "Uso de gastrostomia"},
    {8, "Uso de colostomia"},
    {9, "Uso de cistostomia"},
    {10, "Uso de sonda vesical de demora - SVD"},
    {11, "Acompanhamento pré-operatório"},
    {12, "Acompanhamento pós-operatório"},
    {13, "Adaptação ao uso de órtese / prótese"},
    {14, "Reabilitação domiciliar"},
    {15, "Cuidados paliativos oncológico"},
    {16, "Cuidados paliativos não-oncológico"},
    {17, "Oxigenoterapia domiciliar"},
    {18, "Uso de traqueostomia"},
    {19, "Uso de aspirador de vias aéreas para higiene brônquica"},
    {20, "Suporte ventilatório não invasivo - CPAP"},
    {21, "Suporte ventilatório não invasivo - BiPAP"},
    {22, "Diálise peritonial"},
    {23, "Paracentese"},
    {24, "Medicação parenteral"},
};
inline constexpr CodeTable CondicoesAvaliadas_AD_AE{"CondicoesAvaliadas_AD_AE", kCondicoesAvaliadas_AD_AE};

inline constexpr Code kCondutaDesfecho[] = {
    {1, "Alta clínica"},
    {2, "Atenção Básica (AD1)"},
    {3, "Alta administrativa"},
    {4, "Serviço de urgência e emergência"},
    {5, "Serviço de internação hospitalar"},
    {7, "Permanência"},
    {9, "Óbito"},
};
inline constexpr CodeTable CondutaDesfecho{"CondutaDesfecho", kCondutaDesfecho};

inline constexpr Code kCondutaEncaminhamento[] = {
    {1, "Retorno para consulta agendada"},
    {2, "Retorno para cuidado continuado / programado"},
    {4, "Encaminhamento para serviço especializado"},
    {5, "Encaminhamento para CAPS"},
    {6, "Encaminhamento para internação hospitalar"},
    {7, "Encaminhamento para urgência"},
    {8, "Encaminhamento para serviço de atenção domiciliar"},
    {9, "Alta do episódio"},
    {10, "Encaminhamento intersetorial"},
    {11, "Encaminhamento interno no dia"},
    {12, "Agendamento para grupos"},
    {14, "Agendamento para eMulti"},
};
inline constexpr CodeTable CondutaEncaminhamento{"CondutaEncaminhamento", kCondutaEncaminhamento};

inline constexpr Code kCondutaEncaminhamentoOdonto[] = {
    {1, "Atendimento à pacientes com necessidades especiais"},
    {2, "Cirurgia BMF"},
    {3, "Endodontia"},
    {4, "Estomatologia"},
    {5, "Implantodontia"},
    {6, "Odontopediatria"},
    {7, "Ortodontia / Ortopedia"},
    {8, "Periodontia"},
    {9, "Prótese dentária"},
    {10, "Radiologia"},
    {11, "Outros"},
    {12, "Agendamento para outros profissionais AB"},
    {14, "Agendamento para grupos"},
    {15, "Tratamento concluído"},
    {16, "Retorno para consulta agendada"},
    {17, "Alta do episódio"},
    {18, "Agendamento para eMulti"},
};
inline constexpr CodeTable CondutaEncaminhamentoOdonto{"CondutaEncaminhamentoOdonto", kCondutaEncaminhamentoOdonto};

inline constexpr Code kConsideracaoPeso[] = {
    {21, "Abaixo do peso"},
    {22, "Peso adequado"},
    {23, "Acima do peso"},
};
inline constexpr CodeTable ConsideracaoPeso{"ConsideracaoPeso", kConsideracaoPeso};

inline constexpr Code kCuidadorCidadao[] = {
    {1, "Não possui"},
    {2, "Cônjuge / Companheiro"},
    {3, "Filho / Enteado"},
    {4, "Pai / Mãe"},
    {5, "Avô(ó)"},
    {6, "Neto"},
    {7, "Irmão(ã)"},
    {8, "Outro"},
};
inline constexpr CodeTable CuidadorCidadao{"CuidadorCidadao", kCuidadorCidadao};

inline constexpr Code kCursoMaisElevado[] = {
    {51, "Creche"},
    {52, "Pré-escola (exceto CA)"},
    {53, "Classe de alfabetização - CA"},
    {54, "Ensino fundamental 1ª a 4ª séries"},
    {55, "Ensino fundamental 5ª a 8ª séries"},
    {56, "Ensino fundamental completo"},
    {57, "Ensino médio especial"},
    {58, "Ensino fundamental EJA - séries iniciais (supletivo 1ª a 4ª)"},
    {59, "Ensino fundamental EJA - séries finais (supletivo 5ª a 8ª)"},
    {60, "Ensino médio, médio 2º ciclo (científico, técnico e etc)"},
    {61, "Ensino fundamental especial"},
    {62, "Ensino médio EJA (supletivo)"},
    {63, "Superior, aperfeiçoamento, especialização, mestrado, doutorado"},
    {64, "Alfabetização para adultos (Mobral, etc)"},
    {65, "Nenhum"},
};
inline constexpr CodeTable CursoMaisElevado{"CursoMaisElevado", kCursoMaisElevado};

inline constexpr Code kDeficienciaCidadao[] = {
    {12, "Auditiva"},
    {13, "Visual"},
    {14, "Intelectual / Cognitiva"},
    {15, "Física"},
    {16, "Outra"},
    {232, "TEA"},
};
inline constexpr CodeTable DeficienciaCidadao{"DeficienciaCidadao", kDeficienciaCidadao};

inline constexpr Code kDesfecho[] = {
    {1, "Visita realizada"},
    {2, "Visita recusada"},
    {3, "Ausente"},
};
inline constexpr CodeTable Desfecho{"Desfecho", kDesfecho};

inline constexpr Code kDestinoDoLixo[] = {
    {93, "Coletado"},
    {95, "Céu aberto"},
    {96, "Outro"},
    {221, "Queimado"},
    {222, "Enterrado"},
};
inline constexpr CodeTable DestinoDoLixo{"DestinoDoLixo", kDestinoDoLixo};

inline constexpr Code kDoencaCardiaca[] = {
    {24, "Insuficiência cardíaca"},
    {25, "Outro"},
    {26, "Não sabe"},
};
inline constexpr CodeTable DoencaCardiaca{"DoencaCardiaca", kDoencaCardiaca};

inline constexpr Code kDoencaRespiratoria[] = {
    {30, "Asma"},
    {31, "DPOC / Enfisema"},
    {32, "Outro"},
    {33, "Não sabe"},
};
inline constexpr CodeTable DoencaRespiratoria{"DoencaRespiratoria", kDoencaRespiratoria};

inline constexpr Code kDose[] = {
    {1, "1ª Dose"},
    {2, "2ª Dose"},
    {3, "3ª Dose"},
    {4, "4ª Dose"},
    {5, "5ª Dose"},
    {6, "1º Reforço"},
    {7, "2º Reforço"},
    {8, "Dose"},
    {9, "Única"},
    {10, "Revacinação"},
    {11, "Tratamento com uma dose"},
    {12, "Tratamento com duas doses"},
    {13, "Tratamento com três doses"},
    {14, "Tratamento com quatro doses"},
    {15, "Tratamento com cinco doses"},
    {16, "Tratamento com seis doses"},
    {17, "Tratamento com sete doses"},
    {18, "Tratamento com oito doses"},
    {19, "Tratamento com nove doses"},
    {20, "Tratamento com dez doses"},
    {21, "Tratamento com onze doses"},
    {22, "Tratamento com doze doses"},
    {23, "Tratamento com treze doses"},
    {24, "Tratamento com quatorze doses"},
    {25, "Tratamento com quinze doses"},
    {26, "Tratamento com dezesseis doses"},
    {27, "Tratamento com dezessete doses"},
    {28, "Tratamento com dezoito doses"},
    {29, "Tratamento com dezenove doses"},
    {30, "Tratamento com vinte doses"},
    {31, "Tratamento com vinte quatro doses"},
    {32, "1ª Dose Revacinação"},
    {33, "2ª Dose Revacinação"},
    {34, "3ª Dose Revacinação"},
    {35, "4ª Dose Revacinação"},
    {36, "Dose Inicial"},
    {37, "Dose Adicional"},
    {38, "Reforço"},
    {39, "3º Reforço"},
    {40, "4º Reforço"},
    {41, "5º Reforço"},
    {42, "6º Reforço"},
    {43, "5ª Dose Revacinacao"},
    {44, "1ª Dose Fracionada"},
    {45, "2ª Dose Fracionada"},
    {46, "3ª Dose Fracionada"},
    {47, "4ª Dose Fracionada"},
    {48, "5ª Dose Fracionada"},
    {49, "1ª Dose Dobrada"},
    {50, "2ª Dose Dobrada"},
    {51, "3ª Dose Dobrada"},
    {52, "4ª Dose Dobrada"},
    {53, "1ª Dose Revacinação Dobrada"},
    {54, "2ª Dose Revacinação Dobrada"},
    {55, "3ª Dose Revacinação Dobrada"},
    {56, "4ª Dose Revacinação Dobrada"},
    {57, "Dose Zero"},
    {58, "Reforço Zero"},
    {59, "Profilaxia/Tratamento com 1 unidade"},
    {60, "Profilaxia/Tratamento com 2 unidades"},
    {61, "Profilaxia/Tratamento com 3 unidades"},
    {62, "Profilaxia/Tratamento com 4 unidades"},
    {63, "Profilaxia/Tratamento com 5 unidades"},
    {64, "Profilaxia/Tratamento com 6 unidades"},
    {65, "Profilaxia/Tratamento com 7 unidades"},
    {66, "Profilaxia/Tratamento com 8 unidades"},
    {67, "Profilaxia/Tratamento com 9 unidades"},
    {68, "Profilaxia/Tratamento com 10 unidades"},
    {69, "Profilaxia/Tratamento com 11 unidades"},
    {70, "Profilaxia/Tratamento com 12 unidades"},
    {71, "Profilaxia/Tratamento com 13 unidades"},
    {72, "Profilaxia/Tratamento com 14 unidades"},
    {73, "Profilaxia/Tratamento com 15 unidades"},
    {74, "Profilaxia/Tratamento com 16 unidades"},
    {75, "Profilaxia/Tratamento com 17 unidades"},
    {76, "Profilaxia/Tratamento com 18 unidades"},
    {77, "Profilaxia/Tratamento com 19 unidades"},
    {78, "Profilaxia/Tratamento com 20 unidades"},
    {79, "Profilaxia/Tratamento com 21 unidades"},
    {80, "Profilaxia/Tratamento com 22 unidades"},
    {81, "Profilaxia/Tratamento com 23 unidades"},
    {82, "Profilaxia/Tratamento com 24 unidades"},
};
inline constexpr CodeTable Dose{"Dose", kDose};

inline constexpr Code kEstadoCivil[] = {
    {1, "Solteiro"},
    {2, "Casado"},
    {3, "Viúvo"},
    {4, "Separado judicialmente"},
    {5, "União consensual"},
};
inline constexpr CodeTable EstadoCivil{"EstadoCivil", kEstadoCivil};

inline constexpr Code kEstrategiaVacinacao[] = {
    {1, "Rotina"},
    {2, "Especial"},
    {3, "Bloqueio"},
    {4, "Intensificação"},
    {5, "Campanha indiscriminada"},
    {6, "Campanha seletiva"},
    {7, "Soroterapia"},
    {8, "Serviço privado"},
    {9, "Monitoramento das Estratégias de Vacinação"},
    {11, "Pesquisa"},
    {12, "Pré-exposição"},
    {13, "Pós-exposição"},
    {14, "Reexposição"},
    {15, "Vacinação escolar"},
};
inline constexpr CodeTable EstrategiaVacinacao{"EstrategiaVacinacao", kEstrategiaVacinacao};

inline constexpr Code kFormaDeEscoamentoDoBanheiroOuSanitario[] = {
    {122, "Rede coletora de esgoto ou pluvial"},
    {123, "Fossa séptica"},
    {124, "Fossa rudimentar"},
    {125, "Direto para um rio, lago ou mar"},
    {126, "Céu aberto"},
    {127, "Outra forma"},
};
inline constexpr CodeTable FormaDeEscoamentoDoBanheiroOuSanitario{"FormaDeEscoamentoDoBanheiroOuSanitario", kFormaDeEscoamentoDoBanheiroOuSanitario};

inline constexpr Code kFornecimentoOdonto[] = {
    {1, "Escova dental"},
    {2, "Creme dental"},
    {3, "Fio dental"},
};
inline constexpr CodeTable FornecimentoOdonto{"FornecimentoOdonto", kFornecimentoOdonto};

inline constexpr Code kGrupoDeAtendimento[] = {
    {5, "QUILOMBOLA"},
    {6, "POPULAÇÃO PRIVADA DE LIBERDADE"},
    {10, "OUTROS GRUPOS"},
    {13, "FUNCIONÁRIO DO SISTEMA DE PRIVAÇÃO DE LIBERDADE"},
    {31, "CAMINHONEIRO"},
    {32, "COLETIVO RODOVIÁRIO PASSAGEIROS URBANO E DE LONGO CURSO"},
    {33, "TRABALHADORES PORTUÁRIOS"},
    {34, "HEMOGLOBINOPATIA GRAVE"},
    {35, "NEOPLASIAS"},
    {36, "DIABETES MELLITUS"},
    {37, "PNEUMOPATIAS CRÔNICAS GRAVES"},
    {38, "DOENÇA RENAL CRÔNICA"},
    {39, "DOENÇAS CARDIOVASCULARES E CEREBROVASCULARES"},
    {40, "HIPERTENSÃO DE DIFÍCIL CONTROLE OU COM COMPLICAÇÕES/LESÃO DE ÓRGÃO ALVO"},
    {41, "INDIVÍDUOS TRANSPLANTADOS DE ÓRGÃO SÓLIDO"},
    {42, "OBESIDADE GRAVE (IMC≥40)"},
    {43, "PESSOAS DE 18 A 64 ANOS"},
    {44, "PESSOAS DE 65 A 69 ANOS"},
    {45, "PESSOAS DE 70 A 74 ANOS"},
    {46, "PESSOAS DE 75 A 79 ANOS"},
    {47, "PESSOAS DE 80 ANOS OU MAIS"},
    {48, "PESSOAS DE 60 ANOS OU MAIS, INSTITUCIONALIZADAS"},
    {49, "MARINHA DO BRASIL - MB"},
    {50, "EXÉRCITO BRASILEIRO - EB"},
    {51, "FORÇA AÉREA BRASILEIRA - FAB"},
    {52, "BOMBEIRO CIVIL"},
    {53, "BOMBEIRO MILITAR"},
    {54, "GUARDA MUNICIPAL"},
    {55, "POLICIAL RODOVIÁRIO FEDERAL"},
    {56, "POLICIAL CIVIL"},
    {57, "POLICIAL FEDERAL"},
    {58, "POLICIAL MILITAR"},
    {59, "RIBEIRINHA"},
    {60, "POVOS INDÍGENAS EM TERRAS INDÍGENAS"},
    {61, "ENSINO BÁSICO"},
    {62, "ENSINO SUPERIOR"},
    {63, "AUXILIAR DE VETERINÁRIO"},
    {64, "BIÓLOGO"},
    {65, "BIOMÉDICO"},
    {66, "COZINHEIRO E AUXILIARES"},
    {67, "CUIDADOR DE IDOSOS"},
    {68, "DOULA/PARTEIRA"},
    {69, "ENFERMEIRO(A)"},
    {70, "FARMACÊUTICO"},
    {71, "FISIOTERAPEUTAS"},
    {72, "FONOAUDIÓLOGO"},
    {73, "FUNCIONÁRIO DO SISTEMA FUNERÁRIO QUE TENHAM CONTATO COM CADÁVERES POTENCIALMENTE CONTAMINADOS"},
    {74, "MÉDICO"},
    {75, "MÉDICO VETERINÁRIO"},
    {76, "MOTORISTA DE AMBULÂNCIA"},
    {77, "NUTRICIONISTA"},
    {78, "ODONTOLOGISTA"},
    {79, "PROFISSIONAIS E AUXILIARES DE LIMPEZA"},
    {80, "PROFISSIONAIS DE EDUCAÇÃO FÍSICA"},
    {81, "PSICÓLOGO"},
    {82, "RECEPCIONISTA"},
    {83, "SEGURANÇA"},
    {84, "ASSISTENTE SOCIAL"},
    {85, "TÉCNICO DE ENFERMAGEM"},
    {86, "TÉCNICO DE VETERINÁRIO"},
    {87, "TERAPEUTA OCUPACIONAL"},
    {88, "AÉREO"},
    {89, "FERROVIÁRIO"},
    {90, "METROVIÁRIO"},
    {91, "AQUAVIÁRIO"},
    {92, "PESSOAS COM DEFICIÊNCIA INSTITUCIONALIZADAS"},
    {93, "PESSOAS COM DEFICIÊNCIA PERMANENTE"},
    {94, "PESSOAS EM SITUAÇÃO DE RUA"},
    {95, "TRABALHADORES INDUSTRIAIS"},
    {96, "SÍNDROME DE DOWN"},
    {97, "AUXILIAR DE ENFERMAGEM"},
    {98, "TÉCNICO DE ODONTOLOGIA"},
    {99, "ACADÊMICOS/ESTUDANTES EM ESTÁGIO EM ESTABELECIMENTOS DE SAÚDE"},
    {100, "OUTROS IMUNOCOMPROMETIDOS"},
    {101, "INDIVÍDUOS TRANSPLANTADOS DE MEDULA ÓSSEA"},
    {102, "CIRROSE HEPÁTICA"},
    {103, "DOENÇA NEUROLÓGICA CRÔNICA"},
    {104, "DOENÇA CARDIOVASCULAR"},
    {105, "PESSOAS DE 12 A 17 ANOS"},
    {106, "OUTROS PROFISSIONAIS DE SAÚDE"},
    {107, "AGENTE DE COMBATE A ENDEMIAS - ACE"},
    {108, "AGENTE COMUNITÁRIO DE SAÚDE - ACS"},
    {109, "AUXILIAR EM SAÚDE BUCAL - ASB"},
    {110, "TÉCNICO EM SAÚDE BUCAL - TSB"},
    {111, "TRABALHADORES DE LIMPEZA URBANA E MANEJO DE RESÍDUOS SÓLIDOS"},
    {112, "GESTANTE"},
    {113, "PUÉRPERA"},
    {114, "PESSOAS DE 5 A 11 ANOS"},
    {115, "CRIANÇAS QUILOMBOLAS"},
    {116, "CRIANÇAS RIBEIRINHAS"},
    {117, "CRIANÇAS INDÍGENAS"},
    {118, "PESSOAS DE 3 A 4 ANOS"},
    {119, "PESSOAS DE 6 MESES A 2 ANOS"},
    {120, "IMUNOCOMPROMETIDOS"},
    {121, "FAIXA ETÁRIA"},
    {122, "POVOS INDÍGENAS VIVENDO EM TERRAS INDÍGENAS"},
    {123, "POVOS INDÍGENAS VIVENDO FORA DAS TERRAS INDÍGENAS"},
    {124, "ADOLESCENTES CUMPRINDO MEDIDAS SOCIOEDUCATIVAS"},
    {125, "PESSOAS INSTITUCIONALIZADAS"},
    {126, "TRISSOMIAS"},
    {127, "OUTROS GRUPOS"},
    {128, "PREMATURIDADE"},
    {129, "ANOMALIAS DE VIAS AÉREAS"},
    {130, "OBESIDADE (SCORE-Z ACIMA DE +2)"},
    {131, "ERROS INATOS DA IMUNIDADE (EII)"},
    {132, "DOENÇA HEPÁTICA CRÔNICA"},
    {133, "POPULAÇÃO RURAL"},
};
inline constexpr CodeTable GrupoDeAtendimento{"GrupoDeAtendimento", kGrupoDeAtendimento};

inline constexpr Code kImunobiologico[] = {
    {1, "Imunoglobulina humana antitétano"},
    {2, "Soro antitetânico"},
    {3, "Soro antiaracnídico (Loxosceles, Phoneutria, Tityus)"},
    {4, "Soro antiescorpiônico"},
    {5, "Vacina difteria e tétano infantil"},
    {6, "Soro antielapídico"},
    {7, "Soro antirrábico"},
    {8, "Soro antibotrópico (pentavalente)"},
    {9, "Vacina hepatite B"},
    {10, "Soro antidiftérico"},
    {11, "Soro antibotrópico (pentavalente) e anticrotálico"},
    {12, "Soro antibotrópico (pentavalente) e antilaquético"},
    {13, "Vacina meningo AC"},
    {14, "Vacina febre amarela"},
    {15, "Vacina BCG"},
    {16, "Soro anticrotálico"},
    {17, "Vacina Hib"},
    {18, "Vacina raiva embrião de galinha"},
    {19, "Imunoglobulina humana antivaricela"},
    {20, "Imunoglobulina humana anti-hepatite B"},
    {21, "Vacina pneumo 23"},
    {22, "vacina inativada poliomielite"},
    {23, "Imunoglobulina humana antirrábica"},
    {24, "vacina tríplice viral"},
    {25, "Vacina difteria e tétano adulto"},
    {26, "Vacina pneumo 10"},
    {28, "vacina oral poliomielite bivalente"},
    {29, "Vacina penta acelular (DTPa/VIP/Hib)"},
    {30, "Vacina febre tifóide"},
    {31, "Soro antiloxoscélico (trivalente)"},
    {32, "Soro antilonômico"},
    {33, "Vacina influenza trivalente"},
    {34, "Vacina varicela"},
    {35, "vacina hepatite A (virossomal)"},
    {36, "Vacina Dupla Viral"},
    {37, "vacina raiva (inativada)"},
    {38, "Soro antibotulínico (trivalente)"},
    {39, "Vacina DTP/Hib"},
    {40, "vacina pneumo 7"},
    {41, "Vacina meningo C"},
    {42, "vacina penta (DTP/HB/Hib)"},
    {43, "vacina hexa acelular (DTPa/HB/VIP/Hib)"},
    {44, "vacina influenza A (H1N1) (inativada, fragmentada)"},
    {45, "Vacina rotavírus"},
    {46, "Vacina DTP"},
    {47, "Vacina DTPa infantil"},
    {51, "Vacina febre tifóide (atenuada)"},
    {55, "Vacina hepatite A infantil"},
    {56, "vacina tetraviral"},
    {57, "Vacina dTpa adulto"},
    {58, "vacina tetra acelular DTPa/VIP"},
    {59, "Vacina pneumo 13"},
    {60, "Vacina HPV bivalente"},
    {61, "vacina tétano"},
    {62, "vacina hepatite A e B infantil"},
    {63, "vacina hepatite A e B adulto"},
    {64, "vacina influenza trivalente ID"},
    {65, "Vacina rotavírus pentavalente"},
    {66, "vacina meningo BC"},
    {67, "Vacina HPV quadrivalente"},
    {69, "Soro antibotulínico AB (bivalente)"},
    {70, "Vacina sarampo"},
    {71, "Vacina rubéola"},
    {72, "vacina influenza A (H1N1) (inativada, fragmentada)"},
    {73, "vacina sarampo, caxumba, rubéola e varicela"},
    {74, "Vacina meningo ACWY"},
    {75, "vacina cólera oral"},
    {76, "vacina herpes-zóster (atenuada)"},
    {77, "Vacina influenza tetravalente"},
    {78, "Vacina meningo B"},
    {82, "vacina dengue (recombinante e atenuada)"},
    {83, "Vacina hepatite A adulto"},
    {84, "Vacina febre amarela fracionada"},
    {85, "Vacina COVID-19-recombinante, AstraZeneca/Fiocruz (Covishield)"},
    {86, "Vacina COVID-19-inativada, Sinovac/Butantan (Coronavac)"},
    {87, "Vacina COVID-19-RNAm, Pfizer (Comirnaty)"},
    {88, "Vacina COVID-19-recombinante, Janssen (Ad26.COV2.S)"},
    {89, "Vacina COVID-19-recombinante, AstraZeneca/Covax (ChAdOx1-S)"},
    {93, "Vacina HPV nonavalente"},
    {97, "vacina COVID-19-RNAm, Moderna (Spikevax)"},
    {98, "Vacina COVID-19-inativada, Sinovac (Coronavac)"},
    {99, "Vacina COVID-19-RNAm, Pfizer (Comirnaty) pediátrica"},
    {100, "Vacina varíola símia (atenuada)"},
    {101, "Vacina Herpes-Zoster (recombinante)"},
    {102, "Vacina COVID-19-RNAm, Pfizer (Comirnaty) pediátrica menor de 5 anos"},
    {103, "Vacina COVID-19-RNAm, Pfizer (Comirnaty) bivalente"},
    {104, "Vacina dengue (atenuada)"},
    {105, "Vacina Covid-19-RNAm, Moderna (Spikevax) bivalente"},
    {106, "vacina pneumo 15"},
    {107, "Vacina Pneumo 20"},
    {108, "Vacina Vírus Sincicial Respiratório A e B (recombinante)"},
    {109, "Vacina vírus sincicial respiratório (recombinante, adjuvada)"},
    {110, "Vacina Influenza Tetravalente - Alta Dosagem"},
    {111, "Vacina Tetra Acelular dTpa/VIP"},
    {112, "Vacina Covid-19-recombinante, Serum/Zalika"},
    {113, "Vacina chikungunya (recombinante e atenuada)"},
    {114, "Vacina Covid-19-inativada, Sinopharm"},
    {115, "Nirsevimabe 0,5ml"},
    {116, "Nirsevimabe 1,0ml"},
    {117, "Vacina influenza trivalente - alta dosagem"},
};
inline constexpr CodeTable Imunobiologico{"Imunobiologico", kImunobiologico};

inline constexpr Code kJustificativaNaoPossuiCpf[] = {
    {2, "Paciente desacordado, sem documentos"},
    {3, "Recém-nascidos"},
    {4, "Indígenas sem CPF"},
    {5, "Pessoa em situação de rua sem documentos"},
    {6, "Recusa cultural ou religiosa"},
    {7, "Estrangeiro em trânsito (turista/visitante)"},
    {8, "Pessoa indocumentada"},
    {9, "Crianças sem documentação emitida"},
    {10, "Estrangeiro residente sem CPF"},
    {11, "Internação compulsória (saúde mental ou ordem judicial)"},
    {12, "População migrante/refugiada em processo de regularização"},
    {13, "Situações de calamidade ou desastre"},
};
inline constexpr CodeTable JustificativaNaoPossuiCpf{"JustificativaNaoPossuiCpf", kJustificativaNaoPossuiCpf};

inline constexpr Code kLocalDeAtendimento[] = {
    {1, "UBS"},
    {2, "Unidade móvel"},
    {3, "Rua"},
    {4, "Domicílio"},
    {5, "Escola / Creche"},
    {6, "Outros"},
    {7, "Polo (academia da saúde)"},
    {8, "Instituição / Abrigo"},
    {9, "Unidade prisional ou congêneres"},
    {10, "Unidade socioeducativa"},
    {11, "Hospital"},
    {12, "Unidade de pronto atendimento"},
    {13, "CACON / UNACON"},
    {16, "UBSI"},
    {17, "UBSI Fluvial"},
    {18, "Sede de polo base tipo I"},
    {19, "CASAI"},
};
inline constexpr CodeTable LocalDeAtendimento{"LocalDeAtendimento", kLocalDeAtendimento};

inline constexpr Code kLocalizacaoDaMoradia[] = {
    {83, "Urbana"},
    {84, "Rural"},
    {205, "Periurbana"},
};
inline constexpr CodeTable LocalizacaoDaMoradia{"LocalizacaoDaMoradia", kLocalizacaoDaMoradia};

inline constexpr Code kMaterialPredominanteNaConstrucao[] = {
    {109, "Alvenaria com revestimento"},
    {110, "Alvenaria sem revestimento"},
    {111, "Taipa com revestimento"},
    {112, "Taipa sem revestimento"},
    {113, "Madeira emparelhada"},
    {114, "Material aproveitado"},
    {115, "Palha"},
    {116, "Outro material"},
    {210, "Lona"},
    {211, "Misto/Diferentes materiais"},
    {212, "Caule de palmeira"},
    {213, "Sem parede"},
};
inline constexpr CodeTable MaterialPredominanteNaConstrucao{"MaterialPredominanteNaConstrucao", kMaterialPredominanteNaConstrucao};

inline constexpr Code kModalidadeAD[] = {
    {1, "AD 1"},
    {2, "AD 2"},
    {3, "AD 3"},
    {4, "Inelegível"},
};
inline constexpr CodeTable ModalidadeAD{"ModalidadeAD", kModalidadeAD};

inline constexpr Code kMotivoSaida[] = {
    {135, "Óbito"},
    {136, "Mudança de território"},
};
inline constexpr CodeTable MotivoSaida{"MotivoSaida", kMotivoSaida};

inline constexpr Code kMotivoVisita[] = {
    {1, "Cadastramento / Atualização"},
    {2, "Consulta"},
    {3, "Exame"},
    {4, "Vacina"},
    {5, "Gestante"},
    {6, "Puérpera"},
    {7, "Recém-nascido"},
    {8, "Criança"},
    {9, "Pessoa com desnutrição"},
    {10, "Pessoa em reabilitação ou com deficiência"},
    {11, "Pessoa com hipertensão"},
    {12, "Pessoa com diabetes"},
    {13, "Pessoa com asma"},
    {14, "Pessoa com DPOC / enfisema"},
    {15, "Pessoa com câncer"},
    {16, "Pessoa com outras doenças crônicas"},
    {17, "Pessoa com hanseníase"},
    {18, "Pessoa com tuberculose"},
    {19, "Domiciliados / Acamados"},
    {20, "Condições de vulnerabilidade social"},
    {21, "Condicionalidades do bolsa família"},
    {22, "Saúde mental"},
    {23, "Usuário de álcool"},
    {24, "Usuário de outras drogas"},
    {25, "Egresso de internação"},
    {27, "Convite para atividades coletivas / campanha de saúde"},
    {28, "Outros"},
    {29, "Visita periódica"},
    {30, "Condicionalidades do bolsa família"},
    {31, "Orientação / Prevenção"},
    {32, "Sintomáticos respiratórios"},
    {33, "Tabagista"},
    {34, "Ação educativa"},
    {35, "Imóvel com foco"},
    {36, "Ação mecânica"},
    {37, "Tratamento focal"},
    {38, "Pessoa idosa"},
};
inline constexpr CodeTable MotivoVisita{"MotivoVisita", kMotivoVisita};

inline constexpr Code kNacionalidade[] = {
    {1, "Brasileira"},
    {2, "Naturalizado"},
    {3, "Estrangeiro"},
};
inline constexpr CodeTable Nacionalidade{"Nacionalidade", kNacionalidade};

inline constexpr Code kOrientacaoSexual[] = {
    {148, "Heterossexual"},
    {154, "Bissexual"},
    {155, "Outro"},
    {196, "Gay"},
    {197, "Lésbica"},
    {198, "Assexual"},
    {199, "Panssexual"},
};
inline constexpr CodeTable OrientacaoSexual{"OrientacaoSexual", kOrientacaoSexual};

inline constexpr Code kOrigemAlimentacao[] = {
    {37, "Restaurante popular"},
    {38, "Doação grupo religioso"},
    {39, "Doação restaurante"},
    {40, "Doação popular"},
    {41, "Outros"},
};
inline constexpr CodeTable OrigemAlimentacao{"OrigemAlimentacao", kOrigemAlimentacao};

inline constexpr TextCode kOutroProcedimentoColetivo[] = {
    {"0101010010", "Atividade educativa / orientação em grupo na atenção primária"},
    {"0101010028", "Atividade educativa / orientação em grupo na atenção especializada"},
    {"0101010036", "Prática corporal / atividade física em grupo"},
    {"0101010095", "Prevenção ao covid-19 nas escolas"},
    {"0101010109", "Atividades educativas da população sobre a temática da malária"},
    {"0101020015", "Ação coletiva de aplicação tópica de flúor gel"},
    {"0101020023", "Ação coletiva de bochecho fluorado"},
    {"0101020031", "Ação coletiva de escovação dental supervisionada"},
    {"0101020040", "Ação coletiva de exame bucal com finalidade epidemiológica"},
    {"0101020082", "Evidenciação de placa bacteriana"},
    {"0101020112", "Ação coletiva de prevenção de câncer bucal"},
    {"0101040032", "Coleta externa de leite materno (por doadora)"},
    {"0101040040", "Pasteurização do leite humano (cada 5 litros)"},
    {"0101050011", "Práticas corporais em medicina tradicional chinesa"},
    {"0101050020", "Terapia comunitária"},
    {"0101050046", "Yoga"},
    {"0101050054", "Oficina de massagem/ auto-massagem"},
    {"0101050062", "Sessão de arteterapia"},
    {"0101050070", "Sessão de meditação"},
    {"0101050089", "Sessão de musicoterapia"},
    {"0101050100", "Sessão de biodança"},
    {"0101050119", "Sessão de bioenergética"},
    {"0101050127", "Sessão de constelação familiar"},
    {"0101050135", "Sessão de dança circular"},
    {"0102010056", "Atividades educativas para o setor regulado"},
    {"0102010501", "Atividades educativas sobre a temática da dengue,realizadas para a população"},
    {"0102010510", "Atividades educativas com relação ao consumo de sódio, açúcar e gorduras, realizadas para o setor regulado e a população"},
    {"0102020027", "Atividade educativa em saúde do trabalhador"},
    {"0102020078", "Atividades com grupos na temática de saúde do trabalhador"},
    {"0301080275", "Práticas corporais em centro de atenção psicossocial"},
    {"0301080283", "Práticas expressivas e comunicativas em centro de atenção psicossocial"},
    {"0307010074", "Tratamento restaurador atraumático (tra/art)"},
    {"0804020051", "Teleatendimento em grupo"},
};
inline constexpr TextTable OutroProcedimentoColetivo{"OutroProcedimentoColetivo", kOutroProcedimentoColetivo};

inline constexpr Code kPraticasEmSaude[] = {
    {2, "Aplicação tópica de flúor"},
    {3, "Saúde ocular"},
    {9, "Escovação dental supervisionada"},
    {11, "Práticas corporais e Atividade física"},
    {12, "Outras"},
    {20, "Antropometria"},
    {22, "Saúde auditiva"},
    {23, "Desenvolvimento da linguagem"},
    {24, "Verificação da situação vacinal"},
    {25, "Programa Nacional de Controle do Tabagismo 1"},
    {26, "Programa Nacional de Controle do Tabagismo 2"},
    {27, "Programa Nacional de Controle do Tabagismo 3"},
    {28, "Programa Nacional de Controle do Tabagismo 4"},
    {30, "Outro procedimento coletivo"},
    {33, "Fornecimento de kit bucal"},
    {34, "Programa Nacional de Controle do Tabagismo Manutenção"},
};
inline constexpr CodeTable PraticasEmSaude{"PraticasEmSaude", kPraticasEmSaude};

inline constexpr Code kProblemaRins[] = {
    {27, "Insuficiência renal"},
    {28, "Outro"},
    {29, "Não sabe"},
};
inline constexpr CodeTable ProblemaRins{"ProblemaRins", kProblemaRins};

inline constexpr Code kPublicoAlvo[] = {
    {1, "Comunidade em geral"},
    {2, "Criança de 0 a 3 anos"},
    {3, "Criança de 4 a 5 anos"},
    {4, "Criança de 6 a 11 anos"},
    {5, "Adolescente"},
    {6, "Mulher"},
    {7, "Gestante"},
    {8, "Homem"},
    {9, "Familiares"},
    {10, "Pessoa idosa"},
    {12, "Pessoas com doenças crônicas"},
    {13, "Usuário de tabaco"},
    {14, "Usuário de álcool"},
    {15, "Usuário de outras drogas"},
    {16, "Pessoas com sofrimento ou transtorno mental"},
    {17, "Profissional da educação"},
    {18, "Outros"},
    {19, "Adolescente em atendimento socioeducativo em meio aberto"},
    {20, "Adolescente em atendimento socioeducativo em meio fechado"},
};
inline constexpr CodeTable PublicoAlvo{"PublicoAlvo", kPublicoAlvo};

inline constexpr Code kQuantasVezesAlimentacao[] = {
    {34, "1 vez"},
    {35, "2 ou 3 vezes"},
    {36, "mais de 3 vezes"},
};
inline constexpr CodeTable QuantasVezesAlimentacao{"QuantasVezesAlimentacao", kQuantasVezesAlimentacao};

inline constexpr Code kRacaCor[] = {
    {1, "Branca"},
    {2, "Preta"},
    {3, "Amarela"},
    {4, "Parda"},
    {5, "Indígena"},
};
inline constexpr CodeTable RacaCor{"RacaCor", kRacaCor};

inline constexpr Code kRelacaoParentesco[] = {
    {137, "Cônjuge / Companheiro(a)"},
    {138, "Filho(a)"},
    {139, "Enteado(a)"},
    {140, "Neto(a) / Bisneto(a)"},
    {141, "Pai / Mãe"},
    {142, "Sogro(a)"},
    {143, "Irmão / Irmã"},
    {144, "Genro / Nora"},
    {145, "Outro parente"},
    {146, "Não parente"},
};
inline constexpr CodeTable RelacaoParentesco{"RelacaoParentesco", kRelacaoParentesco};

inline constexpr Code kRendaFamiliar[] = {
    {1, "1/4 de salário mínimo"},
    {2, "Meio salário mínimo"},
    {3, "Um salário mínimo"},
    {4, "Dois salários mínimos"},
    {5, "Quatro salários mínimos"},
    {6, "Acima de quatro salários mínimos"},
    {7, "Três salários mínimos"},
    {8, "Ausência de renda"},
};
inline constexpr CodeTable RendaFamiliar{"RendaFamiliar", kRendaFamiliar};

inline constexpr Code kResponsavelCrianca[] = {
    {1, "Adulto responsável"},
    {2, "Outra(s) criança(s)"},
    {3, "Sozinha"},
    {4, "Outro"},
    {133, "Adolescente"},
    {134, "Creche"},
};
inline constexpr CodeTable ResponsavelCrianca{"ResponsavelCrianca", kResponsavelCrianca};

inline constexpr Code kSexo[] = {
    {0, "Masculino"},
    {1, "Feminino"},
    {4, "Ignorado"},
    {5, "Indeterminado"},
};
inline constexpr CodeTable Sexo{"Sexo", kSexo};

inline constexpr Code kSituacaoDeMoradia[] = {
    {75, "Próprio"},
    {76, "Financiado"},
    {77, "Alugado"},
    {78, "Arrendado"},
    {79, "Cedido"},
    {80, "Ocupação"},
    {81, "Situação de rua"},
    {82, "Outra"},
    {204, "Temporária"},
};
inline constexpr CodeTable SituacaoDeMoradia{"SituacaoDeMoradia", kSituacaoDeMoradia};

inline constexpr TextCode kSituacaoExame[] = {
    {"S", "Solicitado"},
    {"A", "Avaliado"},
};
inline constexpr TextTable SituacaoExame{"SituacaoExame", kSituacaoExame};

inline constexpr Code kSituacaoMercadoTrabalho[] = {
    {66, "Empregador"},
    {67, "Assalariado com carteira de trabalho"},
    {68, "Assalariado sem carteira de trabalho"},
    {69, "Autônomo com previdência social"},
    {70, "Autônomo sem previdência social"},
    {71, "Aposentado / Pensionista"},
    {72, "Desempregado"},
    {73, "Não trabalha"},
    {74, "Outro"},
    {147, "Servidor público / Militar"},
};
inline constexpr CodeTable SituacaoMercadoTrabalho{"SituacaoMercadoTrabalho", kSituacaoMercadoTrabalho};

inline constexpr Code kSituacaoProblemasCondicoes[] = {
    {0, "Ativo"},
    {1, "Latente"},
    {2, "Resolvido"},
};
inline constexpr CodeTable SituacaoProblemasCondicoes{"SituacaoProblemasCondicoes", kSituacaoProblemasCondicoes};

inline constexpr Code kTemasParaReuniao[] = {
    {1, "Questões administrativas / funcionamento"},
    {2, "Processo de trabalho"},
    {3, "Diagnóstico / Monitoramento do território"},
    {4, "Planejamento / Monitoramento das ações da equipe"},
    {5, "Discussão de caso ou projeto terapêutico singular"},
    {6, "Educação permanente"},
    {7, "Outros"},
    {8, "Vigilância em saúde"},
};
inline constexpr CodeTable TemasParaReuniao{"TemasParaReuniao", kTemasParaReuniao};

inline constexpr Code kTemasParaSaude[] = {
    {1, "Alimentação saudável"},
    {4, "Autocuidado de pessoas com doenças crônicas"},
    {5, "Cidadania e direitos humanos"},
    {6, "Saúde do trabalhador"},
    {7, "Prevenção ao uso de álcool, tabaco e outras drogas"},
    {8, "Envelhecimento / Climatério / Andropausa / Etc"},
    {10, "Plantas medicinais / Fitoterapia"},
    {13, "Prevenção da violência e promoção da cultura da paz"},
    {14, "Saúde ambiental"},
    {15, "Saúde bucal"},
    {16, "Saúde mental"},
    {17, "Saúde sexual e reprodutiva"},
    {18, "Semana saúde na escola"},
    {19, "Agravos e Doenças Negligenciadas"},
    {21, "Outros"},
    {29, "Ações de combate ao Aedes aegypti"},
    {31, "Amamentação"},
    {32, "Alimentação complementar saudável"},
};
inline constexpr CodeTable TemasParaSaude{"TemasParaSaude", kTemasParaSaude};

inline constexpr Code kTempoSituacaoDeRua[] = {
    {17, "Menos de 6 meses"},
    {18, "6 a 12 meses"},
    {19, "1 a 5 anos"},
    {20, "Mais de 5 anos"},
};
inline constexpr CodeTable TempoSituacaoDeRua{"TempoSituacaoDeRua", kTempoSituacaoDeRua};

inline constexpr Code kTipoAtividadeColetiva[] = {
    {1, "Reunião de equipe"},
    {2, "Reunião com outras equipes de saúde"},
    {3, "Reunião intersetorial / Conselho local de saúde / Controle social"},
    {4, "Educação em saúde"},
    {5, "Atendimento em grupo"},
    {6, "Avaliação / Procedimento coletivo"},
    {7, "Mobilização social"},
};
inline constexpr CodeTable TipoAtividadeColetiva{"TipoAtividadeColetiva", kTipoAtividadeColetiva};

inline constexpr Code kTipoDadoSerializado[] = {
    {2, "Ficha de Cadastro Individual"},
    {3, "Ficha de Cadastro Domiciliar e Territorial"},
    {4, "Ficha de Atendimento Individual"},
    {5, "Ficha de Atendimento Odontológico"},
    {6, "Ficha de Atividade Coletiva"},
    {7, "Ficha de Procedimentos"},
    {8, "Ficha de Visita Domiciliar e Territorial"},
    {10, "Ficha de Atendimento Domiciliar"},
    {11, "Ficha de Avaliação de Elegibilidade"},
    {12, "Marcadores de Consumo Alimentar"},
    {13, "Ficha complementar - Síndrome neurológica por Zika / Microcefalia"},
    {14, "Ficha de Vacinação"},
    {16, "Ficha de Cuidado Compartilhado"},
};
inline constexpr CodeTable TipoDadoSerializado{"TipoDadoSerializado", kTipoDadoSerializado};

inline constexpr Code kTipoDeAcessoAoDomicilio[] = {
    {89, "Pavimento"},
    {90, "Chão batido"},
    {91, "Fluvial"},
    {92, "Outro"},
};
inline constexpr CodeTable TipoDeAcessoAoDomicilio{"TipoDeAcessoAoDomicilio", kTipoDeAcessoAoDomicilio};

inline constexpr Code kTipoDeAtendimento[] = {
    {1, "Consulta agendada programada / Cuidado continuado"},
    {2, "Consulta agendada"},
    {4, "Escuta inicial / Orientação"},
    {5, "Consulta no dia"},
    {6, "Atendimento de urgência"},
    {7, "Atendimento programado"},
    {8, "Atendimento não programado"},
    {9, "Visita domiciliar pós-óbito"},
};
inline constexpr CodeTable TipoDeAtendimento{"TipoDeAtendimento", kTipoDeAtendimento};

inline constexpr Code kTipoDeConsultaOdonto[] = {
    {1, "Primeira consulta odontológica programática"},
    {2, "Consulta de retorno em odontologia"},
    {4, "Consulta de manutenção em odontologia"},
};
inline constexpr CodeTable TipoDeConsultaOdonto{"TipoDeConsultaOdonto", kTipoDeConsultaOdonto};

inline constexpr Code kTipoDeDomicilio[] = {
    {85, "Casa"},
    {86, "Apartamento"},
    {87, "Cômodo"},
    {88, "Outro"},
    {206, "Maloca"},
    {207, "Improvisado"},
};
inline constexpr CodeTable TipoDeDomicilio{"TipoDeDomicilio", kTipoDeDomicilio};

inline constexpr Code kTipoOrigemEnergiaEletrica[] = {
    {227, "Gerador comunitário"},
    {228, "Gerador individual"},
    {229, "Fotovoltaica individual"},
    {230, "Concessionária"},
    {231, "Fotovoltaica comunitária"},
};
inline constexpr CodeTable TipoOrigemEnergiaEletrica{"TipoOrigemEnergiaEletrica", kTipoOrigemEnergiaEletrica};

inline constexpr Code kTipoSanguineo[] = {
    {1, "A+"},
    {2, "A-"},
    {3, "B+"},
    {4, "B-"},
    {5, "AB+"},
    {6, "AB-"},
    {7, "O+"},
    {8, "O-"},
};
inline constexpr CodeTable TipoSanguineo{"TipoSanguineo", kTipoSanguineo};

inline constexpr Code kTurno[] = {
    {1, "Manhã"},
    {2, "Tarde"},
    {3, "Noite"},
};
inline constexpr CodeTable Turno{"Turno", kTurno};

inline constexpr Code kVigilanciaEmSaudeBucal[] = {
    {1, "Abscesso dento alveolar"},
    {2, "Alteração em tecidos moles"},
    {3, "Dor de dente"},
    {4, "Fendas / Fissuras lábio palatais"},
    {5, "Fluorose dentária moderada / severa"},
    {6, "Traumatismo dento alveolar"},
    {99, "Não identificado"},
};
inline constexpr CodeTable VigilanciaEmSaudeBucal{"VigilanciaEmSaudeBucal", kVigilanciaEmSaudeBucal};

inline constexpr Code kclassificacaoRisco[] = {
    {0, "Emergência"},
    {1, "Urgência"},
    {2, "Prioritário"},
    {3, "Eletivo"},
};
inline constexpr CodeTable classificacaoRisco{"classificacaoRisco", kclassificacaoRisco};

inline constexpr Code kcondutaEvolucao[] = {
    {1, "Nova Pergunta"},
    {2, "Pedido de esclarecimento"},
    {3, "Teleconsultoria"},
    {4, "Parecer técnico conclusivo"},
    {5, "Agendado interconsulta sem cidadão"},
    {6, "Agendado consulta presencial com cidadão"},
    {7, "Trocar profissional referência"},
    {8, "Recondução de cuidado"},
    {9, "Agendado teleinterconsulta sem cidadão"},
    {10, "Agendado interconsulta com cidadão"},
    {11, "Agendado teleinterconsulta com cidadão"},
    {12, "Sugerir agendamento para grupo"},
    {13, "Enviar para garantia do acesso"},
};
inline constexpr CodeTable condutaEvolucao{"condutaEvolucao", kcondutaEvolucao};

inline constexpr Code kdoseFrequenciaTipo[] = {
    {1, "Turno"},
    {2, "Frequência"},
    {3, "Intervalo"},
    {4, "Fracionada"},
};
inline constexpr CodeTable doseFrequenciaTipo{"doseFrequenciaTipo", kdoseFrequenciaTipo};

inline constexpr Code kdoseFrequenciaUnidadeMedida[] = {
    {1, "Dia(s)"},
    {2, "Semana(s)"},
    {3, "Mês/Meses"},
};
inline constexpr CodeTable doseFrequenciaUnidadeMedida{"doseFrequenciaUnidadeMedida", kdoseFrequenciaUnidadeMedida};

inline constexpr Code kduracaoTratamentoMedida[] = {
    {1, "Dia(s)"},
    {2, "Semana(s)"},
    {3, "Mês/Meses"},
    {4, "Indeterminado"},
};
inline constexpr CodeTable duracaoTratamentoMedida{"duracaoTratamentoMedida", kduracaoTratamentoMedida};

inline constexpr Code keMulti[] = {
    {1, "Avaliação / Diagnóstico"},
    {2, "Procedimentos clínicos terapêuticos"},
    {3, "Prescrição terapêutica"},
};
inline constexpr CodeTable eMulti{"eMulti", keMulti};

inline constexpr Code kespecialidadeEncaminhamento_individual[] = {
    {1, "CONSULTA EM ACUPUNTURA"},
    {2, "CONSULTA EM ALERGIA E IMUNOLOGIA"},
    {3, "CONSULTA EM ANESTESIOLOGIA"},
    {4, "CONSULTA EM ANGIOLOGIA"},
    {5, "CONSULTA EM CIRURGIA ONCOLÓGICA"},
    {6, "CONSULTA EM CARDIOLOGIA"},
    {7, "CONSULTA EM CIRURGIA CARDÍACA"},
    {8, "CONSULTA EM CIRURGIA GERAL"},
    {9, "CONSULTA EM CIRURGIA REPARADORA"},
    {10, "CONSULTA EM CIRURGIA PEDIÁTRICA"},
    {11, "CONSULTA EM CIRURGIA PLÁSTICA"},
    {12, "CONSULTA EM CIRURGIA TORÁCICA"},
    {13, "CONSULTA EM DERMATOLOGIA"},
    {14, "CONSULTA MÉDICA EM SAÚDE DO TRABALHADOR"},
    {15, "CONSULTA EM CIRURGIA VASCULAR"},
    {16, "CONSULTA EM ENDOCRINOLOGIA"},
    {17, "CONSULTA EM FISIATRIA"},
    {18, "CONSULTA EM GASTROENTEROLOGIA"},
    {19, "CONSULTA EM CLÍNICA GERAL"},
    {20, "CONSULTA EM GENÉTICA MÉDICA"},
    {21, "CONSULTA EM GERIATRIA"},
    {22, "CONSULTA EM GINECOLOGIA E OBSTETRÍCIA"},
    {23, "CONSULTA EM CIRURGIA GINECOLÓGICA"},
    {24, "CONSULTA EM UROGINECOLOGIA"},
    {25, "CONSULTA EM HEMATOLOGIA"},
    {26, "CONSULTA EM HOMEOPATIA"},
    {27, "CONSULTA EM INFECTOLOGIA"},
    {28, "CONSULTA EM MASTOLOGIA"},
    {29, "CONSULTA EM NEFROLOGIA"},
    {30, "CONSULTA EM CIRURGIA NEUROLÓGICA"},
    {31, "CONSULTA EM NEUROLOGIA"},
    {32, "CONSULTA EM NEUROPEDIATRIA"},
    {33, "CONSULTA EM NUTROLOGIA"},
    {34, "CONSULTA EM OFTALMOLOGIA"},
    {35, "CONSULTA EM CIRURGIA OFTALMOLÓGICA"},
    {36, "CONSULTA EM ONCOLOGIA"},
    {37, "CONSULTA EM ORTOPEDIA"},
    {38, "CONSULTA EM TRAUMATOLOGIA"},
    {39, "CONSULTA EM CIRURGIA ORTOPÉDICA"},
    {40, "CONSULTA EM OTORRINOLARINGOLOGIA"},
    {41, "CONSULTA EM CIRURGIA OTORRINOLARINGOLOGIA"},
    {42, "CONSULTA EM PROCTOLOGIA"},
    {43, "CONSULTA EM PEDIATRIA"},
    {44, "CONSULTA EM NEONATOLOGIA"},
    {45, "CONSULTA EM PNEUMOLOGIA"},
    {46, "CONSULTA EM TISIOLOGIA"},
    {47, "CONSULTA EM PSIQUIATRIA"},
    {48, "CONSULTA EM REUMATOLOGIA"},
    {49, "CONSULTA EM UROLOGIA"},
    {50, "CONSULTA EM ANDROLOGIA"},
    {51, "CONSULTA EM CIRURGIA UROLÓGICA"},
    {52, "CONSULTA EM CIRURGIA POSTECTOMIA"},
    {53, "CONSULTA EM HEPATOLOGIA"},
    {54, "CONSULTA EM REABILITAÇÃO FÍSICA"},
    {55, "CONSULTA EM FISIOTERAPIA"},
    {56, "CONSULTA EM NUTRIÇÃO"},
    {57, "CONSULTA EM FONOAUDIOLOGIA"},
    {58, "CONSULTA EM TERAPIA OCUPACIONAL"},
    {59, "CONSULTA EM PSICOLOGIA"},
    {60, "CONSULTA EM SEXOLOGIA"},
    {61, "CONSULTA EM ASSISTENCIA SOCIAL"},
    {62, "CONSULTA EM ODONTOLOGIA"},
};
inline constexpr CodeTable especialidadeEncaminhamento_individual{"especialidadeEncaminhamento_individual", kespecialidadeEncaminhamento_individual};

inline constexpr Code kespecialidadeEncaminhamento_odonto[] = {
    {63, "CONSULTA EM ODONTOLOGIA - ENDODONTIA"},
    {64, "CONSULTA EM ODONTOLOGIA - PACIENTE COM NECESSIDADE ESPECIAL"},
    {65, "CONSULTA EM CIRURGIA BUCO-MAXILO FACIAL"},
    {66, "CONSULTA EM ODONTOLOGIA - BUCO-MAXILO FACIAL"},
    {67, "CONSULTA EM ODONTOLOGIA - ESTOMATOLOGIA"},
    {68, "CONSULTA EM ODONTOLOGIA - IMPLANTODONTIA"},
    {69, "CONSULTA EM ODONTOPEDIATRIA"},
    {70, "CONSULTA EM ODONTOLOGIA - ORTODONTIA"},
    {71, "CONSULTA EM ODONTOLOGIA - PERIODONTIA"},
    {72, "CONSULTA EM ODONTOLOGIA - PRÓTESE DENTÁRIA"},
    {73, "CONSULTA EM ODONTOLOGIA - RADIOLOGIA"},
    {74, "CONSULTA EM ODONTOLOGIA - DENTÍSTICA"},
    {75, "CONSULTA EM ODONTOLOGIA - DISFUNÇÃO TÊMPORO MANDIBULAR"},
    {76, "CONSULTA EM ODONTOLOGIA - DOR ORO-FACIAL"},
};
inline constexpr CodeTable especialidadeEncaminhamento_odonto{"especialidadeEncaminhamento_odonto", kespecialidadeEncaminhamento_odonto};

inline constexpr Code ketnia[] = {
    {1, "ACONA (WAKONAS, NACONAS, JAKONA, ACORANES)"},
    {2, "AIKANA (AIKANA, MAS SAKA,TUBARAO)"},
    {3, "AJURU"},
    {4, "AKUNSU (AKUNT''SU)"},
    {5, "AMANAYE"},
    {6, "AMONDAWA"},
    {7, "ANAMBE"},
    {8, "APARAI (APALAI)"},
    {9, "APIAKA (APIACA)"},
    {10, "APINAYE (APINAJE/APINAIE/APINAGE)"},
    {11, "APURINA (APORINA, IPURINA, IPURINA, IPURINAN)"},
    {12, "ARANA (ARACUAI DO VALE DO JEQUITINHONHA)"},
    {13, "ARAPASO (ARAPACO)"},
    {14, "ARARA DE RONDONIA (KARO, URUCU, URUKU)"},
    {15, "ARARA DO ACRE (SHAWANAUA, AMAWAKA)"},
    {16, "ARARA DO ARIPUANA (ARARA DO BEIRADAO/ARI-PUANA)"},
    {17, "ARARA DO PARA (UKARAGMA, UKARAMMA)"},
    {18, "ARAWETE (ARAUETE)"},
    {19, "ARIKAPU (ARICAPU, ARIKAPO, MASUBI, MAXUBI)"},
    {20, "ARIKEM (ARIQUEN, ARIQUEME, ARIKEME)"},
    {21, "ARIKOSE (ARICOBE)"},
    {22, "ARUA"},
    {23, "ARUAK (ARAWAK)"},
    {24, "ASHANINKA (KAMPA)"},
    {25, "ASURINI DO TOCANTINS (AKUAWA/AKWAWA)"},
    {26, "ASURINI DO XINGU (AWAETE)"},
    {27, "ATIKUM (ATICUM)"},
    {28, "AVA - CANOEIRO"},
    {29, "AWETI (AUETI/AUETO)"},
    {30, "BAKAIRI (KURA, BACAIRI)"},
    {31, "BANAWA YAFI (BANAWA, BANAWA-JAFI)"},
    {32, "BANIWA (BANIUA, BANIVA, WALIMANAI, WAKUENAI)"},
    {33, "BARA (WAIPINOMAKA)"},
    {34, "BARASANA (HANERA)"},
    {35, "BARE"},
    {36, "BORORO (BOE)"},
    {37, "BOTOCUDO (GEREN)"},
    {38, "CANOE"},
    {39, "CASSUPA"},
    {40, "CHAMACOCO"},
    {41, "CHIQUITANO (XIQUITANO)"},
    {42, "CIKIYANA (SIKIANA)"},
    {43, "CINTA LARGA (MATETAMAE)"},
    {44, "COLUMBIARA (CORUMBIARA)"},
    {45, "DENI"},
    {46, "DESANA (DESANA, DESANO, DESSANO, WIRA, UMUKOMASA)"},
    {47, "DIAHUI (JAHOI, JAHUI, DIARROI)"},
    {48, "ENAWENE-NAWE (SALUMA)"},
    {49, "FULNI-O"},
    {50, "GALIBI (GALIBI DO OIAPOQUE, KARINHA)"},
    {51, "GALIBI MARWORNO (GALIBI DO UACA, ARUA)"},
    {52, "GAVIAO DE RONDONIA (DIGUT)"},
    {53, "GAVIAO KRIKATEJE"},
    {54, "GAVIAO PARKATEJE (PARKATEJE)"},
    {55, "GAVIAO PUKOBIE (PUKOBIE, PYKOPJE, GAVIAO DO MARANHAO)"},
    {56, "GUAJA (AWA, AVA)"},
    {57, "GUAJAJARA (TENETEHARA)"},
    {58, "GUARANI KAIOWA (PAI TAVYTERA)"},
    {59, "GUARANI M''BYA"},
    {60, "GUARANI NANDEVA (AVAKATUETE, CHIRIPA,NHANDEWA, AVA GUARANI)"},
    {61, "GUATO"},
    {62, "HIMARIMA (HIMERIMA)"},
    {63, "INGARIKO (INGARICO, AKAWAIO, KAPON)"},
    {64, "IRANXE (IRANTXE)"},
    {65, "ISSE"},
    {66, "JABOTI (JABUTI, KIPIU, YABYTI)"},
    {67, "JAMAMADI (YAMAMADI, DJEOROMITXI)"},
    {68, "JARAWARA"},
    {69, "JIRIPANCO (JERIPANCO, GERIPANCO)"},
    {70, "JUMA (YUMA)"},
    {71, "JURUNA"},
    {72, "JURUTI (YURITI)"},
    {73, "KAAPOR (URUBU-KAAPOR, KA''APOR, KAAPORTE)"},
    {74, "KADIWEU (CADUVEO, CADIUEU)"},
    {75, "KAIABI (CAIABI, KAYABI)"},
    {76, "KAIMBE (CAIMBE)"},
    {77, "KAINGANG (CAINGANGUE)"},
    {78, "KAIXANA (CAIXANA)"},
    {79, "KALABASSA (CALABASSA, CALABACAS)"},
    {80, "KALANCO"},
    {81, "KALAPALO (CALAPALO)"},
    {82, "KAMAYURA (CAMAIURA, KAMAIURA)"},
    {83, "KAMBA (CAMBA)"},
    {84, "KAMBEBA (CAMBEBA, OMAGUA)"},
    {85, "KAMBIWA (CAMBIUA)"},
    {86, "KAMBIWA PIPIPA (PIPIPA)"},
    {87, "KAMPE"},
    {88, "KANAMANTI (KANAMATI, CANAMANTI)"},
    {89, "KANAMARI (CANAMARI, KANAMARY, TUKUNA)"},
    {90, "KANELA APANIEKRA (CANELA)"},
    {91, "KANELA RANKOKAMEKRA (CANELA)"},
    {92, "KANINDE"},
    {93, "KANOE (CANOE)"},
    {94, "KANTARURE (CANTARURE)"},
    {95, "KAPINAWA (CAPINAUA)"},
    {96, "KARAJA (CARAJA)"},
    {97, "KARAJA/JAVAE (JAVAE)"},
    {98, "KARAJA/XAMBIOA (KARAJA DO NORTE)"},
    {99, "KARAPANA (CARAPANA, MUTEAMASA, UKOPINOPONA)"},
    {100, "KARAPOTO (CARAPOTO)"},
    {101, "KARIPUNA (CARIPUNA)"},
    {102, "KARIPUNA DO AMAPA (CARIPUNA)"},
    {103, "KARIRI (CARIRI)"},
    {104, "KARIRI-XOCO (CARIRI-CHOCO)"},
    {105, "KARITIANA (CARITIANA)"},
    {106, "KATAWIXI (KATAUIXI,KATAWIN, KATAWISI, CATAUICHI)"},
    {107, "KATUENA (CATUENA, KATWENA)"},
    {108, "KATUKINA (PEDA DJAPA)"},
    {109, "KATUKINA DO ACRE"},
    {110, "KAXARARI (CAXARARI)"},
    {111, "KAXINAWA (HUNI-KUIN, CASHINAUA, CAXINAUA)"},
    {112, "KAXIXO"},
    {113, "KAXUYANA (CAXUIANA)"},
    {114, "KAYAPO (CAIAPO)"},
    {115, "KAYAPO KARARAO (KARARAO)"},
    {116, "KAYAPO TXUKAHAMAE (TXUKAHAMAE)"},
    {117, "KAYAPO XICRIM (XIKRIN)"},
    {118, "KAYUISANA (CAIXANA, CAUIXANA, KAIXANA)"},
    {119, "KINIKINAWA (GUAN, KOINUKOEN, KINIKINAO)"},
    {120, "KIRIRI"},
    {121, "KOCAMA (COCAMA, KOKAMA)"},
    {122, "KOKUIREGATEJE"},
    {123, "KORUBO"},
    {124, "KRAHO (CRAO, KRAO)"},
    {125, "KREJE (KRENYE)"},
    {126, "KRENAK (BORUN, CRENAQUE)"},
    {127, "KRIKATI (KRINKATI)"},
    {128, "KUBEO (CUBEO, COBEWA, KUBEWA, PAMIWA, CUBEU)"},
    {129, "KUIKURO (KUIKURU, CUICURO)"},
    {130, "KUJUBIM (KUYUBI, CUJUBIM)"},
    {131, "KULINA PANO (CULINA)"},
    {132, "KULINA/MADIHA (CULINA, MADIJA, MADIHA)"},
    {133, "KURIPAKO (CURIPACO, CURRIPACO, CORIPACO, WAKUENAI)"},
    {134, "KURUAIA (CURUAIA)"},
    {135, "KWAZA (COAIA, KOAIA)"},
    {136, "MACHINERI (MANCHINERI, MANXINERI)"},
    {137, "MACURAP (MAKURAP)"},
    {138, "MAKU DOW (DOW)"},
    {139, "MAKU HUPDA (HUPDA)"},
    {140, "MAKU NADEB (NADEB)"},
    {141, "MAKU YUHUPDE (YUHUPDE)"},
    {142, "MAKUNA (MACUNA, YEBA-MASA)"},
    {143, "MAKUXI (MACUXI, MACHUSI, PEMON)"},
    {144, "MARIMAM (MARIMA)"},
    {145, "MARUBO"},
    {146, "MATIPU"},
    {147, "MATIS"},
    {148, "MATSE (MAYORUNA)"},
    {149, "MAXAKALI (MAXACALI)"},
    {150, "MAYA (MAYA)"},
    {151, "MAYTAPU"},
    {152, "MEHINAKO (MEINAKU, MEINACU)"},
    {153, "MEKEN (MEQUEM, MEKHEM, MICHENS)"},
    {154, "MENKY (MYKY, MUNKU, MENKI, MYNKY)"},
    {155, "MIRANHA (MIRANHA, MIRANA)"},
    {156, "MIRITI TAPUIA (MIRITI-TAPUYA, BUIA-TAPUYA)"},
    {157, "MUNDURUKU (MUNDURUCU)"},
    {158, "MURA"},
    {159, "NAHUKWA (NAFUQUA)"},
    {160, "NAMBIKWARA DO CAMPO (HALOTESU, KITHAULU, WAKALITESU, SAWENTES, MANDUKA)"},
    {161, "NAMBIKWARA DO NORTE (NEGAROTE ,MAMAINDE, LATUNDE, SABANE E MANDUKA, TAWANDE)"},
    {162, "NAMBIKWARA DO SUL (WASUSU ,HAHAINTESU, ALANTESU, WAIKISU, ALAKETESU, WASUSU, SARARE)"},
    {163, "NARAVUTE (NARUVOTO)"},
    {164, "NAWA (NAUA)"},
    {165, "NUKINI (NUQUINI, NUKUINI)"},
    {166, "OFAIE (OFAYE-XAVANTE)"},
    {167, "ORO WIN"},
    {168, "PAIAKU (JENIPAPO-KANINDE)"},
    {169, "PAKAA NOVA (WARI, PACAAS NOVOS)"},
    {170, "PALIKUR (AUKWAYENE, AUKUYENE, PALIKU''ENE)"},
    {171, "PANARA (KRENHAKARORE , KRENAKORE, KRENA-KARORE)"},
    {172, "PANKARARE (PANCARARE)"},
    {173, "PANKARARU (PANCARARU)"},
    {174, "PANKARARU KALANKO (KALANKO)"},
    {175, "PANKARARU KARUAZU (KARUAZU)"},
    {176, "PANKARU (PANCARU)"},
    {177, "PARAKANA (PARACANA, APITEREWA, AWAETE)"},
    {178, "PARECI (PARESI, HALITI)"},
    {179, "PARINTINTIN"},
    {180, "PATAMONA (KAPON)"},
    {181, "PATAXO"},
    {182, "PATAXO HA-HA-HAE"},
    {183, "PAUMARI (PALMARI)"},
    {184, "PAUMELENHO"},
    {185, "PIRAHA (MURA PIRAHA)"},
    {186, "PIRATUAPUIA (PIRATAPUYA, PIRATAPUYO, PIRA-TAPUYA, WAIKANA)"},
    {187, "PITAGUARI"},
    {188, "POTIGUARA"},
    {189, "POYANAWA (POIANAUA)"},
    {190, "RIKBAKTSA (CANOEIROS, ERIGPAKTSA)"},
    {191, "SAKURABIAT(MEKENS, SAKIRABIAP, SAKIRABIAR)"},
    {192, "SATERE-MAWE (SATERE-MAUE)"},
    {193, "SHANENAWA (KATUKINA)"},
    {194, "SIRIANO (SIRIA-MASA)"},
    {195, "SURIANA"},
    {196, "SURUI DE RONDONIA (PAITER)"},
    {197, "SURUI DO PARA (AIKEWARA)"},
    {198, "SUYA (SUIA/KISEDJE)"},
    {199, "TAPAYUNA (BEICO-DE-PAU)"},
    {200, "TAPEBA"},
    {201, "TAPIRAPE (TAPI''IRAPE)"},
    {202, "TAPUIA (TAPUIA-XAVANTE, TAPUIO)"},
    {203, "TARIANO (TARIANA, TALIASERI)"},
    {204, "TAUREPANG (TAULIPANG, PEMON, AREKUNA, PAGEYN)"},
    {205, "TEMBE"},
    {206, "TENHARIM"},
    {207, "TERENA"},
    {208, "TICUNA (TIKUNA, TUKUNA, MAGUTA)"},
    {209, "TINGUI BOTO"},
    {210, "TIRIYO EWARHUYANA (TIRIYO, TRIO, TARONA, YAWI, PIANOKOTO)"},
    {211, "TIRIYO KAH''YANA (TIRIYO, TRIO, TARONA, YAWI, PIANOKOTO)"},
    {212, "TIRIYO TSIKUYANA (TIRIYO, TRIO, TARONA, YAWI, PIANOKOTO)"},
    {213, "TORA"},
    {214, "TREMEMBE"},
    {215, "TRUKA"},
    {216, "TRUMAI"},
    {217, "TSOHOM DJAPA (TSUNHUM-DJAPA)"},
    {218, "TUKANO (TUCANO, YE''PA-MASA, DASEA)"},
    {219, "TUMBALALA"},
    {220, "TUNAYANA"},
    {221, "TUPARI"},
    {222, "TUPINAMBA"},
    {223, "TUPINIQUIM"},
    {224, "TURIWARA"},
    {225, "TUXA"},
    {226, "TUYUKA (TUIUCA, DOKAPUARA, UTAPINOMAKAPHONA)"},
    {227, "TXIKAO (TXICAO, IKPENG)"},
    {228, "UMUTINA (OMOTINA, BARBADOS)"},
    {229, "URU-EU-WAU-WAU (URUEU-UAU-UAU, URUPAIN, URUPA)"},
    {230, "WAI WAI HIXKARYANA (HIXKARYANA)"},
    {231, "WAI WAI KARAFAWYANA (KARAFAWYANA, KARA-PAWYANA)"},
    {232, "WAI WAI XEREU (XEREU)"},
    {233, "WAI WAI KATUENA (KATUENA)"},
    {234, "WAI WAI MAWAYANA (MAWAYANA)"},
    {235, "WAIAPI (WAYAMPI, OYAMPI, WAYAPY, )"},
    {236, "WAIMIRI ATROARI (KINA)"},
    {237, "WANANO (UANANO, WANANA)"},
    {238, "WAPIXANA (UAPIXANA, VAPIDIANA, WAPISIANA, WAPISHANA)"},
    {239, "WAREKENA (UAREQUENA, WEREKENA)"},
    {240, "WASSU"},
    {241, "WAURA (UAURA, WAUJA)"},
    {242, "WAYANA (WAIANA, UAIANA)"},
    {243, "WITOTO (UITOTO, HUITOTO)"},
    {244, "XAKRIABA (XACRIABA)"},
    {245, "XAVANTE (A''UWE, AKWE, AWEN, AKWEN)"},
    {246, "XERENTE (AKWE, AWEN, AKWEN)"},
    {247, "XETA"},
    {248, "XIPAIA (SHIPAYA, XIPAYA)"},
    {249, "XOKLENG (SHOKLENG, XOCLENG)"},
    {250, "XOKO (XOCO, CHOCO)"},
    {251, "XUKURU (XUCURU)"},
    {252, "XUKURU KARIRI (XUCURU-KARIRI)"},
    {253, "YAIPIYANA"},
    {254, "YAMINAWA (JAMINAWA, IAMINAWA)"},
    {255, "YANOMAMI NINAM (IANOMAMI, IANOAMA, XIRIANA)"},
    {256, "YANOMAMI SANUMA (IANOMAMI, IANOAMA, XIRIANA)"},
    {257, "YANOMAMI YANOMAM (IANOMAMI, IANOAMA, XIRIANA)"},
    {258, "YAWALAPITI (IAUALAPITI)"},
    {259, "YAWANAWA (IAUANAUA)"},
    {260, "YEKUANA (MAIONGON, YE''KUANA, YEKWANA, MAYONGONG)"},
    {261, "YUDJA (JURUNA, YURUNA)"},
    {262, "ZO''E (POTURU)"},
    {263, "ZORO (PAGEYN)"},
    {264, "ZURUAHA (SOROWAHA, SURUWAHA)"},
    {265, "AHANENAWA"},
    {266, "AICABA"},
    {267, "AIKANÃ-KWASÁ"},
    {268, "AKUNTSU"},
    {269, "ALANTESU"},
    {271, "AMAWÁKA"},
    {272, "ANACÉ"},
    {273, "APURINÃ"},
    {274, "ARANÃ"},
    {275, "ARAPAÇO"},
    {276, "ARARA APOLIMA"},
    {277, "ARARA DO ARIPUANA"},
    {278, "ARIPUANÁ"},
    {279, "ASSURINI"},
    {280, "AWUARÁ"},
    {281, "BORBA"},
    {282, "CABIXI"},
    {283, "CAMARARÉ"},
    {284, "CAMASURI"},
    {285, "CARA PRETA"},
    {286, "CHARRUA"},
    {287, "CUJUBIM"},
    {288, "DAW"},
    {289, "GAVIÃO"},
    {290, "GUARANI"},
    {291, "HALANTESU"},
    {292, "HALOTESU"},
    {293, "HENGATÚ"},
    {294, "HIXKARYANA"},
    {295, "HUPDE"},
    {296, "HUPDES"},
    {297, "IAUANAUA"},
    {298, "IAUARETE AÇU"},
    {299, "IKPENG"},
    {300, "INAMBU"},
    {301, "INHABARANA"},
    {302, "JAVAE"},
    {303, "JENIPAPO"},
    {304, "JENIPAPO-KANINDE"},
    {305, "JIAHOI"},
    {306, "KAIOWA"},
    {307, "KAMPA"},
    {308, "KANELA"},
    {309, "KARAFAWYANA"},
    {310, "KARARAO"},
    {311, "KARUBO"},
    {312, "KASSUPÁ"},
    {313, "KATITHÃULU"},
    {314, "KATOKIN"},
    {315, "KATUKINA PANO"},
    {316, "KATUKINA PEDA DJAPA"},
    {317, "KATUKINA SHANENAUWA"},
    {318, "KAXAGO"},
    {319, "KAYABI"},
    {320, "KINÃ (WAIMIRI-ATROARI)"},
    {321, "KIRIRI-BARRA"},
    {322, "KITHÃULU"},
    {323, "KOIAIÁ"},
    {324, "KOIUPANKÁ"},
    {325, "KONTANAWA"},
    {326, "KRAHÔ KANELA"},
    {327, "KULINA"},
    {328, "LATUNDÊ"},
    {329, "MAKU"},
    {330, "MAKUNAMBÉ"},
    {331, "MAMAINDÊ"},
    {332, "MAMURI"},
    {333, "MANACAPURU"},
    {334, "MANAIRISSU"},
    {335, "MANCHINERI"},
    {336, "MANDUCA"},
    {337, "MARIBONDO"},
    {338, "MASSAKA"},
    {339, "MAWAYANA"},
    {340, "MAWÉ"},
    {341, "MAYORUNA"},
    {342, "MIQUELENO"},
    {343, "MOKURIÑ"},
    {344, "MON ORO WARAM"},
    {345, "MUTUM"},
    {346, "MYKY"},
    {347, "NADEB"},
    {348, "NAMBIKWARA"},
    {349, "NEGAROTÊ"},
    {350, "NHENGATU"},
    {351, "OFAIE XAVANTE"},
    {352, "ONÇA"},
    {353, "ORO AT"},
    {354, "ORO EO"},
    {355, "ORO JOWIN"},
    {356, "ORO MIYLIN"},
    {357, "ORO MON"},
    {358, "ORO NÁO"},
    {359, "ORO WAM"},
    {360, "ORO WARAM"},
    {361, "ORO WARAM XIJEIN"},
    {362, "PACA"},
    {363, "PANKARÁ"},
    {364, "PAPAGAIO"},
    {365, "PAYAYÁ"},
    {366, "PIPIPAN"},
    {367, "PIRATA"},
    {368, "PUROBORÁ"},
    {369, "SABANÊ"},
    {370, "SANUMA"},
    {371, "SAWENTESÚ"},
    {372, "SILCY-TAPUYA"},
    {373, "SIUCI"},
    {374, "TABAJARA"},
    {375, "TAKUARA"},
    {376, "TATU"},
    {377, "TAWANDÊ"},
    {378, "TEFÉ"},
    {379, "TIMBIRA"},
    {380, "TORÁ DO BAIXO GRANDE"},
    {381, "TSUNHUM-DJAPÁ"},
    {382, "TUBARÃO"},
    {383, "TUPAIU"},
    {384, "TUPI"},
    {385, "TUPINAMBÁ DE BELMONTE"},
    {386, "URUBU"},
    {387, "URUBU KAAPOR"},
    {388, "URUPÁ"},
    {389, "WAI WAI"},
    {390, "WAIKISU"},
    {391, "WAKALITESÚ"},
    {392, "WASSUSU"},
    {393, "XEREU"},
    {394, "XI EIN"},
    {395, "XICRIN"},
    {396, "XIPAYA"},
    {397, "XIRIANA"},
    {398, "XIRUAI"},
    {399, "YEPAMASSÃ"},
    {400, "TIRIYÓ"},
    {401, "YANOMAMI"},
    {402, "ARARA"},
    {403, "SAKIRIABAR"},
    {404, "TATZ"},
    {405, "SEM INFORMACAO"},
    {406, "PURI"},
    {407, "WARAO"},
};
inline constexpr CodeTable etnia{"etnia", ketnia};

inline constexpr Code kexameFundoOlho[] = {
    {3, "Normal"},
    {4, "Alterado"},
};
inline constexpr CodeTable exameFundoOlho{"exameFundoOlho", kexameFundoOlho};

inline constexpr Code kidentidadeGeneroCidadao[] = {
    {149, "Homem transgênero"},
    {150, "Mulher transgênero"},
    {151, "Outro"},
    {156, "Travesti"},
    {200, "Homem cisgênero"},
    {201, "Mulher cisgênero"},
    {203, "Não-binário"},
};
inline constexpr CodeTable identidadeGeneroCidadao{"identidadeGeneroCidadao", kidentidadeGeneroCidadao};

inline constexpr Code klocalAplicacao[] = {
    {1, "Boca"},
    {2, "Deltóide direito"},
    {3, "Deltóide esquerdo"},
    {4, "Dorso glúteo direito"},
    {5, "Dorso glúteo esquerdo"},
    {6, "Face anterolateral externa da coxa direita"},
    {7, "Face anterolateral externa da coxa esquerda"},
    {8, "Face anterolateral externa do braço direito"},
    {9, "Face anterolateral externa do braço esquerdo"},
    {10, "Face anterolateral externa do antebraço direito"},
    {11, "Face anterolateral externa do antebraço esquerdo"},
    {12, "Face externa inferior do braço direito"},
    {13, "Face externa inferior do braço esquerdo"},
    {14, "Face externa superior do braço direito"},
    {15, "Face externa superior do braço esquerdo"},
    {16, "Outro"},
    {17, "Rede venosa"},
    {18, "Vasto lateral da coxa direita"},
    {19, "Vasto lateral da coxa esquerda"},
    {20, "Ventro glúteo direito"},
    {21, "Ventro glúteo esquerdo"},
    {22, "Ferimento local"},
};
inline constexpr CodeTable localAplicacao{"localAplicacao", klocalAplicacao};

inline constexpr Code kpovoComunidadeTradicional[] = {
    {157, "Agroextrativistas - Povos ou Comunidades Tradicionais"},
    {158, "Caatingueiros - Povos ou Comunidades Tradicionais"},
    {159, "Caiçaras - Povos ou Comunidades Tradicionais"},
    {160, "Cerrado - Povos ou Comunidades Tradicionais"},
    {161, "Ciganos - Povos ou Comunidades Tradicionais"},
    {162, "Comunidades de fundo e fecho de pasto - Povos ou Comunidades Tradicionais"},
    {163, "Extrativistas - Povos ou Comunidades Tradicionais"},
    {164, "Faxinalenses - Povos ou Comunidades Tradicionais"},
    {165, "Geraizeiros - Povos ou Comunidades Tradicionais"},
    {166, "Marisqueiros - Povos ou Comunidades Tradicionais"},
    {167, "Pantaneiros - Povos ou Comunidades Tradicionais"},
    {168, "Pescadores artesanais - Povos ou Comunidades Tradicionais"},
    {169, "Pomeranos - Povos ou Comunidades Tradicionais"},
    {170, "Povos indígenas - Povos ou Comunidades Tradicionais"},
    {171, "Povos quilombolas - Povos ou Comunidades Tradicionais"},
    {172, "Quebradeiras de coco babaçu - Povos ou Comunidades Tradicionais"},
    {173, "Retireiros - Povos ou Comunidades Tradicionais"},
    {174, "Ribeirinhos - Povos ou Comunidades Tradicionais"},
    {175, "Seringueiros - Povos ou Comunidades Tradicionais"},
    {176, "Povos de terreiro / Matriz africana - Povos ou Comunidades Tradicionais"},
    {177, "Vazanteiros - Povos ou Comunidades Tradicionais"},
    {178, "Outros - Povos ou Comunidades Tradicionais"},
    {179, "Acampada - População Campo, Floresta e Águas"},
    {180, "Andirobeiras - População Campo, Floresta e Águas"},
    {182, "Assentada - População Campo, Floresta e Águas"},
    {183, "Camponeses - População Campo, Floresta e Águas"},
    {184, "Castanheiras - População Campo, Floresta e Águas"},
    {185, "Catadores de mangaba - População Campo, Floresta e Águas"},
    {186, "Isqueiros - População Campo, Floresta e Águas"},
    {187, "Jangadeiros - População Campo, Floresta e Águas"},
    {189, "Morroquianos - População Campo, Floresta e Águas"},
    {190, "Populações atingidas por barragens - População Campo, Floresta e Águas"},
    {193, "Trabalhadores rurais assalariados - População Campo, Floresta e Águas"},
    {194, "Trabalhadores rurais temporários - População Campo, Floresta e Águas"},
    {195, "Varjeiros - População Campo, Floresta e Águas"},
};
inline constexpr CodeTable povoComunidadeTradicional{"povoComunidadeTradicional", kpovoComunidadeTradicional};

inline constexpr Code kprioridadeCuidado[] = {
    {1, "Baixa"},
    {2, "Média"},
    {3, "Alta"},
    {4, "Muito alta"},
};
inline constexpr CodeTable prioridadeCuidado{"prioridadeCuidado", kprioridadeCuidado};

inline constexpr Code kprovaLaco[] = {
    {19, "Positivo"},
    {20, "Negativo"},
    {21, "Inconclusivo"},
};
inline constexpr CodeTable provaLaco{"provaLaco", kprovaLaco};

inline constexpr Code kracionalidadeSaude[] = {
    {1, "Medicina Tradicional Chinesa"},
    {2, "Antroposofia aplicada à saúde"},
    {3, "Homeopatia"},
    {4, "Fitoterapia"},
    {5, "Ayurveda"},
    {6, "Outra"},
};
inline constexpr CodeTable racionalidadeSaude{"racionalidadeSaude", kracionalidadeSaude};

inline constexpr Code kressonanciaMagnetica[] = {
    {15, "Normal"},
    {16, "Sugestivo de infecção congênita"},
    {17, "Outras alterações"},
    {18, "Indeterminado"},
};
inline constexpr CodeTable ressonanciaMagnetica{"ressonanciaMagnetica", kressonanciaMagnetica};

inline constexpr Code ktesteOlhinho[] = {
    {1, "Presente bilateral"},
    {2, "Duvidoso ou ausente"},
};
inline constexpr CodeTable testeOlhinho{"testeOlhinho", ktesteOlhinho};

inline constexpr Code ktesteOrelhinha[] = {
    {5, "Passou"},
    {6, "Falhou"},
};
inline constexpr CodeTable testeOrelhinha{"testeOrelhinha", ktesteOrelhinha};

inline constexpr Code ktipoDeImovel[] = {
    {1, "Domicílio"},
    {2, "Comércio"},
    {3, "Terreno baldio"},
    {4, "Ponto Estratégico (cemitério, borracharia, ferro-velho, depósito de sucata ou materiais de construção, garagem de ônibus ou veículo de grande porte, casa de farinha)"},
    {5, "Escola"},
    {6, "Creche"},
    {7, "Abrigo"},
    {8, "Instituição de longa permanência para idosos"},
    {9, "Unidade prisional"},
    {10, "Unidade de medida sócio educativa"},
    {11, "Delegacia"},
    {12, "Estabelecimento religioso"},
    {13, "CASAI"},
    {99, "Outros"},
};
inline constexpr CodeTable tipoDeImovel{"tipoDeImovel", ktipoDeImovel};

inline constexpr Code ktipoGlicemiaCapilar[] = {
    {0, "Jejum"},
    {1, "Pós-prandial"},
    {2, "Pré-prandial"},
    {3, "Não especificado"},
};
inline constexpr CodeTable tipoGlicemiaCapilar{"tipoGlicemiaCapilar", ktipoGlicemiaCapilar};

inline constexpr Code ktipoParticipacaoAtendimento[] = {
    {1, "Não participou"},
    {2, "Presencial"},
    {3, "Chamada de vídeo"},
    {4, "Chamada de voz"},
    {5, "E-mail"},
    {6, "Mensagem"},
    {7, "Outros"},
};
inline constexpr CodeTable tipoParticipacaoAtendimento{"tipoParticipacaoAtendimento", ktipoParticipacaoAtendimento};

inline constexpr Code ktipoResultadoExame[] = {
    {1, "Valor"},
    {2, "Dias"},
    {3, "Semanas"},
    {4, "Data"},
};
inline constexpr CodeTable tipoResultadoExame{"tipoResultadoExame", ktipoResultadoExame};

inline constexpr Code ktomografiaComputadorizada[] = {
    {11, "Normal"},
    {12, "Sugestivo de infecção congênita"},
    {13, "Outras alterações"},
    {14, "Indeterminado"},
};
inline constexpr CodeTable tomografiaComputadorizada{"tomografiaComputadorizada", ktomografiaComputadorizada};

inline constexpr Code kusTransfontanela[] = {
    {7, "Normal"},
    {8, "Sugestivo de infecção congênita"},
    {9, "Outras alterações"},
    {10, "Indeterminado"},
};
inline constexpr CodeTable usTransfontanela{"usTransfontanela", kusTransfontanela};

inline constexpr Code kviaAdministracao[] = {
    {0, "Oral"},
    {1, "Parenteral"},
    {2, "Local"},
    {3, "Outros"},
    {4, "Bucal"},
    {5, "Capilar"},
    {6, "Dermatológica"},
    {7, "Epidural"},
    {8, "Inalatória"},
    {9, "Inalatória por via nasal"},
    {10, "Inalatória por via oral"},
    {11, "Intra-arterial"},
    {12, "Intra-articular"},
    {13, "Intradérmica"},
    {14, "Intramuscular"},
    {15, "Intratecal"},
    {16, "Intrauterina"},
    {17, "Intravenosa"},
    {18, "Irrigação"},
    {19, "Nasal"},
    {20, "Oftálmica"},
    {21, "Otológica"},
    {22, "Retal"},
    {23, "Subcutânea"},
    {24, "Sublingual"},
    {25, "Transdérmica"},
    {26, "Uretral"},
    {27, "Vaginal"},
};
inline constexpr CodeTable viaAdministracao{"viaAdministracao", kviaAdministracao};

inline constexpr Code kviaAdministracaoImunobiologico[] = {
    {1, "Intravenosa"},
    {2, "Intradérmica"},
    {3, "Intramuscular"},
    {4, "Intramuscular profunda (até a versão 8.3)"},
    {5, "Oral"},
    {6, "Subcutânea"},
    {7, "Intralesional"},
};
inline constexpr CodeTable viaAdministracaoImunobiologico{"viaAdministracaoImunobiologico", kviaAdministracaoImunobiologico};

}  // namespace aroeira::fichas::tabela
