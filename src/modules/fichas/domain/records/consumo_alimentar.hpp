// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/cidadao.hpp"
#include "modules/fichas/domain/records/consumo_alimentar_perguntas.hpp"

/// Marcadores de Consumo Alimentar (tipo 12). Source: LEDI 8.7.0, MCA.
namespace aroeira::fichas::ledi {

struct PerguntaQuestionarioCriancasMenoresSeisMeses : Record {
    Integer pergunta, respostaUnicaEscolha;
};
using PerguntaMenorSeisMeses = PerguntaQuestionarioCriancasMenoresSeisMeses;
template <>
inline constexpr auto fields<PerguntaMenorSeisMeses> = record(
    field<1, &PerguntaMenorSeisMeses::pergunta>            .required().names(mca::kMenorSeisMeses).only({1, 3, 4, 5, 6, 7, 8, 9, 10}),
    field<2, &PerguntaMenorSeisMeses::respostaUnicaEscolha>.required().names(mca::kRespostaUnica).only({1, 2, 3}));

struct PerguntaQuestionarioCriancasDeSeisVinteTresMeses : Record {
    Integer pergunta, respostaUnicaEscolha;
};
using PerguntaSeisVinteTres = PerguntaQuestionarioCriancasDeSeisVinteTresMeses;
template <>
inline constexpr auto fields<PerguntaSeisVinteTres> = record(
    field<1, &PerguntaSeisVinteTres::pergunta>            .required().names(mca::kSeisAVinteTresMeses)
        .only({21, 22, 23, 24, 25, 26, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41}),
    field<2, &PerguntaSeisVinteTres::respostaUnicaEscolha>.required().names(mca::kRespostaUnica)
        .only({1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11}));

struct PerguntaQuestionarioCriancasComMaisDoisAnos : Record {
    Integer pergunta, respostaUnicaEscolha;
    List<std::int32_t> respostaMultiplaEscolha;
};
using PerguntaDoisAnos = PerguntaQuestionarioCriancasComMaisDoisAnos;
template <>
inline constexpr auto fields<PerguntaDoisAnos> = record(
    field<1, &PerguntaDoisAnos::pergunta>               .required().names(mca::kDoisAnosOuMais).only({11, 12, 14, 15, 16, 17, 18, 19, 20}),
    field<2, &PerguntaDoisAnos::respostaUnicaEscolha>   .names(mca::kRespostaUnica).only({1, 2, 3}),
    field<3, &PerguntaDoisAnos::respostaMultiplaEscolha>.names(mca::kRespostaMultipla).only({12, 13, 14, 15, 16, 17}).distinct());

struct FichaConsumoAlimentar : Record {
    Ref<UnicaLotacaoHeader> headerTransport;
    Text cnsCidadao;
    Long dataNascimento, sexo, localAtendimento;
    List<PerguntaMenorSeisMeses> perguntasQuestionarioCriancasMenoresSeisMeses;
    List<PerguntaSeisVinteTres> perguntasQuestionarioCriancasDeSeisVinteTresMeses;
    List<PerguntaDoisAnos> perguntasQuestionarioCriancasComMaisDoisAnos;
    Text uuidFicha;
    Integer tpCdsOrigem;
    Text cpfCidadao;
    Boolean stNaoPossuiCpf;
    Long justificativaNaoPossuiCpf;
};
using Consumo = FichaConsumoAlimentar;

template <>
inline constexpr auto fields<Consumo> = record(
    field<1,  &Consumo::headerTransport>                                  .xml(1).required(),
    field<2,  &Consumo::cnsCidadao>                                       .xml(2).chars(15).must(cns),
    field<4,  &Consumo::dataNascimento>                                   .xml(6).required(),
    field<5,  &Consumo::sexo>                                             .xml(7).required().codes(tabela::Sexo),
    field<6,  &Consumo::localAtendimento>                                 .xml(8).required().codes(tabela::LocalDeAtendimento)
        .only({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}),
    field<7,  &Consumo::perguntasQuestionarioCriancasMenoresSeisMeses>    .xml(9),
    field<8,  &Consumo::perguntasQuestionarioCriancasDeSeisVinteTresMeses>.xml(10),
    field<9,  &Consumo::perguntasQuestionarioCriancasComMaisDoisAnos>     .xml(11),
    field<10, &Consumo::uuidFicha>                                        .xml(12).required().chars(36, 44),
    field<11, &Consumo::tpCdsOrigem>                                      .xml(13).required(),
    field<12, &Consumo::cpfCidadao>                                       .xml(3).chars(11).must(cpf),
    field<13, &Consumo::stNaoPossuiCpf>                                   .xml(4).since(8, 4, 0).required(),
    field<14, &Consumo::justificativaNaoPossuiCpf>                        .xml(5).since(8, 4, 0).codes(tabela::JustificativaNaoPossuiCpf));

// ---- conditional rules ----

namespace mca {
constexpr std::int32_t kSim = 1, kRefeicoes = 12;
constexpr std::int32_t kComeuFruta = 22, kVezesFruta = 23, kComeuComida = 24, kVezesComida = 25, kComoComida = 26;
inline constexpr CodeSet kVezes{3, 4, 5, 6}, kComo{3, 7, 8, 9, 10, 11}, kSimNao{1, 2, 3};

/// Which questionnaire the age at the care event asks for.
enum class Faixa { unknown, menor_seis_meses, seis_a_vinte_tres, dois_anos };
inline Faixa faixa_of(const Consumo& f, const Context& c) {
    if (!all(f.dataNascimento, c.attended_at) || c.day(*f.dataNascimento) > c.day(*c.attended_at)) return Faixa::unknown;
    const int months = c.months(*f.dataNascimento, *c.attended_at);
    if (months < 6) return Faixa::menor_seis_meses;
    return months < 24 ? Faixa::seis_a_vinte_tres : Faixa::dois_anos;
}
template <class P>
const P* find(const List<P>& questions, std::int32_t wanted) {
    for (const P& p : questions)
        if (p.pergunta == wanted) return &p;
    return nullptr;
}
inline bool answered_yes(const List<PerguntaSeisVinteTres>& questions, std::int32_t question) {
    const auto* found = find(questions, question);
    return found && found->respostaUnicaEscolha == kSim;
}
/// Questions 23, 25 and 26 exist only after a yes.
inline bool is_due(const List<PerguntaSeisVinteTres>& questions, std::int32_t question) {
    if (question == kVezesFruta) return answered_yes(questions, kComeuFruta);
    if (question == kVezesComida || question == kComoComida) return answered_yes(questions, kComeuComida);
    return true;
}
inline const CodeSet& answers_of(std::int32_t question) {
    if (question == kVezesFruta || question == kVezesComida) return kVezes;
    return question == kComoComida ? kComo : kSimNao;
}
template <class P, std::size_t N>
bool all_answered(const List<P>& questions, const std::array<EnumName, N>& asked) {
    for (const auto& one : asked)
        if (!find(questions, one.value)) return false;
    return true;
}
template <class P>
void report_repeated(const List<P>& questions, Breaches& found) {
    for (std::size_t i = 0; i < questions.size(); ++i)
        for (std::size_t k = 0; k < i; ++k)
            if (questions[i].pergunta && questions[i].pergunta == questions[k].pergunta) {
                found.at(i, "pergunta");
                break;
            }
}
}  // namespace mca

template <>
inline constexpr auto rules<PerguntaSeisVinteTres> = std::array{
    Rule<PerguntaSeisVinteTres>{
        .id = "MCA-01",
        .field = "respostaUnicaEscolha",
        .message = "A resposta não é das que esta pergunta aceita.",
        .fix = "Use 3 a 6 nas perguntas 23 e 25; 3 e 7 a 11 na 26; 1 a 3 nas demais.",
        .source = "LEDI 8.7.0, PerguntaQuestionarioCriancasDeSeisVinteTresMeses #2",
        .holds = [](const PerguntaSeisVinteTres& p, const Context&) {
            return !all(p.pergunta, p.respostaUnicaEscolha) || mca::answers_of(*p.pergunta).has(*p.respostaUnicaEscolha);
        }},
};

template <>
inline constexpr auto rules<PerguntaDoisAnos> = std::array{
    Rule<PerguntaDoisAnos>{
        .id = "MCA-02",
        .field = "respostaMultiplaEscolha",
        .message = "A pergunta sobre as refeições do dia tem respostas múltiplas, e só ela.",
        .fix = "Na pergunta 12 informe as refeições; nas demais, uma resposta só.",
        .source = "LEDI 8.7.0, PerguntaQuestionarioCriancasComMaisDoisAnos #2 e #3",
        .holds = [](const PerguntaDoisAnos& p, const Context&) {
            if (!p.pergunta) return true;
            const bool many = !p.respostaMultiplaEscolha.empty();
            const bool one = present(p.respostaUnicaEscolha);
            return *p.pergunta == mca::kRefeicoes ? many && !one : one && !many;
        }},
};

template <>
inline constexpr auto rules<Consumo> = join(
    general_rules<Consumo>, birth_rules<&Consumo::dataNascimento>, document_rules<&Consumo::cnsCidadao, &Consumo::cpfCidadao>,
    no_cpf_rules<&Consumo::stNaoPossuiCpf, &Consumo::justificativaNaoPossuiCpf, 8, 4>,
    std::array{
        Rule<Consumo>{
            .id = "MCA-03",
            .field = "cnsCidadao",
            .message = "A ficha não diz de quem é: faltam o CPF e o CNS do cidadão.",
            .fix = "Informe o CPF do cidadão, ou o CNS quando ele não tem CPF.",
            .source = "LEDI 8.7.0, MCA #2 e #12",
            .holds = [](const Consumo& f, const Context&) { return any(f.cnsCidadao, f.cpfCidadao); }},
        Rule<Consumo>{
            .id = "MCA-04",
            .field = "perguntasQuestionarioCriancasMenoresSeisMeses",
            .message = "O questionário de menores de seis meses não é o da idade do cidadão.",
            .fix = "Preencha só o questionário da idade na data do atendimento.",
            .source = "LEDI 8.7.0, MCA #7",
            .holds = [](const Consumo& f, const Context& c) {
                const auto faixa = mca::faixa_of(f, c);
                return faixa == mca::Faixa::unknown || faixa == mca::Faixa::menor_seis_meses ||
                       f.perguntasQuestionarioCriancasMenoresSeisMeses.empty();
            }},
        Rule<Consumo>{
            .id = "MCA-05",
            .field = "perguntasQuestionarioCriancasDeSeisVinteTresMeses",
            .message = "O questionário de seis a vinte e três meses não é o da idade do cidadão.",
            .fix = "Preencha só o questionário da idade na data do atendimento.",
            .source = "LEDI 8.7.0, MCA #8",
            .holds = [](const Consumo& f, const Context& c) {
                const auto faixa = mca::faixa_of(f, c);
                return faixa == mca::Faixa::unknown || faixa == mca::Faixa::seis_a_vinte_tres ||
                       f.perguntasQuestionarioCriancasDeSeisVinteTresMeses.empty();
            }},
        Rule<Consumo>{
            .id = "MCA-06",
            .field = "perguntasQuestionarioCriancasComMaisDoisAnos",
            .message = "O questionário de dois anos ou mais não é o da idade do cidadão.",
            .fix = "Preencha só o questionário da idade na data do atendimento.",
            .source = "LEDI 8.7.0, MCA #9",
            .holds = [](const Consumo& f, const Context& c) {
                const auto faixa = mca::faixa_of(f, c);
                return faixa == mca::Faixa::unknown || faixa == mca::Faixa::dois_anos ||
                       f.perguntasQuestionarioCriancasComMaisDoisAnos.empty();
            }},
        Rule<Consumo>{
            .id = "MCA-07",
            .field = "perguntasQuestionarioCriancasMenoresSeisMeses",
            .message = "O questionário de menores de seis meses está incompleto.",
            .fix = "Responda às nove perguntas; use «não sabe» quando for o caso.",
            .source = "LEDI 8.7.0, MCA #7",
            .holds = [](const Consumo& f, const Context& c) {
                return mca::faixa_of(f, c) != mca::Faixa::menor_seis_meses ||
                       mca::all_answered(f.perguntasQuestionarioCriancasMenoresSeisMeses, mca::kMenorSeisMeses);
            }},
        Rule<Consumo>{
            .id = "MCA-08",
            .field = "perguntasQuestionarioCriancasDeSeisVinteTresMeses",
            .message = "O questionário de seis a vinte e três meses está incompleto.",
            .fix = "Responda a todas as perguntas; a 23 depende de «sim» na 22, e a 25 e a 26 de «sim» na 24.",
            .source = "LEDI 8.7.0, MCA #8",
            .holds = [](const Consumo& f, const Context& c) {
                if (mca::faixa_of(f, c) != mca::Faixa::seis_a_vinte_tres) return true;
                const auto& questions = f.perguntasQuestionarioCriancasDeSeisVinteTresMeses;
                for (const auto& asked : mca::kSeisAVinteTresMeses)
                    if (mca::is_due(questions, asked.value) && !mca::find(questions, asked.value)) return false;
                return true;
            }},
        Rule<Consumo>{
            .id = "MCA-09",
            .field = "perguntasQuestionarioCriancasComMaisDoisAnos",
            .message = "O questionário de dois anos ou mais está incompleto.",
            .fix = "Responda às nove perguntas; use «não sabe» quando for o caso.",
            .source = "LEDI 8.7.0, MCA #9",
            .holds = [](const Consumo& f, const Context& c) {
                return mca::faixa_of(f, c) != mca::Faixa::dois_anos ||
                       mca::all_answered(f.perguntasQuestionarioCriancasComMaisDoisAnos, mca::kDoisAnosOuMais);
            }},
        Rule<Consumo>{
            .id = "MCA-10",
            .field = "perguntasQuestionarioCriancasDeSeisVinteTresMeses",
            .message = "A pergunta só se faz quando a anterior foi respondida com «sim».",
            .fix = "Retire a resposta, ou corrija a resposta da pergunta 22 (para a 23) ou 24 (para a 25 e a 26).",
            .source = "LEDI 8.7.0, MCA #8",
            .each = [](const Consumo& f, const Context&, Breaches& found) {
                const auto& questions = f.perguntasQuestionarioCriancasDeSeisVinteTresMeses;
                for (std::size_t i = 0; i < questions.size(); ++i)
                    if (questions[i].pergunta && !mca::is_due(questions, *questions[i].pergunta)) found.at(i, "pergunta");
            }},
        Rule<Consumo>{
            .id = "MCA-11",
            .field = "perguntasQuestionarioCriancasMenoresSeisMeses",
            .message = "A pergunta foi respondida duas vezes.",
            .fix = "Deixe uma resposta só para cada pergunta.",
            .source = "LEDI 8.7.0, MCA #7",
            .each = [](const Consumo& f, const Context&, Breaches& found) {
                mca::report_repeated(f.perguntasQuestionarioCriancasMenoresSeisMeses, found);
            }},
        Rule<Consumo>{
            .id = "MCA-12",
            .field = "perguntasQuestionarioCriancasDeSeisVinteTresMeses",
            .message = "A pergunta foi respondida duas vezes.",
            .fix = "Deixe uma resposta só para cada pergunta.",
            .source = "LEDI 8.7.0, MCA #8",
            .each = [](const Consumo& f, const Context&, Breaches& found) {
                mca::report_repeated(f.perguntasQuestionarioCriancasDeSeisVinteTresMeses, found);
            }},
        Rule<Consumo>{
            .id = "MCA-13",
            .field = "perguntasQuestionarioCriancasComMaisDoisAnos",
            .message = "A pergunta foi respondida duas vezes.",
            .fix = "Deixe uma resposta só para cada pergunta.",
            .source = "LEDI 8.7.0, MCA #9",
            .each = [](const Consumo& f, const Context&, Breaches& found) {
                mca::report_repeated(f.perguntasQuestionarioCriancasComMaisDoisAnos, found);
            }},
    });

}  // namespace aroeira::fichas::ledi
