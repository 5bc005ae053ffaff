// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorios/comum.hpp"

namespace aroeira::relatorios {
namespace {

constexpr std::array kAvaliacao{
    comum::registros(), comum::turno(), comum::idades("dataNascimentoCidadao", "sexoCidadao"),
    comum::codigos("raca_cor", "Raça / cor", "racaCorCidadao"),
    comum::codigos("procedencia", "Procedência", "atencaoDomiciliarProcedencia"),
    comum::codigos("modalidade", "Modalidade AD", "atencaoDomiciliarModalidade"),
    comum::codigos("condicoes", "Condições avaliadas", "condicoesAvaliadas"),
    comum::cid10("cid10Principal"), comum::codigos("cuidador", "Cuidador", "cuidadorCidadao"),
    comum::codigos("elegivel", "Conclusão: elegível", "conclusaoDestinoElegivel"),
    comum::codigos("inelegivel", "Conclusão: inelegível", "conclusaoDestinoInelegivel"),
};
constexpr std::array kFontes{Fonte{.tipo = 11, .grupos = kAvaliacao}};

}  // namespace

constexpr Relatorio kAvaliacaoElegibilidade{"avaliacao_elegibilidade", "Avaliação de elegibilidade", Especie::producao, kFontes};

}  // namespace aroeira::relatorios
