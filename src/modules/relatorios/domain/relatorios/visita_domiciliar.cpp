// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorios/comum.hpp"

namespace aroeira::relatorios {
namespace {

constexpr std::array kOutras{
    Linha{"statusVisitaCompartilhadaOutroProfissional", "Visita compartilhada com outro profissional", Conta::sim},
    Linha{"stForaArea", "Fora de área", Conta::sim},
};
constexpr std::array kAcompanhamento{
    Linha{"pesoAcompanhamentoNutricional", "Peso"},
    Linha{"alturaAcompanhamentoNutricional", "Altura"},
    Linha{"pressaoSistolica", "Pressão arterial"},
    Linha{"temperatura", "Temperatura"},
    Linha{"glicemia", "Glicemia"},
};
constexpr std::array kVisita{
    comum::registros(), comum::turno(), comum::idades("dtNascimento", "sexo"),
    comum::codigos("tipo_imovel", "Tipo de imóvel", "tipoDeImovel"), comum::codigos("motivo", "Motivo da visita", "motivosVisita"),
    Grupo{.codigo = "acompanhamento", .titulo = "Antropometria e sinais vitais", .linhas = kAcompanhamento},
    comum::codigos("desfecho", "Desfecho", "desfecho"), comum::codigos("microarea", "Microárea", "microArea"),
    Grupo{.codigo = "outras", .titulo = "Outras informações", .linhas = kOutras},
};
constexpr std::array kFontes{Fonte{.tipo = 8, .itens = "visitasDomiciliares", .grupos = kVisita}};

}  // namespace

constexpr Relatorio kVisitaDomiciliar{"visita_domiciliar", "Visita domiciliar e territorial", Especie::producao, kFontes};

}  // namespace aroeira::relatorios
