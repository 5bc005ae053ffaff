// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/gerais.hpp"
#include "modules/fichas/domain/records/resultados.hpp"

/// Ficha de Atendimento Individual (tipo 4). Source: LEDI 8.7.0, AI.
namespace aroeira::fichas::ledi {

/// Who ended the observation: the header of a professional, with every field optional.
struct LotacaoFinalizador : Record {
    Text profissionalCNS, cboCodigo_2002, cnes, ine;
};
template <>
inline constexpr auto fields<LotacaoFinalizador> = record(
    field<1, &LotacaoFinalizador::profissionalCNS>.chars(15).must(cns),
    field<2, &LotacaoFinalizador::cboCodigo_2002> .chars(6).must(digits),
    field<3, &LotacaoFinalizador::cnes>           .chars(7).must(digits),
    field<4, &LotacaoFinalizador::ine>            .chars(10).must(digits));

struct FichaAtendimentoIndividualChild : Record {
    Text numeroProntuario, cns;
    Long dataNascimento, localDeAtendimento, sexo, turno, tipoAtendimento, aleitamentoMaterno, dumDaGestante;
    Integer idadeGestacional;
    Long atencaoDomiciliarModalidade;
    List<Exame> exame;
    Boolean vacinaEmDia;
    Long pic;
    Boolean ficouEmObservacao;
    List<std::int64_t> nasfs, condutas;
    Boolean stGravidezPlanejada;
    Integer nuGestasPrevias, nuPartos;
    Long racionalidadeSaude, dataHoraInicialAtendimento, dataHoraFinalAtendimento;
    Text cpfCidadao;
    List<Medicamento> medicamentos;
    List<EncaminhamentoExterno> encaminhamentos;
    List<ResultadosExame> resultadosExames;
    Ref<LotacaoFinalizador> finalizadorObservacao;
    Long tipoParticipacaoCidadao, tipoParticipacaoProfissionalConvidado;
    List<std::int64_t> emultis;
    Ref<Medicoes> medicoes;
    List<ProblemaCondicao> problemasCondicoes;
    Ref<Ivcf> ivcf;
    List<SolicitacaoOci> solicitacoesOci;
    Boolean stNaoPossuiCpf;
    Long justificativaNaoPossuiCpf;
};
using Atendimento = FichaAtendimentoIndividualChild;

template <>
inline constexpr auto fields<Atendimento> = record(
    field<1,  &Atendimento::numeroProntuario>           .xml(1).chars(0, 30).must(prontuario),
    field<2,  &Atendimento::cns>                        .xml("cnsCidadao", 2).called("cnsCidadao").chars(15).must(ledi::cns),
    field<3,  &Atendimento::dataNascimento>             .xml(6).required(),
    field<4,  &Atendimento::localDeAtendimento>         .xml(7).required().codes(tabela::LocalDeAtendimento).only({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}),
    field<5,  &Atendimento::sexo>                       .xml(8).required().codes(tabela::Sexo),
    field<6,  &Atendimento::turno>                      .xml(9).required().codes(tabela::Turno),
    field<7,  &Atendimento::tipoAtendimento>            .xml(10).required().codes(tabela::TipoDeAtendimento).only({1, 2, 4, 5, 6}),
    field<10, &Atendimento::aleitamentoMaterno>         .xml(12).codes(tabela::AleitamentoMaterno),
    field<11, &Atendimento::dumDaGestante>              .xml(13),
    field<12, &Atendimento::idadeGestacional>           .xml(14).range(1, 42),
    field<13, &Atendimento::atencaoDomiciliarModalidade>.xml(15).codes(tabela::ModalidadeAD).only({1, 2, 3}),
    field<17, &Atendimento::exame>                      .xml(16).items(0, 100),
    field<18, &Atendimento::vacinaEmDia>                .xml(17),
    field<19, &Atendimento::pic>                        .xml(99).no_xml(),
    field<20, &Atendimento::ficouEmObservacao>          .xml(18),
    field<21, &Atendimento::nasfs>                      .xml(20),
    field<22, &Atendimento::condutas>                   .xml(22).required().items(1, 12).codes(tabela::CondutaEncaminhamento).distinct(),
    field<23, &Atendimento::stGravidezPlanejada>        .xml(23),
    field<24, &Atendimento::nuGestasPrevias>            .xml(24).range(0, 99),
    field<25, &Atendimento::nuPartos>                   .xml(25).range(0, 99),
    field<26, &Atendimento::racionalidadeSaude>         .xml(26).codes(tabela::racionalidadeSaude),
    field<28, &Atendimento::dataHoraInicialAtendimento> .xml(27).required(),
    field<29, &Atendimento::dataHoraFinalAtendimento>   .xml(28).required(),
    field<30, &Atendimento::cpfCidadao>                 .xml(3).chars(11).must(cpf),
    field<31, &Atendimento::medicamentos>               .xml(29).items(0, 15),
    field<32, &Atendimento::encaminhamentos>            .xml(30).items(0, 10),
    field<33, &Atendimento::resultadosExames>           .xml(31).items(0, 10),
    field<35, &Atendimento::finalizadorObservacao>      .xml(19),
    field<36, &Atendimento::tipoParticipacaoCidadao>    .xml(33).codes(tabela::tipoParticipacaoAtendimento),
    field<37, &Atendimento::tipoParticipacaoProfissionalConvidado>.xml(34).codes(tabela::tipoParticipacaoAtendimento),
    field<38, &Atendimento::emultis>                    .xml(21).items(0, 3).codes(tabela::eMulti),
    field<39, &Atendimento::medicoes>                   .xml(11),
    field<40, &Atendimento::problemasCondicoes>         .xml(32).required().items(1),
    field<41, &Atendimento::ivcf>                       .xml(35),
    field<43, &Atendimento::solicitacoesOci>            .xml(36).since(7, 2, 0),
    field<44, &Atendimento::stNaoPossuiCpf>             .xml(4).since(8, 4, 0).required(),
    field<45, &Atendimento::justificativaNaoPossuiCpf>  .xml(5).since(8, 4, 0).codes(tabela::JustificativaNaoPossuiCpf));

struct FichaAtendimentoIndividualMaster : Record {
    Ref<VariasLotacoesHeader> headerTransport;
    List<Atendimento> atendimentosIndividuais;
    Text uuidFicha;
    Integer tpCdsOrigem;
};
using FichaAtendimento = FichaAtendimentoIndividualMaster;

template <>
inline constexpr auto fields<FichaAtendimento> = record(
    field<1, &FichaAtendimento::headerTransport>        .xml(1).required(),
    field<2, &FichaAtendimento::atendimentosIndividuais>.xml(2).required().items(1, 99),
    field<3, &FichaAtendimento::uuidFicha>              .xml(4).required().chars(36, 44),
    field<4, &FichaAtendimento::tpCdsOrigem>            .xml(3).required());

// ---- conditional rules ----

namespace atendimento {
inline constexpr std::int64_t kMasculino = 0, kEncaminhamentoServico = 4;

inline bool is_medico_or_enfermeiro(std::string_view cbo) {
    return cbo.starts_with("225") || cbo.starts_with("2231") || cbo.starts_with("2235");
}
}  // namespace atendimento

/// What the referrals of Atendimento Individual have of their own (LEDI, 1.5).
inline constexpr auto atendimento_referral_rules = std::array{
    Rule<Atendimento>{
        .id = "ENC-03",
        .field = name_of<&Atendimento::encaminhamentos>,
        .message = "A especialidade não é aceita no Atendimento Individual.",
        .fix = "Use um código de 1 a 62 da tabela de especialidades.",
        .source = "LEDI 8.7.0, Encaminhamentos #1",
        .each = [](const Atendimento& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < a.encaminhamentos.size(); ++i) {
                const Long& code = a.encaminhamentos[i].especialidade;
                if (code && !tabela::especialidadeEncaminhamento_individual.has(*code)) found.at(i, "especialidade");
            }
        }},
    Rule<Atendimento>{
        .id = "ENC-04",
        .field = name_of<&Atendimento::encaminhamentos>,
        .message = "O encaminhamento deve ter uma hipótese diagnóstica, e só uma: CID-10 ou CIAP-2.",
        .fix = "Informe o CID-10 ou o CIAP-2 da hipótese diagnóstica.",
        .source = "LEDI 8.7.0, Encaminhamentos #2 e #3",
        .each = [](const Atendimento& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < a.encaminhamentos.size(); ++i) {
                const EncaminhamentoExterno& e = a.encaminhamentos[i];
                if (present(e.hipoteseDiagnosticoCid10) == present(e.hipoteseDiagnosticoCiap2))
                    found.at(i, "hipoteseDiagnosticoCid10");
            }
        }},
    Rule<Atendimento>{
        .id = "ENC-05",
        .field = name_of<&Atendimento::encaminhamentos>,
        .message = "O CIAP-2 da hipótese diagnóstica não tem CID-10 correspondente.",
        .fix = "Escolha um CIAP-2 da tabela de relação CIAP-2 x CID-10, ou informe o CID-10.",
        .source = "LEDI 8.7.0, Encaminhamentos #3",
        .each = [](const Atendimento& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < a.encaminhamentos.size(); ++i) {
                const Text ciap = a.encaminhamentos[i].hipoteseDiagnosticoCiap2;
                if (present(ciap) && !national::can_refer_by_ciap2(ciap)) found.at(i, "hipoteseDiagnosticoCiap2");
            }
        }},
    Rule<Atendimento>{
        .id = "ENC-06",
        .field = name_of<&Atendimento::encaminhamentos>,
        .message = "A ocupação do profissional não encaminha por CID-10 na versão declarada.",
        .fix = "Informe o CIAP-2 da hipótese diagnóstica, ou declare a versão 8.4.0 ou mais nova do LEDI.",
        .source = "LEDI 7.2.2, Encaminhamentos #2",
        .until = {8, 4, 0},
        .each = [](const Atendimento& a, const Context& c, Breaches& found) {
            if (c.cbo.empty() || national::may_refer_by_cid10(c.cbo)) return;
            for (std::size_t i = 0; i < a.encaminhamentos.size(); ++i)
                if (present(a.encaminhamentos[i].hipoteseDiagnosticoCid10)) found.at(i, "hipoteseDiagnosticoCid10");
        }},
    Rule<Atendimento>{
        .id = "ENC-07",
        .field = name_of<&Atendimento::encaminhamentos>,
        .message = "Os encaminhamentos do atendimento misturam CID-10 e CIAP-2.",
        .fix = "Informe todos os encaminhamentos por CID-10, ou todos por CIAP-2.",
        .source = "LEDI 8.7.0, Encaminhamentos #2 e #3",
        .each = [](const Atendimento& a, const Context&, Breaches& found) {
            for (std::size_t i = 1; i < a.encaminhamentos.size(); ++i)
                if (present(a.encaminhamentos[i].hipoteseDiagnosticoCid10) !=
                    present(a.encaminhamentos[0].hipoteseDiagnosticoCid10))
                    return found.at(i);
        }},
    Rule<Atendimento>{
        .id = "ENC-08",
        .field = name_of<&Atendimento::condutas>,
        .message = "Há encaminhamento sem a conduta que o anuncia.",
        .fix = "Inclua a conduta 4 (encaminhamento para serviço especializado), ou retire os encaminhamentos.",
        .source = "LEDI 8.7.0, AI #26",
        .holds = [](const Atendimento& a, const Context&) {
            return a.encaminhamentos.empty() || contains(a.condutas, atendimento::kEncaminhamentoServico);
        }},
};

