// SPDX-License-Identifier: Apache-2.0
#pragma once
#include "modules/fichas/domain/records/gerais.hpp"
#include "modules/fichas/domain/records/resultados.hpp"

/// Ficha de Atendimento Odontológico Individual (tipo 5). Source: LEDI 8.7.0, AOI.
namespace aroeira::fichas::ledi {

struct ProcedimentoQuantidade : Record {
    Text coMsProcedimento;
    Integer quantidade;
};
template <>
inline constexpr auto fields<ProcedimentoQuantidade> = record(
    field<1, &ProcedimentoQuantidade::coMsProcedimento>.required(),
    field<2, &ProcedimentoQuantidade::quantidade>      .required().range(1, 32));

struct FichaAtendimentoOdontologicoChild : Record {
    Long dtNascimento;
    Text cnsCidadao, numProntuario;
    Boolean gestante, necessidadesEspeciais;
    Long localAtendimento, tipoAtendimento;
    List<std::int64_t> tiposEncamOdonto, tiposFornecimOdonto, tiposVigilanciaSaudeBucal, tiposConsultaOdonto;
    List<ProcedimentoQuantidade> procedimentosRealizados;
    Long sexo, turno, dataHoraInicialAtendimento, dataHoraFinalAtendimento;
    Text cpfCidadao;
    List<Medicamento> medicamentos;
    List<EncaminhamentoExterno> encaminhamentos;
    List<ResultadosExame> resultadosExames;
    Ref<Medicoes> medicoes;
    List<ProblemaCondicao> problemasCondicoes;
    Ref<Ivcf> ivcf;
    List<Exame> exame;
    List<SolicitacaoOci> solicitacoesOci;
    Boolean stNaoPossuiCpf;
    Long justificativaNaoPossuiCpf, tipoParticipacaoCidadao, tipoParticipacaoProfissionalConvidado;
};
using Odonto = FichaAtendimentoOdontologicoChild;

template <>
inline constexpr auto fields<Odonto> = record(
    field<1,  &Odonto::dtNascimento>              .xml(6).required(),
    field<2,  &Odonto::cnsCidadao>                .xml(2).chars(15).must(cns),
    field<3,  &Odonto::numProntuario>             .xml(1).chars(0, 30).must(prontuario),
    field<4,  &Odonto::gestante>                  .xml(8),
    field<5,  &Odonto::necessidadesEspeciais>     .xml(9),
    field<6,  &Odonto::localAtendimento>          .xml(7).required().codes(tabela::LocalDeAtendimento).only({1, 2, 3, 4, 5, 6, 7, 8, 9, 10}),
    field<7,  &Odonto::tipoAtendimento>           .xml(10).required().codes(tabela::TipoDeAtendimento).only({2, 4, 5, 6}),
    field<8,  &Odonto::tiposEncamOdonto>          .xml(11).required().items(1, 17).codes(tabela::CondutaEncaminhamentoOdonto),
    field<9,  &Odonto::tiposFornecimOdonto>       .xml(12).items(0, 3).codes(tabela::FornecimentoOdonto),
    field<10, &Odonto::tiposVigilanciaSaudeBucal> .xml(13).required().items(1, 7).codes(tabela::VigilanciaEmSaudeBucal),
    field<11, &Odonto::tiposConsultaOdonto>       .xml(14).items(0, 1).codes(tabela::TipoDeConsultaOdonto),
    field<12, &Odonto::procedimentosRealizados>   .xml(15).items(0, 20),
    field<14, &Odonto::sexo>                      .xml(17).required().codes(tabela::Sexo),
    field<15, &Odonto::turno>                     .xml(16).required().codes(tabela::Turno),
    field<16, &Odonto::dataHoraInicialAtendimento>.xml(18).required(),
    field<17, &Odonto::dataHoraFinalAtendimento>  .xml(19).required(),
    field<18, &Odonto::cpfCidadao>                .xml(3).chars(11).must(cpf),
    field<19, &Odonto::medicamentos>              .xml(21).items(0, 15),
    field<20, &Odonto::encaminhamentos>           .xml(22).items(0, 10),
    field<21, &Odonto::resultadosExames>          .xml(23).items(0, 10),
    field<27, &Odonto::medicoes>                  .xml(24),
    field<28, &Odonto::problemasCondicoes>        .xml(27).required().items(1),
    field<29, &Odonto::ivcf>                      .xml(28),
    field<30, &Odonto::exame>                     .xml(20).since(7, 2, 0).items(0, 100),
    field<31, &Odonto::solicitacoesOci>           .xml(29).since(7, 2, 0),
    field<32, &Odonto::stNaoPossuiCpf>            .xml(4).since(8, 4, 0).required(),
    field<33, &Odonto::justificativaNaoPossuiCpf> .xml(5).since(8, 4, 0).codes(tabela::JustificativaNaoPossuiCpf),
    // The dictionary and the XSD have these two, and no Thrift id is published.
    field<kUnpublishedIds + 1, &Odonto::tipoParticipacaoCidadao>.xml(25).codes(tabela::tipoParticipacaoAtendimento),
    field<kUnpublishedIds + 2, &Odonto::tipoParticipacaoProfissionalConvidado>.xml(26).codes(tabela::tipoParticipacaoAtendimento));

struct FichaAtendimentoOdontologicoMaster : Record {
    Text uuidFicha;
    Ref<VariasLotacoesHeader> headerTransport;
    List<Odonto> atendimentosOdontologicos;
    Integer tpCdsOrigem;
};
using FichaOdonto = FichaAtendimentoOdontologicoMaster;

template <>
inline constexpr auto fields<FichaOdonto> = record(
    field<1, &FichaOdonto::uuidFicha>                .xml(1).required().chars(36, 44),
    field<2, &FichaOdonto::headerTransport>          .xml(4).required(),
    field<3, &FichaOdonto::atendimentosOdontologicos>.xml(3).required().items(1, 99),
    field<4, &FichaOdonto::tpCdsOrigem>              .xml(2).required());

// ---- conditional rules ----

namespace odonto {
inline constexpr std::int64_t kMasculino = 0;
// TipoDeAtendimento, TipoDeConsultaOdonto and CondutaEncaminhamentoOdonto.
inline constexpr std::int64_t kConsultaAgendada = 2, kEscutaInicial = 4, kUrgencia = 6, kRetorno = 2;
inline constexpr std::int64_t kTratamentoConcluido = 15, kAltaDoEpisodio = 17;
inline constexpr CodeSet kConsultaDeTratamento{1, 2};
inline constexpr std::string_view kProcedimentoEscutaInicial = "0301040079";
/// Auxiliaries and technicians treat, and do not refer.
inline constexpr std::string_view kNaoEncaminham[] = {"322415", "322430", "322405", "322425"};

/// Calls `found.at(i)` where the list says `code`.
inline void find_code(const List<std::int64_t>& list, std::int64_t code, Breaches& found) {
    for (std::size_t i = 0; i < list.size(); ++i)
        if (list[i] == code) found.at(i);
}
/// The list of quantities is by SIGTAP: it says nothing of the AB codes taken before 8.4.0.
inline bool is_uncounted(std::string_view code, const Version& version) {
    return clinico::is_ab(code) && version < Version{8, 4, 0};
}
/// The conduta a referral to this speciality is announced by; 0 when the speciality is not odontological.
std::int64_t conduta_of(const Long& especialidade);
}  // namespace odonto

/// What was done to the teeth (LEDI, ProcedimentoQuantidade).
inline constexpr auto odonto_procedure_rules = std::array{
    Rule<Odonto>{
        .id = "AOI-08",
        .field = name_of<&Odonto::procedimentosRealizados>,
        .message = "O mesmo procedimento aparece mais de uma vez.",
        .fix = "Deixe o procedimento uma vez só e some as quantidades.",
        .source = "LEDI 8.7.0, ProcedimentoQuantidade #1",
        .each = [](const Odonto& a, const Context&, Breaches& found) {
            clinico::find_repeated(a.procedimentosRealizados, [](const ProcedimentoQuantidade& p) { return p.coMsProcedimento; },
                                   "coMsProcedimento", found);
        }},
    Rule<Odonto>{
        .id = "AOI-09",
        .field = name_of<&Odonto::procedimentosRealizados>,
        .message = "O procedimento não é aceito no atendimento odontológico, na versão declarada.",
        .fix = "Informe um código SIGTAP dos grupos 01 a 04, do subgrupo 08.04 ou das próteses aceitas, só com os 10 dígitos.",
        .source = "LEDI 8.7.0, ProcedimentoQuantidade #1",
        .each = [](const Odonto& a, const Context& c, Breaches& found) {
            for (std::size_t i = 0; i < a.procedimentosRealizados.size(); ++i) {
                const Text code = a.procedimentosRealizados[i].coMsProcedimento;
                if (present(code) && !national::is_odonto_procedure(code, c.version)) found.at(i, "coMsProcedimento");
            }
        }},
    Rule<Odonto>{
        .id = "AOI-10",
        .field = name_of<&Odonto::procedimentosRealizados>,
        .message = "A escuta inicial não é informada como procedimento.",
        .fix = "Retire o procedimento 0301040079 e use o tipo de atendimento 4 (escuta inicial ou orientação).",
        .source = "LEDI 8.7.0, ProcedimentoQuantidade #1",
        .each = [](const Odonto& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < a.procedimentosRealizados.size(); ++i)
                if (a.procedimentosRealizados[i].coMsProcedimento == odonto::kProcedimentoEscutaInicial)
                    found.at(i, "coMsProcedimento");
        }},
    Rule<Odonto>{
        .id = "AOI-11",
        .field = name_of<&Odonto::procedimentosRealizados>,
        .message = "A quantidade passa do máximo do procedimento.",
        .fix = "Confira a quantidade: até 2 por arcada, 6 por sextante ou 32 por dente, e 1 nos outros procedimentos.",
        .source = "LEDI 8.7.0, ProcedimentoQuantidade #2",
        .each = [](const Odonto& a, const Context& c, Breaches& found) {
            for (std::size_t i = 0; i < a.procedimentosRealizados.size(); ++i) {
                const ProcedimentoQuantidade& p = a.procedimentosRealizados[i];
                if (!all(p.coMsProcedimento, p.quantidade) || odonto::is_uncounted(p.coMsProcedimento, c.version)) continue;
                if (*p.quantidade > national::odonto_max_quantity(p.coMsProcedimento)) found.at(i, "quantidade");
            }
        }},
};

