// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/cidadao.hpp"
#include "modules/fichas/domain/records/gerais.hpp"

/// Ficha de Procedimentos (tipo 7). Source: LEDI 8.7.0, PROC.
namespace aroeira::fichas::ledi {

struct FichaProcedimentoChild : Record {
    Text numProntuario, cnsCidadao;
    Long dtNascimento, sexo, localAtendimento, turno;
    Boolean statusEscutaInicialOrientacao;
    List<Text> procedimentos;
    Long dataHoraInicialAtendimento, dataHoraFinalAtendimento;
    Text cpfCidadao;
    Ref<Medicoes> medicoes;
    Ref<Ivcf> ivcf;
    Boolean stNaoPossuiCpf;
    Long justificativaNaoPossuiCpf;
};
using AtendProcedimentos = FichaProcedimentoChild;

template <>
inline constexpr auto fields<AtendProcedimentos> = record(
    field<1,  &AtendProcedimentos::numProntuario>                .xml(1).chars(0, 30).must(prontuario),
    field<2,  &AtendProcedimentos::cnsCidadao>                   .xml(2).chars(15).must(cns),
    field<3,  &AtendProcedimentos::dtNascimento>                 .xml(6).required(),
    field<4,  &AtendProcedimentos::sexo>                         .xml(7).required().codes(tabela::Sexo),
    field<5,  &AtendProcedimentos::localAtendimento>             .xml(8).required().codes(tabela::LocalDeAtendimento).only({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}),
    field<6,  &AtendProcedimentos::turno>                        .xml(9).required().codes(tabela::Turno),
    field<7,  &AtendProcedimentos::statusEscutaInicialOrientacao>.xml(10),
    field<8,  &AtendProcedimentos::procedimentos>                .xml(11).items(0, 20).distinct(),
    field<10, &AtendProcedimentos::dataHoraInicialAtendimento>   .xml(12).required(),
    field<11, &AtendProcedimentos::dataHoraFinalAtendimento>     .xml(13).required(),
    field<12, &AtendProcedimentos::cpfCidadao>                   .xml(3).chars(11).must(cpf),
    field<16, &AtendProcedimentos::medicoes>                     .xml(14),
    field<17, &AtendProcedimentos::ivcf>                         .xml(15),
    field<18, &AtendProcedimentos::stNaoPossuiCpf>               .xml(4).since(8, 4, 0).required(),
    field<19, &AtendProcedimentos::justificativaNaoPossuiCpf>    .xml(5).since(8, 4, 0).codes(tabela::JustificativaNaoPossuiCpf));

struct FichaProcedimentoMaster : Record {
    Text uuidFicha;
    Integer tpCdsOrigem;
    Ref<UnicaLotacaoHeader> headerTransport;
    List<AtendProcedimentos> atendProcedimentos;
    Long numTotalAfericaoPa, numTotalGlicemiaCapilar, numTotalAfericaoTemperatura, numTotalMedicaoAltura,
        numTotalCurativoSimples, numTotalMedicaoPeso, numTotalColetaMaterialParaExameLaboratorial;
};
using FichaProcedimentos = FichaProcedimentoMaster;

template <>
inline constexpr auto fields<FichaProcedimentos> = record(
    field<1,  &FichaProcedimentos::uuidFicha>                                  .xml(3).required().chars(36, 44),
    field<2,  &FichaProcedimentos::tpCdsOrigem>                                .xml(4).required(),
    field<3,  &FichaProcedimentos::headerTransport>                            .xml(1).required(),
    field<4,  &FichaProcedimentos::atendProcedimentos>                         .xml(2).items(0, 99),
    field<5,  &FichaProcedimentos::numTotalAfericaoPa>                         .xml(5).range(1, 999),
    field<6,  &FichaProcedimentos::numTotalGlicemiaCapilar>                    .xml(9).range(1, 999),
    field<7,  &FichaProcedimentos::numTotalAfericaoTemperatura>                .xml(6).range(1, 999),
    field<8,  &FichaProcedimentos::numTotalMedicaoAltura>                      .xml(10).range(1, 999),
    field<9,  &FichaProcedimentos::numTotalCurativoSimples>                    .xml(7).range(1, 999),
    field<10, &FichaProcedimentos::numTotalMedicaoPeso>                        .xml(11).range(1, 999),
    field<11, &FichaProcedimentos::numTotalColetaMaterialParaExameLaboratorial>.xml(8).range(1, 999));

// ---- conditional rules ----

namespace procedimento {
inline constexpr std::string_view kEscutaInicial = "0301040079";
}  // namespace procedimento

template <>
inline constexpr auto rules<AtendProcedimentos> = join(
    birth_rules<&AtendProcedimentos::dtNascimento>,
    time_rules<&AtendProcedimentos::dataHoraInicialAtendimento, &AtendProcedimentos::dataHoraFinalAtendimento>,
    document_rules<&AtendProcedimentos::cnsCidadao, &AtendProcedimentos::cpfCidadao>,
    no_cpf_rules<&AtendProcedimentos::stNaoPossuiCpf, &AtendProcedimentos::justificativaNaoPossuiCpf, 8, 4>,
    ivcf_rules<&AtendProcedimentos::ivcf, &AtendProcedimentos::dtNascimento>,
    ivcf_end_rules<&AtendProcedimentos::ivcf, &AtendProcedimentos::dataHoraFinalAtendimento>,
    std::array{
        Rule<AtendProcedimentos>{
            .id = "PROC-02",
            .field = "procedimentos",
            .message = "O procedimento não é aceito nesta ficha, na versão declarada.",
            .fix = "Informe um código SIGTAP dos grupos 01 a 04 ou do subgrupo 08.04, só com os 10 dígitos; "
                   "um código AB, só quando não há SIGTAP.",
            .source = "LEDI 8.7.0, PROC #9",
            .each = [](const AtendProcedimentos& a, const Context& c, Breaches& found) {
                for (std::size_t i = 0; i < a.procedimentos.size(); ++i)
                    if (!national::is_recordable_procedure(a.procedimentos[i], c.version)) found.at(i);
            }},
        Rule<AtendProcedimentos>{
            .id = "PROC-03",
            .field = "procedimentos",
            .message = "A escuta inicial não é informada como procedimento.",
            .fix = "Retire o procedimento 0301040079 e marque escuta inicial/orientação.",
            .source = "LEDI 8.7.0, PROC #9",
            .each = [](const AtendProcedimentos& a, const Context&, Breaches& found) {
                for (std::size_t i = 0; i < a.procedimentos.size(); ++i)
                    if (a.procedimentos[i] == procedimento::kEscutaInicial) found.at(i);
            }},
        Rule<AtendProcedimentos>{
            .id = "PROC-04",
            .field = "procedimentos",
            .message = "Falta o procedimento: não houve escuta inicial.",
            .fix = "Informe ao menos um procedimento, ou marque escuta inicial/orientação.",
            .source = "LEDI 8.7.0, PROC #9",
            .holds = [](const AtendProcedimentos& a, const Context&) {
                return a.statusEscutaInicialOrientacao != false || !a.procedimentos.empty();
            }},
    });

template <>
inline constexpr auto rules<FichaProcedimentos> = join(
    general_rules<FichaProcedimentos>,
    std::array{
        Rule<FichaProcedimentos>{
            .id = "PROC-01",
            .field = "atendProcedimentos",
            .message = "A ficha não diz procedimento nenhum.",
            .fix = "Informe um atendimento, ou a quantidade de um dos procedimentos consolidados.",
            .source = "LEDI 8.7.0, PROC #4 a #11",
            .holds = [](const FichaProcedimentos& f, const Context&) {
                return !f.atendProcedimentos.empty() ||
                       any(f.numTotalAfericaoPa, f.numTotalGlicemiaCapilar, f.numTotalAfericaoTemperatura,
                           f.numTotalMedicaoAltura, f.numTotalCurativoSimples, f.numTotalMedicaoPeso,
                           f.numTotalColetaMaterialParaExameLaboratorial);
            }},
    });

}  // namespace aroeira::fichas::ledi
