// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/ledi/filled.hpp"
#include "modules/fichas/domain/records/comum.hpp"

/// The health of the citizen of a Cadastro Individual, and life on the street. What two groups say
/// about each other stands with the record. Source: LEDI 8.7.0, CI, CondicoesDeSaude, EmSituacaoDeRua.
namespace aroeira::fichas::ledi {

struct CondicoesDeSaude : Record {
    Text descricaoCausaInternacaoEm12Meses, descricaoOutraCondicao1, descricaoOutraCondicao2, descricaoOutraCondicao3,
        descricaoPlantasMedicinaisUsadas;
    List<std::int64_t> doencaCardiaca, doencaRespiratoria, doencaRins;
    Text maternidadeDeReferencia;
    Long situacaoPeso;
    Boolean statusEhDependenteAlcool, statusEhDependenteOutrasDrogas, statusEhFumante, statusEhGestante, statusEstaAcamado,
        statusEstaDomiciliado, statusTemDiabetes, statusTemDoencaRespiratoria, statusTemHanseniase,
        statusTemHipertensaoArterial, statusTemTeveCancer, statusTemTeveDoencasRins, statusTemTuberculose,
        statusTeveAvcDerrame, statusTeveDoencaCardiaca, statusTeveInfarto, statusTeveInternadoEm12Meses,
        statusUsaOutrasPraticasIntegrativasOuComplementares, statusUsaPlantaMedicinais, statusDiagnosticoMental;
};
template <>
inline constexpr auto fields<CondicoesDeSaude> = record(
    field<1,  &CondicoesDeSaude::descricaoCausaInternacaoEm12Meses>.chars(0, 100),
    field<2,  &CondicoesDeSaude::descricaoOutraCondicao1>          .chars(0, 100),
    field<3,  &CondicoesDeSaude::descricaoOutraCondicao2>          .chars(0, 100),
    field<4,  &CondicoesDeSaude::descricaoOutraCondicao3>          .chars(0, 100),
    field<5,  &CondicoesDeSaude::descricaoPlantasMedicinaisUsadas> .chars(0, 100),
    field<6,  &CondicoesDeSaude::doencaCardiaca>                   .items(0, 3).codes(tabela::DoencaCardiaca),
    field<7,  &CondicoesDeSaude::doencaRespiratoria>               .items(0, 4).codes(tabela::DoencaRespiratoria),
    field<8,  &CondicoesDeSaude::doencaRins>                       .items(0, 3).codes(tabela::ProblemaRins),
    field<9,  &CondicoesDeSaude::maternidadeDeReferencia>          .chars(0, 100),
    field<10, &CondicoesDeSaude::situacaoPeso>                     .codes(tabela::ConsideracaoPeso),
    field<11, &CondicoesDeSaude::statusEhDependenteAlcool>,
    field<12, &CondicoesDeSaude::statusEhDependenteOutrasDrogas>,
    field<13, &CondicoesDeSaude::statusEhFumante>,
    field<14, &CondicoesDeSaude::statusEhGestante>,
    field<15, &CondicoesDeSaude::statusEstaAcamado>,
    field<16, &CondicoesDeSaude::statusEstaDomiciliado>,
    field<17, &CondicoesDeSaude::statusTemDiabetes>,
    field<18, &CondicoesDeSaude::statusTemDoencaRespiratoria>,
    field<19, &CondicoesDeSaude::statusTemHanseniase>,
    field<20, &CondicoesDeSaude::statusTemHipertensaoArterial>,
    field<21, &CondicoesDeSaude::statusTemTeveCancer>,
    field<22, &CondicoesDeSaude::statusTemTeveDoencasRins>,
    field<23, &CondicoesDeSaude::statusTemTuberculose>,
    field<24, &CondicoesDeSaude::statusTeveAvcDerrame>,
    field<25, &CondicoesDeSaude::statusTeveDoencaCardiaca>,
    field<26, &CondicoesDeSaude::statusTeveInfarto>,
    field<27, &CondicoesDeSaude::statusTeveInternadoEm12Meses>     .called("statusTeveInternadoem12Meses"),
    field<29, &CondicoesDeSaude::statusUsaOutrasPraticasIntegrativasOuComplementares>,
    field<30, &CondicoesDeSaude::statusUsaPlantaMedicinais>        .called("statusUsaPlantasMedicinais"),
    field<31, &CondicoesDeSaude::statusDiagnosticoMental>);

struct EmSituacaoDeRua : Record {
    Text grauParentescoFamiliarFrequentado;
    List<std::int64_t> higienePessoalSituacaoRua, origemAlimentoSituacaoRua;
    Text outraInstituicaoQueAcompanha;
    Long quantidadeAlimentacoesAoDiaSituacaoRua;
    Boolean statusAcompanhadoPorOutraInstituicao, statusPossuiReferenciaFamiliar, statusRecebeBeneficio, statusSituacaoRua,
        statusTemAcessoHigienePessoalSituacaoRua, statusVisitaFamiliarFrequentemente;
    Long tempoSituacaoRua;
};
using SituacaoRua = EmSituacaoDeRua;

template <>
inline constexpr auto fields<SituacaoRua> = record(
    field<1,  &SituacaoRua::grauParentescoFamiliarFrequentado>     .chars(0, 100),
    field<2,  &SituacaoRua::higienePessoalSituacaoRua>             .items(0, 4).codes(tabela::AcessoHigiene),
    field<3,  &SituacaoRua::origemAlimentoSituacaoRua>             .items(0, 5).codes(tabela::OrigemAlimentacao),
    field<4,  &SituacaoRua::outraInstituicaoQueAcompanha>          .chars(0, 100),
    field<5,  &SituacaoRua::quantidadeAlimentacoesAoDiaSituacaoRua>.codes(tabela::QuantasVezesAlimentacao),
    field<6,  &SituacaoRua::statusAcompanhadoPorOutraInstituicao>,
    field<7,  &SituacaoRua::statusPossuiReferenciaFamiliar>,
    field<8,  &SituacaoRua::statusRecebeBeneficio>,
    field<9,  &SituacaoRua::statusSituacaoRua>,
    field<10, &SituacaoRua::statusTemAcessoHigienePessoalSituacaoRua>,
    field<11, &SituacaoRua::statusVisitaFamiliarFrequentemente>,
    field<12, &SituacaoRua::tempoSituacaoRua>                      .codes(tabela::TempoSituacaoDeRua));

// ---- conditional rules ----

template <>
inline constexpr auto rules<CondicoesDeSaude> = std::array{
    Rule<CondicoesDeSaude>{
        .id = "CI-10",
        .field = name_of<&CondicoesDeSaude::doencaCardiaca>,
        .message = "A lista de doenças e a resposta de que o cidadão as tem não combinam.",
        .fix = "Informe pelo menos uma doença quando a resposta é sim, e nenhuma quando é não.",
        .source = "LEDI 8.7.0, CI, CondicoesDeSaude #6 a #8",
        .each = [](const CondicoesDeSaude& g, const Context&, Breaches& found) {
            items_follow<&CondicoesDeSaude::statusTeveDoencaCardiaca, &CondicoesDeSaude::doencaCardiaca>(g, found);
            items_follow<&CondicoesDeSaude::statusTemDoencaRespiratoria, &CondicoesDeSaude::doencaRespiratoria>(g, found);
            items_follow<&CondicoesDeSaude::statusTemTeveDoencasRins, &CondicoesDeSaude::doencaRins>(g, found);
        }},
    Rule<CondicoesDeSaude>{
        .id = "CI-11",
        .field = name_of<&CondicoesDeSaude::descricaoCausaInternacaoEm12Meses>,
        .message = "Há causa de internação, e o cidadão não esteve internado nos últimos 12 meses.",
        .fix = "Retire a causa, ou marque que esteve internado.",
        .source = "LEDI 8.7.0, CI, CondicoesDeSaude #1",
        .holds = [](const CondicoesDeSaude& g, const Context&) {
            return g.statusTeveInternadoEm12Meses != false || !is_filled(g.descricaoCausaInternacaoEm12Meses);
        }},
    Rule<CondicoesDeSaude>{
        .id = "CI-12",
        .field = name_of<&CondicoesDeSaude::descricaoPlantasMedicinaisUsadas>,
        .message = "Há plantas medicinais descritas, e o cidadão não as usa.",
        .fix = "Retire a descrição, ou marque que usa plantas medicinais.",
        .source = "LEDI 8.7.0, CI, CondicoesDeSaude #5",
        .holds = [](const CondicoesDeSaude& g, const Context&) {
            return g.statusUsaPlantaMedicinais != false || !is_filled(g.descricaoPlantasMedicinaisUsadas);
        }},
    Rule<CondicoesDeSaude>{
        .id = "CI-13",
        .field = name_of<&CondicoesDeSaude::maternidadeDeReferencia>,
        .message = "Há maternidade de referência, e a cidadã não está gestante.",
        .fix = "Retire a maternidade, ou marque que está gestante.",
        .source = "LEDI 8.7.0, CI, CondicoesDeSaude #9",
        .holds = [](const CondicoesDeSaude& g, const Context&) {
            return g.statusEhGestante != false || !is_filled(g.maternidadeDeReferencia);
        }},
};

template <>
inline constexpr auto rules<SituacaoRua> = std::array{
    Rule<SituacaoRua>{
        .id = "CI-14",
        .field = name_of<&SituacaoRua::statusSituacaoRua>,
        .message = "O campo só se aplica a quem está em situação de rua.",
        .fix = "Retire o campo, ou marque que o cidadão está em situação de rua.",
        .source = "LEDI 8.7.0, CI, EmSituacaoDeRua #1 a #8, #10 a #12",
        .each = [](const SituacaoRua& g, const Context&, Breaches& found) {
            if (g.statusSituacaoRua == false)
                forbid_filled<&SituacaoRua::grauParentescoFamiliarFrequentado, &SituacaoRua::higienePessoalSituacaoRua,
                              &SituacaoRua::origemAlimentoSituacaoRua, &SituacaoRua::outraInstituicaoQueAcompanha,
                              &SituacaoRua::quantidadeAlimentacoesAoDiaSituacaoRua,
                              &SituacaoRua::statusAcompanhadoPorOutraInstituicao,
                              &SituacaoRua::statusPossuiReferenciaFamiliar, &SituacaoRua::statusRecebeBeneficio,
                              &SituacaoRua::statusTemAcessoHigienePessoalSituacaoRua,
                              &SituacaoRua::statusVisitaFamiliarFrequentemente, &SituacaoRua::tempoSituacaoRua>(g, found);
        }},
    Rule<SituacaoRua>{
        .id = "CI-15",
        .field = name_of<&SituacaoRua::grauParentescoFamiliarFrequentado>,
        .message = "Há parentesco do familiar visitado, e o cidadão não visita familiar.",
        .fix = "Retire o parentesco, ou marque que visita um familiar com frequência.",
        .source = "LEDI 8.7.0, CI, EmSituacaoDeRua #1",
        .holds = [](const SituacaoRua& g, const Context&) {
            return g.statusVisitaFamiliarFrequentemente != false || !is_filled(g.grauParentescoFamiliarFrequentado);
        }},
    Rule<SituacaoRua>{
        .id = "CI-16",
        .field = name_of<&SituacaoRua::higienePessoalSituacaoRua>,
        .message = "O cidadão tem acesso a higiene pessoal, e falta dizer a qual.",
        .fix = "Informe pelo menos um item de higiene pessoal, ou desmarque o acesso.",
        .source = "LEDI 8.7.0, CI, EmSituacaoDeRua #2",
        .holds = [](const SituacaoRua& g, const Context&) {
            return g.statusTemAcessoHigienePessoalSituacaoRua != true || is_filled(g.higienePessoalSituacaoRua);
        }},
    Rule<SituacaoRua>{
        .id = "CI-17",
        .field = name_of<&SituacaoRua::outraInstituicaoQueAcompanha>,
        .message = "Há instituição que acompanha, e o cidadão não é acompanhado por outra instituição.",
        .fix = "Retire a instituição, ou marque que ele é acompanhado.",
        .source = "LEDI 8.7.0, CI, EmSituacaoDeRua #4",
        .holds = [](const SituacaoRua& g, const Context&) {
            return g.statusAcompanhadoPorOutraInstituicao != false || !is_filled(g.outraInstituicaoQueAcompanha);
        }},
};

}  // namespace aroeira::fichas::ledi
