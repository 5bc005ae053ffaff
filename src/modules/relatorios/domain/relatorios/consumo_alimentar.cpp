// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorios/comum.hpp"

namespace aroeira::relatorios {
namespace {

// The declaration names these by the constants of the wire. Source: ficha de marcadores de consumo alimentar, CDS.
constexpr std::array kMenoresDe6Meses{
    Palavra{1, "A criança ontem tomou leite do peito?"}, Palavra{3, "Mingau"}, Palavra{4, "Água / chá"}, Palavra{5, "Leite de vaca"},
    Palavra{6, "Fórmula infantil"}, Palavra{7, "Suco de fruta"}, Palavra{8, "Fruta"}, Palavra{9, "Comida de sal"},
    Palavra{10, "Outros alimentos / bebidas"},
};
constexpr std::array kDe6a23Meses{
    Palavra{21, "A criança ontem tomou leite do peito?"},
    Palavra{22, "Ontem a criança comeu fruta inteira, em pedaço ou amassada?"},
    Palavra{23, "Se sim, quantas vezes?"},
    Palavra{24, "Ontem a criança comeu comida de sal?"},
    Palavra{25, "Se comeu comida de sal, quantas vezes?"},
    Palavra{26, "Se sim, essa comida foi oferecida"},
    Palavra{28, "Outro leite que não o leite do peito"},
    Palavra{29, "Mingau com leite"},
    Palavra{30, "Iogurte"},
    Palavra{31, "Legumes"},
    Palavra{32, "Vegetal ou frutas de cor alaranjada ou folhas escuras"},
    Palavra{33, "Verdura de folha"},
    Palavra{34, "Carne"},
    Palavra{35, "Fígado"},
    Palavra{36, "Feijão"},
    Palavra{37, "Arroz, batata, inhame, mandioca, farinha ou macarrão"},
    Palavra{38, "Hambúrguer e/ou embutidos"},
    Palavra{39, "Bebidas adoçadas"},
    Palavra{40, "Macarrão instantâneo, salgadinhos ou biscoitos salgados"},
    Palavra{41, "Biscoito recheado, doces ou guloseimas"},
};
constexpr std::array kDe2AnosOuMais{
    Palavra{11, "Tem costume de realizar as refeições assistindo à TV, mexendo no computador e/ou celular?"},
    Palavra{12, "Quais refeições faz ao longo do dia?"},
    Palavra{14, "Feijão"},
    Palavra{15, "Frutas frescas"},
    Palavra{16, "Verduras e/ou legumes"},
    Palavra{17, "Hambúrguer e/ou embutidos"},
    Palavra{18, "Bebidas adoçadas"},
    Palavra{19, "Macarrão instantâneo, salgadinhos ou biscoitos salgados"},
    Palavra{20, "Biscoito recheado, doces ou guloseimas"},
};
constexpr std::array kRespostas{
    Palavra{1, "Sim"}, Palavra{2, "Não"}, Palavra{3, "Não sabe"}, Palavra{4, "1 vez"}, Palavra{5, "2 vezes"}, Palavra{6, "3 vezes ou mais"},
    Palavra{7, "Em pedaços"}, Palavra{8, "Amassada"}, Palavra{9, "Passada na peneira"}, Palavra{10, "Liquidificada"}, Palavra{11, "Só o caldo"},
};
constexpr std::array kRefeicoes{
    Palavra{12, "Café da manhã"}, Palavra{13, "Lanche da manhã"}, Palavra{14, "Almoço"},
    Palavra{15, "Lanche da tarde"}, Palavra{16, "Jantar"}, Palavra{17, "Ceia"},
};

constexpr Grupo perguntas(std::string_view codigo, std::string_view titulo, std::span<const Palavra> palavras) {
    return {.codigo = codigo, .titulo = titulo, .campo = "pergunta", .colunas = "respostaUnicaEscolha",
            .palavras = palavras, .palavras_das_colunas = kRespostas};
}
constexpr std::array kGeral{
    comum::registros(), comum::idades("dataNascimento", "sexo"), comum::codigos("local", "Local de atendimento", "localAtendimento")};
constexpr std::array kMenores{perguntas("menores_6_meses", "Crianças menores de 6 meses", kMenoresDe6Meses)};
constexpr std::array kDe6a23{perguntas("de_6_a_23_meses", "Crianças de 6 a 23 meses", kDe6a23Meses)};
constexpr std::array kDe2{
    perguntas("2_anos_ou_mais", "Crianças com 2 anos ou mais, adolescentes, adultos, gestantes e idosos", kDe2AnosOuMais),
    Grupo{.codigo = "refeicoes", .titulo = "Refeições ao longo do dia", .campo = "respostaMultiplaEscolha", .palavras = kRefeicoes},
};
constexpr std::array kFontes{
    Fonte{.tipo = 12, .grupos = kGeral},
    Fonte{.tipo = 12, .itens = "perguntasQuestionarioCriancasMenoresSeisMeses", .grupos = kMenores},
    Fonte{.tipo = 12, .itens = "perguntasQuestionarioCriancasDeSeisVinteTresMeses", .grupos = kDe6a23},
    Fonte{.tipo = 12, .itens = "perguntasQuestionarioCriancasComMaisDoisAnos", .grupos = kDe2},
};

}  // namespace

constexpr Relatorio kConsumoAlimentar{"consumo_alimentar", "Marcadores de consumo alimentar", Especie::producao, kFontes};

}  // namespace aroeira::relatorios
