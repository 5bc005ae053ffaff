// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/clinico.hpp"
#include "modules/fichas/domain/records/gerais.hpp"

/// Ficha de Atendimento Domiciliar (tipo 10). Source: LEDI 8.7.0, AD.
namespace aroeira::fichas::ledi {

struct FichaAtendimentoDomiciliarChild : Record {
    Long turno;
    Text cnsCidadao;
    Long dataNascimento, sexo, localAtendimento, atencaoDomiciliarModalidade, tipoAtendimento;
    List<std::int64_t> condicoesAvaliadas;
    List<Text> procedimentos;
    Long condutaDesfecho;
    Text cpfCidadao;
    List<ProblemaCondicao> problemasCondicoes;
    Boolean stNaoPossuiCpf;
    Long justificativaNaoPossuiCpf;
};
using Domiciliar = FichaAtendimentoDomiciliarChild;

// The newest public XSD is older than problemasCondicoes and the fields about the CPF: they stand where
// the other records have them.
template <>
inline constexpr auto fields<Domiciliar> = record(
    field<1,  &Domiciliar::turno>                      .xml(1).required().codes(tabela::Turno),
    field<2,  &Domiciliar::cnsCidadao>                 .xml(2).chars(15).must(cns),
    field<3,  &Domiciliar::dataNascimento>             .xml(6).required(),
    field<4,  &Domiciliar::sexo>                       .xml(7).required().codes(tabela::Sexo),
    field<5,  &Domiciliar::localAtendimento>           .xml(8).called("localDeAtendimento").required().codes(tabela::LocalDeAtendimento),
    field<6,  &Domiciliar::atencaoDomiciliarModalidade>.xml(9).codes(tabela::ModalidadeAD).only({1, 2, 3}),
    field<7,  &Domiciliar::tipoAtendimento>            .xml(10).required().codes(tabela::TipoDeAtendimento).only({7, 8, 9}),
    field<8,  &Domiciliar::condicoesAvaliadas>         .xml(11).items(0, 24).codes(tabela::CondicoesAvaliadas_AD_AE),
    field<11, &Domiciliar::procedimentos>              .xml(12).items(0, 30).distinct(),
    field<13, &Domiciliar::condutaDesfecho>            .xml(13).required().codes(tabela::CondutaDesfecho),
    field<15, &Domiciliar::cpfCidadao>                 .xml(3).chars(11).must(cpf),
    field<16, &Domiciliar::problemasCondicoes>         .xml(14).required().items(1),
    field<17, &Domiciliar::stNaoPossuiCpf>             .xml(4).since(8, 5, 0),
    field<18, &Domiciliar::justificativaNaoPossuiCpf>  .xml(5).since(8, 5, 0).codes(tabela::JustificativaNaoPossuiCpf));

struct FichaAtendimentoDomiciliarMaster : Record {
    Text uuidFicha;
    Integer tpCdsOrigem;
    List<Domiciliar> atendimentosDomiciliares;
    Ref<VariasLotacoesHeader> headerTransport;
};
using FichaDomiciliar = FichaAtendimentoDomiciliarMaster;

template <>
inline constexpr auto fields<FichaDomiciliar> = record(
    field<1, &FichaDomiciliar::uuidFicha>               .xml(1).required().chars(36, 44),
    field<2, &FichaDomiciliar::tpCdsOrigem>             .xml(2).required(),
    field<4, &FichaDomiciliar::atendimentosDomiciliares>.xml(4).required().items(0, 99),
    field<5, &FichaDomiciliar::headerTransport>         .xml(3).required());

// ---- conditional rules ----

namespace domiciliar {
inline constexpr std::int64_t kVisitaPosObito = 9;  ///< TipoDeAtendimento.
inline constexpr std::string_view kProcedimentoPosObito = "0301050104";
}  // namespace domiciliar

template <>
inline constexpr auto rules<Domiciliar> = join(
    birth_rules<&Domiciliar::dataNascimento>,
    document_rules<&Domiciliar::cnsCidadao, &Domiciliar::cpfCidadao>,
    no_cpf_rules<&Domiciliar::stNaoPossuiCpf, &Domiciliar::justificativaNaoPossuiCpf, 8, 5>,
    problem_rules<&Domiciliar::problemasCondicoes, &Domiciliar::dataNascimento, false>,
    std::array{
        Rule<Domiciliar>{
            .id = "AD-01",
            .field = name_of<&Domiciliar::atencaoDomiciliarModalidade>,
            .message = "Falta a modalidade da atenção domiciliar.",
            .fix = "Informe AD1, AD2 ou AD3; só a visita pós-óbito não tem modalidade.",
            .source = "LEDI 8.7.0, AD #6",
            .holds = [](const Domiciliar& a, const Context&) {
                return a.tipoAtendimento == domiciliar::kVisitaPosObito || present(a.atencaoDomiciliarModalidade);
            }},
        Rule<Domiciliar>{
            .id = "AD-02",
            .field = name_of<&Domiciliar::atencaoDomiciliarModalidade>,
            .message = "A visita pós-óbito não tem modalidade.",
            .fix = "Retire a modalidade, ou corrija o tipo de atendimento.",
            .source = "LEDI 8.7.0, AD #6",
            .holds = [](const Domiciliar& a, const Context&) {
                return a.tipoAtendimento != domiciliar::kVisitaPosObito || !present(a.atencaoDomiciliarModalidade);
            }},
        Rule<Domiciliar>{
            .id = "AD-03",
            .field = name_of<&Domiciliar::condicoesAvaliadas>,
            .message = "A visita pós-óbito não avalia condições.",
            .fix = "Retire as condições avaliadas, ou corrija o tipo de atendimento.",
            .source = "LEDI 8.7.0, AD #8",
            .holds = [](const Domiciliar& a, const Context&) {
                return a.tipoAtendimento != domiciliar::kVisitaPosObito || a.condicoesAvaliadas.empty();
            }},
        Rule<Domiciliar>{
            .id = "AD-04",
            .field = name_of<&Domiciliar::procedimentos>,
            .message = "A visita pós-óbito não tem procedimentos.",
            .fix = "Retire os procedimentos, ou corrija o tipo de atendimento.",
            .source = "LEDI 8.7.0, AD #10",
            .holds = [](const Domiciliar& a, const Context&) {
                return a.tipoAtendimento != domiciliar::kVisitaPosObito || a.procedimentos.empty();
            }},
        Rule<Domiciliar>{
            .id = "AD-05",
            .field = name_of<&Domiciliar::procedimentos>,
            .message = "O procedimento não é aceito no atendimento domiciliar.",
            .fix = "Informe um código SIGTAP dos grupos 01 a 04 ou do subgrupo 08.04, só com os 10 dígitos.",
            .source = "LEDI 8.7.0, AD #10",
            .each = [](const Domiciliar& a, const Context&, Breaches& found) {
                for (std::size_t i = 0; i < a.procedimentos.size(); ++i)
                    if (!national::is_home_care_procedure(a.procedimentos[i])) found.at(i);
            }},
        Rule<Domiciliar>{
            .id = "AD-06",
            .field = name_of<&Domiciliar::procedimentos>,
            .message = "A visita pós-óbito não é informada como procedimento.",
            .fix = "Retire o procedimento 0301050104 e use o tipo de atendimento 9 (visita domiciliar pós-óbito).",
            .source = "LEDI 8.7.0, AD #10",
            .each = [](const Domiciliar& a, const Context&, Breaches& found) {
                for (std::size_t i = 0; i < a.procedimentos.size(); ++i)
                    if (a.procedimentos[i] == domiciliar::kProcedimentoPosObito) found.at(i);
            }},
    });

template <>
inline constexpr auto rules<FichaDomiciliar> = general_rules<FichaDomiciliar>;

}  // namespace aroeira::fichas::ledi
