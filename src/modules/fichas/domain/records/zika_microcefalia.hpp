// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/cidadao.hpp"
#include "modules/fichas/domain/records/gerais.hpp"

/// Ficha Complementar de Zika e Microcefalia (tipo 13). Source: LEDI 8.7.0, ZIKA.
namespace aroeira::fichas::ledi {

struct FichaComplementarZikaMicrocefalia : Record {
    Ref<UnicaLotacaoHeader> headerTransport;
    Text uuidFicha;
    Integer tpCdsOrigem;
    Long turno;
    Text cnsCidadao, cnsResponsavelFamiliar;
    Long dataRealizacaoTesteOlhinho, coResultadoTesteOlhinho;
    Long dataRealizacaoExameFundoOlho, coResultadoExameFundoOlho;
    Long dataRealizacaoTesteOrelhinha, coResultadoTesteOrelhinha;
    Long dataRealizacaoUSTransfontanela, coResultadoUsTransfontanela;
    Long dataRealizacaoTomografiaComputadorizada, coResultadoTomografiaComputadorizada;
    Long dataRealizacaoRessonanciaMagnetica, coResultadoRessonanciaMagnetica;
    Text cpfCidadao, cpfResponsavelFamiliar;
    Boolean stNaoPossuiCpf;
    Long justificativaNaoPossuiCpf;
};
using Zika = FichaComplementarZikaMicrocefalia;

template <>
inline constexpr auto fields<Zika> = record(
    field<1,  &Zika::headerTransport>                        .xml(1).required(),
    field<2,  &Zika::uuidFicha>                              .xml(2).required().chars(36, 44),
    field<3,  &Zika::tpCdsOrigem>                            .xml(3).required(),
    field<4,  &Zika::turno>                                  .xml(4).required().codes(tabela::Turno),
    field<5,  &Zika::cnsCidadao>                             .xml(5).chars(15).must(cns),
    field<6,  &Zika::cnsResponsavelFamiliar>                 .xml(9).chars(15).must(cns),
    field<7,  &Zika::dataRealizacaoTesteOlhinho>             .xml(11),
    field<8,  &Zika::coResultadoTesteOlhinho>                .xml(12).codes(tabela::testeOlhinho),
    field<9,  &Zika::dataRealizacaoExameFundoOlho>           .xml(13),
    field<10, &Zika::coResultadoExameFundoOlho>              .xml(14).codes(tabela::exameFundoOlho),
    field<11, &Zika::dataRealizacaoTesteOrelhinha>           .xml(15),
    field<12, &Zika::coResultadoTesteOrelhinha>              .xml(16).codes(tabela::testeOrelhinha),
    field<13, &Zika::dataRealizacaoUSTransfontanela>         .xml(17),
    field<14, &Zika::coResultadoUsTransfontanela>            .xml(18).codes(tabela::usTransfontanela),
    field<15, &Zika::dataRealizacaoTomografiaComputadorizada>.xml(19),
    field<16, &Zika::coResultadoTomografiaComputadorizada>   .xml(20).codes(tabela::tomografiaComputadorizada),
    field<17, &Zika::dataRealizacaoRessonanciaMagnetica>     .xml(21),
    field<18, &Zika::coResultadoRessonanciaMagnetica>        .xml(22).codes(tabela::ressonanciaMagnetica),
    field<19, &Zika::cpfCidadao>                             .xml(6).chars(11).must(cpf),
    field<20, &Zika::cpfResponsavelFamiliar>                 .xml(10).chars(11).must(cpf),
    field<21, &Zika::stNaoPossuiCpf>                         .xml(7).since(8, 4, 0).required(),
    field<22, &Zika::justificativaNaoPossuiCpf>              .xml(8).since(8, 4, 0).codes(tabela::JustificativaNaoPossuiCpf));

// ---- conditional rules ----

namespace zika {
constexpr int kExamYears = 20;

/// Each exam is a date and a result; `Result` says which result.
template <auto Date, auto Result>
inline constexpr auto exam_rules = std::array{
    Rule<Zika>{
        .id = "ZIKA-02",
        .field = name_of<Date>,
        .message = "O exame foi informado pela metade.",
        .fix = "Informe a data e o resultado do exame, ou nenhum dos dois.",
        .source = "LEDI 8.7.0, ZIKA #7 a #18",
        .each = [](const Zika& f, const Context&, Breaches& found) {
            if (!all_or_none(f.*Date, f.*Result)) demand<Date, Result>(f, found);
        }},
    Rule<Zika>{
        .id = "ZIKA-03",
        .field = name_of<Date>,
        .message = "A data do exame é posterior à data do atendimento.",
        .fix = "Confira a data do exame e a data do atendimento.",
        .source = "LEDI 8.7.0, ZIKA #7 a #17",
        .holds = [](const Zika& f, const Context& c) {
            return !all(f.*Date, c.attended_at) || c.day(*(f.*Date)) <= c.day(*c.attended_at);
        }},
    Rule<Zika>{
        .id = "ZIKA-04",
        .field = name_of<Date>,
        .message = "A data do exame está mais de 20 anos antes do atendimento.",
        .fix = "Confira o ano do exame.",
        .source = "LEDI 8.7.0, ZIKA #7 a #17",
        .holds = [](const Zika& f, const Context& c) {
            return !all(f.*Date, c.attended_at) || c.years(*(f.*Date), *c.attended_at) < kExamYears ||
                   c.months(*(f.*Date), *c.attended_at) == kExamYears * 12;
        }},
};
}  // namespace zika

template <>
inline constexpr auto rules<Zika> = join(
    general_rules<Zika>, document_rules<&Zika::cnsCidadao, &Zika::cpfCidadao>,
    no_cpf_rules<&Zika::stNaoPossuiCpf, &Zika::justificativaNaoPossuiCpf, 8, 4>,
    zika::exam_rules<&Zika::dataRealizacaoTesteOlhinho, &Zika::coResultadoTesteOlhinho>,
    zika::exam_rules<&Zika::dataRealizacaoExameFundoOlho, &Zika::coResultadoExameFundoOlho>,
    zika::exam_rules<&Zika::dataRealizacaoTesteOrelhinha, &Zika::coResultadoTesteOrelhinha>,
    zika::exam_rules<&Zika::dataRealizacaoUSTransfontanela, &Zika::coResultadoUsTransfontanela>,
    zika::exam_rules<&Zika::dataRealizacaoTomografiaComputadorizada, &Zika::coResultadoTomografiaComputadorizada>,
    zika::exam_rules<&Zika::dataRealizacaoRessonanciaMagnetica, &Zika::coResultadoRessonanciaMagnetica>,
    std::array{
        Rule<Zika>{
            .id = "ZIKA-01",
            .field = "coResultadoTesteOlhinho",
            .message = "A ficha não traz nenhum resultado de exame.",
            .fix = "Informe a data e o resultado de pelo menos um exame.",
            .source = "LEDI 8.7.0, ZIKA #8, #10, #12, #14, #16, #18",
            .holds = [](const Zika& f, const Context&) {
                return any(f.coResultadoTesteOlhinho, f.coResultadoExameFundoOlho, f.coResultadoTesteOrelhinha,
                           f.coResultadoUsTransfontanela, f.coResultadoTomografiaComputadorizada,
                           f.coResultadoRessonanciaMagnetica);
            }},
        Rule<Zika>{
            .id = "ZIKA-05",
            .field = "cnsCidadao",
            .message = "A ficha não diz de quem é: faltam o CPF e o CNS do cidadão.",
            .fix = "Informe o CPF do cidadão, ou o CNS quando ele não tem CPF.",
            .source = "LEDI 8.7.0, ZIKA #5 e #19",
            .holds = [](const Zika& f, const Context&) { return any(f.cnsCidadao, f.cpfCidadao); }},
        Rule<Zika>{
            .id = "ZIKA-06",
            .field = "cpfResponsavelFamiliar",
            .message = "O CPF e o CNS do responsável familiar foram informados juntos.",
            .fix = "Informe só um dos dois documentos do responsável.",
            .source = "LEDI 8.7.0, ZIKA #6 e #20",
            .holds = [](const Zika& f, const Context&) { return !all(f.cnsResponsavelFamiliar, f.cpfResponsavelFamiliar); }},
    });

}  // namespace aroeira::fichas::ledi
