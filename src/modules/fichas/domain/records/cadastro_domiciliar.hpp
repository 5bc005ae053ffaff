// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/cadastro.hpp"
#include "modules/fichas/domain/records/cadastro_domiciliar_moradia.hpp"
#include "modules/fichas/domain/records/clinico.hpp"

/// Cadastro Domiciliar e Territorial (tipo 3). Source: LEDI 8.7.0, CDT.
namespace aroeira::fichas::ledi {

struct CadastroDomiciliar : Record {
    List<std::int64_t> animaisNoDomicilio;
    Ref<Moradia> condicaoMoradia;
    Ref<EnderecoLocalPermanencia> enderecoLocalPermanencia;
    List<Familia> familias;
    Boolean fichaAtualizada;
    Text quantosAnimaisNoDomicilio;
    Boolean stAnimaisNoDomicilio, statusTermoRecusa;
    Integer tpCdsOrigem;
    Text uuid, uuidFichaOriginadora;
    Long tipoDeImovel;
    Ref<Instituicao> instituicaoPermanencia;
    Ref<UnicaLotacaoHeader> headerTransport;
    Double latitude, longitude;
    Long tipoEndereco;
    Boolean stAtivo;
};
using Domicilio = CadastroDomiciliar;

// The XSD lacks tipoEndereco, whose place is the one of the official examples, and stAtivo, which
// no published file but the dictionary has (#18; it is not in the one of 7.4.0).
template <>
inline constexpr auto fields<Domicilio> = record(
    field<1,  &Domicilio::animaisNoDomicilio>       .xml(1).items(0, 8).codes(tabela::AnimalNoDomicilio),
    field<2,  &Domicilio::condicaoMoradia>          .xml(2),
    field<4,  &Domicilio::enderecoLocalPermanencia> .xml(4),
    field<5,  &Domicilio::familias>                 .xml(7),
    field<6,  &Domicilio::fichaAtualizada>          .xml(8).required(),
    field<7,  &Domicilio::quantosAnimaisNoDomicilio>.xml(9).chars(0, 2).must(positive),
    field<8,  &Domicilio::stAnimaisNoDomicilio>     .xml(10),
    field<9,  &Domicilio::statusTermoRecusa>        .xml(11),
    field<10, &Domicilio::tpCdsOrigem>              .xml(12).required(),
    field<11, &Domicilio::uuid>                     .xml(13).required().chars(36, 44),
    field<12, &Domicilio::uuidFichaOriginadora>     .xml(14).required().chars(36, 44),
    field<13, &Domicilio::tipoDeImovel>             .xml(15).required().codes(tabela::tipoDeImovel),
    field<14, &Domicilio::instituicaoPermanencia>   .xml(16),
    field<15, &Domicilio::headerTransport>          .xml(17).required(),
    field<17, &Domicilio::latitude>                 .xml(5).range(-90, 90).decimals(8),
    field<18, &Domicilio::longitude>                .xml(6).range(-180, 180).decimals(8),
    field<20, &Domicilio::tipoEndereco>             .xml(3).required().only({3}),
    field<kUnpublishedIds + 1, &Domicilio::stAtivo> .xml(18).since(8, 4, 0));

// ---- conditional rules ----

namespace domicilio {
inline constexpr std::int64_t kDomicilio = 1;
/// Shelters, homes for the elderly, prisons, juvenile units and police stations.
inline constexpr CodeSet kInstituicao{7, 8, 9, 10, 11};
/// Places nobody lives in.
inline constexpr CodeSet kSemMoradia{2, 3, 4, 5, 6, 12, 13, 99};

/// The resident signed the refusal; an unmarked term is no refusal.
inline bool is_refused(const Domicilio& f) { return f.statusTermoRecusa == true; }
inline bool is_institution(const Domicilio& f) { return f.tipoDeImovel && kInstituicao.has(*f.tipoDeImovel); }
inline bool is_home(const Domicilio& f) { return f.tipoDeImovel == kDomicilio; }

using Endereco = EnderecoLocalPermanencia;
inline constexpr std::pair<Text Endereco::*, std::string_view> kRequiredOfAddress[] = {
    {&Endereco::bairro, "enderecoLocalPermanencia.bairro"},
    {&Endereco::cep, "enderecoLocalPermanencia.cep"},
    {&Endereco::codigoIbgeMunicipio, "enderecoLocalPermanencia.codigoIbgeMunicipio"},
    {&Endereco::nomeLogradouro, "enderecoLocalPermanencia.nomeLogradouro"},
    {&Endereco::numeroDneUf, "enderecoLocalPermanencia.numeroDneUf"},
    {&Endereco::tipoLogradouroNumeroDne, "enderecoLocalPermanencia.tipoLogradouroNumeroDne"},
};

/// Residents the families declare; a family that does not say counts one.
inline std::int64_t residents(const Domicilio& f) {
    std::int64_t sum = 0;
    for (const Familia& family : f.familias) sum += std::max(family.numeroMembrosFamilia.value_or(1), 1);
    return sum;
}

inline constexpr auto address_rules = std::array{
    Rule<Domicilio>{
        .id = "CDT-08",
        .field = name_of<&Domicilio::enderecoLocalPermanencia>,
        .message = "Falta o endereço do imóvel.",
        .fix = "Informe o endereço; só quem recusou o cadastro pode ficar sem ele.",
        .source = "LEDI 8.7.0, CDT #3",
        .holds = [](const Domicilio& f, const Context&) { return is_refused(f) || is_filled(f.enderecoLocalPermanencia); }},
    Rule<Domicilio>{
        .id = "CDT-09",
        .field = name_of<&Domicilio::enderecoLocalPermanencia>,
        .message = "O endereço está incompleto.",
        .fix = "Informe bairro, CEP, município, UF, tipo e nome do logradouro.",
        .source = "LEDI 8.7.0, CDT, EnderecoLocalPermanencia #1 a #3, #5, #7 e #10",
        .each = [](const Domicilio& f, const Context&, Breaches& found) {
            if (!is_filled(f.enderecoLocalPermanencia)) return;
            for (const auto& [part, path] : kRequiredOfAddress)
                if (!is_filled((*f.enderecoLocalPermanencia).*part)) found.field(path);
        }},
    Rule<Domicilio>{
        .id = "CDT-10",
        .field = "enderecoLocalPermanencia.numero",
        .message = "Falta o número do imóvel.",
        .fix = "Informe o número, ou marque que o imóvel não tem número.",
        .source = "LEDI 8.7.0, CDT, EnderecoLocalPermanencia #6",
        .holds = [](const Domicilio& f, const Context&) {
            const auto& address = f.enderecoLocalPermanencia;
            return !is_filled(address) || address->stSemNumero == true || is_filled(address->numero);
        }},
    Rule<Domicilio>{
        .id = "CDT-11",
        .field = "enderecoLocalPermanencia.numero",
        .message = "O imóvel foi marcado como sem número e mesmo assim tem número.",
        .fix = "Retire o número, ou desmarque sem número.",
        .source = "LEDI 8.7.0, CDT, EnderecoLocalPermanencia #6",
        .holds = [](const Domicilio& f, const Context&) {
            const auto& address = f.enderecoLocalPermanencia;
            return !address || address->stSemNumero != true || !is_filled(address->numero);
        }},
    Rule<Domicilio>{
        .id = "CDT-12",
        .field = "enderecoLocalPermanencia.microArea",
        .message = "Falta a microárea.",
        .fix = "Informe a microárea, ou marque que o imóvel está fora de área.",
        .source = "LEDI 8.7.0, CDT, EnderecoLocalPermanencia #13",
        .holds = [](const Domicilio& f, const Context&) {
            const auto& address = f.enderecoLocalPermanencia;
            return !is_filled(address) || address->stForaArea == true || is_filled(address->microArea);
        }},
    Rule<Domicilio>{
        .id = "CDT-13",
        .field = "enderecoLocalPermanencia.microArea",
        .message = "O imóvel está fora de área e mesmo assim tem microárea.",
        .fix = "Retire a microárea, ou desmarque fora de área.",
        .source = "LEDI 8.7.0, CDT, EnderecoLocalPermanencia #13",
        .holds = [](const Domicilio& f, const Context&) {
            const auto& address = f.enderecoLocalPermanencia;
            return !address || address->stForaArea != true || !is_filled(address->microArea);
        }},
    Rule<Domicilio>{
        .id = "CDT-14",
        .field = "enderecoLocalPermanencia.telefoneResidencia",
        .message = "O telefone da residência só se aplica a um domicílio.",
        .fix = "Retire o telefone da residência, ou corrija o tipo de imóvel.",
        .source = "LEDI 8.7.0, CDT, EnderecoLocalPermanencia #9",
        .holds = [](const Domicilio& f, const Context&) {
            const auto& address = f.enderecoLocalPermanencia;
            return !address || !f.tipoDeImovel || is_home(f) || !is_filled(address->telefoneResidencia);
        }},
    Rule<Domicilio>{
        .id = "CDT-15",
        .field = name_of<&Domicilio::latitude>,
        .message = "A posição foi informada pela metade.",
        .fix = "Informe a latitude e a longitude, ou nenhuma das duas.",
        .source = "LEDI 8.7.0, CDT #15 e #16",
        .each = [](const Domicilio& f, const Context&, Breaches& found) {
            if (!all_or_none(f.latitude, f.longitude)) demand<&Domicilio::latitude, &Domicilio::longitude>(f, found);
        }},
};

/// What each kind of property has.
inline constexpr auto property_rules = std::array{
    Rule<Domicilio>{
        .id = "CDT-16",
        .field = name_of<&Domicilio::statusTermoRecusa>,
        .message = "O cadastro foi recusado, e mesmo assim o campo foi preenchido.",
        .fix = "Retire o campo, ou desmarque o termo de recusa.",
        .source = "LEDI 8.7.0, CDT #1, #2, #4, #6, #7 e #13",
        .each = [](const Domicilio& f, const Context&, Breaches& found) {
            if (is_refused(f))
                forbid_filled<&Domicilio::animaisNoDomicilio, &Domicilio::condicaoMoradia, &Domicilio::familias,
                              &Domicilio::quantosAnimaisNoDomicilio, &Domicilio::stAnimaisNoDomicilio,
                              &Domicilio::instituicaoPermanencia>(f, found);
        }},
    Rule<Domicilio>{
        .id = "CDT-17",
        .field = name_of<&Domicilio::tipoDeImovel>,
        .message = "O campo só se aplica a um domicílio.",
        .fix = "Retire as famílias e os animais, ou corrija o tipo de imóvel.",
        .source = "LEDI 8.7.0, CDT #1, #4, #6 e #7",
        .each = [](const Domicilio& f, const Context&, Breaches& found) {
            if (f.tipoDeImovel && !is_home(f))
                forbid_filled<&Domicilio::animaisNoDomicilio, &Domicilio::familias, &Domicilio::quantosAnimaisNoDomicilio,
                              &Domicilio::stAnimaisNoDomicilio>(f, found);
        }},
    Rule<Domicilio>{
        .id = "CDT-18",
        .field = name_of<&Domicilio::condicaoMoradia>,
        .message = "As condições de moradia não se aplicam a este tipo de imóvel.",
        .fix = "Retire as condições de moradia, ou corrija o tipo de imóvel.",
        .source = "LEDI 8.7.0, CDT #2",
        .holds = [](const Domicilio& f, const Context&) {
            return !f.tipoDeImovel || !kSemMoradia.has(*f.tipoDeImovel) || !is_filled(f.condicaoMoradia);
        }},
    Rule<Domicilio>{
        .id = "CDT-19",
        .field = name_of<&Domicilio::instituicaoPermanencia>,
        .message = "Os dados da instituição de permanência não se aplicam a este tipo de imóvel.",
        .fix = "Retire os dados da instituição, ou use um tipo de imóvel de 7 a 11.",
        .source = "LEDI 8.7.0, CDT #13",
        .holds = [](const Domicilio& f, const Context&) {
            return !f.tipoDeImovel || is_institution(f) || !is_filled(f.instituicaoPermanencia);
        }},
    Rule<Domicilio>{
        .id = "CDT-20",
        .field = name_of<&Domicilio::condicaoMoradia>,
        .message = "O campo não se aplica a uma instituição de permanência.",
        .fix = "Retire o campo, ou corrija o tipo de imóvel.",
        .source = "LEDI 8.7.0, CDT, CondicaoMoradia #2, #6, #7, #9, #11 e #12",
        .each = [](const Domicilio& f, const Context&, Breaches& found) {
            if (!f.condicaoMoradia || !is_institution(f)) return;
            const Moradia& home = *f.condicaoMoradia;
            if (home.areaProducaoRural) found.field("condicaoMoradia.areaProducaoRural");
            if (home.materialPredominanteParedesExtDomicilio)
                found.field("condicaoMoradia.materialPredominanteParedesExtDomicilio");
            if (is_filled(home.nuComodos)) found.field("condicaoMoradia.nuComodos");
            if (home.situacaoMoradiaPosseTerra) found.field("condicaoMoradia.situacaoMoradiaPosseTerra");
            if (home.tipoAcessoDomicilio) found.field("condicaoMoradia.tipoAcessoDomicilio");
            if (home.tipoDomicilio) found.field("condicaoMoradia.tipoDomicilio");
        }},
    Rule<Domicilio>{
        .id = "CDT-21",
        .field = "condicaoMoradia.situacaoMoradiaPosseTerra",
        .message = "Falta a situação de moradia ou de posse da terra.",
        .fix = "Informe se a moradia é própria, alugada, cedida ou outra.",
        .source = "LEDI 8.7.0, CDT, CondicaoMoradia #9",
        .holds = [](const Domicilio& f, const Context&) {
            return !is_home(f) || !is_filled(f.condicaoMoradia) || f.condicaoMoradia->situacaoMoradiaPosseTerra;
        }},
};
}  // namespace domicilio

template <>
inline constexpr auto rules<Domicilio> = join(
    general_rules<Domicilio>, update_rules<Domicilio>, domicilio::address_rules, domicilio::property_rules,
    std::array{
        Rule<Domicilio>{
            .id = "CDT-22",
            .field = name_of<&Domicilio::animaisNoDomicilio>,
            .message = "O domicílio não tem animais, e mesmo assim eles foram informados.",
            .fix = "Retire os animais e a quantidade, ou marque que há animais.",
            .source = "LEDI 8.7.0, CDT #1 e #6",
            .each = [](const Domicilio& f, const Context&, Breaches& found) {
                if (f.stAnimaisNoDomicilio == false)
                    forbid_filled<&Domicilio::animaisNoDomicilio, &Domicilio::quantosAnimaisNoDomicilio>(f, found);
            }},
        Rule<Domicilio>{
            .id = "CDT-23",
            .field = name_of<&Domicilio::quantosAnimaisNoDomicilio>,
            .message = "A quantidade de animais é menor que o número de tipos informados.",
            .fix = "Confira a quantidade: há pelo menos um animal de cada tipo.",
            .source = "LEDI 8.7.0, CDT #6",
            .holds = [](const Domicilio& f, const Context&) {
                const Long animals = clinico::whole_number(f.quantosAnimaisNoDomicilio);
                return !animals || *animals >= f.animaisNoDomicilio.size();
            }},
        Rule<Domicilio>{
            .id = "CDT-24",
            .field = name_of<&Domicilio::familias>,
            .message = "Duas famílias têm o mesmo responsável.",
            .fix = "Deixe cada CNS de responsável em uma família só.",
            .source = "LEDI 8.7.0, CDT #4",
            .each = [](const Domicilio& f, const Context&, Breaches& found) {
                clinico::find_repeated(f.familias, [](const Familia& family) { return family.numeroCnsResponsavel; },
                                       "numeroCnsResponsavel", found);
            }},
        Rule<Domicilio>{
            .id = "CDT-25",
            .field = "condicaoMoradia.nuMoradores",
            .message = "O número de moradores é menor que o das famílias.",
            .fix = "Some os membros das famílias; a que não diz quantos tem conta como um.",
            .source = "LEDI 8.7.0, CDT, CondicaoMoradia #8",
            .holds = [](const Domicilio& f, const Context&) {
                if (!f.condicaoMoradia) return true;
                const Long count = clinico::whole_number(f.condicaoMoradia->nuMoradores);
                return !count || *count >= domicilio::residents(f);
            }},
        Rule<Domicilio>{
            .id = "CDT-26",
            .field = name_of<&Domicilio::stAtivo>,
            .message = "Só uma atualização diz se o cadastro do imóvel está ativo.",
            .fix = "Retire o campo, ou marque que é uma atualização.",
            .source = "LEDI 8.7.0, CDT #18",
            .since = {8, 4, 0},
            .holds = [](const Domicilio& f, const Context&) { return !f.stAtivo || f.fichaAtualizada == true; }},
        // #18 says «true» where it must mean false: with «true» no inhabited home could be active.
        Rule<Domicilio>{
            .id = "CDT-27",
            .field = name_of<&Domicilio::familias>,
            .message = "O imóvel está inativo, e ainda há uma família que não se mudou.",
            .fix = "Marque a mudança da família, ou que o imóvel está ativo.",
            .source = "LEDI 8.7.0, CDT #4 e #18",
            .since = {8, 4, 0},
            .each = [](const Domicilio& f, const Context&, Breaches& found) {
                for (std::size_t i = 0; f.stAtivo == false && i < f.familias.size(); ++i)
                    if (f.familias[i].stMudanca != true) found.at(i, "stMudanca");
            }},
    });

}  // namespace aroeira::fichas::ledi
