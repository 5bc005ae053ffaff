// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/cidadao.hpp"
#include "modules/fichas/domain/records/gerais.hpp"

/// Ficha de Atividade Coletiva (tipo 6). Source: LEDI 8.7.0, AC.
namespace aroeira::fichas::ledi {

struct ParticipanteRowItem : Record {
    Text cnsParticipante;
    Long dataNascimento;
    Boolean avaliacaoAlterada;
    Double peso, altura;
    Boolean cessouHabitoFumar, abandonouGrupo;
    Long sexo;
    Text cpfParticipante;
    Boolean stNaoPossuiCpf;
    Long justificativaNaoPossuiCpf;
};
using Participante = ParticipanteRowItem;

template <>
inline constexpr auto fields<Participante> = record(
    field<1,  &Participante::cnsParticipante>          .xml(1).chars(15).must(cns),
    field<2,  &Participante::dataNascimento>           .xml(5).required(),
    field<3,  &Participante::avaliacaoAlterada>        .xml(7),
    field<4,  &Participante::peso>                     .xml(8).range(0.5, 500).decimals(3),
    field<5,  &Participante::altura>                   .xml(9).range(20, 250).decimals(1),
    field<6,  &Participante::cessouHabitoFumar>        .xml(10),
    field<7,  &Participante::abandonouGrupo>           .xml(11),
    field<8,  &Participante::sexo>                     .xml(6).required().codes(tabela::Sexo),
    field<9,  &Participante::cpfParticipante>          .xml(2).chars(11).must(cpf),
    field<10, &Participante::stNaoPossuiCpf>           .xml(3).since(8, 6, 0),
    field<11, &Participante::justificativaNaoPossuiCpf>.xml(4).since(8, 6, 0).codes(tabela::JustificativaNaoPossuiCpf));

struct ProfissionalCboRowItem : Record {
    Text cnsProfissional, codigoCbo2002;
};
template <>
inline constexpr auto fields<ProfissionalCboRowItem> = record(
    field<1, &ProfissionalCboRowItem::cnsProfissional>.required().chars(15).must(cns),
    field<2, &ProfissionalCboRowItem::codigoCbo2002>  .required());

struct FichaAtividadeColetiva : Record {
    Text uuidFicha, outraLocalidade;
    Long inep;
    Integer numParticipantes, numAvaliacoesAlteradas;
    List<ProfissionalCboRowItem> profissionais;
    Long atividadeTipo;
    List<std::int64_t> temasParaReuniao, publicoAlvo;
    List<Participante> participantes;
    Integer tbCdsOrigem;
    Text cnesLocalAtividade, procedimento;
    Long turno;
    Ref<UnicaLotacaoHeader> headerTransport;
    List<std::int64_t> temasParaSaude, praticasEmSaude;
    Boolean pseEducacao, pseSaude;
};
using Coletiva = FichaAtividadeColetiva;

template <>
inline constexpr auto fields<Coletiva> = record(
    field<1,  &Coletiva::uuidFicha>             .required().chars(36, 44),
    field<4,  &Coletiva::outraLocalidade>       .chars(0, 250),
    field<7,  &Coletiva::inep>                  .range(0, 99'999'999),
    field<11, &Coletiva::numParticipantes>      .required().range(1, 999),
    field<12, &Coletiva::numAvaliacoesAlteradas>.range(0, 999),
    field<13, &Coletiva::profissionais>,
    field<14, &Coletiva::atividadeTipo>         .required().codes(tabela::TipoAtividadeColetiva),
    field<15, &Coletiva::temasParaReuniao>      .items(0, 8).codes(tabela::TemasParaReuniao),
    field<16, &Coletiva::publicoAlvo>           .items(0, 19).codes(tabela::PublicoAlvo),
    field<18, &Coletiva::participantes>,
    field<19, &Coletiva::tbCdsOrigem>           .required(),
    field<21, &Coletiva::cnesLocalAtividade>    .chars(7).must(digits),
    field<22, &Coletiva::procedimento>          .codes(tabela::OutroProcedimentoColetivo),
    field<23, &Coletiva::turno>                 .required().codes(tabela::Turno),
    field<24, &Coletiva::headerTransport>       .required(),
    field<25, &Coletiva::temasParaSaude>        .items(0, 18).codes(tabela::TemasParaSaude),
    field<26, &Coletiva::praticasEmSaude>       .items(0, 16).codes(tabela::PraticasEmSaude),
    field<27, &Coletiva::pseEducacao>           .required(),
    field<28, &Coletiva::pseSaude>              .required());

// ---- conditional rules ----

namespace coletiva {
/// Meetings of the team; 4 to 7 are activities with the population.
inline constexpr CodeSet kReuniao{1, 2, 3};
inline constexpr CodeSet kComPopulacao{4, 5, 6, 7};
inline constexpr CodeSet kComParticipantes{5, 6};
inline constexpr CodeSet kTemaObrigatorio{4, 5, 7};
inline constexpr CodeSet kSemPratica{1, 2, 3, 4, 7};
/// Practices only an evaluation or procedure (type 6) has, and those of the tobacco programme.
inline constexpr CodeSet kPraticasDeProcedimento{2, 9, 33};
inline constexpr CodeSet kTabagismo{25, 26, 27, 28};
inline constexpr CodeSet kTiposForaDaEducacao{1, 2, 3, 5};
inline constexpr CodeSet kPraticasForaDaEducacao{2, 9, 24, 25, 26, 27, 28, 30, 33, 34};
inline constexpr std::int64_t kProcedimento = 6, kEducacaoPermanente = 6, kSemanaSaudeNaEscola = 18, kOutroProcedimento = 30;

inline bool is_one_of(const Long& code, const CodeSet& set) { return code && set.has(*code); }
inline bool is_pse(const Coletiva& f) { return f.pseEducacao == true || f.pseSaude == true; }
inline bool is_only_education(const Coletiva& f) { return f.pseEducacao == true && f.pseSaude == false; }
inline bool needs_identified_participants(const Coletiva& f) { return is_one_of(f.atividadeTipo, kComParticipantes); }
inline bool is_training_meeting(const Coletiva& f) {
    return f.temasParaReuniao.size() == 1 && f.temasParaReuniao[0] == kEducacaoPermanente;
}
}  // namespace coletiva

template <>
inline constexpr auto rules<Participante> = join(
    birth_rules<&Participante::dataNascimento>,
    document_rules<&Participante::cnsParticipante, &Participante::cpfParticipante>,
    no_cpf_rules<&Participante::stNaoPossuiCpf, &Participante::justificativaNaoPossuiCpf, 8, 6>,
    std::array{
        Rule<Participante>{
            .id = "AC-20",
            .field = "cnsParticipante",
            .message = "O CNS do participante só é usado quando ele não possui CPF.",
            .fix = "Informe o CPF do participante, ou marque que ele não possui CPF.",
            .source = "LEDI 8.7.0, ParticipanteRowItem #1 e #10",
            .since = {8, 6, 0},
            .holds = [](const Participante& p, const Context&) { return p.stNaoPossuiCpf != false || !present(p.cnsParticipante); }},
        Rule<Participante>{
            .id = "AC-21",
            .field = "cpfParticipante",
            .message = "O participante não possui CPF, e mesmo assim há um CPF.",
            .fix = "Retire o CPF, ou desmarque que o participante não possui CPF.",
            .source = "LEDI 8.7.0, ParticipanteRowItem #9 e #10",
            .since = {8, 6, 0},
            .holds = [](const Participante& p, const Context&) { return p.stNaoPossuiCpf != true || !present(p.cpfParticipante); }},
    });

template <>
inline constexpr auto rules<ProfissionalCboRowItem> = std::array{
    Rule<ProfissionalCboRowItem>{
        .id = "AC-22",
        .field = "codigoCbo2002",
        .message = "O CBO do profissional não existe na tabela.",
        .fix = "Informe um código da tabela de CBO.",
        .source = "LEDI 8.7.0, ProfissionalCboRowItem #2",
        .holds = [](const ProfissionalCboRowItem& p, const Context&) {
            return !present(p.codigoCbo2002) || national::has_cbo(p.codigoCbo2002);
        }},
};

template <>
inline constexpr auto rules<Coletiva> = join(
    general_rules<Coletiva>,
    std::array{
        Rule<Coletiva>{
            .id = "AC-01",
            .field = "outraLocalidade",
            .message = "O local da atividade foi informado de mais de um jeito.",
            .fix = "Deixe só um: a escola (INEP), o estabelecimento (CNES) ou outra localidade.",
            .source = "LEDI 8.7.0, AC #2, #3 e #12",
            .holds = [](const Coletiva& f, const Context&) {
                const int places = present(f.outraLocalidade) + present(f.inep) + present(f.cnesLocalAtividade);
                return places <= 1 || coletiva::is_pse(f);
            }},
        Rule<Coletiva>{
            .id = "AC-02",
            .field = "inep",
            .message = "A atividade é do Programa Saúde na Escola e não diz qual escola.",
            .fix = "Informe o número INEP da escola.",
            .source = "LEDI 8.7.0, AC #3",
            .holds = [](const Coletiva& f, const Context&) { return !coletiva::is_pse(f) || present(f.inep); }},
        Rule<Coletiva>{
            .id = "AC-03",
            .field = "outraLocalidade",
            .message = "Uma atividade do Programa Saúde na Escola acontece na escola, e há outro local informado.",
            .fix = "Deixe só o INEP, ou desmarque o Programa Saúde na Escola.",
            .source = "LEDI 8.7.0, AC #2 e #12",
            .each = [](const Coletiva& f, const Context&, Breaches& found) {
                if (coletiva::is_pse(f)) forbid<&Coletiva::outraLocalidade, &Coletiva::cnesLocalAtividade>(f, found);
            }},
        Rule<Coletiva>{
            .id = "AC-04",
            .field = "numParticipantes",
            .message = "O número de participantes é menor que o de participantes listados.",
            .fix = "Conte de novo: o número deve incluir todos os listados.",
            .source = "LEDI 8.7.0, AC #4",
            .holds = [](const Coletiva& f, const Context&) {
                return !f.numParticipantes || static_cast<std::size_t>(*f.numParticipantes) >= f.participantes.size();
            }},
        Rule<Coletiva>{
            .id = "AC-05",
            .field = "numAvaliacoesAlteradas",
            .message = "O número de avaliações alteradas difere do que os participantes dizem.",
            .fix = "Informe quantos participantes têm avaliação alterada.",
            .source = "LEDI 8.7.0, AC #5",
            .holds = [](const Coletiva& f, const Context&) {
                std::int32_t altered = 0;
                for (const auto& p : f.participantes) altered += p.avaliacaoAlterada == true;
                return !f.numAvaliacoesAlteradas || *f.numAvaliacoesAlteradas == altered;
            }},
        Rule<Coletiva>{
            .id = "AC-06",
            .field = "profissionais",
            .message = "Uma atividade só da educação não tem profissionais de saúde.",
            .fix = "Retire os profissionais, ou marque também «Saúde».",
            .source = "LEDI 8.7.0, AC #6 e #18",
            .holds = [](const Coletiva& f, const Context&) { return !coletiva::is_only_education(f) || f.profissionais.empty(); }},
        Rule<Coletiva>{
            .id = "AC-07",
            .field = "atividadeTipo",
            .message = "Este tipo de atividade não se aplica quando só a educação participa.",
            .fix = "Use educação em saúde (4), avaliação/procedimento (6) ou mobilização (7), ou marque também «Saúde».",
            .source = "LEDI 8.7.0, AC #7 e #18",
            .holds = [](const Coletiva& f, const Context&) {
                return !coletiva::is_only_education(f) || !coletiva::is_one_of(f.atividadeTipo, coletiva::kTiposForaDaEducacao);
            }},
        Rule<Coletiva>{
            .id = "AC-08",
            .field = "temasParaReuniao",
            .message = "Temas para reunião não se aplicam a esta atividade.",
            .fix = "Retire os temas para reunião: eles são dos tipos 1, 2 e 3.",
            .source = "LEDI 8.7.0, AC #8",
            .holds = [](const Coletiva& f, const Context&) {
                return f.temasParaReuniao.empty() || coletiva::is_one_of(f.atividadeTipo, coletiva::kReuniao);
            }},
        Rule<Coletiva>{
            .id = "AC-09",
            .field = "temasParaReuniao",
            .message = "A reunião não diz o tema.",
            .fix = "Informe pelo menos um tema para reunião.",
            .source = "LEDI 8.7.0, AC #8",
            .holds = [](const Coletiva& f, const Context&) {
                return !coletiva::is_one_of(f.atividadeTipo, coletiva::kReuniao) || !f.temasParaReuniao.empty();
            }},
        Rule<Coletiva>{
            .id = "AC-10",
            .field = "publicoAlvo",
            .message = "A atividade com a população não diz o público-alvo.",
            .fix = "Informe pelo menos um público-alvo.",
            .source = "LEDI 8.7.0, AC #9",
            .holds = [](const Coletiva& f, const Context&) {
                return !coletiva::is_one_of(f.atividadeTipo, coletiva::kComPopulacao) || !f.publicoAlvo.empty();
            }},
        Rule<Coletiva>{
            .id = "AC-11",
            .field = "publicoAlvo",
            .message = "Uma reunião de equipe não tem público-alvo.",
            .fix = "Retire o público-alvo, ou corrija o tipo de atividade.",
            .source = "LEDI 8.7.0, AC #9",
            .holds = [](const Coletiva& f, const Context&) {
                return !coletiva::is_one_of(f.atividadeTipo, coletiva::kReuniao) || f.publicoAlvo.empty();
            }},
        Rule<Coletiva>{
            .id = "AC-12",
            .field = "temasParaSaude",
            .message = "A atividade não diz o tema para saúde.",
            .fix = "Informe pelo menos um tema para saúde.",
            .source = "LEDI 8.7.0, AC #16",
            .holds = [](const Coletiva& f, const Context&) {
                return !coletiva::is_one_of(f.atividadeTipo, coletiva::kTemaObrigatorio) || !f.temasParaSaude.empty();
            }},
        Rule<Coletiva>{
            .id = "AC-13",
            .field = "temasParaSaude",
            .message = "Uma reunião só tem temas para saúde quando é de educação permanente.",
            .fix = "Retire os temas para saúde, ou informe só educação permanente (6) como tema da reunião.",
            .source = "LEDI 8.7.0, AC #16",
            .holds = [](const Coletiva& f, const Context&) {
                return !coletiva::is_one_of(f.atividadeTipo, coletiva::kReuniao) || f.temasParaSaude.empty() ||
                       coletiva::is_training_meeting(f);
            }},
        Rule<Coletiva>{
            .id = "AC-14",
            .field = "temasParaSaude",
            .message = "«Semana saúde na escola» é só do Programa Saúde na Escola.",
            .fix = "Marque «Educação» ou «Saúde», ou retire o tema 18.",
            .source = "LEDI 8.7.0, AC #16",
            .holds = [](const Coletiva& f, const Context&) {
                return coletiva::is_pse(f) || !contains(f.temasParaSaude, coletiva::kSemanaSaudeNaEscola);
            }},
        Rule<Coletiva>{
            .id = "AC-15",
            .field = "praticasEmSaude",
            .message = "Esta atividade não tem práticas em saúde.",
            .fix = "Retire as práticas em saúde: elas são dos tipos 5 e 6.",
            .source = "LEDI 8.7.0, AC #17",
            .holds = [](const Coletiva& f, const Context&) {
                return f.praticasEmSaude.empty() || !coletiva::is_one_of(f.atividadeTipo, coletiva::kSemPratica);
            }},
        Rule<Coletiva>{
            .id = "AC-16",
            .field = "praticasEmSaude",
            .message = "A avaliação ou procedimento coletivo não diz a prática.",
            .fix = "Informe pelo menos uma prática em saúde.",
            .source = "LEDI 8.7.0, AC #17",
            .holds = [](const Coletiva& f, const Context&) {
                return f.atividadeTipo != coletiva::kProcedimento || !f.praticasEmSaude.empty();
            }},
        Rule<Coletiva>{
            .id = "AC-17",
            .field = "praticasEmSaude",
            .message = "A prática é só de avaliação ou procedimento coletivo.",
            .fix = "Use as práticas 2, 9 e 33 só com o tipo de atividade 6.",
            .source = "LEDI 8.7.0, AC #17",
            .each = [](const Coletiva& f, const Context&, Breaches& found) {
                if (f.atividadeTipo == coletiva::kProcedimento) return;
                for (std::size_t i = 0; i < f.praticasEmSaude.size(); ++i)
                    if (coletiva::kPraticasDeProcedimento.has(f.praticasEmSaude[i])) found.at(i);
            }},
        Rule<Coletiva>{
            .id = "AC-18",
            .field = "praticasEmSaude",
            .message = "A prática não se aplica quando só a educação participa.",
            .fix = "Retire a prática, ou marque também «Saúde».",
            .source = "LEDI 8.7.0, AC #17 e #18",
            .each = [](const Coletiva& f, const Context&, Breaches& found) {
                if (!coletiva::is_only_education(f)) return;
                for (std::size_t i = 0; i < f.praticasEmSaude.size(); ++i)
                    if (coletiva::kPraticasForaDaEducacao.has(f.praticasEmSaude[i])) found.at(i);
            }},
        Rule<Coletiva>{
            .id = "AC-19",
            .field = "procedimento",
            .message = "Há um procedimento, mas a prática não é «Outro procedimento coletivo».",
            .fix = "Informe a prática 30, ou retire o procedimento.",
            .source = "LEDI 8.7.0, AC #13",
            .holds = [](const Coletiva& f, const Context&) {
                return !present(f.procedimento) || contains(f.praticasEmSaude, coletiva::kOutroProcedimento);
            }},
        Rule<Coletiva>{
            .id = "AC-23",
            .field = "participantes",
            .message = "A atividade não lista os participantes.",
            .fix = "Liste os participantes: eles são obrigatórios nos tipos 5 e 6.",
            .source = "LEDI 8.7.0, AC #10",
            .holds = [](const Coletiva& f, const Context&) {
                return !coletiva::needs_identified_participants(f) || !f.participantes.empty();
            }},
        Rule<Coletiva>{
            .id = "AC-24",
            .field = "participantes",
            .message = "O participante que não possui CPF precisa do CNS nesta atividade.",
            .fix = "Informe o CNS do participante.",
            .source = "LEDI 8.7.0, ParticipanteRowItem #1",
            .since = {8, 6, 0},
            .each = [](const Coletiva& f, const Context&, Breaches& found) {
                if (!coletiva::needs_identified_participants(f)) return;
                for (std::size_t i = 0; i < f.participantes.size(); ++i)
                    if (f.participantes[i].stNaoPossuiCpf == true && !present(f.participantes[i].cnsParticipante))
                        found.at(i, "cnsParticipante");
            }},
        Rule<Coletiva>{
            .id = "AC-25",
            .field = "participantes",
            .message = "O participante possui CPF, e ele é necessário nesta atividade.",
            .fix = "Informe o CPF do participante.",
            .source = "LEDI 8.7.0, ParticipanteRowItem #9",
            .since = {8, 6, 0},
            .each = [](const Coletiva& f, const Context&, Breaches& found) {
                if (!coletiva::needs_identified_participants(f)) return;
                for (std::size_t i = 0; i < f.participantes.size(); ++i)
                    if (f.participantes[i].stNaoPossuiCpf == false && !present(f.participantes[i].cpfParticipante))
                        found.at(i, "cpfParticipante");
            }},
        Rule<Coletiva>{
            .id = "AC-26",
            .field = "participantes",
            .message = "Parar de fumar e abandonar o grupo só se registram no programa de controle do tabagismo.",
            .fix = "Informe uma das práticas 25 a 28, ou retire o campo do participante.",
            .source = "LEDI 8.7.0, ParticipanteRowItem #6 e #7",
            .each = [](const Coletiva& f, const Context&, Breaches& found) {
                if (coletiva::kTabagismo.any_of(f.praticasEmSaude)) return;
                for (std::size_t i = 0; i < f.participantes.size(); ++i) {
                    if (present(f.participantes[i].cessouHabitoFumar)) found.at(i, "cessouHabitoFumar");
                    if (present(f.participantes[i].abandonouGrupo)) found.at(i, "abandonouGrupo");
                }
            }},
    });

}  // namespace aroeira::fichas::ledi
