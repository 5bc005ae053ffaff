// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/gerais.hpp"

/// The questions and answers of the Marcadores de Consumo Alimentar, by the names the XML uses.
/// Source: LEDI 8.7.0, MCA.
namespace aroeira::fichas::ledi::mca {

inline constexpr std::array<EnumName, 9> kMenorSeisMeses{{
    {1, "A_CRIANCA_ONTEM_TOMOU_LEITE_DO_PEITO"},
    {3, "MINGAU"},
    {4, "AGUA_CHA"},
    {5, "LEITE_VACA"},
    {6, "FORMULA_INFANTIL"},
    {7, "SUCO_FRUTA"},
    {8, "FRUTA"},
    {9, "COMIDA_DE_SAL"},
    {10, "OUTROS_ALIMENTOS_BEBIDAS"},
}};

inline constexpr std::array<EnumName, 20> kSeisAVinteTresMeses{{
    {21, "A_CRIANCA_ONTEM_TOMOU_LEITE_PEITO"},
    {22, "ONTEM_A_CRIANCA_COMEU_FRUTA_INTEIRA_PEDACO_AMASSADO"},
    {23, "SE_SIM_QUANTAS_VEZES"},
    {24, "ONTEM_A_CRIANCA_COMEU_COMIDA_DE_SAL"},
    {25, "SE_COMEU_COMIDA_DE_SAL_QUANTAS_VEZES"},
    {26, "SE_SIM_ESSA_COMIDA_FOI_OFERECIDA"},
    {28, "OUTRO_LEITE_QUE_NAO_LEITE_DO_PEITO"},
    {29, "MINGAU_COM_LEITE"},
    {30, "IOGURTE"},
    {31, "LEGUMES"},
    {32, "VEGETAL_OU_FRUTAS_COR_ALARANJADA_OU_FOLHAS_ESCURAS"},
    {33, "VERDURA_DE_FOLHA"},
    {34, "CARNE"},
    {35, "FIGADO"},
    {36, "FEIJAO"},
    {37, "ARROZ_BATATA_INHAME_MANDIOCA_FARINHA_MACARRAO"},
    {38, "HAMBURGUER_E_OU_EMBUTIDOS"},
    {39, "BEBIDAS_ADOCADAS"},
    {40, "MACARRAO_INSTANTANEO_SALGADINHOS_BISCOITOS"},
    {41, "BISCOITO_RECHEADO_DOCES_OU_GULOSEIMAS"},
}};

inline constexpr std::array<EnumName, 9> kDoisAnosOuMais{{
    {11, "VOCE_TEM_COSTUME_DE_REALIZAR_AS_REFEICOES_ASSISTINDO_TV_MEXENDO_NO_COMPUTADOR_E_OU_CELULAR"},
    {12, "QUAIS_REFEICOES_VOCE_FAZ_AO_LONGO_DO_DIA"},
    {14, "FEIJAO"},
    {15, "FRUTAS_FRESCAS"},
    {16, "VERDURAS_E_OU_LEGUMES"},
    {17, "HAMBURGUER_E_OU_EMBUTIDOS"},
    {18, "BEBIDAS_ADOCADAS"},
    {19, "MACARRAO_INSTANTANEO_SALGADINHOS_BISCOITOS"},
    {20, "BISCOITO_RECHEADO_DOCES_OU_GULOSEIMAS"},
}};

inline constexpr std::array<EnumName, 11> kRespostaUnica{{
    {1, "SIM"},
    {2, "NAO"},
    {3, "NAO_SABE"},
    {4, "UMA_VEZ"},
    {5, "DUAS_VEZES"},
    {6, "TRES_VEZES_OU_MAIS"},
    {7, "EM_PEDACOS"},
    {8, "AMASSADA"},
    {9, "PASSADA_NA_PENEIRA"},
    {10, "LIQUIDIFICADA"},
    {11, "SO_O_CALDO"},
}};

inline constexpr std::array<EnumName, 6> kRespostaMultipla{{
    {12, "CAFE_DA_MANHA"},
    {13, "LANCHE_DA_MANHA"},
    {14, "ALMOCO"},
    {15, "LANCHE_DA_TARDE"},
    {16, "JANTAR"},
    {17, "CEIA"},
}};

}  // namespace aroeira::fichas::ledi::mca