/// What the referrals of the dentist have of their own (LEDI, 1.5).
inline constexpr auto odonto_referral_rules = std::array{
    Rule<Odonto>{
        .id = "AOI-12",
        .field = name_of<&Odonto::encaminhamentos>,
        .message = "A especialidade não é aceita no Atendimento Odontológico.",
        .fix = "Use um código de 63 a 76 da tabela de especialidades.",
        .source = "LEDI 8.7.0, AOI, Encaminhamentos #1",
        .each = [](const Odonto& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < a.encaminhamentos.size(); ++i) {
                const Long& code = a.encaminhamentos[i].especialidade;
                if (code && !tabela::especialidadeEncaminhamento_odonto.has(*code)) found.at(i, "especialidade");
            }
        }},
    Rule<Odonto>{
        .id = "AOI-13",
        .field = name_of<&Odonto::encaminhamentos>,
        .message = "Falta a conduta que anuncia o encaminhamento a esta especialidade.",
        .fix = "Inclua nas condutas (tiposEncamOdonto) o encaminhamento que corresponde à especialidade.",
        .source = "LEDI 8.7.0, AOI, Encaminhamentos #1",
        .each = [](const Odonto& a, const Context&, Breaches& found) {
            for (std::size_t i = 0; i < a.encaminhamentos.size(); ++i) {
                const auto conduta = odonto::conduta_of(a.encaminhamentos[i].especialidade);
                if (conduta != 0 && !contains(a.tiposEncamOdonto, conduta)) found.at(i, "especialidade");
            }
        }},
    Rule<Odonto>{
        .id = "AOI-14",
        .field = name_of<&Odonto::encaminhamentos>,
        .message = "A ocupação do profissional não registra encaminhamentos.",
        .fix = "Retire os encaminhamentos, ou confira o CBO do profissional.",
        .source = "LEDI 8.7.0, AOI #21",
        .holds = [](const Odonto& a, const Context& c) {
            return a.encaminhamentos.empty() || !clinico::is_one_of(c.cbo, odonto::kNaoEncaminham);
        }},
};