template <>
inline constexpr auto rules<Atendimento> = join(
    birth_rules<&Atendimento::dataNascimento>,
    time_rules<&Atendimento::dataHoraInicialAtendimento, &Atendimento::dataHoraFinalAtendimento>,
    document_rules<&Atendimento::cns, &Atendimento::cpfCidadao>,
    no_cpf_rules<&Atendimento::stNaoPossuiCpf, &Atendimento::justificativaNaoPossuiCpf, 8, 4>,
    problem_rules<&Atendimento::problemasCondicoes, &Atendimento::dataNascimento, true>,
    ab_problem_rules<&Atendimento::problemasCondicoes>,
    exam_rules<&Atendimento::exame>,
    result_rules<&Atendimento::resultadosExames, &Atendimento::dataNascimento, &Atendimento::dataHoraInicialAtendimento>,
    prescription_rules<&Atendimento::medicamentos>,
    referral_rules<&Atendimento::encaminhamentos, &Atendimento::sexo>,
    atendimento_referral_rules,
    oci_rules<&Atendimento::solicitacoesOci>,
    ivcf_rules<&Atendimento::ivcf, &Atendimento::dataNascimento>,
    ivcf_end_rules<&Atendimento::ivcf, &Atendimento::dataHoraFinalAtendimento>,
    std::array{
        Rule<Atendimento>{
            .id = "AI-01",
            .field = name_of<&Atendimento::sexo>,
            .message = "Dados de gestação não se aplicam ao sexo masculino.",
            .fix = "Retire os dados de gestação, ou corrija o sexo.",
            .source = "LEDI 8.7.0, AI #10, #11, #18 a #20",
            .each = [](const Atendimento& a, const Context&, Breaches& found) {
                if (a.sexo == atendimento::kMasculino)
                    forbid<&Atendimento::dumDaGestante, &Atendimento::idadeGestacional, &Atendimento::stGravidezPlanejada,
                           &Atendimento::nuGestasPrevias, &Atendimento::nuPartos>(a, found);
            }},
        Rule<Atendimento>{
            .id = "AI-02",
            .field = name_of<&Atendimento::dumDaGestante>,
            .message = "A data da última menstruação é posterior ao atendimento.",
            .fix = "Confira a data da última menstruação.",
            .source = "LEDI 8.7.0, AI #10",
            .holds = [](const Atendimento& a, const Context& c) { return c.day_ordered(a.dumDaGestante, c.attended_at); }},
        Rule<Atendimento>{
            .id = "AI-03",
            .field = name_of<&Atendimento::finalizadorObservacao>,
            .message = "Há profissional que finalizou a observação, e o cidadão não ficou em observação.",
            .fix = "Marque que o cidadão ficou em observação, ou retire o profissional finalizador.",
            .source = "LEDI 7.3.3, AI, finalizadorObservacao",
            .since = {7, 3, 3},
            .holds = [](const Atendimento& a, const Context&) {
                return !a.finalizadorObservacao || a.ficouEmObservacao == true;
            }},
        Rule<Atendimento>{
            .id = "AI-04",
            .field = "finalizadorObservacao.cboCodigo_2002",
            .message = "Só médico ou enfermeiro finaliza uma observação.",
            .fix = "Confira o CBO do profissional que finalizou a observação.",
            .source = "LEDI 8.7.0, AI, finalizadorObservacao",
            .holds = [](const Atendimento& a, const Context&) {
                const auto& who = a.finalizadorObservacao;
                return !who || !present(who->cboCodigo_2002) || atendimento::is_medico_or_enfermeiro(who->cboCodigo_2002);
            }},
        Rule<Atendimento>{
            .id = "AI-05",
            .field = "finalizadorObservacao.cnes",
            .message = "O CNES de quem finalizou a observação não é do município.",
            .fix = "Informe um estabelecimento do município, ou importe o CNES atualizado e processe de novo.",
            .source = "LEDI 8.7.0, AI, finalizadorObservacao",
            .needs = Needs::catalogo,
            .holds = [](const Atendimento& a, const Context& c) {
                const auto& who = a.finalizadorObservacao;
                return !who || !present(who->cnes) || c.catalogo->has_unidade(c.envelope->codIbge, who->cnes);
            }},
        Rule<Atendimento>{
            .id = "AI-06",
            .field = "finalizadorObservacao.ine",
            .message = "O INE de quem finalizou a observação não é do município.",
            .fix = "Informe uma equipe do município, ou importe o CNES atualizado e processe de novo.",
            .source = "LEDI 8.7.0, AI, finalizadorObservacao",
            .needs = Needs::catalogo,
            .holds = [](const Atendimento& a, const Context& c) {
                const auto& who = a.finalizadorObservacao;
                return !who || !present(who->ine) || c.catalogo->has_equipe(c.envelope->codIbge, who->ine);
            }},
    });

template <>
inline constexpr auto rules<FichaAtendimento> = general_rules<FichaAtendimento>;

}  // namespace aroeira::fichas::ledi
