// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorios/comum.hpp"

namespace aroeira::relatorios {
namespace {

/// One line of «Fichas» per record type, and one of «Registros» for those that hold several.
struct Contagem {
    std::string_view nome;
    std::array<Linha, 1> linhas{Linha{"", nome}};
};
constexpr Contagem kCI{"Cadastro individual"}, kCDT{"Cadastro domiciliar e territorial"}, kAI{"Atendimento individual"},
    kAO{"Atendimento odontológico"}, kAC{"Atividade coletiva"}, kPROC{"Procedimentos"}, kVDT{"Visita domiciliar e territorial"},
    kAD{"Atendimento domiciliar"}, kAE{"Avaliação de elegibilidade"}, kMCA{"Marcadores de consumo alimentar"},
    kZIKA{"Síndrome neurológica por Zika / microcefalia"}, kVAC{"Vacinação"}, kCC{"Cuidado compartilhado"};

constexpr std::array<Grupo, 1> fichas(std::span<const Linha> linha) { return {Grupo{.codigo = "fichas", .titulo = "Fichas", .linhas = linha}}; }
constexpr std::array<Grupo, 1> registros(std::span<const Linha> linha) { return {comum::registros(linha)}; }

constexpr auto kFichasCI = fichas(kCI.linhas), kFichasCDT = fichas(kCDT.linhas), kFichasAI = fichas(kAI.linhas), kFichasAO = fichas(kAO.linhas),
               kFichasAC = fichas(kAC.linhas), kFichasPROC = fichas(kPROC.linhas), kFichasVDT = fichas(kVDT.linhas),
               kFichasAD = fichas(kAD.linhas), kFichasAE = fichas(kAE.linhas), kFichasMCA = fichas(kMCA.linhas),
               kFichasZIKA = fichas(kZIKA.linhas), kFichasVAC = fichas(kVAC.linhas), kFichasCC = fichas(kCC.linhas);
constexpr auto kRegCI = registros(kCI.linhas), kRegCDT = registros(kCDT.linhas), kRegAI = registros(kAI.linhas), kRegAO = registros(kAO.linhas),
               kRegAC = registros(kAC.linhas), kRegPROC = registros(kPROC.linhas), kRegVDT = registros(kVDT.linhas),
               kRegAD = registros(kAD.linhas), kRegAE = registros(kAE.linhas), kRegMCA = registros(kMCA.linhas),
               kRegZIKA = registros(kZIKA.linhas), kRegVAC = registros(kVAC.linhas), kRegCC = registros(kCC.linhas);

constexpr std::array kFontes{
    Fonte{.tipo = 2, .grupos = kRegCI},   Fonte{.tipo = 2, .grupos = kFichasCI},
    Fonte{.tipo = 3, .grupos = kRegCDT},  Fonte{.tipo = 3, .grupos = kFichasCDT},
    Fonte{.tipo = 4, .itens = "atendimentosIndividuais", .grupos = kRegAI},     Fonte{.tipo = 4, .grupos = kFichasAI},
    Fonte{.tipo = 5, .itens = "atendimentosOdontologicos", .grupos = kRegAO},   Fonte{.tipo = 5, .grupos = kFichasAO},
    Fonte{.tipo = 6, .grupos = kRegAC},   Fonte{.tipo = 6, .grupos = kFichasAC},
    Fonte{.tipo = 7, .itens = "atendProcedimentos", .grupos = kRegPROC},        Fonte{.tipo = 7, .grupos = kFichasPROC},
    Fonte{.tipo = 8, .itens = "visitasDomiciliares", .grupos = kRegVDT},        Fonte{.tipo = 8, .grupos = kFichasVDT},
    Fonte{.tipo = 10, .itens = "atendimentosDomiciliares", .grupos = kRegAD},   Fonte{.tipo = 10, .grupos = kFichasAD},
    Fonte{.tipo = 11, .grupos = kRegAE},  Fonte{.tipo = 11, .grupos = kFichasAE},
    Fonte{.tipo = 12, .grupos = kRegMCA}, Fonte{.tipo = 12, .grupos = kFichasMCA},
    Fonte{.tipo = 13, .grupos = kRegZIKA}, Fonte{.tipo = 13, .grupos = kFichasZIKA},
    Fonte{.tipo = 14, .itens = "vacinacoes", .grupos = kRegVAC},                Fonte{.tipo = 14, .grupos = kFichasVAC},
    Fonte{.tipo = 16, .grupos = kRegCC},  Fonte{.tipo = 16, .grupos = kFichasCC},
};

}  // namespace

constexpr Relatorio kResumoDeProducao{"resumo_de_producao", "Resumo de produção", Especie::producao, kFontes};

}  // namespace aroeira::relatorios