template <>
inline constexpr auto rules<Odonto> = join(
    birth_rules<&Odonto::dtNascimento>,
    time_rules<&Odonto::dataHoraInicialAtendimento, &Odonto::dataHoraFinalAtendimento>,
    document_rules<&Odonto::cnsCidadao, &Odonto::cpfCidadao>,
    no_cpf_rules<&Odonto::stNaoPossuiCpf, &Odonto::justificativaNaoPossuiCpf, 8, 4>,
    problem_rules<&Odonto::problemasCondicoes, &Odonto::dtNascimento, false>,
    exam_rules<&Odonto::exame>,
    result_rules<&Odonto::resultadosExames, &Odonto::dtNascimento, &Odonto::dataHoraInicialAtendimento>,
    prescription_rules<&Odonto::medicamentos>,
    referral_rules<&Odonto::encaminhamentos, &Odonto::sexo, false>,
    odonto_referral_rules,
    odonto_procedure_rules,
    oci_rules<&Odonto::solicitacoesOci>,
    ivcf_rules<&Odonto::ivcf, &Odonto::dtNascimento>,
    ivcf_end_rules<&Odonto::ivcf, &Odonto::dataHoraFinalAtendimento>,
    std::array{
        Rule<Odonto>{
            .id = "AOI-01",
            .field = name_of<&Odonto::gestante>,
            .message = "Falta dizer se a pessoa está gestante.",
            .fix = "Informe se está gestante; só no sexo masculino o campo fica vazio.",
            .source = "LEDI 8.7.0, AOI #4",
            .holds = [](const Odonto& a, const Context&) {
                return !a.sexo || a.sexo == odonto::kMasculino || present(a.gestante);
            }},
        Rule<Odonto>{
            .id = "AOI-02",
            .field = name_of<&Odonto::gestante>,
            .message = "O campo gestante não se aplica ao sexo masculino.",
            .fix = "Retire o campo gestante, ou corrija o sexo.",
            .source = "LEDI 8.7.0, AOI #4",
            .holds = [](const Odonto& a, const Context&) { return a.sexo != odonto::kMasculino || !present(a.gestante); }},
        Rule<Odonto>{
            .id = "AOI-03",
            .field = name_of<&Odonto::tiposEncamOdonto>,
            .message = "Tratamento concluído só em primeira consulta ou consulta de retorno.",
            .fix = "Informe o tipo de consulta 1 ou 2, ou retire a conduta 15 (tratamento concluído).",
            .source = "LEDI 8.7.0, AOI #8",
            .each = [](const Odonto& a, const Context&, Breaches& found) {
                if (!odonto::kConsultaDeTratamento.any_of(a.tiposConsultaOdonto))
                    odonto::find_code(a.tiposEncamOdonto, odonto::kTratamentoConcluido, found);
            }},
        Rule<Odonto>{
            .id = "AOI-04",
            .field = name_of<&Odonto::tiposEncamOdonto>,
            .message = "Alta do episódio não se aplica à primeira consulta nem à consulta de retorno.",
            .fix = "Retire a conduta 17 (alta do episódio), ou confira o tipo de consulta.",
            .source = "LEDI 8.7.0, AOI #8",
            .each = [](const Odonto& a, const Context&, Breaches& found) {
                if (odonto::kConsultaDeTratamento.any_of(a.tiposConsultaOdonto))
                    odonto::find_code(a.tiposEncamOdonto, odonto::kAltaDoEpisodio, found);
            }},
        Rule<Odonto>{
            .id = "AOI-05",
            .field = name_of<&Odonto::tiposConsultaOdonto>,
            .message = "Falta o tipo de consulta odontológica de uma consulta agendada.",
            .fix = "Informe se é primeira consulta, retorno ou manutenção.",
            .source = "LEDI 8.7.0, AOI #11",
            .holds = [](const Odonto& a, const Context&) {
                return a.tipoAtendimento != odonto::kConsultaAgendada || !a.tiposConsultaOdonto.empty();
            }},
        Rule<Odonto>{
            .id = "AOI-06",
            .field = name_of<&Odonto::tiposConsultaOdonto>,
            .message = "O tipo de consulta odontológica não se aplica à escuta inicial.",
            .fix = "Retire o tipo de consulta, ou corrija o tipo de atendimento.",
            .source = "LEDI 8.7.0, AOI #11",
            .holds = [](const Odonto& a, const Context&) {
                return a.tipoAtendimento != odonto::kEscutaInicial || a.tiposConsultaOdonto.empty();
            }},
        Rule<Odonto>{
            .id = "AOI-07",
            .field = name_of<&Odonto::tiposConsultaOdonto>,
            .message = "Um atendimento de urgência não é consulta de retorno.",
            .fix = "Retire a consulta de retorno, ou corrija o tipo de atendimento.",
            .source = "LEDI 8.7.0, AOI #11",
            .each = [](const Odonto& a, const Context&, Breaches& found) {
                if (a.tipoAtendimento == odonto::kUrgencia)
                    odonto::find_code(a.tiposConsultaOdonto, odonto::kRetorno, found);
            }},
    });

template <>
inline constexpr auto rules<FichaOdonto> = general_rules<FichaOdonto>;

}  // namespace aroeira::fichas::ledi
