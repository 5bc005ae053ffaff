// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/cidadao.hpp"
#include "modules/fichas/domain/records/vacina.hpp"

/// Ficha de Vacinação (tipo 14). Source: LEDI 8.7.0, VAC.
namespace aroeira::fichas::ledi {

struct FichaVacinacaoChild : Record {
    Long turno;
    Text numProntuario, cnsCidadao;
    Long dtNascimento, sexo, localAtendimento;
    Boolean viajante, comunicanteHanseniase, gestante, puerpera;
    List<VacinaRow> vacinas;
    Long dataHoraInicialAtendimento, dataHoraFinalAtendimento;
    Text cpfCidadao;
    Long condicaoMaternal;
    Boolean stNaoPossuiCpf;
    Long justificativaNaoPossuiCpf;
};
using Vacinacao = FichaVacinacaoChild;

template <>
inline constexpr auto fields<Vacinacao> = record(
    field<1,  &Vacinacao::turno>                     .xml(1).required().codes(tabela::Turno),
    field<2,  &Vacinacao::numProntuario>             .xml(2).chars(0, 30).must(prontuario),
    field<3,  &Vacinacao::cnsCidadao>                .xml(3).chars(15).must(cns),
    field<4,  &Vacinacao::dtNascimento>              .xml(7).required(),
    field<5,  &Vacinacao::sexo>                      .xml(8).required().codes(tabela::Sexo),
    field<6,  &Vacinacao::localAtendimento>          .xml(9).required().codes(tabela::LocalDeAtendimento).only({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}),
    field<7,  &Vacinacao::viajante>                  .xml(10).required(),
    field<8,  &Vacinacao::comunicanteHanseniase>     .xml(11),
    // What condicaoMaternal replaced.
    field<9,  &Vacinacao::gestante>                  .xml(98).no_xml().until(7, 2, 2),
    field<10, &Vacinacao::puerpera>                  .xml(99).no_xml().until(7, 2, 2),
    field<11, &Vacinacao::vacinas>                   .xml(13).required().items(1, 10),
    field<12, &Vacinacao::dataHoraInicialAtendimento>.xml(14).required(),
    field<13, &Vacinacao::dataHoraFinalAtendimento>  .xml(15).required(),
    field<14, &Vacinacao::cpfCidadao>                .xml(4).chars(11).must(cpf),
    field<15, &Vacinacao::condicaoMaternal>          .xml(12).codes(tabela::CondicaoMaternal),
    field<16, &Vacinacao::stNaoPossuiCpf>            .xml(5).since(8, 4, 0).required(),
    field<17, &Vacinacao::justificativaNaoPossuiCpf> .xml(6).since(8, 4, 0).codes(tabela::JustificativaNaoPossuiCpf));

struct FichaVacinacaoMaster : Record {
    Text uuidFicha;
    Integer tpCdsOrigem;
    Ref<UnicaLotacaoHeader> headerTransport;
    List<Vacinacao> vacinacoes;
    Text uuidFichaCancelada;
};
using FichaVacinacao = FichaVacinacaoMaster;

template <>
inline constexpr auto fields<FichaVacinacao> = record(
    field<1, &FichaVacinacao::uuidFicha>         .xml(2).required().chars(36, 44),
    field<2, &FichaVacinacao::tpCdsOrigem>       .xml(3).required(),
    field<3, &FichaVacinacao::headerTransport>   .xml(1).required(),
    field<4, &FichaVacinacao::vacinacoes>        .xml(4).required().items(1, 99),
    // In the IDL only: neither the dictionary nor the XSD has it.
    field<5, &FichaVacinacao::uuidFichaCancelada>.xml(99).no_xml());

// ---- conditional rules ----

namespace vacinacao {
inline constexpr std::int64_t kBcg = 15, kMasculino = 0, kFeminino = 1, kIndeterminado = 5;

inline bool has_bcg(const Vacinacao& v) {
    return std::any_of(v.vacinas.begin(), v.vacinas.end(), [](const VacinaRow& row) { return row.imunobiologico == kBcg; });
}
}  // namespace vacinacao

template <>
inline constexpr auto rules<Vacinacao> = join(
    birth_rules<&Vacinacao::dtNascimento>,
    time_rules<&Vacinacao::dataHoraInicialAtendimento, &Vacinacao::dataHoraFinalAtendimento>,
    document_rules<&Vacinacao::cnsCidadao, &Vacinacao::cpfCidadao>,
    no_cpf_rules<&Vacinacao::stNaoPossuiCpf, &Vacinacao::justificativaNaoPossuiCpf, 8, 4>,
    std::array{
        Rule<Vacinacao>{
            .id = "VAC-01",
            .field = "stNaoPossuiCpf",
            .message = "O cidadão tem CPF, e está marcado que não possui.",
            .fix = "Desmarque que o cidadão não possui CPF, ou retire o CPF.",
            .source = "LEDI 8.7.0, VAC #18",
            .since = {8, 4, 0},
            .holds = [](const Vacinacao& v, const Context&) { return v.stNaoPossuiCpf != true || !present(v.cpfCidadao); }},
        Rule<Vacinacao>{
            .id = "VAC-02",
            .field = "cnsCidadao",
            .message = "O cidadão não possui CPF, e falta o CNS.",
            .fix = "Informe o CNS do cidadão: a vacinação não é anônima.",
            .source = "LEDI 8.7.0, VAC #3",
            .since = {8, 4, 0},
            .holds = [](const Vacinacao& v, const Context&) {
                return v.stNaoPossuiCpf != true || any(v.cnsCidadao, v.cpfCidadao);
            }},
        Rule<Vacinacao>{
            .id = "VAC-03",
            .field = "cpfCidadao",
            .message = "Falta o CPF do cidadão.",
            .fix = "Informe o CPF, ou marque que o cidadão não possui CPF, com a justificativa e o CNS.",
            .source = "LEDI 8.7.0, VAC #12",
            .since = {8, 4, 0},
            .holds = [](const Vacinacao& v, const Context&) { return v.stNaoPossuiCpf != false || present(v.cpfCidadao); }},
        Rule<Vacinacao>{
            .id = "VAC-04",
            .field = "cpfCidadao",
            .message = "Falta o CPF ou o CNS do cidadão.",
            .fix = "Informe um dos dois: a vacinação não é anônima.",
            .source = "LEDI 7.4.2, VAC #3 e #12",
            .until = {8, 4, 0},
            .holds = [](const Vacinacao& v, const Context&) { return any(v.cnsCidadao, v.cpfCidadao); }},
        Rule<Vacinacao>{
            .id = "VAC-05",
            .field = "comunicanteHanseniase",
            .message = "Houve BCG, e não se diz se o cidadão é comunicante de hanseníase.",
            .fix = "Informe se o cidadão é comunicante de hanseníase.",
            .source = "LEDI 8.7.0, VAC #8",
            .holds = [](const Vacinacao& v, const Context&) { return !vacinacao::has_bcg(v) || v.comunicanteHanseniase; }},
        Rule<Vacinacao>{
            .id = "VAC-06",
            .field = "comunicanteHanseniase",
            .message = "Comunicante de hanseníase só se informa quando há BCG.",
            .fix = "Retire o campo, ou confira os imunobiológicos.",
            .source = "LEDI 8.7.0, VAC #8",
            .holds = [](const Vacinacao& v, const Context&) { return !v.comunicanteHanseniase || vacinacao::has_bcg(v); }},
        Rule<Vacinacao>{
            .id = "VAC-07",
            .field = "condicaoMaternal",
            .message = "A condição maternal não se aplica ao sexo masculino.",
            .fix = "Retire a condição maternal, ou confira o sexo.",
            .source = "LEDI 8.7.0, VAC #13",
            .holds = [](const Vacinacao& v, const Context&) { return v.sexo != vacinacao::kMasculino || !v.condicaoMaternal; }},
        Rule<Vacinacao>{
            .id = "VAC-08",
            .field = "condicaoMaternal",
            .message = "Falta a condição maternal.",
            .fix = "Informe 1 (nenhuma), 2 (gestante) ou 3 (puérpera).",
            .source = "LEDI 8.7.0, VAC #13",
            .holds = [](const Vacinacao& v, const Context&) {
                const bool applies = v.sexo == vacinacao::kFeminino || v.sexo == vacinacao::kIndeterminado;
                return !applies || v.condicaoMaternal;
            }},
        Rule<Vacinacao>{
            .id = "VAC-09",
            .field = "vacinas",
            .message = "A mesma vacina foi aplicada mais de uma vez neste atendimento.",
            .fix = "Deixe uma só aplicação, ou marque a outra como registro anterior.",
            .source = "LEDI 8.7.0, VAC #9",
            .each = [](const Vacinacao& v, const Context&, Breaches& found) {
                for (std::size_t i = 1; i < v.vacinas.size(); ++i)
                    for (std::size_t k = 0; k < i && vacina::is_given_now(v.vacinas[i]); ++k)
                        if (vacina::is_given_now(v.vacinas[k]) && v.vacinas[i].imunobiologico &&
                            v.vacinas[i].imunobiologico == v.vacinas[k].imunobiologico) {
                            found.at(i, "imunobiologico");
                            break;
                        }
            }},
        Rule<Vacinacao>{
            .id = "VAC-10",
            .field = "vacinas",
            .message = "A data do registro anterior é de antes do nascimento.",
            .fix = "Confira a data da caderneta e a data de nascimento.",
            .source = "LEDI 8.7.0, VacinaRow #8",
            .each = [](const Vacinacao& v, const Context& c, Breaches& found) {
                for (std::size_t i = 0; i < v.vacinas.size(); ++i)
                    if (!c.day_ordered(v.dtNascimento, v.vacinas[i].dataRegistroAnterior)) found.at(i, "dataRegistroAnterior");
            }},
    });

template <>
inline constexpr auto rules<FichaVacinacao> = general_rules<FichaVacinacao>;

}  // namespace aroeira::fichas::ledi
