// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ledi/filled.hpp"
#include "modules/fichas/domain/records/cidadao.hpp"

/// The home, the families and the institution of a Cadastro Domiciliar e Territorial. What depends
/// on the kind of property stands with the record. Source: LEDI 8.7.0, CDT, CondicaoMoradia,
/// FamiliaRow, InstituicaoPermanencia.
namespace aroeira::fichas::ledi {

struct CondicaoMoradia : Record {
    Long abastecimentoAgua, areaProducaoRural, destinoLixo, formaEscoamentoBanheiro, localizacao,
        materialPredominanteParedesExtDomicilio;
    Text nuComodos, nuMoradores;
    Long situacaoMoradiaPosseTerra;
    Boolean stDisponibilidadeEnergiaEletrica;
    Long tipoAcessoDomicilio, tipoDomicilio, aguaConsumoDomicilio, tipoOrigemEnergiaEletrica;
};
using Moradia = CondicaoMoradia;

template <>
inline constexpr auto fields<Moradia> = record(
    field<1,  &Moradia::abastecimentoAgua>        .xml(1).codes(tabela::AbastecimentoDeAgua),
    field<2,  &Moradia::areaProducaoRural>        .xml(2).codes(tabela::CondicaoDePosseEUsoDaTerra),
    field<3,  &Moradia::destinoLixo>              .xml(3).codes(tabela::DestinoDoLixo),
    field<4,  &Moradia::formaEscoamentoBanheiro>  .xml(4).codes(tabela::FormaDeEscoamentoDoBanheiroOuSanitario),
    field<5,  &Moradia::localizacao>              .xml(5).codes(tabela::LocalizacaoDaMoradia),
    field<6,  &Moradia::materialPredominanteParedesExtDomicilio>.xml(6).codes(tabela::MaterialPredominanteNaConstrucao),
    field<7,  &Moradia::nuComodos>                .xml(7).chars(0, 2).must(positive),
    field<8,  &Moradia::nuMoradores>              .xml(8).chars(0, 4).must(digits),
    field<9,  &Moradia::situacaoMoradiaPosseTerra>.xml(9).codes(tabela::SituacaoDeMoradia),
    field<10, &Moradia::stDisponibilidadeEnergiaEletrica>.xml(10),
    field<11, &Moradia::tipoAcessoDomicilio>      .xml(12).codes(tabela::TipoDeAcessoAoDomicilio),
    field<12, &Moradia::tipoDomicilio>            .xml(13).codes(tabela::TipoDeDomicilio),
    field<13, &Moradia::aguaConsumoDomicilio>     .xml(14).codes(tabela::AguaConsumoDomicilio),
    field<14, &Moradia::tipoOrigemEnergiaEletrica>.xml(11).codes(tabela::TipoOrigemEnergiaEletrica));

struct FamiliaRow : Record {
    Long dataNascimentoResponsavel;
    Text numeroCnsResponsavel;
    Integer numeroMembrosFamilia;
    Text numeroProntuario;
    Long rendaFamiliar, resideDesde;
    Boolean stMudanca;
    Text cpfResponsavel;
};
using Familia = FamiliaRow;

template <>
inline constexpr auto fields<Familia> = record(
    field<1, &Familia::dataNascimentoResponsavel>.xml(1),
    field<2, &Familia::numeroCnsResponsavel>     .xml(2).chars(15).must(cns),
    field<3, &Familia::numeroMembrosFamilia>     .xml(4).range(1, 999),
    field<4, &Familia::numeroProntuario>         .xml(5).chars(0, 30).must(prontuario),
    field<5, &Familia::rendaFamiliar>            .xml(6).codes(tabela::RendaFamiliar),
    field<6, &Familia::resideDesde>              .xml(7),
    field<7, &Familia::stMudanca>                .xml(8),
    field<8, &Familia::cpfResponsavel>           .xml(3).chars(11).must(cpf));

struct InstituicaoPermanencia : Record {
    Text nomeInstituicaoPermanencia;
    Boolean stOutrosProfissionaisVinculados;
    Text nomeResponsavelTecnico, cnsResponsavelTecnico, cargoInstituicao, telefoneResponsavelTecnico;
};
using Instituicao = InstituicaoPermanencia;

template <>
inline constexpr auto fields<Instituicao> = record(
    field<1, &Instituicao::nomeInstituicaoPermanencia>.chars(0, 100),
    field<2, &Instituicao::stOutrosProfissionaisVinculados>,
    field<3, &Instituicao::nomeResponsavelTecnico>    .chars(3, 70).must(person_name),
    field<4, &Instituicao::cnsResponsavelTecnico>     .chars(15).must(cns),
    field<5, &Instituicao::cargoInstituicao>          .chars(0, 100),
    field<6, &Instituicao::telefoneResponsavelTecnico>.chars(10, 11).must(digits));

// ---- conditional rules ----

namespace moradia {
inline constexpr std::int64_t kUrbana = 83, kPeriurbana = 205;
inline constexpr std::int32_t kMostMembersBefore84 = 99;
}  // namespace moradia

template <>
inline constexpr auto rules<Moradia> = std::array{
    Rule<Moradia>{
        .id = "CDT-01",
        .field = name_of<&Moradia::localizacao>,
        .message = "Falta a localização da moradia.",
        .fix = "Informe se é urbana, rural ou periurbana.",
        .source = "LEDI 8.7.0, CDT, CondicaoMoradia #5",
        .holds = [](const Moradia& m, const Context&) { return m.localizacao || !is_filled(m); }},
    Rule<Moradia>{
        .id = "CDT-02",
        .field = name_of<&Moradia::areaProducaoRural>,
        .message = "A posse e o uso da terra só se aplicam à moradia rural.",
        .fix = "Retire o campo, ou corrija a localização.",
        .source = "LEDI 8.7.0, CDT, CondicaoMoradia #2",
        .holds = [](const Moradia& m, const Context&) {
            return !m.areaProducaoRural || (m.localizacao != moradia::kUrbana && m.localizacao != moradia::kPeriurbana);
        }},
    Rule<Moradia>{
        .id = "CDT-03",
        .field = name_of<&Moradia::tipoOrigemEnergiaEletrica>,
        .message = "Há origem da energia elétrica, e o domicílio não tem energia.",
        .fix = "Retire a origem, ou marque que há energia elétrica.",
        .source = "LEDI 8.7.0, CDT, CondicaoMoradia #14",
        .holds = [](const Moradia& m, const Context&) {
            return m.stDisponibilidadeEnergiaEletrica != false || !m.tipoOrigemEnergiaEletrica;
        }},
};

template <>
inline constexpr auto rules<Familia> = join(
    birth_rules<&Familia::dataNascimentoResponsavel>,
    document_rules<&Familia::numeroCnsResponsavel, &Familia::cpfResponsavel>,
    std::array{
        Rule<Familia>{
            .id = "CDT-04",
            .field = name_of<&Familia::cpfResponsavel>,
            .message = "Faltam o CPF e o CNS do responsável pela família.",
            .fix = "Informe o CPF ou o CNS do responsável.",
            .source = "LEDI 8.7.0, CDT, FamiliaRow #2 e #8",
            .holds = [](const Familia& f, const Context&) { return any(f.numeroCnsResponsavel, f.cpfResponsavel); }},
        Rule<Familia>{
            .id = "CDT-05",
            .field = name_of<&Familia::numeroMembrosFamilia>,
            .message = "A versão declarada aceita até 99 membros na família.",
            .fix = "Confira o número de membros, ou declare a versão 8.4.0 ou mais nova do LEDI.",
            .source = "LEDI 7.4.0, CDT, FamiliaRow #3",
            .until = {8, 4, 0},
            .holds = [](const Familia& f, const Context&) {
                return !f.numeroMembrosFamilia || *f.numeroMembrosFamilia <= moradia::kMostMembersBefore84;
            }},
        Rule<Familia>{
            .id = "CDT-06",
            .field = name_of<&Familia::resideDesde>,
            .message = "A data desde quando a família reside está no futuro.",
            .fix = "Confira o mês e o ano em que a família passou a residir no domicílio.",
            .source = "LEDI 8.7.0, CDT, FamiliaRow #6",
            .holds = [](const Familia& f, const Context& c) { return !f.resideDesde || c.day(*f.resideDesde) <= c.today(); }},
    });

template <>
inline constexpr auto rules<Instituicao> = std::array{
    Rule<Instituicao>{
        .id = "CDT-07",
        .field = name_of<&Instituicao::nomeResponsavelTecnico>,
        .message = "Falta o nome do responsável técnico da instituição.",
        .fix = "Informe o nome completo do responsável técnico.",
        .source = "LEDI 8.7.0, CDT, InstituicaoPermanencia #3",
        .holds = [](const Instituicao& i, const Context&) { return present(i.nomeResponsavelTecnico) || !is_filled(i); }},
};

}  // namespace aroeira::fichas::ledi
