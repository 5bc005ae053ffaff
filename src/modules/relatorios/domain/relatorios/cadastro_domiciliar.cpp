// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorios/comum.hpp"

namespace aroeira::relatorios {
namespace {

constexpr std::array kImoveis{
    Linha{"", "Imóveis"},
    Linha{"condicaoMoradia.nuMoradores", "Com moradores informados"},
    Linha{"condicaoMoradia.stDisponibilidadeEnergiaEletrica", "Com energia elétrica", Conta::sim},
    Linha{"stAnimaisNoDomicilio", "Com animais no domicílio", Conta::sim},
    Linha{"enderecoLocalPermanencia.stForaArea", "Fora de área", Conta::sim},
};
constexpr std::array kImovel{
    comum::registros(kImoveis), comum::codigos("tipo_imovel", "Tipo de imóvel", "tipoDeImovel"),
    comum::codigos("microarea", "Microárea", "enderecoLocalPermanencia.microArea"),
    comum::codigos("situacao_moradia", "Situação de moradia / posse da terra", "condicaoMoradia.situacaoMoradiaPosseTerra"),
    comum::codigos("localizacao", "Localização", "condicaoMoradia.localizacao"),
    comum::codigos("tipo_domicilio", "Tipo de domicílio", "condicaoMoradia.tipoDomicilio"),
    comum::codigos("acesso", "Tipo de acesso ao domicílio", "condicaoMoradia.tipoAcessoDomicilio"),
    comum::codigos("producao_rural", "Condição de posse e uso da terra", "condicaoMoradia.areaProducaoRural"),
    comum::codigos("paredes", "Material predominante nas paredes externas", "condicaoMoradia.materialPredominanteParedesExtDomicilio"),
    comum::codigos("abastecimento", "Abastecimento de água", "condicaoMoradia.abastecimentoAgua"),
    comum::codigos("agua", "Água para consumo no domicílio", "condicaoMoradia.aguaConsumoDomicilio"),
    comum::codigos("escoamento", "Forma de escoamento do banheiro ou sanitário", "condicaoMoradia.formaEscoamentoBanheiro"),
    comum::codigos("lixo", "Destino do lixo", "condicaoMoradia.destinoLixo"),
    comum::codigos("energia", "Origem da energia elétrica", "condicaoMoradia.tipoOrigemEnergiaEletrica"),
    comum::codigos("animais", "Animais no domicílio", "animaisNoDomicilio"),
};
constexpr std::array kFamilias{
    Linha{"", "Famílias"},
    Linha{"numeroMembrosFamilia", "Membros das famílias", Conta::soma},
    Linha{"stMudanca", "Famílias que se mudaram", Conta::sim},
};
constexpr std::array kFamilia{
    Grupo{.codigo = "familias", .titulo = "Famílias", .linhas = kFamilias},
    comum::codigos("renda", "Renda familiar", "rendaFamiliar"),
};
constexpr std::array kRecusas{Linha{"", "Recusas de cadastro"}};
constexpr std::array kRecusa{Grupo{.codigo = "recusas", .titulo = "Recusas", .linhas = kRecusas}};
constexpr std::array kFontes{
    Fonte{.tipo = 3, .grupos = kImovel, .sem = "statusTermoRecusa"},
    Fonte{.tipo = 3, .itens = "familias", .grupos = kFamilia, .sem = "statusTermoRecusa"},
    Fonte{.tipo = 3, .grupos = kRecusa, .se = "statusTermoRecusa"},
};

}  // namespace

constexpr Relatorio kCadastroDomiciliar{"cadastro_domiciliar", "Cadastro domiciliar e territorial", Especie::consolidado, kFontes};

}  // namespace aroeira::relatorios
