// SPDX-License-Identifier: Apache-2.0
#include "modules/relatorios/domain/relatorios/comum.hpp"

namespace aroeira::relatorios {
namespace {

constexpr std::array kImoveis{
    Linha{"", "Imóveis cadastrados"},
    Linha{"enderecoLocalPermanencia.stForaArea", "Imóveis fora de área", Conta::sim},
};
constexpr std::array kFamilias{
    Linha{"", "Famílias cadastradas"},
    Linha{"numeroMembrosFamilia", "Membros informados nas famílias", Conta::soma},
    Linha{"stMudanca", "Famílias que se mudaram", Conta::sim},
};
constexpr std::array kCidadaos{
    Linha{"", "Cidadãos ativos"},
    Linha{"identificacaoUsuarioCidadao.statusEhResponsavel", "Responsáveis familiares", Conta::sim},
    Linha{"identificacaoUsuarioCidadao.stForaArea", "Cidadãos fora de área", Conta::sim},
    Linha{"condicoesDeSaude.statusEhGestante", "Gestantes", Conta::sim},
    Linha{"condicoesDeSaude.statusTemHipertensaoArterial", "Pessoas com hipertensão arterial", Conta::sim},
    Linha{"condicoesDeSaude.statusTemDiabetes", "Pessoas com diabetes", Conta::sim},
    Linha{"condicoesDeSaude.statusEstaAcamado", "Acamados", Conta::sim},
    Linha{"condicoesDeSaude.statusEstaDomiciliado", "Domiciliados", Conta::sim},
    Linha{"emSituacaoDeRua.statusSituacaoRua", "Pessoas em situação de rua", Conta::sim},
};
constexpr std::array kImovel{
    Grupo{.codigo = "imoveis", .titulo = "Imóveis", .linhas = kImoveis},
    comum::codigos("tipo_imovel", "Tipo de imóvel", "tipoDeImovel"),
    comum::codigos("imoveis_microarea", "Imóveis por microárea", "enderecoLocalPermanencia.microArea"),
};
constexpr std::array kFamilia{Grupo{.codigo = "familias", .titulo = "Famílias", .linhas = kFamilias}};
constexpr std::array kCidadao{
    Grupo{.codigo = "cidadaos", .titulo = "Cidadãos", .linhas = kCidadaos},
    comum::codigos("cidadaos_microarea", "Cidadãos por microárea", "identificacaoUsuarioCidadao.microArea"),
    comum::idades("identificacaoUsuarioCidadao.dataNascimentoCidadao", "identificacaoUsuarioCidadao.sexoCidadao"),
};
constexpr std::array kSaidas{comum::codigos("saida", "Saída do cidadão do cadastro", "saidaCidadaoCadastro.motivoSaidaCidadao")};
constexpr std::array kFontes{
    Fonte{.tipo = 3, .grupos = kImovel, .sem = "statusTermoRecusa"},
    Fonte{.tipo = 3, .itens = "familias", .grupos = kFamilia, .sem = "statusTermoRecusa"},
    Fonte{.tipo = 2, .grupos = kCidadao,
          .sem = "saidaCidadaoCadastro.motivoSaidaCidadao|statusTermoRecusaCadastroIndividualAtencaoBasica"},
    Fonte{.tipo = 2, .grupos = kSaidas},
};

}  // namespace

constexpr Relatorio kSituacaoDoTerritorio{"situacao_do_territorio", "Situação do território", Especie::consolidado, kFontes};

}  // namespace aroeira::relatorios
